import { journaledTables } from '#core/db/schema.ts'
import type { Connections } from '#core/db/open.ts'

export interface Finding {
  readonly code:
    | 'file-damaged'
    | 'broken-reference'
    | 'row-without-entry'
    | 'entry-without-row'
    | 'action-without-entry'
    | 'open-change'
  readonly params: Record<string, string | number>
}

/**
 * Looks at an office file from end to end. The journal must account for every row: each has an entry, and its last
 * entry says whether it exists.
 */
export function checkOffice({ rawReader }: Connections) {
  const count = (sql: string) => Number(rawReader.prepare(sql).pluck().get())
  const problems: Finding[] = [
    ...damages(rawReader.pragma('integrity_check', { simple: false })),
    ...brokenReferences(rawReader.pragma('foreign_key_check')),
    ...journaledTables.flatMap((table) => unaccounted(rawReader, table)),
  ]
  const hollow = count('SELECT count(*) FROM action WHERE lastEntry < firstEntry')
  if (hollow > 0) problems.push({ code: 'action-without-entry', params: { count: hollow } })
  if (count('SELECT count(*) FROM openChange') > 0) problems.push({ code: 'open-change', params: {} })
  const rows = journaledTables.reduce((sum, table) => sum + count(`SELECT count(*) FROM "${table}"`), 0)
  return {
    ok: problems.length === 0,
    checked: {
      rows,
      actions: count('SELECT count(*) FROM action'),
      entries: count('SELECT count(*) FROM journal'),
    },
    problems,
  }
}

function damages(lines: unknown): readonly Finding[] {
  return textsOf(lines, 'integrity_check').flatMap((text) =>
    text === 'ok' ? [] : [{ code: 'file-damaged' as const, params: { detail: text } }],
  )
}

function brokenReferences(lines: unknown): readonly Finding[] {
  const tables = textsOf(lines, 'table')
  return [...new Set(tables)].map((table) => ({
    code: 'broken-reference',
    params: { table, count: tables.filter((other) => other === table).length },
  }))
}

function textsOf(lines: unknown, column: string): readonly string[] {
  if (!Array.isArray(lines)) return []
  return lines.map((line: unknown) =>
    typeof line === 'object' && line !== null
      ? String(Object.entries(line).find(([name]) => name === column)?.[1])
      : '',
  )
}

function unaccounted(reader: Connections['rawReader'], table: string): readonly Finding[] {
  const without = Number(
    reader
      .prepare(
        `SELECT count(*) FROM "${table}" r WHERE NOT EXISTS (SELECT 1 FROM journal j WHERE j.rowId = r.id AND j.tableName = ?)`,
      )
      .pluck()
      .get(table),
  )
  const wrong = Number(
    reader
      .prepare(
        `SELECT count(*) FROM (SELECT rowId, operation, max(seq) FROM journal WHERE tableName = ? GROUP BY rowId) j
         WHERE (j.operation = 'delete') = EXISTS (SELECT 1 FROM "${table}" r WHERE r.id = j.rowId)`,
      )
      .pluck()
      .get(table),
  )
  return [
    ...(without === 0 ? [] : [{ code: 'row-without-entry' as const, params: { table, count: without } }]),
    ...(wrong === 0 ? [] : [{ code: 'entry-without-row' as const, params: { table, count: wrong } }]),
  ]
}
