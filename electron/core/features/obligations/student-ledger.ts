import type { Database as RawDatabase } from 'better-sqlite3'
import type { StudentLedgerView } from '#shared/contract/obligations.ts'
import { createObligationWords } from '#shared/text/obligation-text.ts'
import type { Formats } from '#shared/text/formats.ts'
import type { Translate } from '#shared/text/text.ts'
import { ledgerOfStudent } from './obligations.service.ts'
import { stayCountrySql } from '#core/db/stay-country.ts'

interface StayFacts {
  readonly id: string
  readonly form: string
  readonly status: string
  readonly host: string | null
  readonly country: string | null
}

/** The ledger of a student as their page shows it. @throws DomainError `record-missing` */
export function viewLedger(
  raw: RawDatabase,
  today: string,
  studentId: string,
  { t, formats }: { readonly t: Translate; readonly formats: Formats },
): StudentLedgerView {
  const ledger = ledgerOfStudent(raw, today, studentId)
  const said = createObligationWords(t, formats)
  const facts = new Map(
    raw
      .prepare<[string], StayFacts>(
        `SELECT m.id, m.form, m.status, i.name AS host, ${stayCountrySql('m', 'i')} AS country
         FROM mobility m LEFT JOIN institution i ON i.id = m.institutionId WHERE m.studentId = ?`,
      )
      .all(studentId)
      .map((row) => [row.id, row]),
  )
  const { requiredWeeks, acquiredWeeks, plannedWeeks, missingWeeks, status, endOfStudies, monthsLeft } =
    ledger
  return {
    requiredWeeks,
    acquiredWeeks,
    plannedWeeks,
    missingWeeks,
    status,
    endOfStudies,
    monthsLeft,
    reason: said.reason(ledger.reason),
    lines: ledger.lines.flatMap((line) => {
      const stay = facts.get(line.stayId)
      if (stay === undefined) return []
      const { form, status: stayStatus, host, country } = stay
      return [{ ...line, form, status: stayStatus, host, country, reason: said.line(line.reason) }]
    }),
    problems: ledger.problems.map(({ code, entity, field, stayId }) => ({
      entity,
      field,
      id: stayId ?? studentId,
      text: said.problem(code),
    })),
  }
}
