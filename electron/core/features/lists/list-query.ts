import { sql, type RawBuilder } from 'kysely'
import { DomainError } from '#shared/domain/errors.ts'
import { foldText } from '#shared/domain/text-folding.ts'
import { columnOf, listOf } from '#shared/lists/index.ts'
import type { Filter, ListColumn, ListName, ListQuery, Sort } from '#shared/lists/types.ts'
import type { Language } from '#shared/text/define-texts.ts'
import type { Formats } from '#shared/text/formats.ts'
import type { Translate } from '#shared/text/text.ts'
import { linkColumns, listSources } from './list-sources.ts'

type Condition = RawBuilder<unknown>

/** Facts of the moment that a list's SQL needs. */
export interface ListMoment {
  readonly academicYear: string
  readonly today: string
  /** The user's language, for what is worked out in words. */
  readonly words: { readonly language: Language; readonly t: Translate; readonly formats: Formats }
  /** Country codes in the order of their names in the user's language. */
  readonly countriesInOrder: readonly string[]
}

/** The SQL of one column; `undefined` when the list has no such column. */
export function columnSql(list: ListName, key: string, moment: ListMoment): Condition | undefined {
  const source = listSources[list]
  const written = source.columns[key] ?? linkColumns[list]?.[key]
  if (written !== undefined) return withMoment(written, moment)
  const column = columnOf(listOf(list), key)
  return column === undefined ? undefined : sql`${sql.ref(`r.${key}`)}`
}

export function fromSql(list: ListName, moment: ListMoment): Condition {
  return withMoment(listSources[list].from, moment)
}

/** The conditions of a query that SQL decides: the list's own, and the filters. */
export function whereSql(list: ListName, query: ListQuery, moment: ListMoment): Condition {
  const source = listSources[list]
  const conditions: Condition[] = []
  if (source.where !== undefined) conditions.push(sql.raw(source.where))
  for (const filter of query.filters) conditions.push(filterSql(list, filter, moment))
  if (conditions.length === 0) return sql`1`
  return sql.join(conditions, sql` AND `)
}

export function orderSql(list: ListName, sorts: readonly Sort[], moment: ListMoment): Condition {
  const asked = sorts.length > 0 ? sorts : listOf(list).sort
  const parts = asked.flatMap((sort) => {
    const column = columnOf(listOf(list), sort.key)
    const expression = columnSql(list, sort.key, moment)
    if (column === undefined || expression === undefined) throw unknownColumn(list, sort.key)
    const direction = sql.raw(sort.descending ? 'DESC' : 'ASC')
    // what is empty comes last in both directions: it is never what one sorts for
    return [sql`(${expression}) IS NULL`, sql`${sortKey(column, expression, moment)} ${direction}`]
  })
  return sql.join([...parts, sql`r.id`])
}

function filterSql(list: ListName, filter: Filter, moment: ListMoment): Condition {
  const expression = columnSql(list, filter.key, moment)
  if (expression === undefined) throw unknownColumn(list, filter.key)
  const column = columnOf(listOf(list), filter.key)
  switch (filter.test) {
    case 'empty':
      return sql`ifnull(${expression}, '') = ''`
    case 'not-empty':
      return sql`ifnull(${expression}, '') <> ''`
    case 'is':
      return anyOf(filter.values.map((value) => equalSql(column, expression, value)))
    case 'is-not':
      return sql`NOT ifnull(${anyOf(filter.values.map((value) => equalSql(column, expression, value)))}, 0)`
    case 'contains':
      return anyOf(filter.values.map((value) => sql`instr(fold(${expression}), ${foldText(value)}) > 0`))
    case 'starts-with':
      return anyOf(
        filter.values.map(
          (value) => sql`substr(fold(${expression}), 1, ${foldText(value).length}) = ${foldText(value)}`,
        ),
      )
    case 'at-least':
      return anyOf(filter.values.map((value) => sql`${expression} >= ${boundOf(column, value)}`))
    case 'at-most':
      return anyOf(filter.values.map((value) => sql`${expression} <= ${boundOf(column, value)}`))
  }
}

function anyOf(conditions: readonly Condition[]): Condition {
  return conditions.length === 0 ? sql`1` : sql`(${sql.join([...conditions], sql` OR `)})`
}

function equalSql(column: ListColumn | undefined, expression: Condition, value: string): Condition {
  // a cell may hold several choices, divided by commas
  if (column?.type === 'choice') return sql`instr(',' || ${expression} || ',', ${`,${value},`}) > 0`
  if (column?.type === 'text') return sql`fold(${expression}) = ${foldText(value)}`
  if (column?.type === 'code')
    return sql`replace(${expression}, ' ', '') = ${value.replaceAll(' ', '').toUpperCase()} OR ${expression} = ${value}`
  return sql`${expression} = ${boundOf(column, value)}`
}

function boundOf(column: ListColumn | undefined, value: string): string | number {
  if (column?.type === 'boolean') return ['true', '1', 'yes', 'oui'].includes(value.toLowerCase()) ? 1 : 0
  if (column?.type !== 'integer' && column?.type !== 'decimal') return value
  const number = Number(value.replace(',', '.'))
  if (Number.isNaN(number)) throw new DomainError('unknown-value', { column: column.key, value })
  return number
}

function sortKey(column: ListColumn, expression: Condition, moment: ListMoment): Condition {
  switch (column.type) {
    case 'text':
      return sql`fold(${expression})`
    case 'choice':
      return orderIn(expression, column.choices?.map((choice) => choice.value) ?? [])
    case 'country':
      return orderIn(expression, moment.countriesInOrder)
    case 'code':
    case 'integer':
    case 'decimal':
    case 'boolean':
    case 'date':
    case 'month-day':
    case 'instant':
    case 'academic-year':
    case 'language':
      return expression
  }
}

/** Sorts by place in a list: the order of a pipeline, or names in the user's language. */
function orderIn(expression: Condition, values: readonly string[]): Condition {
  return sql`instr(${`|${values.join('|')}|`}, '|' || ${expression} || '|')`
}

/** Gives `:year` and `:today` their values. */
function withMoment(written: string, moment: ListMoment): Condition {
  const parts = written.split(/(:year|:today)/)
  return sql.join(
    parts.map((part) => {
      if (part === ':year') return sql`${moment.academicYear}`
      return part === ':today' ? sql`${moment.today}` : sql.raw(part)
    }),
    sql.raw(''),
  )
}

export function unknownColumn(list: ListName, key: string): DomainError {
  return new DomainError('list-unknown-column', {
    list,
    column: key,
    columns: listOf(list)
      .columns.map((c) => c.key)
      .join(', '),
  })
}
