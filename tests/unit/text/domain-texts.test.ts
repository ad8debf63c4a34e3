import { describe, expect, it } from 'vitest'
import { parseAcademicTerm, parseEwpTerm, parseSemester } from '#shared/domain/academic-term.ts'
import { parseAcademicYear } from '#shared/domain/academic-year.ts'
import { checkAthensChoices, parseAthensCourse, parseAthensSession } from '#shared/domain/athens.ts'
import { parseCefr } from '#shared/domain/cefr.ts'
import { parseCivilDate } from '#shared/domain/civil-date.ts'
import { parseCountryCode } from '#shared/domain/country-codes.ts'
import { readDateText } from '#shared/domain/date-text.ts'
import { parseEmail } from '#shared/domain/email.ts'
import { parseEqf } from '#shared/domain/eqf.ts'
import { parseErasmusCode } from '#shared/domain/erasmus-code.ts'
import { parseEsi } from '#shared/domain/esi.ts'
import { parseGender } from '#shared/domain/gender.ts'
import { parseOid, parsePic, parseRor, parseSchacDomain, parseUai } from '#shared/domain/institution-ids.ts'
import { parseIscedF } from '#shared/domain/isced-f.ts'
import { parseLanguageSkill } from '#shared/domain/languages.ts'
import { parseDecimal, parsePlaces } from '#shared/domain/number-text.ts'
import type { Refusal, Result } from '#shared/domain/result.ts'
import { domainTexts } from '#shared/text/areas/domain.ts'

type Reader = (text: string) => Result<unknown, Refusal<string>>

/** Texts that each reader refuses; together they meet every reason. */
const refused: Readonly<Record<string, readonly [Reader, readonly string[]]>> = {
  'erasmus-code': [
    parseErasmusCode,
    ['', 'F PARIS', 'F PARIS0083', 'F 083', '4045', 'QQ PARIS01', 'ROMA01', 'E MADRID05 (ETSIT)'],
  ],
  pic: [parsePic, ['', 'E10209038', '12']],
  oid: [parseOid, ['', 'X']],
  schac: [parseSchacDomain, ['', 'www.enit.fr', 'uw']],
  ror: [parseRor, ['', 'x', '01fdvj255']],
  uai: [parseUai, ['', 'x', '0650048A']],
  'isced-f': [parseIscedF, ['', 'x', '0698', '11', '0613-0714', '06.1']],
  country: [parseCountryCode, ['', 'ZZ']],
  'academic-year': [parseAcademicYear, ['', 'x', '2026', '2026-2028', '1812/1813']],
  semester: [parseSemester, ['', 'soon']],
  'academic-term': [parseAcademicTerm, ['', 'Spring', '2026/2027', 'S1 2026']],
  'ewp-term': [parseEwpTerm, ['x', '2026/2027-3/2']],
  'civil-date': [parseCivilDate, ['x', '2026-02-30']],
  'date-text': [
    (text) => readDateText(text, { order: 'dmy' }),
    ['', 'x', 'avril 2026', '31/02/2026', '04/13/2026', '3 avrul 2026'],
  ],
  cefr: [parseCefr, ['', 'x', 'B1/B2']],
  eqf: [parseEqf, ['', 'x', '1', '9', 'B/M']],
  gender: [parseGender, ['', 'x1', 'D']],
  email: [parseEmail, ['', 'x', 'a@b.fr c@d.fr', 'a@b']],
  language: [parseLanguageSkill, ['', 'Elvish', 'English B1/B2']],
  esi: [
    parseEsi,
    ['', 'x', 'urn:schac:personalUniqueCode:int:esi:1', 'urn:schac:personalUniqueCode:int:esi:uw.edu.pl'],
  ],
  'athens-session': [parseAthensSession, ['', 'March', '2027-04']],
  'athens-course': [parseAthensCourse, ['', 'x']],
  decimal: [parseDecimal, ['', 'x', '1,234']],
  places: [parsePlaces, ['x', '3,5', '-1', '2026', '2+1', '1-2', '2*']],
}

const placeholders = (sentence: string): readonly string[] =>
  Array.from(sentence.matchAll(/\{\{(\w+)\}\}/g), ([, name = '']) => name).toSorted()

function refusalOf(read: Reader, text: string): Refusal<string> {
  const result = read(text)
  if (result.ok) throw new Error(`accepted ${text}`)
  return result.error
}

describe('sentences of the readers', () => {
  const keys = new Map<string, string>(Object.entries(domainTexts.en))

  it.each(Object.entries(refused))(
    'say every reason of %s, with what they need',
    (subject, [read, texts]) => {
      const refusals = texts.map((text) => refusalOf(read, text))
      for (const { reason, params } of refusals) {
        const sentence = keys.get(`domain.${subject}.${reason}`)
        expect([reason, sentence]).toEqual([reason, expect.any(String)])
        expect(placeholders(sentence ?? '').filter((name) => !(name in params))).toEqual([])
      }
      const notes = ['zero-restored', 'maybe-isced-1997', 'ambiguous', 'century-supplied']
      const unmet = [...keys.keys()]
        .filter((key) => key.startsWith(`domain.${subject}.`))
        .map((key) => key.slice(`domain.${subject}.`.length))
        .filter((reason) => !refusals.some((refusal) => refusal.reason === reason) && !notes.includes(reason))
      expect(unmet).toEqual([])
    },
  )

  it('say what is wrong with ATHENS choices', () => {
    const rules = { catalogue: new Map(), homes: [], minChoices: 3, maxChoices: 1 }
    const issues = checkAthensChoices(['CTU10', 'CTU10', '', '?'], rules)
    expect(issues.map(({ reason }) => reason)).toEqual([
      'unknown-course',
      'duplicate',
      'unknown-course',
      'gap',
      'malformed-code',
      'too-many',
    ])
    for (const { reason, params } of issues) {
      const sentence = keys.get(`domain.athens-choice.${reason}`) ?? ''
      expect(placeholders(sentence).filter((name) => !(name in params))).toEqual([])
    }
  })

  it('need the same things in both languages', () => {
    const french = new Map<string, string>(Object.entries(domainTexts.fr))
    for (const [key, sentence] of keys) {
      expect([key, placeholders(french.get(key) ?? '')]).toEqual([key, placeholders(sentence)])
    }
  })

  it('follow the typography of French', () => {
    const wrong = Object.values(domainTexts.fr).filter((sentence) =>
      /'| [:;?!»]|« |[^\s\u00a0\u202f][;?!](?!\w)/.test(sentence),
    )
    expect(wrong).toEqual([])
  })
})
