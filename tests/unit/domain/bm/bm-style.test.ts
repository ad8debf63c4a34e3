import { describe, expect, it } from 'vitest'
import type { BmValue, BmValueKind } from '#shared/domain/bm/bm-fields.ts'
import { readCell, readFlag, styleOf, writeCell, type SeenColumn } from '#shared/domain/bm/bm-style.ts'

const names = {
  country: (code: string) => ({ GR: 'Greece', GB: 'United Kingdom', FR: 'France' })[code] ?? code,
  choice: (code: string) => code,
}
const nothing = () => undefined
const readCountry = (word: string) =>
  ({ EL: 'GR', GR: 'GR', Greece: 'GR', 'EL - Greece': 'GR', FR: 'FR', France: 'FR', 'FR - France': 'FR' })[
    word
  ]

function seen(values: Partial<SeenColumn> = {}): SeenColumn {
  return {
    label: '',
    hint: '',
    samples: [],
    allowed: null,
    hasDates: false,
    hasNumbers: false,
    hasBooleans: false,
    ...values,
  }
}

function written(
  value: BmValue,
  kind: BmValueKind,
  look: Partial<SeenColumn>,
  read: (word: string) => string | undefined = nothing,
) {
  return writeCell(value, kind, styleOf(kind, seen(look), read), names)
}
const text = (value: string) => ({ kind: 'text', text: value })

describe('dates', () => {
  it.each([
    ['as the row of formats says', { hint: 'DD-MM-YYYY', samples: ['2026/01/02'] }, '03-02-2027'],
    ['as the rows show', { samples: ['25/12/2026'] }, '03/02/2027'],
    ['year first', { samples: ['2026-12-25'] }, '2027-02-03'],
    ['month first, where a day over 12 shows it', { samples: ['01/02/2026', '12/25/2026'] }, '02/03/2027'],
    ['as the label says', { label: 'Start date (dd/mm/yyyy)' }, '03/02/2027'],
  ] as const)('%s', (_, look, expected) => {
    expect(written('2027-02-03', 'date', look)).toEqual({ kind: 'date', iso: '2027-02-03', text: expected })
  })

  it('are real dates where the cells are', () => {
    expect(written('2027-02-03', 'date', { hasDates: true, label: 'dd/mm/yyyy' })).toEqual({
      kind: 'date',
      iso: '2027-02-03',
      text: null,
    })
  })
})

describe('amounts', () => {
  it.each([
    [{ samples: ['1200,50', '300'] }, text('1234,50')],
    [{ samples: ['1200.5'] }, text('1234.50')],
    [
      { hasNumbers: true, samples: ['1200.5'] },
      { kind: 'number', number: 1234.5 },
    ],
    [{}, { kind: 'number', number: 1234.5 }],
  ] as const)('%o', (look, expected) => {
    expect(written(1234.5, 'amount', look)).toEqual(expected)
  })
})

describe('flags', () => {
  it.each([
    [{}, 'YES'],
    [{ samples: ['No', 'No'] }, 'Yes'],
    [{ samples: ['false'] }, 'true'],
    [{ allowed: ['OUI', 'NON'] }, 'OUI'],
    [{ allowed: ['Yes - flag on', 'No - flag off'] }, 'Yes - flag on'],
  ] as const)('%o', (look, expected) => {
    expect(written(true, 'flag', look)).toEqual(text(expected))
  })

  it('are true and false where the cells are, and figures where a list of figures allows them', () => {
    expect(written(false, 'flag', { hasBooleans: true, samples: ['TRUE'] })).toEqual({
      kind: 'boolean',
      flag: false,
    })
    expect(written(true, 'flag', { allowed: ['0', '1'] })).toEqual({ kind: 'number', number: 1 })
  })
})

describe('countries', () => {
  it.each([
    ['the codes of the Union by themselves', {}, 'EL'],
    ['as the rows show', { samples: ['GR', 'FR'] }, 'GR'],
    ['ISO codes, where the rows show them', { samples: ['GB'] }, 'GR'],
    ['code and name', { samples: ['FR - France'] }, 'EL - Greece'],
    ['names', { samples: ['France'] }, 'Greece'],
    ['the item of the list', { allowed: ['FR - France', 'EL - Greece'] }, 'EL - Greece'],
  ] as const)('%s', (_, look, expected) => {
    expect(written('GR', 'country', look, readCountry)).toEqual(text(expected))
  })

  it('stay out of a list that lacks them', () => {
    expect(written('GB', 'country', { allowed: ['FR', 'EL'] }, readCountry)).toEqual({
      kind: 'not-listed',
      value: 'United Kingdom',
    })
  })
})

it('leaves a cell alone where nothing is known', () => {
  expect(written(null, 'text', {})).toEqual({ kind: 'empty' })
})

it('keeps codes texts, zeros and all', () => {
  expect(written('0613', 'code', { hasNumbers: true })).toEqual(text('0613'))
})

describe('reading back', () => {
  it.each([
    ['date', '03/02/2027', { samples: ['25/12/2026'] }, '2027-02-03'],
    ['date', '02/03/2027', { samples: ['12/25/2026'] }, '2027-02-03'],
    ['date', '2027-02-03T00:00:00', { hasDates: true }, '2027-02-03'],
    ['amount', '1 234,50', { samples: ['1234,50'] }, 1234.5],
    ['amount', '1234.5', { hasNumbers: true }, 1234.5],
    ['whole', '151', {}, 151],
    ['flag', 'Yes', {}, true],
    ['country', 'EL', {}, 'GR'],
    ['text', '  x ', {}, 'x'],
    ['text', '   ', {}, null],
    ['whole', 'many', {}, undefined],
    ['date', 'soon', {}, undefined],
  ] as const)('%s %s', (kind, cell, look, expected) => {
    expect(readCell(cell, kind, styleOf(kind, seen(look), readCountry), readCountry)).toBe(expected)
  })

  it('takes no other word for a flag', () => {
    expect(readFlag('perhaps')).toBe(undefined)
  })
})
