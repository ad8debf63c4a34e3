import type { Database as RawDatabase } from 'better-sqlite3'
import type { RecordRow } from '#core/db/schema.ts'

export type StayRow = RecordRow<'mobility'>

/** The stays of the office by student, in the order in which they were made. */
export interface OfficeStays {
  ofStudent(studentId: string): readonly StayRow[]
}

export function readOfficeStays(raw: RawDatabase): OfficeStays {
  const byStudent = new Map<string, StayRow[]>()
  for (const row of raw.prepare<[], StayRow>('SELECT * FROM mobility ORDER BY id').iterate()) {
    const known = byStudent.get(row.studentId)
    if (known === undefined) byStudent.set(row.studentId, [row])
    else known.push(row)
  }
  return { ofStudent: (studentId) => byStudent.get(studentId) ?? [] }
}
