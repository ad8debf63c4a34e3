import type { Database as RawDatabase } from 'better-sqlite3'
import { obligationSetupOf, type SchoolRules } from '#shared/contract/school-rules.ts'
import { isCivilDate, type CivilDate } from '#shared/domain/civil-date.ts'
import { DomainError } from '#shared/domain/errors.ts'
import { createLedger } from '#shared/domain/obligation.ts'
import type { Ledger } from '#shared/domain/obligation-types.ts'
import { readSchoolRules } from '#core/features/settings/school-rules.ts'
import { readStays, readStudents } from './obligations.repo.ts'

export interface StudentLedger extends Ledger {
  readonly studentId: string
}

/**
 * The ledger of every student on a day, by the rules in force or by others that are given to be tried; without some
 * stays, by id, as if they were not there.
 */
export function ledgersOf(
  raw: RawDatabase,
  today: string,
  rules: SchoolRules = readSchoolRules(raw),
  without: ReadonlySet<string> = new Set(),
): readonly StudentLedger[] {
  const ledger = createLedger(obligationSetupOf(rules), dayOf(today))
  const stays = readStays(raw)
  return readStudents(raw).map((student) => ({
    studentId: student.id,
    ...ledger(
      student,
      (stays.get(student.id) ?? []).filter(({ id }) => !without.has(id)),
    ),
  }))
}

/** The ledger of one student. @throws DomainError `record-missing` */
export function ledgerOfStudent(raw: RawDatabase, today: string, studentId: string): StudentLedger {
  const [student] = readStudents(raw, studentId)
  if (student === undefined) throw new DomainError('record-missing', { entity: 'student' })
  const ledger = createLedger(obligationSetupOf(readSchoolRules(raw)), dayOf(today))
  return { studentId, ...ledger(student, readStays(raw, studentId).get(studentId) ?? []) }
}

function dayOf(today: string): CivilDate {
  if (!isCivilDate(today)) throw new Error(`The clock gives ${today}`)
  return today
}
