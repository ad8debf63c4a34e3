import type { Database as RawDatabase } from 'better-sqlite3'
import type { LedgerStay, LedgerStudent } from '#shared/domain/obligation-types.ts'
import { stayCountrySql } from '#core/db/stay-country.ts'

export interface StudentToCount extends LedgerStudent {
  readonly id: string
}

type StoredStudent = Omit<StudentToCount, 'isSchooledInFrance' | 'repeatedYears'> & {
  readonly isSchooledInFrance: number
  readonly repeatedYears: number | null
}

type StoredStay = Omit<LedgerStay, 'interruptions'> & { readonly studentId: string }

interface StoredInterruption {
  readonly mobilityId: string
  readonly start: string
  readonly end: string
}

const studentSql = `SELECT id, cohort, programme, status, isSchooledInFrance, exemptionReason, exemptionProof,
  exemptionDate, entryYear, entrySemester, endOfStudies, repeatedYears FROM student`
// The place of a stay is where it is spent, which may be elsewhere than at the host's address.
const staySql = `SELECT m.id, m.studentId, m.form, m.status, m.institutionId AS hostId,
  ${stayCountrySql('m', 'i')} AS country, m.plannedStart, m.plannedEnd, m.actualStart, m.actualEnd,
  m.virtualStart, m.virtualEnd FROM mobility m LEFT JOIN institution i ON i.id = m.institutionId`
const interruptionSql = 'SELECT mobilityId, start, "end" FROM interruption'

/** Every student, or one, with what decides about the obligation. */
export function readStudents(raw: RawDatabase, studentId?: string): readonly StudentToCount[] {
  const rows =
    studentId === undefined
      ? raw.prepare<[], StoredStudent>(studentSql).all()
      : raw.prepare<[string], StoredStudent>(`${studentSql} WHERE id = ?`).all(studentId)
  return rows.map((row) => ({
    ...row,
    isSchooledInFrance: row.isSchooledInFrance === 1,
    repeatedYears: row.repeatedYears ?? 0,
  }))
}

/** The stays of every student, or of one, by student. */
export function readStays(raw: RawDatabase, studentId?: string): ReadonlyMap<string, readonly LedgerStay[]> {
  const stays =
    studentId === undefined
      ? raw.prepare<[], StoredStay>(staySql).all()
      : raw.prepare<[string], StoredStay>(`${staySql} WHERE m.studentId = ?`).all(studentId)
  const interruptions = interruptionsByStay(raw, studentId)
  const byStudent = new Map<string, LedgerStay[]>()
  for (const { studentId: student, ...stay } of stays) {
    const kept = byStudent.get(student)
    const whole = { ...stay, interruptions: interruptions.get(stay.id) ?? [] }
    if (kept === undefined) byStudent.set(student, [whole])
    else kept.push(whole)
  }
  return byStudent
}

function interruptionsByStay(raw: RawDatabase, studentId: string | undefined) {
  const rows =
    studentId === undefined
      ? raw.prepare<[], StoredInterruption>(interruptionSql).all()
      : raw
          .prepare<[string], StoredInterruption>(
            `${interruptionSql} WHERE mobilityId IN (SELECT id FROM mobility WHERE studentId = ?)`,
          )
          .all(studentId)
  const byStay = new Map<string, StoredInterruption[]>()
  for (const row of rows) {
    const kept = byStay.get(row.mobilityId)
    if (kept === undefined) byStay.set(row.mobilityId, [row])
    else kept.push(row)
  }
  return byStay
}
