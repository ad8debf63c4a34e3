import { sql } from 'kysely'
import { columnOf, listOf } from '#shared/lists/index.ts'
import type { ListCell, ListColumn, ListName, ListPage, ListQuery, ListRow } from '#shared/lists/types.ts'
import type { Connections } from '#core/db/open.ts'
import type { SearchIndex } from '#core/search/search-index.ts'
import { readRows, searchRows, totalsOf, type FoundRows } from './found-rows.ts'
import { derivedGroups } from './derived-groups.ts'
import { createDerivedTables } from './derived-tables.ts'
import { sqlTextOf } from './list-sources.ts'
import { columnSql, fromSql, unknownColumn, type ListMoment } from './list-query.ts'

/** Reads lists. The ids of the rows found are kept until the data changes, so that scrolling only fetches rows. */
export interface ListService {
  page(list: ListName, query: ListQuery, offset: number, limit: number): Promise<ListPage>
  ids(list: ListName, query: ListQuery): Promise<readonly string[]>
  rows(list: ListName, ids: readonly string[]): Promise<readonly ListRow[]>
  distinct(
    list: ListName,
    query: ListQuery,
    key: string,
  ): Promise<readonly { value: ListCell; count: number }[]>
  /** The rows found, counted by the values of one or two columns; or a number of theirs, added up. */
  cross(list: ListName, query: ListQuery, by: CrossBy): Promise<readonly CrossCell[]>
  position(list: ListName, query: ListQuery, id: string): Promise<number | null>
  /** Brings up to date the derived tables that some SQL names (`temp.ledger`), for who reads them without a list. */
  prepare(tables: string): void
}

export interface CrossBy {
  readonly rowKey: string
  readonly columnKey: string | null
  /** A column of numbers to add up instead of counting. */
  readonly sumKey: string | null
}

export interface CrossCell {
  readonly row: ListCell
  readonly column: ListCell
  readonly value: number
}

const keptResults = 12

export function createListService(deps: {
  readonly connections: Connections
  readonly search: SearchIndex
  readonly moment: () => ListMoment
}): ListService {
  const { read, rawReader } = deps.connections
  const results = new Map<string, FoundRows>()
  let seenVersion = -1
  const derived = createDerivedTables(rawReader, derivedGroups, deps.moment)

  /** SQLite's own count of commits by other connections: ours that writes, and other programs'. */
  const forgetWhenChanged = () => {
    const version = Number(rawReader.pragma('data_version', { simple: true }))
    if (version !== seenVersion) {
      results.clear()
      derived.forget()
    }
    seenVersion = version
  }
  const kept = (key: string, make: () => FoundRows): FoundRows => {
    const found = results.get(key) ?? make()
    results.delete(key)
    results.set(key, found)
    for (const oldest of results.keys()) {
      if (results.size <= keptResults) break
      results.delete(oldest)
    }
    return found
  }

  const find = async (list: ListName, query: ListQuery): Promise<FoundRows> => {
    if (query.search !== '') await deps.search.catchUp()
    forgetWhenChanged()
    const narrowed = query.filters.map((filter) => filter.key)
    derived.refreshFor(sqlTextOf(list, narrowed))
    const moment = deps.moment()
    const key = JSON.stringify([
      list,
      query.filters,
      query.sort,
      moment.academicYear,
      moment.today,
      moment.countriesInOrder[0],
    ])
    const rows = kept(key, () => readRows(deps.connections, list, query, moment))
    if (query.search === '') return rows
    return kept(`${key}${query.search}`, () => searchRows(rows, query.search, deps.search.docsWith))
  }

  const rows = async (list: ListName, ids: readonly string[]): Promise<readonly ListRow[]> => {
    if (ids.length === 0) return []
    forgetWhenChanged()
    derived.refreshFor(sqlTextOf(list))
    const moment = deps.moment()
    const { columns } = listOf(list)
    const selected = columns.map(
      (column) => sql`${columnSql(list, column.key, moment) ?? sql`NULL`} AS ${sql.id(`c_${column.key}`)}`,
    )
    const result = await sql<
      Record<string, ListCell>
    >`SELECT r.id AS id, ${sql.join(selected)} FROM ${fromSql(list, moment)}
      WHERE r.id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`.execute(read)
    const byId = new Map<ListCell | undefined, ListRow>()
    for (const row of result.rows) byId.set(row['id'], rowOf(columns, row))
    return ids.flatMap((id) => byId.get(id) ?? [])
  }

  return {
    async page(list, query, offset, limit) {
      const found = await find(list, query)
      return {
        total: found.ids.length,
        rows: await rows(list, found.ids.slice(offset, offset + limit)),
        totals: totalsOf(found),
      }
    },
    ids: async (list, query) => (await find(list, query)).ids,
    prepare(tables) {
      forgetWhenChanged()
      derived.refreshFor(tables)
    },
    rows,
    async distinct(list, query, key) {
      const moment = deps.moment()
      const expression = columnSql(list, key, moment) ?? sql`NULL`
      const others = { ...query, filters: query.filters.filter((filter) => filter.key !== key) }
      const { ids } = await find(list, others)
      const result = await sql<{
        value: ListCell
        count: number
      }>`SELECT ${expression} AS value, count(*) AS count
        FROM ${fromSql(list, moment)} WHERE r.id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))
        GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 200`.execute(read)
      const isBoolean = columnOf(listOf(list), key)?.type === 'boolean'
      return isBoolean ? result.rows.map((row) => ({ ...row, value: row.value === 1 })) : result.rows
    },
    async cross(list, query, { rowKey, columnKey, sumKey }) {
      const moment = deps.moment()
      const sqlOf = (key: string) => {
        const expression = columnSql(list, key, moment)
        if (expression === undefined) throw unknownColumn(list, key)
        return expression
      }
      const { ids } = await find(list, query)
      const result = await sql<CrossCell>`SELECT ${sqlOf(rowKey)} AS "row",
          ${columnKey === null ? sql`NULL` : sqlOf(columnKey)} AS "column",
          ${sumKey === null ? sql`count(*)` : sql`ifnull(sum(${sqlOf(sumKey)}), 0)`} AS value
        FROM ${fromSql(list, moment)} WHERE r.id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))
        GROUP BY 1, 2 ORDER BY 1, 2`.execute(read)
      return result.rows
    },
    async position(list, query, id) {
      const index = (await find(list, query)).ids.indexOf(id)
      return index === -1 ? null : index
    },
  }
}

function rowOf(columns: readonly ListColumn[], row: Readonly<Record<string, ListCell>>): ListRow {
  const cells: Record<string, ListCell> = {}
  for (const column of columns) {
    const value = row[`c_${column.key}`] ?? null
    cells[column.key] = column.type === 'boolean' && value !== null ? value === 1 : value
  }
  return { id: String(row['id']), cells }
}
