import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  erasmusCodeParts,
  erasmusPrefixes,
  formatErasmusCode,
  looksLikeErasmusCode,
  parseErasmusCode,
} from '#shared/domain/erasmus-code.ts'

const prefix = fc.constantFrom(...Object.keys(erasmusPrefixes))
const city = fc.stringMatching(/^[A-Z]{1,4}-?[A-Z]{1,5}$/)
const number = fc.stringMatching(/^\d{2,3}$/)
const separator = fc.constantFrom(' ', '  ', '\u00a0', ' \u00a0 ', '-', '_', '\u200b ')

it('reads every writing of a code as one canonical code that reads as itself', () => {
  fc.assert(
    fc.property(prefix, separator, city, number, fc.boolean(), (country, space, town, digits, isLower) => {
      const written = `${country}${space}${town}${digits}`
      const result = parseErasmusCode(isLower ? written.toLowerCase() : written)
      expect(result).toEqual({ ok: true, value: `${country.padEnd(3)}${town}${digits}` })
      if (!result.ok) return
      expect(parseErasmusCode(formatErasmusCode(result.value))).toEqual(result)
      expect(erasmusCodeParts(result.value)).toEqual({ prefix: country, city: town, number: digits })
      expect(looksLikeErasmusCode(result.value)).toBe(true)
    }),
  )
})

it('answers for any text, and what it accepts or proposes is canonical', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('A', 'F', 'P', 'I', 'R', ' ', '-', '0', '1') }),
  )
  fc.assert(
    fc.property(text, (written) => {
      const result = parseErasmusCode(written)
      const codes = result.ok ? [result.value] : result.error.candidates
      for (const code of codes) expect(parseErasmusCode(code)).toEqual({ ok: true, value: code })
    }),
  )
})
