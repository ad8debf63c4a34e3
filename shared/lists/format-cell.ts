import type { Formats } from '#shared/text/formats.ts'
import type { Translate } from '#shared/text/text.ts'
import type { ListCell, ListColumn } from './types.ts'

/** A cell as people read it, in their language; empty stays empty. */
export function formatCell(column: ListColumn, value: ListCell, t: Translate, formats: Formats): string {
  if (value === null || value === '') return ''
  switch (column.type) {
    case 'text':
    case 'code':
    case 'academic-year':
      return String(value)
    case 'integer':
      return typeof value === 'number' ? formats.integer(value) : String(value)
    case 'decimal':
      return typeof value === 'number' ? formats.decimal(value) : String(value)
    case 'boolean':
      return t(value === true ? 'ui.yes' : 'ui.no')
    case 'date':
      return formats.date(String(value))
    case 'month-day':
      return formats.monthDay(String(value))
    case 'instant':
      return formats.instant(String(value))
    case 'country':
      return formats.country(String(value))
    case 'language':
      return formats.language(String(value))
    case 'choice':
      return String(value)
        .split(',')
        .map((part) => wordOf(column, part, t))
        .join(', ')
  }
}

function wordOf(column: ListColumn, value: string, t: Translate): string {
  const choice = column.choices?.find((known) => known.value === value)
  return choice === undefined ? value : t(choice.label)
}
