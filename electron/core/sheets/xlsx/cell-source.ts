import type { Buffer } from 'node:buffer'

/** What the `t` attribute of a cell says of its value. */
export const cellType = {
  number: 0,
  shared: 1,
  boolean: 2,
  text: 3,
  inline: 4,
  error: 5,
  date: 6,
  unknown: 7,
} as const

const typesByName: ReadonlyMap<string, number> = new Map([
  ['n', cellType.number],
  ['s', cellType.shared],
  ['b', cellType.boolean],
  ['str', cellType.text],
  ['inlineStr', cellType.inline],
  ['e', cellType.error],
  ['d', cellType.date],
])

export function cellTypeOf(name: string | undefined): number {
  return name === undefined ? cellType.number : (typesByName.get(name) ?? cellType.unknown)
}

/** One cell as the XML has it. The same object serves for all cells of a sheet. */
export interface CellSource {
  /** From 1; 0 when the cell does not say where it is. */
  column: number
  style: number
  /** One of `cellType`. */
  type: number
  hasFormula: boolean
  hasValue: boolean
  /** The value's UTF-8, entities decoded; meaningful when `hasValue`. */
  bytes: Buffer
  start: number
  end: number
}

export const maxColumn = 16_384

/** The column of a cell address (`AB12` → 28); 0 when it is no address within the sheet. */
export function columnOfAddress(address: string): number {
  let column = 0
  let letters = 0
  for (; letters < address.length; letters++) {
    const letter = address.charCodeAt(letters) | 0x20 // small
    if (letter < 0x61 || letter > 0x7a) break
    column = column * 26 + (letter - 0x60)
  }
  const digits = address.length - letters
  if (letters < 1 || letters > 3 || digits < 1 || digits > 7 || column > maxColumn) return 0
  for (let at = letters; at < address.length; at++) {
    const digit = address.charCodeAt(at)
    if (digit < 0x30 || digit > 0x39) return 0
  }
  return column
}
