import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseNumber } from '#core/sheets/xlsx/cell-number.ts'
import { columnOfAddress } from '#core/sheets/xlsx/cell-source.ts'
import { serialToIso } from '#core/sheets/xlsx/excel-date.ts'
import { classifyFormat } from '#core/sheets/xlsx/number-format.ts'
import { columnLetters } from '#shared/domain/column-letters.ts'

function parse(text: string): number {
  const bytes = Buffer.from(`<v>${text}</v>`)
  return parseNumber(bytes, 3, bytes.length - 4)
}

const decimals = fc.stringMatching(/^[-+]?\d{0,20}\.?\d{0,20}(?:[eE][-+]?\d{1,3})?$/)

describe('a number', () => {
  it('is the double that JavaScript makes of the same text, to the last bit', () => {
    fc.assert(
      fc.property(fc.oneof(decimals, fc.double().map(String), fc.integer().map(String)), (text) => {
        const expected = /\d/.test(text.replace(/e.*$/i, '')) ? Number(text) : Number.NaN
        expect(parse(text)).toBe(Number.isFinite(expected) ? expected + 0 : Number.NaN)
      }),
      { numRuns: 5_000 },
    )
  })

  it('is nothing that is not written as a decimal number', () => {
    const pieces = fc
      .array(fc.constantFrom(...Array.from('0159.,-+eE xn')), { maxLength: 8 })
      .map((chosen) => chosen.join(''))
    fc.assert(
      fc.property(pieces, (text) => {
        const isDecimal = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/.test(text.trim())
        const expected = isDecimal && Number.isFinite(Number(text)) ? Number(text) + 0 : Number.NaN
        expect(parse(text)).toBe(expected)
      }),
      { numRuns: 5_000 },
    )
  })
})

describe('an address', () => {
  it('leads back to its column', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 16_384 }),
        fc.integer({ min: 1, max: 1_048_576 }),
        (column, row) => {
          expect(columnOfAddress(`${columnLetters(column)}${row}`)).toBe(column)
        },
      ),
    )
  })
})

describe('a date', () => {
  it('of any day from March 1900 to the year 9999 is found again from its number', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 61, max: 2_958_465 }),
        fc.integer({ min: 0, max: 86_399 }),
        (days, seconds) => {
          const moment = new Date(Date.UTC(1899, 11, 30 + days, 0, 0, seconds)).toISOString()
          const serial = days + seconds / 86_400
          expect(serialToIso(serial, 'date', false)).toBe(moment.slice(0, 10))
          expect(serialToIso(serial, 'date-time', false)).toBe(moment.slice(0, 19))
          expect(serialToIso(days - 1_462, 'date', true)).toBe(days < 1_462 ? undefined : moment.slice(0, 10))
        },
      ),
    )
  })

  it('is made of a real day or of nothing, whatever the number', () => {
    fc.assert(
      fc.property(
        fc.double(),
        fc.constantFrom('date', 'time', 'date-time'),
        fc.boolean(),
        (serial, kind, is1904) => {
          const iso = serialToIso(serial, kind, is1904)
          expect(
            iso === undefined || !Number.isNaN(Date.parse(iso.includes('-') ? iso : `2000-01-01T${iso}`)),
          ).toBe(true)
        },
      ),
    )
  })
})

describe('a number format', () => {
  it('of any characters is judged, and quickly', () => {
    const formats = fc
      .array(fc.constantFrom(...Array.from('ymdhs0#?.;:/\\"[]*_@ eE+-AP')), { maxLength: 300 })
      .map((chosen) => chosen.join(''))
    fc.assert(
      fc.property(formats, (format) => {
        const started = performance.now()
        expect(['number', 'date', 'time', 'date-time']).toContain(classifyFormat(format))
        expect(performance.now() - started).toBeLessThan(100)
      }),
    )
  })
})
