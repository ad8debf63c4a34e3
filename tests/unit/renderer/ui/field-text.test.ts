import { describe, expect, it } from 'vitest'
import { createTranslate } from '#shared/text/text.ts'
import { readBack, shownText, typedText } from '#renderer/ui/form/field-text.ts'
import { createFormat } from '#renderer/ui/format.ts'
import { isFoundIn } from '#renderer/ui/search-words.ts'

const english = { language: 'en', t: createTranslate('en'), format: createFormat('en') } as const
const french = { language: 'fr', t: createTranslate('fr'), format: createFormat('fr') } as const

describe('a value in a form', () => {
  it('is written as one types it', () => {
    expect(typedText({ type: 'date' }, '2026-04-03', english)).toBe('03/04/2026')
    expect(typedText({ type: 'decimal' }, 1234.5, french)).toBe('1234,5')
    expect(typedText({ type: 'text' }, null, french)).toBe('')
  })

  it('is shown as one reads it', () => {
    expect(shownText({ type: 'date' }, '2026-04-03', french, undefined)).toBe('3 avril 2026')
    expect(shownText({ type: 'country' }, 'DE', french, undefined)).toBe('Allemagne')
    expect(shownText({ type: 'boolean' }, false, english, undefined)).toBe('No')
    expect(shownText({ type: 'choice', choices: ['a'] }, 'a', english, () => 'Word')).toBe('Word')
  })

  it('keeps the significant spaces of a code', () => {
    expect(shownText({ type: 'code', code: 'erasmus' }, 'F  PARIS104', english, undefined)).toBe(
      'F  PARIS104',
    )
  })
})

describe('what was understood of a typed text', () => {
  it('is said for a day even where it is written in full, since figures can be misread', () => {
    expect(readBack({ type: 'date' }, '3/4/2026', '2026-04-03', english)).toBe('3 April 2026')
  })

  it('is said where the value kept differs from the text', () => {
    expect(readBack({ type: 'code', code: 'erasmus' }, 'f paris 104', 'F  PARIS104', english)).toBe(
      'F  PARIS104',
    )
    expect(readBack({ type: 'academic-year' }, '2026-27', '2026/2027', english)).toBe('2026/2027')
  })

  it('is not said where the text says it already, or says nothing', () => {
    expect(readBack({ type: 'academic-year' }, '2026/2027', '2026/2027', english)).toBeUndefined()
    expect(readBack({ type: 'date' }, ' ', null, english)).toBeUndefined()
  })
})

describe('words searched for', () => {
  it('are found in any order, whatever the case and accents', () => {
    expect(isFoundIn('États-Unis d’Amérique', 'amerique ETATS')).toBe(true)
    expect(isFoundIn('Suède', 'suede')).toBe(true)
    expect(isFoundIn('Suède', 'suisse')).toBe(false)
  })

  it('are found everywhere when there are none', () => {
    expect(isFoundIn('Suède', ' ')).toBe(true)
  })
})
