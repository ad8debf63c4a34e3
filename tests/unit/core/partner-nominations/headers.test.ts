import { describe, expect, it } from 'vitest'
import { createCountryReader } from '#core/imports/country-names.ts'
import { nominationHeaders } from '#core/features/partner-nominations/find-header.ts'
import { findSingleCells } from '#core/features/partner-nominations/single-cells.ts'
import { proposeTerms, termsInHeader } from '#core/features/partner-nominations/terms.ts'
import type { SheetData } from '#core/sheets/types.ts'

const sheetOf = (name: string, rows: readonly (readonly (string | null)[])[]): SheetData => ({
  name,
  state: 'visible',
  rows: rows.map((cells, at) => ({ number: at + 1, cells })),
  rowCount: rows.length,
  merged: [],
})

const keysOf = (...headers: string[]) =>
  nominationHeaders.find([sheetOf('S', [['Nomination form'], headers])])[0]?.columns.map(({ key }) => key)

describe('the header of a workbook to fill', () => {
  it('is understood in five languages', () => {
    expect(
      keysOf(
        'Home institution',
        'Erasmus code',
        'Family name',
        'Given name(s)',
        'Sex',
        'Year of study',
        'Exchange period',
      ),
    ).toEqual(['sendingName', 'sendingCode', 'familyName', 'givenNames', 'gender', 'studyYear', 'period'])
    expect(
      keysOf(
        'Établissement d’origine',
        'Nom',
        'Prénom',
        'Nationalité',
        'Domaine d’études',
        'Niveau',
        'Semestre',
      ),
    ).toEqual(['sendingName', 'familyName', 'givenNames', 'nationality', 'fieldName', 'cycle', 'period'])
    expect(
      keysOf(
        'Universidad de origen',
        'Apellidos',
        'Nombre',
        'Fecha de nacimiento',
        'Correo electrónico',
        'Cuatrimestre',
      ),
    ).toEqual(['sendingName', 'familyName', 'givenNames', 'birthDate', 'email', 'period'])
    expect(
      keysOf(
        'Cognome',
        'Nome',
        'Data di nascita',
        'Cittadinanza',
        'Codice ISCED',
        'Periodo di mobilità',
        'Data inizio',
        'Data fine',
      ),
    ).toEqual([
      'familyName',
      'givenNames',
      'birthDate',
      'nationality',
      'fieldCode',
      'period',
      'plannedStart',
      'plannedEnd',
    ])
    expect(
      keysOf(
        'Heimathochschule',
        'Nachname',
        'Vorname',
        'Staatsangehörigkeit',
        'Studienfach',
        'Studienniveau',
        'Zeitraum',
      ),
    ).toEqual(['sendingName', 'familyName', 'givenNames', 'nationality', 'fieldName', 'cycle', 'period'])
  })

  it('tells what is the coordinator’s from what is the student’s', () => {
    expect(
      keysOf(
        'First name',
        'Last name',
        'Student email',
        'Coordinator name',
        'Coordinator e-mail',
        'Faculty at home',
      ),
    ).toEqual(['givenNames', 'familyName', 'email', 'coordinatorName', 'coordinatorEmail', 'department'])
  })

  it('may take two rows, the upper one merged over its columns', () => {
    const sheet = sheetOf('S', [
      ['Student', null, null, 'Stay', null],
      ['Family name', 'First name', 'E-mail', 'Semester', 'Academic year'],
    ])
    const merged = [{ top: 1, bottom: 1, left: 1, right: 3 }]
    const [found] = nominationHeaders.find([{ ...sheet, merged }])
    expect(found?.columns.map(({ key }) => key)).toEqual([
      'familyName',
      'givenNames',
      'email',
      'period',
      'academicYear',
    ])
  })

  it('is not a line of data or of instructions, and needs a name', () => {
    expect(
      nominationHeaders.find([
        sheetOf('S', [
          ['Please', 'write', 'here'],
          ['Dupont', 'Élise', 'a@b.eu'],
        ]),
      ]),
    ).toEqual([])
    expect(nominationHeaders.find([sheetOf('S', [['Nationality', 'E-mail', 'Semester', 'Gender']])])).toEqual(
      [],
    )
  })
})

describe('the words of a partner', () => {
  const countries = createCountryReader()

  it('are those of its lists, as far as they are understood', () => {
    expect(proposeTerms('period', ['WS 2026/27', 'SS 2027', 'WS + SS'], countries)).toEqual({
      autumn: 'WS 2026/27',
      spring: 'SS 2027',
      year: 'WS + SS',
    })
    expect(
      proposeTerms('period', ['1st semester (Autumn)', '2nd semester (Spring)', 'Full year'], countries),
    ).toEqual({
      autumn: '1st semester (Autumn)',
      spring: '2nd semester (Spring)',
      year: 'Full year',
    })
    expect(proposeTerms('gender', ['H', 'M'], countries)).toEqual({ '1': 'H', '2': 'M' })
    expect(proposeTerms('cycle', ['1st cycle', '2nd cycle', 'PhD'], countries)).toMatchObject({
      doctorate: 'PhD',
    })
    expect(proposeTerms('gender', ['red', 'blue'], countries)).toEqual({})
    expect(proposeTerms('email', ['a', 'b'], countries)).toEqual({})
  })

  it('are those that a header offers, when all are understood', () => {
    expect(termsInHeader('gender', 'Gender (M/F)', countries)).toEqual(['M', 'F'])
    expect(termsInHeader('period', 'Semester: 1, 2 or FY', countries)).toEqual(['1', '2', 'FY'])
    expect(termsInHeader('gender', 'Gender (as in passport)', countries)).toEqual([])
    expect(termsInHeader('familyName', 'Name (A/B)', countries)).toEqual([])
  })
})

describe('the cells above a table', () => {
  it('are filled in once where they ask for something of the school and are empty', () => {
    const sheet = sheetOf('S', [
      ['Nomination form', null, null],
      ['Home institution:', null, 'Erasmus code', 'F PARIS083'],
      ['Coordinator', null, 'E-mail of coordinator:', null],
      ['Academic year', null, null],
      ['Family name', 'First name', 'E-mail'],
    ])
    const merged = [{ top: 4, bottom: 4, left: 1, right: 2 }]
    expect(findSingleCells({ ...sheet, merged }, 5)).toEqual([
      { row: 2, column: 2, header: 'Home institution', key: 'sendingName' },
      { row: 3, column: 2, header: 'Coordinator', key: 'coordinatorName' },
      { row: 3, column: 4, header: 'E-mail of coordinator', key: 'coordinatorEmail' },
      { row: 4, column: 3, header: 'Academic year', key: 'academicYear' },
    ])
  })
})
