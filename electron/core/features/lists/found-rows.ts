import { sql } from 'kysely'
import { searchTokens } from '#shared/domain/text-folding.ts'
import { listOf } from '#shared/lists/index.ts'
import type { ListName, ListQuery } from '#shared/lists/types.ts'
import type { Connections } from '#core/db/open.ts'
import type { DocSet } from '#core/search/search-index.ts'
import { columnSql, fromSql, orderSql, whereSql, type ListMoment } from './list-query.ts'
import { listSources } from './list-sources.ts'

/** The rows of a list in order, with what is needed to search and total them without asking SQLite again. */
export interface FoundRows {
  readonly ids: readonly string[]
  /** For each record in whose words a row is searched, the number of its document; 0 when it has none. */
  readonly docs: readonly Int32Array[]
  /** The values of each summed column. */
  readonly sums: ReadonlyMap<string, Float64Array>
}

type RawRow = readonly [id: string, ...numbers: (number | null)[]]

/** Finds the rows that pass the filters, in the order asked for; words are looked for afterwards. */
export function readRows(
  { read, rawReader }: Connections,
  list: ListName,
  query: ListQuery,
  moment: ListMoment,
): FoundRows {
  const { searched } = listSources[list]
  const summed = listOf(list).columns.filter((column) => column.total === 'sum')
  const numbers = [
    ...searched.map((id) => sql`(SELECT d.docId FROM searchDoc d WHERE d.recordId = ${sql.raw(id)})`),
    ...summed.map((column) => columnSql(list, column.key, moment) ?? sql`NULL`),
  ]
  const compiled = sql`SELECT ${sql.join([sql`r.id`, ...numbers])} FROM ${fromSql(list, moment)}
    WHERE ${whereSql(list, query, moment)} ORDER BY ${orderSql(list, query.sort, moment)}`.compile(read)
  const rows = rawReader.prepare<unknown[], RawRow>(compiled.sql).raw().all(compiled.parameters)
  const numberAt = (row: RawRow, index: number) => Number(row[index + 1] ?? 0)
  return {
    ids: rows.map((row) => row[0]),
    docs: searched.map((_id, index) => Int32Array.from(rows, (row) => numberAt(row, index))),
    sums: new Map(
      summed.map((column, index) => [
        column.key,
        Float64Array.from(rows, (row) => numberAt(row, searched.length + index)),
      ]),
    ),
  }
}

/** Keeps the rows in which every word is found, in the record itself or in one that its row shows. */
export function searchRows(rows: FoundRows, words: string, docsOf: (word: string) => DocSet): FoundRows {
  const wanted = searchTokens(words).map(docsOf)
  const kept: number[] = []
  for (let row = 0; row < rows.ids.length; row += 1) {
    if (wanted.every((set) => rows.docs.some((docs) => set.has(docs[row] ?? 0)))) kept.push(row)
  }
  return {
    ids: kept.map((row) => rows.ids[row] ?? ''),
    docs: rows.docs.map((docs) => Int32Array.from(kept, (row) => docs[row] ?? 0)),
    sums: new Map(
      [...rows.sums].map(([key, values]) => [key, Float64Array.from(kept, (row) => values[row] ?? 0)]),
    ),
  }
}

export function totalsOf(rows: FoundRows): Readonly<Record<string, number>> {
  return Object.fromEntries(
    [...rows.sums].map(([key, values]) => [key, values.reduce((sum, value) => sum + value, 0)]),
  )
}
