import { describe, expect, test } from 'vitest'
import { createCountryReader } from '#core/imports/country-names.ts'
import { findTable, type FoundTable } from '#core/imports/find-table.ts'
import { fingerprintOf } from '#core/imports/fingerprint.ts'
import { describePlaces } from '#core/imports/place-columns.ts'
import { recogniseHeader } from '#core/imports/recognise-header.ts'
import { targetsOf, wordsOf, type TargetKey } from '#core/imports/targets.ts'
import { importKinds, type ImportKind } from '#shared/contract/imports.ts'
import { isTextKey } from '#shared/text/text.ts'
import type { Cell } from '#core/sheets/types.ts'
import { namesAndPlaces, printedList, schoolList, studentList } from '#tests/fixtures/imports/lists.ts'
import { aSheet } from '#tests/fixtures/imports/make-files.ts'

const countries = createCountryReader()

function found(
  kind: ImportKind,
  rows: readonly (readonly Cell[])[],
  remembered: readonly string[] = [],
): FoundTable {
  const table = findTable(aSheet(rows), { kind, countries, remembered: new Set(remembered) })
  if (table === undefined) throw new Error('No table was found')
  return table
}

function bestOf(kind: ImportKind, header: string): TargetKey | undefined {
  const [best] = [...recogniseHeader(kind, header)].toSorted((a, b) => b[1] - a[1])
  return best === undefined || best[1] < 0.5 ? undefined : best[0]
}

describe('headers', () => {
  test.each<readonly [string, TargetKey]>([
    ['Nombre Universidad', 'institution.name'],
    ['Nom de l’établissement partenaire', 'institution.name'],
    ['Name of the host university', 'institution.name'],
    ['Partnerhochschule', 'institution.name'],
    ['Universiteit', 'institution.name'],
    ['PAÍS', 'institution.country'],
    ['Country Cd', 'institution.country'],
    ['Code Erasmus', 'institution.erasmusCode'],
    ['Erasmus ID Code', 'institution.erasmusCode'],
    ['External Org ID on Oasis', 'institution.localCode'],
    ['Website Url', 'institution.website'],
    ['No. of Places in Spring 2019', 'places'],
    ['Nombre de places disponibles', 'places'],
    ['Plazas', 'places'],
    ['Anzahl Plätze', 'places'],
    ['Numero posti', 'places'],
    ['Comentarios', 'institution.notes'],
    ['Année universitaire', 'academicYear'],
    ['ISCED-F code', 'condition.iscedCodes'],
    ['Niveau de langue requis', 'condition.languages'],
    ['Valid until', 'agreement.lastYear'],
  ])('“%s” of a list of partners is %s', (header, target) => {
    expect(bestOf('partners', header)).toBe(target)
  })

  test.each<readonly [string, TargetKey]>([
    ['N° étudiant', 'student.studentNumber'],
    ['Matrikelnummer', 'student.studentNumber'],
    ['Nom de famille', 'student.familyName'],
    ['Apellidos', 'student.familyName'],
    ['Vorname', 'student.givenNames'],
    ['Ad Soyad', 'fullName'],
    ['Nom et prénom', 'fullName'],
    ['Date de naissance', 'student.birthDate'],
    ['Geburtsdatum', 'student.birthDate'],
    ['Adresse mail', 'student.email'],
    ['Promo', 'student.cohort'],
    ['Staatsangehörigkeit', 'student.nationality'],
  ])('“%s” of a list of students is %s', (header, target) => {
    expect(bestOf('students', header)).toBe(target)
  })

  test.each([
    'Zona idioma',
    'GPA Requirement from Partner University',
    'Proposal number',
    'Erasmus Eche Start',
    'Region',
    'S/N',
  ])('“%s” of a list of partners is nothing that is kept', (header) => {
    expect(bestOf('partners', header)).toBeUndefined()
  })

  test('every target has words to be recognised by and words to be shown with', () => {
    const nameless = importKinds.flatMap((kind) =>
      targetsOf(kind).flatMap(({ key }) =>
        wordsOf(kind, key) !== undefined && isTextKey(`imports.target.${key}`) ? [] : [key],
      ),
    )
    expect(nameless).toEqual([])
  })
})

describe('columns of places', () => {
  test.each([
    ['GITST O MÁSTER', false, { programme: 'GITST O MÁSTER' }],
    ['No. of Places in Spring 2019', true, { semester: 'spring', academicYear: '2018/2019' }],
    ['Spring 2019', false, { semester: 'spring', academicYear: '2018/2019' }],
    ['2026-2027', false, { academicYear: '2026/2027' }],
    ['Places S1', true, { semester: 'autumn' }],
    ['Plazas GTDM', true, { programme: 'GTDM' }],
    ['Places', true, {}],
  ] as const)('“%s” says its programme, semester and year', (header, isNamed, label) => {
    expect(describePlaces(header, isNamed)).toEqual(label)
  })
})

describe('the table of a sheet', () => {
  test('is found under a title, with several columns of places by label', () => {
    const table = found('partners', schoolList)
    expect(table.headerRows).toEqual([2, 2])
    const targets = table.columns.map(({ target }) => target)
    expect(targets).toEqual([
      null,
      null,
      'institution.name',
      'institution.erasmusCode',
      'institution.country',
      'places',
      'places',
      'places',
      'institution.notes',
    ])
  })

  test('is found under a header of two rows that is repeated further down', () => {
    const table = found('partners', printedList)
    expect(table.headerRows).toEqual([13, 14])
    expect(table.headers[7]).toBe('GPA Requirement from Partner University')
    expect(table.columns[7]?.target).toBeNull()
    expect(table.columns[5]?.target).toBe('institution.name')
  })

  test('is found where the sheet does not start in its first row', () => {
    expect(found('partners', namesAndPlaces).headerRows).toEqual([2, 2])
  })

  test('is found for students', () => {
    const table = found('students', studentList)
    expect(table.headerRows).toEqual([2, 2])
    expect(table.columns.map(({ target }) => target)).toEqual([
      'student.studentNumber',
      'student.gender',
      'student.familyName',
      'student.givenNames',
      'student.birthDate',
      'student.nationality',
      'student.email',
      'student.cohort',
      'student.track',
      'student.status',
    ])
  })

  test('without header is found by what its columns hold, and no column is sure', () => {
    const rows = ['Wien', 'Porto', 'Lille', 'Gent'].map((town, at) => [
      `Universität ${town}`,
      `A ${town.toUpperCase()}0${at}`,
      'Austria',
    ])
    const table = found('partners', rows)
    expect(table.headerRows).toBeNull()
    expect(table.columns.map(({ target }) => target)).toEqual([
      'institution.name',
      'institution.erasmusCode',
      'institution.country',
    ])
    expect(table.columns.every(({ confidence }) => confidence < 0.8)).toBe(true)
  })

  test('with headers in words that nobody knows keeps its first row out of the data', () => {
    const rows = [
      ['Skola', 'Sifra', 'Zeme'],
      ...['Wien', 'Porto', 'Lille', 'Gent'].map((town, at) => [
        `Universität ${town}`,
        `A ${town.toUpperCase()}0${at}`,
        'Austria',
      ]),
    ]
    expect(found('partners', rows).headerRows).toEqual([1, 1])
  })

  test('is found again by its headers when they were imported before', () => {
    const fingerprint = fingerprintOf('partners', ['Skola', 'X', 'Y'])
    const rows = [['note'], ['Skola', 'X', 'Y'], ['a', 'b', 'c']]
    expect(found('partners', rows, [fingerprint])).toMatchObject({ headerRows: [2, 2], isRemembered: true })
  })

  test('is not found among sentences', () => {
    const search = { kind: 'partners' as const, countries, remembered: new Set<string>() }
    expect(findTable(aSheet([['Dear all,'], ['Please find the list attached.']]), search)).toBeUndefined()
    expect(findTable(aSheet([]), search)).toBeUndefined()
  })
})

describe('the memory of headers', () => {
  test('takes the lists of two years for the same', () => {
    expect(fingerprintOf('partners', ['University', 'Spring 2019'])).toBe(
      fingerprintOf('partners', ['UNIVERSITY', 'spring 2020', '']),
    )
    expect(fingerprintOf('partners', ['University', 'Places'])).not.toBe(
      fingerprintOf('students', ['University', 'Places']),
    )
    expect(fingerprintOf('partners', ['A', 'B'])).not.toBe(fingerprintOf('partners', ['B', 'A']))
  })
})

describe('countries', () => {
  test.each([
    ['ALEMANIA', 'DE'],
    ['REPÚBLICA CHECA', 'CZ'],
    ['Holland', 'NL'],
    ['Tchéquie', 'CZ'],
    ['Россия', 'RU'],
    ['FRA', 'FR'],
    ['EL', 'GR'],
    ['FR - France', 'FR'],
    ['Française', 'FR'],
    ['D', 'DE'],
    ['South Korea', 'KR'],
    ['Neverland', undefined],
    ['Congolais', undefined],
  ])('“%s” is %s', (written, code) => {
    expect(countries.cell(written)).toBe(code)
  })
})
