import { describe, expect, it } from 'vitest'
import {
  athensSessionParts,
  checkAthensChoices,
  nextAthensSession,
  parseAthensCourse,
  parseAthensSession,
} from '#shared/domain/athens.ts'
import type { AthensChoiceRules, AthensCourse, AthensCourseCode } from '#shared/domain/athens.ts'

function course(text: string): AthensCourseCode {
  const result = parseAthensCourse(text)
  if (!result.ok) throw new Error(text)
  return result.value
}

describe('parseAthensSession', () => {
  it.each([
    ['2027-03', '2027-03'],
    ['03/2027', '2027-03'],
    ['March 2027', '2027-03'],
    ['ATHENS novembre 2026', '2026-11'],
    ['Nov. 2026', '2026-11'],
    ['2026/11', '2026-11'],
  ])('reads %j as %s', (written, session) =>
    expect(parseAthensSession(written)).toEqual({ ok: true, value: session }),
  )

  it.each([
    ['', 'empty'],
    ['March', 'no-year'],
    ['2027-04', 'not-a-session-month'],
    ['11/03/2027', 'not-a-session-month'],
    ['2027', 'not-a-session-month'],
  ])('refuses %j: %s', (written, reason) =>
    expect(parseAthensSession(written)).toMatchObject({ error: { reason } }),
  )

  it('gives the parts of its label and the session that follows', () => {
    const session = parseAthensSession('2026-11')
    if (!session.ok) throw new Error(session.error.reason)
    expect(athensSessionParts(session.value)).toEqual({
      month: 'november',
      year: 2026,
      academicYear: '2026/2027',
    })
    const next = nextAthensSession(session.value)
    expect(athensSessionParts(next)).toEqual({ month: 'march', year: 2027, academicYear: '2026/2027' })
    expect(nextAthensSession(next)).toBe('2027-11')
  })
})

describe('parseAthensCourse', () => {
  it.each([
    ['TPT-39', 'TPT39'],
    ['tpt 39', 'TPT39'],
    ['TPT39', 'TPT39'],
    ['CTU01', 'CTU1'],
    ['TPT–09', 'TPT9'],
  ])('reads %j as %s', (written, code) =>
    expect(parseAthensCourse(written)).toEqual({ ok: true, value: code }),
  )

  it.each([
    ['', 'empty'],
    ['T39', 'malformed'],
    ['TPT', 'malformed'],
    ['TPT1234', 'malformed'],
    ['TELECOMS1', 'malformed'],
    ['39-TPT', 'malformed'],
  ])('refuses %j: %s', (written, reason) =>
    expect(parseAthensCourse(written)).toMatchObject({ error: { reason } }),
  )
})

describe('checkAthensChoices', () => {
  const catalogue = new Map<AthensCourseCode, AthensCourse>([
    [course('TPT39'), { institution: 'Télécom Paris', town: 'Palaiseau' }],
    [course('MP10'), { institution: 'Mines Paris', town: 'Paris' }],
    [course('CTU10'), { institution: 'CTU', town: 'Prague' }],
    [course('UPM7'), { institution: 'UPM', town: 'Madrid' }],
  ])
  const rules: AthensChoiceRules = {
    catalogue,
    homes: [{ institution: 'Telecom Paris', town: 'Palaiseau' }],
    minChoices: 1,
    maxChoices: 3,
  }
  const found = (choices: readonly string[], other: Partial<AthensChoiceRules> = {}) =>
    checkAthensChoices(choices, { ...rules, ...other }).map(({ rank, reason }) => `${rank} ${reason}`)

  it('accepts ranked choices, empty ranks after the last one included', () => {
    expect(found(['CTU-10', 'UPM 7', 'mp10', '', ''])).toEqual([])
  })

  it('finds duplicates however they are written', () => {
    expect(found(['CTU10', 'UPM7', 'ctu-10'])).toEqual(['3 duplicate'])
  })

  it('finds a rank left empty before another', () => {
    expect(found(['CTU10', ' ', 'UPM7'])).toEqual(['2 gap'])
  })

  it('finds courses that the session does not have', () => {
    expect(found(['CTU11', 'third week'])).toEqual(['1 unknown-course', '2 malformed-code'])
  })

  it('refuses the own institution and its town, and those of an exchange student', () => {
    expect(found(['TPT39'])).toEqual(['1 home-institution'])
    const homes = [...rules.homes, { institution: 'Universidad de Madrid', town: 'MADRID' }]
    expect(found(['UPM7', 'CTU10'], { homes })).toEqual(['1 home-town'])
  })

  it('counts the choices', () => {
    expect(found(['CTU10', 'UPM7', 'MP10'], { maxChoices: 2 })).toEqual(['3 too-many'])
    expect(found(['CTU10'], { minChoices: 2 })).toEqual(['2 too-few'])
    expect(found([])).toEqual(['1 too-few'])
  })
})
