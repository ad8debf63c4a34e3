import { describe, expect, test } from 'vitest'
import { cellText, columnLetter, findRow, isBlank } from '#core/imports/cell-text.ts'
import { classifyRows, reasonOf } from '#core/imports/classify-rows.ts'
import { createCountryReader } from '#core/imports/country-names.ts'
import { findPeriod } from '#core/imports/find-period.ts'
import { createLikenessIndex } from '#core/imports/likeness.ts'
import { nameOrderOf, splitPersonName } from '#core/imports/person-names.ts'
import { createRowGroups } from '#core/imports/row-groups.ts'
import { isSameValue } from '#core/imports/same-value.ts'
import type { Cell } from '#core/sheets/types.ts'
import { aSheet } from '#tests/fixtures/imports/make-files.ts'

const countries = createCountryReader()

function kindsOf(rows: readonly (readonly Cell[])[], headerRow: number): readonly string[] {
  const keys = { names: [0], places: [2, 3], mapped: 5 }
  const kinds = classifyRows(aSheet(rows), { headerRows: [headerRow, headerRow] }, keys, countries)
  return Array.from(kinds.codes.slice(1), (code) => reasonOf(code) ?? 'data')
}

const header = ['University', 'Country', 'Networks', 'Image', 'Remarks']
const porto = ['Universidade do Porto', 'Portugal', 2, 3, 'autumn only']
const wien = ['Technische Universität Wien', 'Austria', 1, null, null]

describe('rows that are not data', () => {
  test('are titles, headers, totals, footers, remarks and blanks', () => {
    const rows = [
      ['Our partners'],
      [],
      header,
      porto,
      wien,
      ['TOTAL', null, 3, 3],
      header,
      ['Page 2 of 3'],
      [],
      ['See the office'],
    ]
    expect(kindsOf(rows, 3)).toEqual([
      'title',
      'blank',
      'header',
      'data',
      'data',
      'total',
      'header',
      'footer',
      'blank',
      'note',
    ])
  })

  test.each([
    [['TOTAL GITST/MASTER', '125']],
    [['Plazas totales', '319']],
    [['Sous-total', null, 3, 3]],
    [['Nombre total de places', null, 3]],
    [[null, null, 3, 3]],
    [['Somme :', null, 3, 3]],
  ])('are totals: %j', (row) => {
    expect(kindsOf([header, porto, wien, row], 1)[3]).toBe('total')
  })

  test.each([
    [['TotalEnergies Institute', 'France', 1]],
    [['Total Institute of Science', 'France', null, null, 'new']],
    [[null, null, 7, 7]],
    [['ESADE', 'Spain', null]],
  ])('are not what these are: %j', (row) => {
    expect(kindsOf([header, porto, wien, row], 1)[3]).toBe('data')
  })

  test.each(['Page 4 of 4', 'page 2/3', '- 7 -', 'Seite 3 von 9', '3 / 12'])('are footers: %s', (text) => {
    expect(kindsOf([header, porto, [text], wien], 1)[2]).toBe('footer')
  })

  test('include a country that heads its partners, but not a partner of which only the name is known', () => {
    expect(kindsOf([header, ['PORTUGAL'], porto, ['Universidade de Lisboa'], wien], 1)).toEqual([
      'header',
      'title',
      'data',
      'data',
      'data',
    ])
  })

  test('include a remark that stands alone above its row', () => {
    const rows = [
      header,
      porto,
      [null, null, null, null, 'Students of some nationalities are'],
      wien.with(4, 'not allowed'),
    ]
    expect(kindsOf(rows, 1)).toEqual(['header', 'data', 'continuation', 'data'])
  })
})

describe('cells', () => {
  test('are blank when they hold white or invisible characters only', () => {
    expect([null, '', ' ', '\u00a0', '\u200b\t'].every(isBlank)).toBe(true)
    expect(['0', '-', '`', 0, false, 'é'].some(isBlank)).toBe(false)
  })

  test('are written out without exponent', () => {
    expect(cellText(1e21)).toBe('1000000000000000000000')
    expect(cellText(910511162)).toBe('910511162')
    expect(cellText({ kind: 'date', iso: '2026-02-03', raw: '46056', format: 'dd/mm/yyyy' })).toBe(
      '2026-02-03',
    )
  })

  test('have the letters of spreadsheets', () => {
    expect([0, 25, 26, 701, 702].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA'])
  })

  test('are found by the number of their row', () => {
    const sheet = aSheet([['a'], [], ['c'], ['d']])
    expect([1, 2, 3, 4, 5].map((number) => findRow(sheet, number)?.cells[0])).toEqual([
      'a',
      undefined,
      'c',
      'd',
      undefined,
    ])
  })
})

describe('the period of a list', () => {
  test('is found in a title, then in the names of the sheet and the file', () => {
    const sheet = aSheet([['SPRING 2019 SEMESTER (TERM 2, AY2018-19)'], header, porto])
    expect(findPeriod(sheet, [2, 2], 'list.xlsx')).toEqual({
      academicYear: '2018/2019',
      semester: 'spring',
      source: 'A1',
    })
    expect(findPeriod({ ...aSheet([header]), name: 'Plazas 2026-27' }, [1, 1], 'list.xlsx')).toEqual({
      academicYear: '2026/2027',
      source: 'sheetName',
    })
    expect(findPeriod(aSheet([header]), [1, 1], 'partners_2025-2026.csv')).toEqual({
      academicYear: '2025/2026',
      source: 'fileName',
    })
    expect(findPeriod(aSheet([header, ['2024-2025']]), [1, 1], 'list.csv')).toBeUndefined()
  })
})

describe('whole names', () => {
  test.each([
    ['DUPONT Marie', 'DUPONT', 'Marie'],
    ['Marie DUPONT', 'DUPONT', 'Marie'],
    ['Dupont, Marie Anne', 'Dupont', 'Marie Anne'],
    ['DE LA FONTAINE Jean-Marie', 'DE LA FONTAINE', 'Jean-Marie'],
    ['Jean de LA FONTAINE', 'de LA FONTAINE', 'Jean'],
    ['M. NGUYEN Van Anh', 'NGUYEN', 'Van Anh'],
  ])('%s: the writing shows the parts', (written, familyName, givenNames) => {
    expect(splitPersonName(written, undefined)).toEqual({ familyName, givenNames, isGuessed: false })
  })

  test('in one writing are split in the order of the header', () => {
    expect(nameOrderOf('Nom et prénom')).toBe('family-first')
    expect(nameOrderOf('First name Last name')).toBe('given-first')
    expect(nameOrderOf('Student')).toBeUndefined()
    expect(splitPersonName('Dupont Marie', 'family-first')).toEqual({
      familyName: 'Dupont',
      givenNames: 'Marie',
      isGuessed: false,
    })
    expect(splitPersonName('Marie van der Berg', 'given-first')).toEqual({
      familyName: 'van der Berg',
      givenNames: 'Marie',
      isGuessed: true,
    })
    expect(splitPersonName('Marie Dupont', undefined)?.isGuessed).toBe(true)
    expect(splitPersonName('Madonna', undefined)).toBeUndefined()
  })
})

describe('values that say the same', () => {
  const text = { type: 'text' } as const

  test('are texts that differ in case or accents, when the list writes them no better', () => {
    expect(isSameValue(text, 'Technische Universität', 'TECHNISCHE UNIVERSITAT')).toBe(true)
    expect(isSameValue(text, 'TECHNISCHE UNIVERSITAT', 'Technische Universität')).toBe(false)
    expect(isSameValue(text, 'Wien', 'Graz')).toBe(false)
  })

  test('are compared exactly in codes, notes and numbers', () => {
    expect(isSameValue({ type: 'text', long: true }, 'Autumn only', 'AUTUMN ONLY')).toBe(false)
    expect(isSameValue({ type: 'code', code: 'erasmus' }, 'A  WIEN02', 'A  WIEN03')).toBe(false)
    expect(isSameValue({ type: 'integer' }, 3, 3)).toBe(true)
    expect(isSameValue({ type: 'boolean' }, 1, true)).toBe(true)
    expect(isSameValue(text, null, 'x')).toBe(false)
  })
})

describe('likeness of names', () => {
  const names = [
    'Technische Universität Wien',
    'Universidade do Porto',
    'Politechnika Warszawska',
    'Université de Lille',
    'University of Leeds',
    'Universität Bremen',
  ]
  const index = createLikenessIndex(names)
  const find = (name: string) => names[index.find(name, () => true)?.at ?? -1]

  test('finds a name written otherwise', () => {
    expect(find('Technische Universitaet Wien')).toBe('Technische Universität Wien')
    expect(find('Porto, Universidade do')).toBe('Universidade do Porto')
    expect(find('Politechnika Warszawska (PW)')).toBe('Politechnika Warszawska')
  })

  test('finds nothing in another name of the same kind', () => {
    expect(find('Universität Hannover')).toBeUndefined()
    expect(find('University of Bristol')).toBeUndefined()
  })
})

describe('groups of rows', () => {
  test('join all that share a key, directly or not, in the order of the rows', () => {
    const groups = createRowGroups(6)
    groups.join(0, 'a')
    groups.join(3, 'b')
    groups.join(4, 'a')
    groups.join(4, 'b')
    groups.union(1, 5)
    expect(groups.list()).toEqual([[0, 3, 4], [1, 5], [2]])
  })
})
