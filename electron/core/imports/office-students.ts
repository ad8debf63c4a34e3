import type { Database as RawDatabase } from 'better-sqlite3'
import { matchKey } from '#shared/domain/text-folding.ts'
import type { RecordRow } from '#core/db/schema.ts'

export type StudentRow = RecordRow<'student'>

/** The students of the office, found by what identifies them. */
export interface OfficeStudents {
  byNumber(studentNumber: string): StudentRow | undefined
  byEsi(esi: string): StudentRow | undefined
  /** The one student with an e-mail address, whatever its case. */
  byEmail(email: string): StudentRow | undefined
  /** The students who bear a name, whatever its case and accents. */
  byName(familyName: string, givenNames: string): readonly StudentRow[]
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
  const names = lazyIndex(rows)
  return {
    byName: (familyName, givenNames) => names().get(nameKey(familyName, givenNames)) ?? [],
    byNumber: (studentNumber) => numbers.get(studentNumber),
    byEsi: (esi) => esis.get(esi),
    byEmail: (email) => emails.get(email.toLowerCase()),
  }
}

function nameKey(familyName: string, givenNames: string): string {
  return `${matchKey(familyName)}|${matchKey(givenNames)}`
}

/** Most lists have numbers: names are indexed when the first one is looked for. */
function lazyIndex(rows: readonly StudentRow[]): () => ReadonlyMap<string, readonly StudentRow[]> {
  let index: Map<string, StudentRow[]> | undefined
  return () => {
    if (index !== undefined) return index
    index = new Map()
    for (const row of rows) {
      const key = nameKey(row.familyName, row.givenNames)
      const named = index.get(key)
      if (named === undefined) index.set(key, [row])
      else named.push(row)
    }
    return index
  }
}
