import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseOid, parsePic, parseRor, parseSchacDomain, parseUai } from '#shared/domain/institution-ids.ts'

it('reads what it has read as itself, whatever the text', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.stringMatching(/^\d{9}$/),
    fc.stringMatching(/^[eE]1\d{7}$/),
    fc.stringMatching(/^0[0-9a-z]{6}\d{2}$/),
    fc.stringMatching(/^\d{7}[A-Z]$/),
    fc.domain(),
  )
  fc.assert(
    fc.property(text, (written) => {
      for (const parse of [parsePic, parseOid, parseSchacDomain, parseRor, parseUai]) {
        const result = parse(written)
        expect(result.ok ? parse(result.value) : result).toEqual(result)
      }
    }),
  )
})

it('accepts one check letter of 23 for a French school', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d{7}$/), (digits) => {
      const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ').filter(
        (letter) => parseUai(digits + letter).ok,
      )
      expect(letters).toHaveLength(1)
    }),
  )
})

it('notices one wrong character in a ROR identifier', () => {
  const digit = fc.constantFrom(...Array.from('0123456789abcdefghjkmnpqrstvwxyz'))
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6 }), digit, (at, other) => {
      const ror = '01fdvj254'
      fc.pre(ror.charAt(at) !== other)
      expect(parseRor(ror.slice(0, at) + other + ror.slice(at + 1)).ok).toBe(false)
    }),
  )
})
