import type { ColumnFormat, WorkbookColumn, WorkbookFormula, WorkbookRow } from './workbook-types.ts'

/** The most characters that a cell can hold. Source: Excel specifications and limits. */
const longestText = 32_767

/** Before this day Excel's calendar is wrong (it believes in 29 February 1900). */
const firstSafeDay = '1900-03-01'

type CellValue = string | number | Date | WorkbookFormula | undefined

/** A value as the workbook holds it; `undefined` for an empty cell. */
export function toCellValue(value: WorkbookRow[number], format: ColumnFormat): CellValue {
  if (value === null || value === '') return undefined
  return typeof value === 'object' ? { ...value } : written[format](value)
}

const written: Readonly<Record<ColumnFormat, (value: string | number) => CellValue>> = {
  text: (value) => toSafeText(String(value)),
  number: (value) => (typeof value === 'number' ? value : toSafeText(value)),
  date: (value) => toDate(String(value)),
  instant: (value) => toWallClock(String(value)),
}

/**
 * A text that any reader takes as it is: control characters and others that XML cannot hold are left out, what looks like an escape of
 * Excel's (`_x000D_`) is escaped, and what a cell cannot hold is cut with an ellipsis.
 */
export function toSafeText(text: string): string {
  const kept = text.replace(/(?![\t\n\r])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, '')
  const escaped = kept.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
  return escaped.length <= longestText ? escaped : `${escaped.slice(0, longestText - 1)}…`
}

/** A civil date as the library writes dates: the same day in UTC. */
function toDate(day: string): Date | string {
  const [, year, month, dayOfMonth] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? []
  if (year === undefined || day < firstSafeDay) return toSafeText(day)
  return new Date(Date.UTC(Number(year), Number(month) - 1, Number(dayOfMonth)))
}

/** An instant as the clock on the wall shows it: cells know no time zone. */
function toWallClock(instant: string): Date | string {
  const local = new Date(instant)
  if (Number.isNaN(local.getTime())) return toSafeText(instant)
  return new Date(local.getTime() - local.getTimezoneOffset() * 60_000)
}

const narrowest = 7
const widest = 50
const roomForFilter = 3

/** Widths of columns in characters, from their headers (which may take two lines) and some of their rows. */
export function columnWidths(
  columns: readonly WorkbookColumn[],
  rows: readonly WorkbookRow[],
): readonly number[] {
  return columns.map((column, index) => {
    const header = headerWidth(column.header)
    if (column.format === 'date') return Math.max(header, 12)
    if (column.format === 'instant') return Math.max(header, 17)
    const longest = rows.reduce((most, row) => Math.max(most, shownLength(row[index] ?? null)), 0)
    return Math.min(widest, Math.max(narrowest, header, longest + 2))
  })
}

/** A bold header on two lines, broken where the longer line is shortest, beside the button of the filter. */
function headerWidth(header: string): number {
  const words = header.split(/\s+/)
  const widths = words.map((_, first) =>
    Math.max(words.slice(0, first + 1).join(' ').length, words.slice(first + 1).join(' ').length),
  )
  return Math.ceil(Math.min(...widths) * 1.1) + roomForFilter
}

function shownLength(value: WorkbookRow[number]): number {
  if (value === null) return 0
  if (typeof value === 'object') return shownLength(value.result)
  if (typeof value === 'number') return String(Math.round(value * 1000) / 1000).length
  const [line = ''] = value.split('\n', 1)
  return Math.ceil(line.length + (line.match(/\p{Lu}/gu)?.length ?? 0) * 0.2) // capitals are wider than figures
}
