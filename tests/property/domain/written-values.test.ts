import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  checkAthensChoices,
  nextAthensSession,
  parseAthensCourse,
  parseAthensSession,
} from '#shared/domain/athens.ts'
import { cefrLevels, parseCefr } from '#shared/domain/cefr.ts'
import { emailKey, parseEmail, parseEmailList } from '#shared/domain/email.ts'
import { eqfLevels, parseEqf, parseEqfList } from '#shared/domain/eqf.ts'
import { parseEsi } from '#shared/domain/esi.ts'
import { parseGender } from '#shared/domain/gender.ts'
import {
  formatLanguageSkill,
  listLanguages,
  parseLanguage,
  parseLanguageSkill,
  parseLanguageSkills,
} from '#shared/domain/languages.ts'
import { parseDecimal, parsePlaces } from '#shared/domain/number-text.ts'

it('answers for any text, and reads what it has read as itself', () => {
  const alphabet = fc.constantFrom(...Array.from('aAbBcCmM120367.,;:@<>-+/()\u00a0 é€'))
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: alphabet })), (text) => {
      const parsers = [
        parseCefr,
        parseGender,
        parseEmail,
        parseLanguage,
        parseEsi,
        parseAthensSession,
        parseAthensCourse,
      ]
      for (const parse of parsers) {
        const result = parse(text)
        expect(result.ok ? parse(result.value) : result).toEqual(result)
      }
      for (const parse of [
        parseEqf,
        parseEqfList,
        parseEmailList,
        parseLanguageSkills,
        parseDecimal,
        parsePlaces,
      ]) {
        expect(typeof parse(text).ok).toBe('boolean')
      }
    }),
  )
})

it('reads back the language skills it writes', () => {
  const skill = fc.record(
    { language: fc.constantFrom(...listLanguages()), level: fc.constantFrom(...cefrLevels) },
    { requiredKeys: ['language'] },
  )
  fc.assert(
    fc.property(fc.uniqueArray(skill, { selector: ({ language }) => language, minLength: 1 }), (skills) => {
      expect(parseLanguageSkills(skills.map(formatLanguageSkill).join(', '))).toEqual({
        ok: true,
        value: skills,
      })
      for (const one of skills)
        expect(parseLanguageSkill(formatLanguageSkill(one))).toEqual({ ok: true, value: one })
    }),
  )
})

it('reads the levels it is given as one sorted list', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.constantFrom(...eqfLevels), { minLength: 1 }), (levels) => {
      const written = levels.map((level) => `EQF ${level}`).join(', ')
      expect(parseEqfList(written)).toEqual({ ok: true, value: levels.toSorted((a, b) => a - b) })
    }),
  )
})

it('reads mail addresses with a name before them', () => {
  fc.assert(
    fc.property(fc.emailAddress(), fc.stringMatching(/^[A-Z][a-z]{1,8} [A-Z][a-z]{1,8}$/), (email, name) => {
      const bare = parseEmail(email)
      fc.pre(bare.ok && !email.startsWith("'"))
      expect(parseEmail(`${name} <${email}>`)).toEqual(bare)
      expect(bare.ok && emailKey(bare.value)).toBe(email.toLowerCase())
    }),
  )
})

it('reads a number as each language writes it', () => {
  const cents = fc.integer({ min: -99_999_999, max: 99_999_999 })
  fc.assert(
    fc.property(
      cents,
      fc.constantFrom('fr-FR', 'en-GB', 'de-DE', 'de-CH', 'es-ES', 'it-IT'),
      (amount, locale) => {
        const written = (amount / 100).toLocaleString(locale, { minimumFractionDigits: 2 })
        expect([written, parseDecimal(written)]).toEqual([
          written,
          { ok: true, value: amount === 0 ? 0 : amount / 100 },
        ])
      },
    ),
  )
})

it('reads a count of places however it is padded', () => {
  fc.assert(
    fc.property(
      fc.nat(999),
      fc.constantFrom('', ' ', '\u00a0', '.0', ' places', ' students'),
      (count, after) => {
        expect(parsePlaces(`${count}${after}`)).toEqual({ ok: true, value: count })
      },
    ),
  )
})

it('finds nothing wrong with distinct courses of the catalogue, and something once one is repeated', () => {
  const codes = fc.uniqueArray(fc.stringMatching(/^[A-Z]{2,5}[1-9]\d{0,2}$/), { minLength: 1, maxLength: 7 })
  fc.assert(
    fc.property(codes, (choices) => {
      const catalogue = new Map(
        choices.flatMap((choice) => {
          const code = parseAthensCourse(choice)
          return code.ok ? [[code.value, { institution: 'CTU', town: 'Prague' }] as const] : []
        }),
      )
      const rules = {
        catalogue,
        homes: [{ institution: 'UPM', town: 'Madrid' }],
        minChoices: 1,
        maxChoices: 8,
      }
      expect(checkAthensChoices(choices, rules)).toEqual([])
      expect(checkAthensChoices([...choices, choices[0] ?? ''], rules).map(({ reason }) => reason)).toEqual([
        'duplicate',
      ])
    }),
  )
})

it('has two sessions a year, one after the other', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1996, max: 2090 }), fc.constantFrom('03', '11'), (year, month) => {
      const session = parseAthensSession(`${year}-${month}`)
      fc.pre(session.ok)
      const next = session.ok ? nextAthensSession(nextAthensSession(session.value)) : ''
      expect(next).toBe(`${year + 1}-${month}`)
    }),
  )
})
