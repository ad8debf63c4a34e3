import type { Database as RawDatabase } from 'better-sqlite3'
import { matchKey } from '#shared/domain/text-folding.ts'
import type { ImportKind } from '#shared/contract/imports.ts'
import type { SheetData } from '#core/sheets/types.ts'
import { cellText } from './cell-text.ts'
import type { FoundTable } from './find-table.ts'

const looked = 300 // rows: enough to tell one kind from the other

/**
 * A list of wishes and a list of ATHENS choices have the same columns: what the office has of the names in it, places of
 * a campaign or courses of a session, decides which one it is. Any other kind stays what it is.
 */
export function kindOfChoices(
  raw: RawDatabase,
  kind: ImportKind,
  { rows }: SheetData,
  { columns }: FoundTable,
): ImportKind {
  if (kind !== 'wishes' && kind !== 'athens-choices') return kind
  const chosen = columns.filter(({ target }) => /^(wish|athensChoice)\./.test(target ?? ''))
  const names = new Set(
    rows.slice(0, looked).flatMap(({ cells }) => chosen.map(({ index }) => matchKey(cellText(cells[index])))),
  )
  const known = (sql: string) =>
    raw
      .prepare<[], string | null>(sql)
      .pluck()
      .all()
      .filter((name) => name !== null && names.has(matchKey(name))).length
  const places =
    known(`SELECT code FROM campaignPlace UNION SELECT i.erasmusCode FROM campaignPlace x JOIN place p ON p.id = x.placeId
    JOIN condition c ON c.id = p.conditionId JOIN agreement a ON a.id = c.agreementId JOIN institution i ON i.id = a.institutionId
    UNION SELECT i.name FROM campaignPlace x JOIN place p ON p.id = x.placeId JOIN condition c ON c.id = p.conditionId
    JOIN agreement a ON a.id = c.agreementId JOIN institution i ON i.id = a.institutionId`)
  const courses = known('SELECT code FROM athensCourse UNION SELECT title FROM athensCourse')
  if (places === courses) return kind
  return places > courses ? 'wishes' : 'athens-choices'
}
