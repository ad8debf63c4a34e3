import { describe, expect, it } from 'vitest'
import { cefrLevels, compareCefr, meetsCefr, parseCefr } from '#shared/domain/cefr.ts'
import { eqfLevelOfCycle, parseEqf, parseEqfList, studyCycleOf } from '#shared/domain/eqf.ts'

describe('parseCefr', () => {
  it.each([
    ['B2', 'B2'],
    ['b2', 'B2'],
    ['B 2', 'B2'],
    ['B2.1', 'B2'],
    ['C1+', 'C1'],
    ['B2 (anglais)', 'B2'],
    ['Niveau B1 minimum', 'B1'],
    ['≥ B2', 'B2'],
    ['NS', 'NS'],
    ['Native speaker', 'NS'],
    ['langue maternelle', 'NS'],
    ['B2, B2', 'B2'],
  ])('reads %j as %s', (written, level) => expect(parseCefr(written)).toEqual({ ok: true, value: level }))

  it.each([
    ['', 'empty'],
    ['good', 'no-level'],
    ['B3', 'no-level'],
    ['AB12', 'no-level'],
    ['B1/B2', 'several-levels'],
    ['B1-B2', 'several-levels'],
  ])('refuses %j: %s', (written, reason) => expect(parseCefr(written)).toMatchObject({ error: { reason } }))

  it('orders levels', () => {
    expect([...cefrLevels].toReversed().toSorted(compareCefr)).toEqual(cefrLevels)
    expect(meetsCefr('B2', 'B1')).toBe(true)
    expect(meetsCefr('B1', 'B1')).toBe(true)
    expect(meetsCefr('A2', 'B1')).toBe(false)
    expect(meetsCefr('NS', 'C2')).toBe(true)
  })
})

describe('parseEqf', () => {
  it.each([
    [7, 7],
    ['7', 7],
    ['7.0', 7],
    ['EQF 6', 6],
    ['EQF level 3', 3],
    ['ISCED-7', 7],
    ['Level 8', 8],
    ['short cycle', 5],
    ['Bachelor', 6],
    ["Bachelor's degree", 6],
    ['L', 6],
    ['L3', 6],
    ['Undergraduate', 6],
    ['1st cycle', 6],
    ['M', 7],
    ['Bac+5', 7],
    ['Second cycle', 7],
    ['Cycle ingénieur', 7],
    ['PhD', 8],
    ['Ph.D.', 8],
    ['3e cycle', 8],
    ['Doctorat', 8],
  ])('reads %j as %d', (written, level) => expect(parseEqf(written)).toEqual({ ok: true, value: level }))

  it.each([
    ['', 'empty'],
    ['1', 'cycle-or-level'],
    [2, 'cycle-or-level'],
    ['9', 'out-of-range'],
    ['EQF 0', 'out-of-range'],
    ['any', 'unknown-words'],
    ['B/M', 'several-levels'],
    ['6-7', 'several-levels'],
  ])('refuses %j: %s', (written, reason) => expect(parseEqf(written)).toMatchObject({ error: { reason } }))

  it('knows the level of each cycle and back', () => {
    for (const level of Object.values(eqfLevelOfCycle)) {
      const cycle = studyCycleOf(level)
      expect(cycle === undefined ? undefined : eqfLevelOfCycle[cycle]).toBe(level)
    }
    expect(studyCycleOf(4)).toBeUndefined()
  })
})

describe('parseEqfList', () => {
  it.each([
    ['B/M', [6, 7]],
    ['Bachelor, Master', [6, 7]],
    ['BMD', [6, 7, 8]],
    ['M, B', [6, 7]],
    ['6-7', [6, 7]],
    ['undergraduate and graduate', [6, 7]],
    ['Licence et Master', [6, 7]],
    ['Bac+3 / Bac+5', [6, 7]],
    ['Master', [7]],
    ['ug', [6]],
    ['but', [6]],
    [7, [7]],
  ])('reads %j', (written, levels) => expect(parseEqfList(written)).toEqual({ ok: true, value: levels }))

  it('refuses the whole list when a part is unknown', () => {
    expect(parseEqfList('Master, whatever')).toMatchObject({ error: { reason: 'unknown-words' } })
  })
})
