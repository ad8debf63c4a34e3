import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { cleanText, foldText, matchKey, searchTokens } from '#shared/domain/text-folding.ts'

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom(...Array.from('aÉéłØß \u00a0\u200b\ufeff’`´–-\t\n\u0301İıΣς1')) }),
)

it('folds a folded text to itself', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(foldText(foldText(text))).toBe(foldText(text))
    }),
  )
})

it('cleans a clean text to itself', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(cleanText(cleanText(text))).toBe(cleanText(text))
    }),
  )
})

it('folds a text and its clean form alike', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(foldText(cleanText(text))).toBe(foldText(text))
    }),
  )
})

it('folds composed and decomposed writing alike', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(foldText(text.normalize('NFD'))).toBe(foldText(text.normalize('NFC')))
    }),
  )
})

it('makes the match key of a match key itself, and tokens join to it', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(matchKey(matchKey(text))).toBe(matchKey(text))
      expect(searchTokens(text).join(' ')).toBe(matchKey(text))
    }),
  )
})
