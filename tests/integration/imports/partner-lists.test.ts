import { describe, expect, test } from 'vitest'
import { anImportDesk } from '#tests/fixtures/imports/import-desk.ts'
import { namesAndPlaces, printedList, schoolList } from '#tests/fixtures/imports/lists.ts'
import { csvFile, xlsxFile } from '#tests/fixtures/imports/make-files.ts'
import { aTestOffice } from '#tests/fixtures/test-office.ts'

const schoolCsv = csvFile(schoolList)
const namesXlsx = xlsxFile([{ name: 'Hoja1', rows: namesAndPlaces }])

describe('a school’s own list in csv', () => {
  test('is taken as it is: partners, agreements and places, the rest told apart', async () => {
    const view = await anImportDesk(aTestOffice()).read('partners', 'school.csv', schoolCsv)
    expect(view.counts).toEqual({ rows: 15, new: 8, changed: 0, unchanged: 0, 'not-data': 7, rejected: 0 })
    expect(view.entities).toEqual({ institutions: 8, agreements: 8, conditions: 8, places: 27 })
    expect(view.headerRows).toEqual([2, 2])
    expect(view.refusal).toBeNull()
  })

  test('shows each column’s reading with its confidence, samples and programme', async () => {
    const { columns } = await anImportDesk(aTestOffice()).read('partners', 'school.csv', schoolCsv)
    const named = columns.find(({ letter }) => letter === 'C')
    expect(named).toMatchObject({ header: 'Nombre Universidad', target: 'institution.name', filled: 8 })
    expect(named?.confidence).toBeGreaterThan(0.9)
    expect(named?.samples).toHaveLength(3)
    const places = columns.filter(({ target }) => target === 'places')
    expect(places.map(({ programme }) => programme)).toEqual(['GRADO O MÁSTER', 'GTEL', 'MASTER'])
    expect(places.every(({ confidence }) => confidence < 0.8)).toBe(true)
    expect(columns.find(({ header }) => header === 'Zona idioma')?.target).toBeNull()
  })

  test('finds the academic year in the title', async () => {
    const { options, optionSources } = await anImportDesk(aTestOffice()).read(
      'partners',
      'school.csv',
      schoolCsv,
    )
    expect(options.academicYear).toBe('2026/2027')
    expect(optionSources['academicYear']).toBe('B1')
  })

  test('keeps clean values and says what was cleaned', async () => {
    const office = aTestOffice()
    const view = await anImportDesk(office).take('partners', 'school.csv', schoolCsv)
    const rows = office.connections.raw
      .prepare<[], { name: string; erasmusCode: string; country: string }>(
        'SELECT name, erasmusCode, country FROM institution ORDER BY erasmusCode',
      )
      .all()
    expect(rows).toContainEqual({
      name: "ECOLE NATIONALE D'INGENIEURS DE MODELE",
      erasmusCode: 'F  MODELE05',
      country: 'FR',
    })
    expect(rows).toContainEqual({
      name: 'HAUTE ÉCOLE DE LA SUISSE MODÈLE',
      erasmusCode: 'CH MODELE01',
      country: 'CH',
    })
    expect(rows.map(({ country }) => country).toSorted()).toEqual([
      'AT',
      'CH',
      'CZ',
      'DE',
      'FR',
      'IE',
      'NL',
      'RO',
    ])
    const codes = view.issueCodes.map(({ code, count }) => [code, count])
    expect(codes).toContainEqual(['imports.issue.apostrophe', 1])
    expect(codes).toContainEqual(['imports.issue.spaces', 1])
  })

  test('reads an empty cell of places as unknown, not as none', async () => {
    const office = aTestOffice()
    await anImportDesk(office).take('partners', 'school.csv', schoolCsv)
    expect(office.connections.raw.prepare('SELECT count(*) FROM place').pluck().get()).toBe(11)
    expect(office.connections.raw.prepare('SELECT count(*) FROM place WHERE count = 0').pluck().get()).toBe(0)
  })

  test('proposes no change when it comes again, and recognises its columns', async () => {
    const office = aTestOffice()
    const desk = anImportDesk(office)
    await desk.take('partners', 'school.csv', schoolCsv)
    const again = await desk.read('partners', 'school.csv', schoolCsv)
    expect(again.isRecognised).toBe(true)
    expect(again.counts).toMatchObject({ new: 0, changed: 0, unchanged: 8, rejected: 0 })
    expect(again.entities).toEqual({ institutions: 0, agreements: 0, conditions: 0, places: 0 })
  })

  test('shows the reason of each row that is not data', async () => {
    const desk = anImportDesk(aTestOffice())
    const { importId } = await desk.read('partners', 'school.csv', schoolCsv)
    const { rows } = desk.service.rows(importId, { outcome: 'not-data', offset: 0, limit: 50 })
    expect(rows.map(({ number, reason }) => [number, reason])).toEqual([
      [1, 'title'],
      [2, 'header'],
      [11, 'blank'],
      [12, 'total'],
      [13, 'total'],
      [14, 'total'],
      [15, 'total'],
    ])
  })
})

describe('a list of names and places', () => {
  test('imported alone makes the partners', async () => {
    const { entities, counts } = await anImportDesk(aTestOffice()).read('partners', 'names.xlsx', namesXlsx)
    expect(entities).toEqual({ institutions: 8, agreements: 8, conditions: 8, places: 27 })
    expect(counts).toMatchObject({ rows: 10, new: 8, 'not-data': 2 })
  })

  test('imported after the full list recognises its partners by name', async () => {
    const desk = anImportDesk(aTestOffice())
    await desk.take('partners', 'school.csv', schoolCsv)
    const { counts, updates } = await desk.read('partners', 'names.xlsx', namesXlsx)
    expect(counts).toMatchObject({ new: 0, changed: 0, unchanged: 8, rejected: 0 })
    expect(updates['institutions']).toBe(0)
  })

  test('imported before the full list leaves it only codes, countries and notes to add', async () => {
    const office = aTestOffice()
    const desk = anImportDesk(office)
    await desk.take('partners', 'names.xlsx', namesXlsx)
    const view = await desk.take('partners', 'school.csv', schoolCsv)
    expect(view.counts).toMatchObject({ new: 0, changed: 8 })
    expect(view.entities).toEqual({ institutions: 0, agreements: 0, conditions: 0, places: 0 })
    expect(office.connections.raw.prepare('SELECT sum(count) FROM place').pluck().get()).toBe(27)
  })
})

describe('a list printed page by page', () => {
  const file = xlsxFile([
    { name: 'Original', rows: printedList },
    {
      name: 'url',
      rows: [
        ['Uni', 'oasis_url'],
        ['Sample University', 'https://example.org/a'],
      ],
    },
  ])

  test('is read from the right sheet, under its header of two rows', async () => {
    const view = await anImportDesk(aTestOffice()).read('partners', 'printed.xlsx', file)
    expect(view.sheet).toBe('Original')
    expect(view.headerRows).toEqual([13, 14])
    expect(view.counts).toEqual({ rows: 33, new: 6, changed: 0, unchanged: 0, 'not-data': 27, rejected: 0 })
    expect(view.entities).toMatchObject({ institutions: 6, places: 15 })
    const targets = Object.fromEntries(view.columns.map(({ letter, target }) => [letter, target]))
    expect(targets).toMatchObject({
      A: null,
      E: 'institution.localCode',
      F: 'institution.name',
      G: 'places',
      H: null,
      J: 'institution.notes',
    })
    expect(view.columns[6]).toMatchObject({ academicYear: '2018/2019', semester: 'spring' })
  })

  test('tells headers, footers and cut remarks, and puts the remarks together again', async () => {
    const office = aTestOffice()
    const desk = anImportDesk(office)
    const { importId } = await desk.take('partners', 'printed.xlsx', file)
    const { rows } = desk.service.rows(importId, { outcome: 'not-data', offset: 0, limit: 100 })
    const reasons = new Map(rows.map(({ number, reason }) => [number, reason]))
    expect(reasons.get(17)).toBe('continuation')
    expect(reasons.get(19)).toBe('note')
    expect(reasons.get(21)).toBe('footer')
    expect(reasons.get(28)).toBe('header')
    expect(reasons.get(23)).toBe('title')
    expect(
      office.connections.raw.prepare(`SELECT notes FROM institution WHERE localCode = '4378'`).pluck().get(),
    ).toBe('Students of Mainland China, Hong Kong and Macau are not allowed to apply')
  })

  test('makes exchange agreements of partners without Erasmus code', async () => {
    const office = aTestOffice()
    await anImportDesk(office).take('partners', 'printed.xlsx', file)
    expect(office.connections.raw.prepare('SELECT DISTINCT kind FROM agreement').pluck().all()).toEqual([
      'exchange',
    ])
  })

  test('is read again from another sheet when the user says so', async () => {
    const desk = anImportDesk(aTestOffice())
    const { importId } = await desk.read('partners', 'printed.xlsx', file)
    const view = await desk.service.adjust(importId, { sheet: 'url' })
    expect(view.sheet).toBe('url')
    expect(view.counts).toMatchObject({ rows: 2, new: 1, 'not-data': 1 })
  })
})
