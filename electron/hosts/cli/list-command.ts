import { columnOf, listOf } from '#shared/lists/index.ts'
import { formatCell } from '#shared/lists/format-cell.ts'
import { listNames, type Filter, type ListName, type ListRow } from '#shared/lists/types.ts'
import { obligationData } from './list-obligations.ts'
import { UsageError } from './usage-error.ts'
import type { Command } from './command-types.ts'

const pageSize = 500

export const listCommand: Command = {
  usage: `list ${listNames.join('|')} [--cohort COHORT] [--where FIELD=VALUE]…`,
  operands: 1,
  options: { where: { type: 'string', multiple: true, default: [] }, cohort: { type: 'string' } },
  needsOffice: true,
  async run({ client, words }, values, [name]) {
    const list = listNames.find((known) => known === name)
    if (list === undefined)
      throw new UsageError('cli.error.list', { list: name ?? '', lists: listNames.join(', ') })
    const filters = [...filtersOf(values['where']), ...cohortFilter(list, values['cohort'])]
    assertKnownValues(list, filters)
    const query = { search: '', filters, sort: [] }
    const rows: ListRow[] = []
    for (;;) {
      const page = await client.lists.page({ list, query, offset: rows.length, limit: pageSize })
      rows.push(...page.rows)
      if (rows.length >= page.total || page.rows.length === 0) break
    }
    const columns = listOf(list).columns.filter((column) => column.isShown)
    const lines = rows.map((row) =>
      columns
        .map((column) => formatCell(column, row.cells[column.key] ?? null, words.t, words.formats))
        .join('\t'),
    )
    const header = columns.map((column) => words.t(column.label)).join('\t')
    return {
      data: list === 'obligations' ? obligationData(rows) : rows.map((row) => ({ id: row.id, ...row.cells })),
      text: [header, ...lines].map((line) => `${line}\n`).join(''),
    }
  },
}

/** `--cohort 2027`, for the lists that tell the cohort; an empty one asks for the students without. */
function cohortFilter(list: ListName, cohort: string | boolean | readonly string[] | undefined) {
  if (typeof cohort !== 'string') return []
  if (columnOf(listOf(list), 'cohort') === undefined) throw new UsageError('cli.error.no-cohort', { list })
  return filtersOf([`cohort=${cohort}`])
}

/** `status=nominated`; several for the same field mean any of them. */
function filtersOf(
  where: string | boolean | readonly string[] | undefined,
): (Filter & { values: string[] })[] {
  const wanted = new Map<string, string[]>()
  for (const condition of Array.isArray(where) ? where : []) {
    const [, key, value] = /^([A-Za-z]+)=(.*)$/s.exec(condition) ?? []
    if (key === undefined || value === undefined) throw new UsageError('cli.error.where', { condition })
    wanted.set(key, [...(wanted.get(key) ?? []), value])
  }
  return [...wanted].map(([key, values]) => {
    const [only] = values
    return values.length === 1 && only === ''
      ? { key, test: 'empty', values: [] }
      : { key, test: 'is', values }
  })
}

/** A value that a column of fixed words does not have finds nothing, and would pass for an empty list. */
function assertKnownValues(list: ListName, filters: readonly Filter[]): void {
  for (const { key, test, values } of filters) {
    const choices = columnOf(listOf(list), key)?.choices?.map(({ value }) => value)
    if (choices === undefined || test !== 'is') continue
    const unknown = values.find((value) => !choices.includes(value))
    if (unknown !== undefined)
      throw new UsageError('cli.error.choice', { field: key, value: unknown, choices: choices.join(', ') })
  }
}
