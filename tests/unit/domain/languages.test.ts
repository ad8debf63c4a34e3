import { describe, expect, it } from 'vitest'
import {
  formatLanguageSkill,
  languageName,
  listLanguages,
  parseLanguage,
  parseLanguageSkill,
  parseLanguageSkills,
} from '#shared/domain/languages.ts'

describe('the list of languages', () => {
  it('reads each language back from its code and its two names', () => {
    for (const code of listLanguages()) {
      for (const name of [code, languageName(code, 'en'), languageName(code, 'fr')]) {
        expect([name, parseLanguage(name)]).toEqual([name, { ok: true, value: code }])
      }
    }
  })
})

describe('parseLanguage', () => {
  it.each([
    ['EN', 'en'],
    ['ENG', 'en'],
    ['en-GB', 'en'],
    ['pt_BR', 'pt'],
    ['Inglés', 'en'],
    ['castellano', 'es'],
    ['ALLEMAND', 'de'],
    ['tedesco', 'de'],
    ['Ελληνικά', 'el'],
    ['中文', 'zh'],
    ['Nederlands', 'nl'],
    ['bokmål', 'no'],
  ])('reads %j as %s', (written, code) => expect(parseLanguage(written)).toEqual({ ok: true, value: code }))

  it.each([
    ['', 'empty'],
    ['Klingon', 'unknown-language'],
    ['qq', 'unknown-language'],
  ])('refuses %j: %s', (written, reason) =>
    expect(parseLanguage(written)).toMatchObject({ error: { reason } }),
  )
})

describe('parseLanguageSkill', () => {
  it.each([
    ['en:B2', 'en:B2'],
    ['anglais B2', 'en:B2'],
    ['B2 English', 'en:B2'],
    ['English (B2)', 'en:B2'],
    ['DE-B1', 'de:B1'],
    ['Niveau B2 en anglais', 'unknown-language'],
    ['anglais niveau B2', 'en:B2'],
    ['français (langue maternelle)', 'fr:NS'],
    ['inglés', 'en'],
    ['english B2+', 'en:B2'],
    ['English B1/B2', 'several-levels'],
    ['B2', 'empty'],
    ['', 'empty'],
  ])('reads %j as %s', (written, skill) => {
    const result = parseLanguageSkill(written)
    expect(result.ok ? formatLanguageSkill(result.value) : result.error.reason).toBe(skill)
  })
})

describe('parseLanguageSkills', () => {
  it.each([
    ['en:B2, fr:B1', ['en:B2', 'fr:B1']],
    ['English B2 / German B1', ['en:B2', 'de:B1']],
    ['anglais B2 et espagnol', ['en:B2', 'es']],
    ['English B2\nGerman B1', ['en:B2', 'de:B1']],
    ['EN or FR', ['en', 'fr']],
    ['en:B2; en:C1', ['en:B2']],
  ])('reads %j', (written, skills) => {
    const result = parseLanguageSkills(written)
    expect(result.ok && result.value.map(formatLanguageSkill)).toEqual(skills)
  })

  it.each([
    ['', 'empty'],
    ['English B2, Elvish', 'unknown-language'],
  ])('refuses %j: %s', (written, reason) =>
    expect(parseLanguageSkills(written)).toMatchObject({ error: { reason } }),
  )
})
