import type { ColumnType, Filter, ListColumn } from '#shared/lists/types.ts'
import type { TextKey } from '#shared/text/text.ts'
import type { Text } from '#renderer/ui/text.tsx'
import { cellText } from './cell-text.ts'

/** The list of filters with those of one column replaced. */
export function withColumnFilters(
  filters: readonly Filter[],
  key: string,
  replacement: readonly Filter[],
): readonly Filter[] {
  return [...filters.filter((filter) => filter.key !== key), ...replacement]
}

const testWords = {
  'is-not': 'ui.filter.isNot',
  contains: 'ui.filter.contains',
  'starts-with': 'ui.filter.startsWith',
  'at-least': 'ui.filter.atLeast',
  'at-most': 'ui.filter.atMost',
  empty: 'ui.filter.empty',
  'not-empty': 'ui.filter.notEmpty',
} as const satisfies Readonly<Record<Exclude<Filter['test'], 'is'>, TextKey>>

/** A filter in words: “contains Paris”, “from 01/09/2026”. */
export function filterWords(filter: Filter, column: ListColumn, text: Text): string {
  const values = text.format.listOr(filter.values.map((value) => filterValueText(column, value, text)))
  return filter.test === 'is' ? values : text.t(testWords[filter.test], { values })
}

/** A value of a filter, which is always a text, as the column would show it. */
export function filterValueText(column: ListColumn, value: string, text: Text): string {
  if (column.type === 'boolean') return cellText(column, value === 'true', text)
  if (column.type === 'integer' || column.type === 'decimal') {
    return Number.isNaN(Number(value)) ? value : cellText(column, Number(value), text)
  }
  return cellText(column, value, text)
}

type FilterKind = 'text' | 'values' | 'range'

const filterKinds: Readonly<Record<ColumnType, FilterKind>> = {
  text: 'text',
  code: 'text',
  integer: 'range',
  decimal: 'range',
  date: 'range',
  instant: 'range',
  boolean: 'values',
  choice: 'values',
  country: 'values',
  language: 'values',
  'academic-year': 'values',
  'month-day': 'values',
}

/** Which form of filter suits a column. */
export function filterKind(column: ListColumn): FilterKind {
  return filterKinds[column.type]
}
