import type { Buffer } from 'node:buffer'
import { specialTextBytes } from '#core/sheets/xml/xml-characters.ts'
import { cellType, maxColumn } from './cell-source.ts'
import type { CellSource } from './cell-source.ts'

/**
 * Reads a cell written the way that nearly all programs write it, in one pass over its bytes:
 * `<c r="B2" s="1" t="s"><f>A1*2</f><v>12</v></c>`. Anything else, however slightly different, gets the answer -1 and
 * is read by the strict XML reader: this shortcut never decides what is well-formed. The tests read files both ways.
 */
export function createCellShortcut(
  cell: CellSource,
  isInRow: () => boolean,
  onCell: () => void,
): (bytes: Buffer, from: number) => number {
  return (bytes, from) => {
    if (from + headBytes > bytes.length || bytes[from + 1] !== letterC || !isInRow()) return -1
    let at = readAttributes(cell, bytes, from + 2)
    if (at === -1) return -1
    cell.hasFormula = false
    cell.hasValue = false
    cell.bytes = bytes
    if (bytes[at] === greaterThan) at = readContent(cell, bytes, at + 1)
    else at = bytes[at] === slash && bytes[at + 1] === greaterThan ? at + 2 : -1
    if (at !== -1) onCell()
    return at
  }
}

/** More than `<c r="XFD1048576" s="1234567" t="inlineStr"/>`: so many bytes are read without looking for the end. */
const headBytes = 64
/** More than `</f></c><is><t>` and `</t></is></c>`. */
const tailBytes = 16

const space = 0x20
const quote = 0x22
const slash = 0x2f
const digitZero = 0x30
const digitNine = 0x39
const lessThan = 0x3c
const equalsSign = 0x3d
const greaterThan = 0x3e
const letterC = 0x63
const letterF = 0x66
const letterI = 0x69
const letterR = 0x72
const letterS = 0x73
const letterT = 0x74
const letterV = 0x76

/** Reads ` r="B2" s="1" t="s"`, each at most once, in any order. Returns the position after them. */
function readAttributes(cell: CellSource, bytes: Buffer, from: number): number {
  let at = from
  cell.column = 0
  cell.style = 0
  cell.type = cellType.number
  let hasStyle = false
  let hasType = false
  while (bytes[at] === space) {
    if (bytes[at + 2] !== equalsSign || bytes[at + 3] !== quote) return -1
    const name = bytes[at + 1]
    at += 4
    if (name === letterR && cell.column === 0) at = readAddress(cell, bytes, at)
    else if (name === letterS && !hasStyle) {
      at = readStyle(cell, bytes, at)
      hasStyle = true
    } else if (name === letterT && !hasType) {
      at = readType(cell, bytes, at)
      hasType = true
    } else return -1
    if (at === -1) return -1
  }
  return at
}

function readAddress(cell: CellSource, bytes: Buffer, from: number): number {
  let at = from
  let column = 0
  let byte = bytes[at] ?? 0
  while (byte >= 0x41 && byte <= 0x5a && column <= maxColumn) {
    column = column * 26 + (byte - 0x40)
    byte = bytes[++at] ?? 0
  }
  const end = digitsEnd(bytes, at)
  if (bytes[end] !== quote || column === 0 || column > maxColumn || end === at || end - at > 7) return -1
  cell.column = column
  return end + 1
}

function readStyle(cell: CellSource, bytes: Buffer, from: number): number {
  const end = digitsEnd(bytes, from)
  if (bytes[end] !== quote || end === from || end - from > 7) return -1
  let style = 0
  for (let at = from; at < end; at++) style = style * 10 + ((bytes[at] ?? 0) - digitZero)
  cell.style = style
  return end + 1
}

/** Where the digits end, looking no further than eight. */
function digitsEnd(bytes: Buffer, from: number): number {
  let at = from
  let byte = bytes[at] ?? 0
  while (byte >= digitZero && byte <= digitNine && at - from < 8) byte = bytes[++at] ?? 0
  return at
}

/** Types of one letter, by that letter; 0 where there is none. */
const typesByLetter = new Uint8Array(256)
typesByLetter[0x62] = cellType.boolean
typesByLetter[0x64] = cellType.date
typesByLetter[0x65] = cellType.error
typesByLetter[letterS] = cellType.shared

function readType(cell: CellSource, bytes: Buffer, from: number): number {
  if (bytes[from + 1] === quote) {
    cell.type = typesByLetter[bytes[from] ?? 0] ?? 0
    return cell.type === cellType.number && bytes[from] !== 0x6e ? -1 : from + 2
  }
  const name = bytes.toString('latin1', from, from + 'inlineStr"'.length)
  if (name.startsWith('str"')) {
    cell.type = cellType.text
    return from + 'str"'.length
  }
  if (name !== 'inlineStr"') return -1
  cell.type = cellType.inline
  return from + name.length
}

/** Reads what stands between the start tag and the end of the cell. Returns the position after `</c>`. */
function readContent(cell: CellSource, bytes: Buffer, from: number): number {
  let at = from
  if (bytes[at] !== lessThan) return -1
  if (bytes[at + 1] === letterF && bytes[at + 2] === greaterThan) {
    const end = plainTextEnd(bytes, at + 3)
    if (end === -1 || !isEndTag(bytes, end, letterF)) return -1
    cell.hasFormula = true
    at = end + 4
    if (bytes[at] !== lessThan) return -1
  }
  if (bytes[at + 1] === letterV && bytes[at + 2] === greaterThan) {
    const end = setValue(cell, bytes, at + 3)
    return end !== -1 && isEndTag(bytes, end, letterV) && isEndTag(bytes, end + 4, letterC) ? end + 8 : -1
  }
  if (isInlineStart(bytes, at)) return readInline(cell, bytes, at + '<is><t>'.length)
  return isEndTag(bytes, at, letterC) ? at + 4 : -1
}

function readInline(cell: CellSource, bytes: Buffer, from: number): number {
  const end = setValue(cell, bytes, from)
  cell.type = cellType.inline
  return end !== -1 && bytes.toString('latin1', end, end + 13) === '</t></is></c>' ? end + 13 : -1
}

function setValue(cell: CellSource, bytes: Buffer, from: number): number {
  const end = plainTextEnd(bytes, from)
  cell.hasValue = true
  cell.start = from
  cell.end = end
  return end
}

/** True at `</x>`. */
function isEndTag(bytes: Buffer, at: number, name: number): boolean {
  return (
    bytes[at] === lessThan &&
    bytes[at + 1] === slash &&
    bytes[at + 2] === name &&
    bytes[at + 3] === greaterThan
  )
}

function isInlineStart(bytes: Buffer, at: number): boolean {
  return bytes[at + 1] === letterI && bytes.toString('latin1', at, at + 7) === '<is><t>'
}

/** 1 for the bytes that end plain text: `<`, and those that need the care of the XML reader. */
const stops = Uint8Array.from(specialTextBytes)
stops[lessThan] = 1

/** Where plain text ends; -1 when the bytes that follow it may not all be there. */
function plainTextEnd(bytes: Buffer, from: number): number {
  const limit = bytes.length - tailBytes
  let at = from
  while (at < limit && stops[bytes[at] ?? 0] === 0) at++
  return at < limit ? at : -1
}
