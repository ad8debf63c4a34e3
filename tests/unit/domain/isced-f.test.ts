import { describe, expect, it } from 'vitest'
import {
  iscedFLabel,
  iscedFLevel,
  iscedFParent,
  isIscedF,
  isReportable,
  isWithinIscedF,
  listIscedF,
  parseIscedF,
  parseIscedList,
} from '#shared/domain/isced-f.ts'
import type { IscedF } from '#shared/domain/isced-f.ts'

function codeOf(text: string | number): IscedF {
  const result = parseIscedF(text)
  if (!result.ok) throw new Error(result.error.reason)
  return result.value.code
}

describe('the classification', () => {
  it('has 190 fields, 130 of them detailed, each with two labels', () => {
    const codes = listIscedF()
    expect(codes).toHaveLength(190)
    expect(codes.filter((code) => iscedFLevel(code) === 'detailed')).toHaveLength(130)
    for (const code of codes) {
      expect(iscedFLabel(code, 'en')).not.toBe('')
      expect(iscedFLabel(code, 'fr')).not.toBe('')
    }
  })

  it('holds every field in a broader one, except the broad ones', () => {
    for (const code of listIscedF())
      expect(iscedFParent(code)?.length).toBe(code.length === 2 ? undefined : code.length - 1)
  })

  it('names a field in both languages', () => {
    expect(iscedFLabel(codeOf('0613'), 'en')).toBe('Software and applications development and analysis')
    expect(iscedFLabel(codeOf('0613'), 'fr')).toBe('Développement et analyse de logiciels et d’applications')
  })

  it('knows what is within a field', () => {
    expect(isWithinIscedF(codeOf('0613'), codeOf('06'))).toBe(true)
    expect(isWithinIscedF(codeOf('0713'), codeOf('061'))).toBe(false)
  })
})

describe('parseIscedF', () => {
  it.each([
    ['0613', '0613'],
    ['613', '0613'],
    [613, '0613'],
    ['613.0', '0613'],
    ['0613 Software and applications', '0613'],
    ['0714 - Electronics and automation', '0714'],
    ['ISCED-F 0613', '0613'],
    ['ISCED 2013: 0613', '0613'],
    ['061.3', '0613'],
    ['061', '061'],
    [61, '061'],
    ['06', '06'],
    [6, '06'],
    ['0410', '0410'],
    ['Physique', '0533'],
    ['electronics and AUTOMATION', '0714'],
    ['Law', '0421'],
  ])('reads %j as %s', (written, code) => expect(codeOf(written)).toBe(code))

  it('says the level and whether a zero was restored', () => {
    expect(parseIscedF(71)).toEqual({
      ok: true,
      value: { code: '071', level: 'narrow', isZeroRestored: true, maybeIsced1997: false },
    })
    expect(parseIscedF('0714')).toMatchObject({ value: { level: 'detailed', isZeroRestored: false } })
  })

  it('warns that a code without zero may be of the classification of 1997', () => {
    expect(parseIscedF('521')).toMatchObject({ value: { code: '0521', maybeIsced1997: true } })
    expect(parseIscedF('0521')).toMatchObject({ value: { maybeIsced1997: false } })
  })

  it.each([
    ['', 'empty'],
    ['Informatique et réseaux', 'no-code'],
    ['0999 9', 'accepted'],
    ['0698', 'unknown-code'],
    ['523', 'unknown-code'],
    ['1234', 'unknown-code'],
    ['06130', 'no-code'],
    ['06.1', 'old-subject-area'],
    ['11.3 Informatics', 'old-subject-area'],
    ['0613-0714', 'several-codes'],
    ['0613, 0714', 'several-codes'],
  ])('answers %j with %s', (written, reason) => {
    const result = parseIscedF(written)
    expect(result.ok ? 'accepted' : result.error.reason).toBe(reason)
  })

  it('refuses a number that may be two codes and gives both', () => {
    expect(parseIscedF(11)).toMatchObject({ error: { reason: 'ambiguous', candidates: ['011', '0011'] } })
  })
})

describe('parseIscedList', () => {
  it.each([
    ['0613, 0714', ['0613', '0714']],
    ['0613/0714;0541', ['0613', '0714', '0541']],
    ['0613 0714', ['0613', '0714']],
    ['613\n714', ['0613', '0714']],
    ['0612 Database and network design and administration, 0613 Software', ['0612', '0613']],
    ['0613, 0613', ['0613']],
    ['0714', ['0714']],
    ['Matériaux (verre, papier, plastique et bois)', ['0722']],
  ])('reads %j', (written, codes) => {
    const result = parseIscedList(written)
    expect(result.ok && result.value.map(({ code }) => code)).toEqual(codes)
  })

  it.each([
    ['', 'empty'],
    ['0613, 0698', 'unknown-code'],
    ['0611-0619', 'several-codes'],
    ['all', 'no-code'],
  ])('refuses %j: %s', (written, reason) =>
    expect(parseIscedList(written)).toMatchObject({ error: { reason } }),
  )
})

describe('isReportable', () => {
  it('takes four digits only', () => {
    expect(['06', '061', '0613'].filter(isIscedF).map(isReportable)).toEqual([false, false, true])
  })
})
