import type { Database as RawDatabase } from 'better-sqlite3'
import type { RecordRow } from '#core/db/schema.ts'

export type StudentRow = RecordRow<'student'>

/** The students of the office, found by what identifies them. */
export interface OfficeStudents {
  byNumber(studentNumber: string): StudentRow | undefined
  byEsi(esi: string): StudentRow | undefined
  /** The one student with an e-mail address, whatever its case. */
  byEmail(email: string): StudentRow | undefined
}

export function readOfficeStudents(raw: RawDatabase): OfficeStudents {
  const rows = raw.prepare<[], StudentRow>('SELECT * FROM student ORDER BY id').all()
  const numbers = new Map(rows.map((row) => [row.studentNumber, row]))
  const esis = new Map(rows.flatMap((row) => (row.esi === null ? [] : [[row.esi, row] as const])))
  const emails = new Map<string, StudentRow | undefined>()
  for (const row of rows) {
    const email = row.email?.toLowerCase()
    // An address that two students share names neither.
    if (email !== undefined) emails.set(email, emails.has(email) ? undefined : row)
  }
  return {
    byNumber: (studentNumber) => numbers.get(studentNumber),
    byEsi: (esi) => esis.get(esi),
    byEmail: (email) => emails.get(email.toLowerCase()),
  }
}
