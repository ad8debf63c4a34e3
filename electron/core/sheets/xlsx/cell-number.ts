import type { Buffer } from 'node:buffer'

const minus = 0x2d
const plus = 0x2b
const point = 0x2e
const zero = 0x30
const lowerE = 0x65

/** Powers of ten that a double holds exactly: dividing or multiplying by them rounds once, as parsing would. */
const powersOfTen: Float64Array = Float64Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`))
/** Digits that make a number up to here are exact as a double, and so is their division by an exact power of ten. */
const maxExact = Number.MAX_SAFE_INTEGER
/** Longer than any number that a program writes in full. */
const maxLength = 400

/**
 * The number written in the bytes (xsd:double, without NaN and INF), or NaN when they hold anything else. Short
 * numbers, nearly all of them, are read without making a string.
 */
export function parseNumber(bytes: Buffer, start: number, end: number): number {
  let from = start
  let to = end
  while (from < to && isBlank(bytes[from])) from++
  while (to > from && isBlank(bytes[to - 1])) to--
  let at = from
  const sign = bytes[at] === minus ? -1 : 1
  if (bytes[at] === minus || bytes[at] === plus) at++
  let mantissa = 0
  let digits = 0
  let decimals = 0
  let pointAt = -1
  for (; at < to; at++) {
    const byte = bytes[at] ?? 0
    const digit = byte - zero
    if (digit >= 0 && digit <= 9) {
      mantissa = mantissa * 10 + digit
      digits++
    } else if (byte === point && pointAt === -1) pointAt = at
    else break
  }
  if (digits === 0) return Number.NaN
  if (pointAt !== -1) decimals = at - pointAt - 1
  const power = powersOfTen[decimals]
  if (at === to && mantissa <= maxExact && power !== undefined) return (sign * mantissa) / power + 0
  return parseLong(bytes, from, at, to)
}

/** Numbers with an exponent or with more digits than are exact. */
function parseLong(bytes: Buffer, from: number, exponentAt: number, to: number): number {
  if (to - from > maxLength) return Number.NaN
  if (exponentAt < to) {
    if (((bytes[exponentAt] ?? 0) | 0x20) !== lowerE) return Number.NaN
    let at = exponentAt + 1
    if (bytes[at] === minus || bytes[at] === plus) at++
    if (at === to) return Number.NaN
    for (; at < to; at++) if (!isDigit(bytes[at])) return Number.NaN
  }
  const value = Number(bytes.toString('latin1', from, to)) + 0
  return Number.isFinite(value) ? value : Number.NaN
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= zero && byte <= zero + 9
}

function isBlank(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09
}
