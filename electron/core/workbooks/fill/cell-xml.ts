import { xmlText } from '#shared/domain/xml-text.ts'
import { toSafeText } from '#core/workbooks/cell-values.ts'
import { addressOf, type CellPlace } from './cell-ranges.ts'
import type { BookStyles } from './book-styles.ts'
import type { FillDate, FillValue } from './fill-types.ts'

const dayMs = 86_400_000
/** Before this day Excel's calendar is wrong (it believes in 29 February 1900). */
const firstSafeDay = '1900-03-01'

/** The serial number of a civil day (`YYYY-MM-DD`) in either date system; undefined for a day that it cannot hold. */
function dayToSerial(iso: string, is1904: boolean): number | undefined {
  const time = Date.parse(`${iso}T00:00:00Z`)
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== iso) return undefined
  if (iso < (is1904 ? '1904-01-01' : firstSafeDay)) return undefined
  return (time - (is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30))) / dayMs
}

export interface CellWriter {
  readonly prefix: string
  readonly is1904: boolean
  readonly styles: BookStyles
}

/** The XML of one cell: texts inline, so that the table of shared strings stays as it is. */
export function cellXml(
  place: CellPlace,
  value: FillValue,
  style: number,
  { prefix, is1904, styles }: CellWriter,
): string {
  const plain =
    typeof value === 'object' && value !== null ? dateValue(value, style, is1904, styles) : { value, style }
  const fitted =
    typeof plain.value === 'number' && styles.formatOf(plain.style).format === '@'
      ? String(plain.value)
      : plain.value
  const shownStyle = plain.style === 0 ? '' : ` s="${plain.style}"`
  const start = `<${prefix}c r="${addressOf(place)}"${shownStyle}`
  if (fitted === null || fitted === '') return `${start}/>`
  const end = `</${prefix}c>`
  if (typeof fitted === 'number') return `${start}><${prefix}v>${fitted}</${prefix}v>${end}`
  if (typeof fitted === 'boolean') return `${start} t="b"><${prefix}v>${fitted ? 1 : 0}</${prefix}v>${end}`
  const text = xmlText(toSafeText(fitted))
  const space = /^\s|\s$|\s\s|\n/.test(text) ? ' xml:space="preserve"' : ''
  return `${start} t="inlineStr"><${prefix}is><${prefix}t${space}>${text}</${prefix}t></${prefix}is>${end}`
}

function dateValue(
  { iso, text }: FillDate,
  style: number,
  is1904: boolean,
  styles: BookStyles,
): { readonly value: string | number; readonly style: number } {
  const { format, kind } = styles.formatOf(style)
  const serial = dayToSerial(iso, is1904)
  if (serial === undefined) return { value: text ?? iso, style }
  if (kind === 'date' || kind === 'date-time') return { value: serial, style }
  const isGeneral = format.toLowerCase() === 'general'
  if (!isGeneral || text !== undefined) return { value: text ?? iso, style }
  const dateStyle = styles.dateStyleLike(style)
  return dateStyle === style ? { value: iso, style } : { value: serial, style: dateStyle }
}
