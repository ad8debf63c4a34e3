import { createObligationWords } from '#shared/text/obligation-text.ts'
import type { DerivedGroup } from '#core/features/lists/derived-tables.ts'
import type { ListMoment } from '#core/features/lists/list-query.ts'
import { ledgersOf, type StudentLedger } from './obligations.service.ts'

type Said = ListMoment['words']

/** The ledgers of all students, as lists show them: with their sentence in the user's language. */
export const studentLedgerTables: DerivedGroup = {
  tables: {
    studentLedger: `studentId TEXT PRIMARY KEY, ruleId TEXT, requiredWeeks INTEGER, acquiredWeeks INTEGER,
      plannedWeeks INTEGER, missingWeeks INTEGER, status TEXT, reasonCode TEXT, reason TEXT, endOfStudies TEXT,
      monthsLeft INTEGER, problems TEXT`,
  },
  compute: (raw, { today, words }) => ({ studentLedger: ledgerRows(ledgersOf(raw, today), words) }),
}

/** Each stay with the days of it that count, and why: apart, because there are several for each student. */
export const stayLedgerTables: DerivedGroup = {
  tables: {
    stayLedger: `stayId TEXT PRIMARY KEY, days INTEGER, acquiredDays INTEGER, plannedDays INTEGER, reasonCode TEXT,
      reason TEXT`,
  },
  compute: (raw, { today, words }) => ({ stayLedger: lineRows(ledgersOf(raw, today), words) }),
}

function* ledgerRows(ledgers: readonly StudentLedger[], { t, formats }: Said) {
  const said = createObligationWords(t, formats)
  for (const one of ledgers) {
    const problems = [...new Set(one.problems.map(({ code }) => said.problem(code)))].join(' ')
    yield [
      one.studentId,
      one.ruleId,
      one.requiredWeeks,
      one.acquiredWeeks,
      one.plannedWeeks,
      one.missingWeeks,
      one.status,
      one.reason.code,
      said.reason(one.reason),
      one.endOfStudies,
      one.monthsLeft,
      problems === '' ? null : problems,
    ]
  }
}

function* lineRows(ledgers: readonly StudentLedger[], { t, formats }: Said) {
  const said = createObligationWords(t, formats)
  for (const { lines } of ledgers)
    for (const line of lines)
      yield [
        line.stayId,
        line.days,
        line.acquiredDays,
        line.plannedDays,
        line.reason.code,
        said.line(line.reason),
      ]
}
