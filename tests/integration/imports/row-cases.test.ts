import { describe, expect, test } from 'vitest'
import type { Cell } from '#core/sheets/types.ts'
import { takeRows, tryRows, trySheet, type SheetTrial } from '#tests/fixtures/imports/import-desk.ts'
import { studentList } from '#tests/fixtures/imports/lists.ts'
import { aSheet } from '#tests/fixtures/imports/make-files.ts'
import { aTestOffice, type TestOffice } from '#tests/fixtures/test-office.ts'

const outcomes = ({ preview }: SheetTrial, count: number) =>
  Array.from({ length: count }, (_, at) => preview.plan.outcomes.get(at + 1))
const codes = ({ preview }: SheetTrial) => preview.plan.issues.byCode().map(({ code }) => code)
const all = (office: TestOffice, sql: string) => office.connections.raw.prepare(sql).all()

const header = ['University', 'Erasmus code', 'Country', 'Places', 'Comments']
const vienna = ['Technische Universität Wien', 'A  WIEN02', 'Austria', 3, null]
const porto = ['Universidade do Porto', 'P  PORTO02', 'Portugal', 2, null]

describe('rows about one partner', () => {
  test('with different fields of study become conditions of one agreement', async () => {
    const office = aTestOffice()
    const rows = [
      ['University', 'Erasmus code', 'ISCED code', 'Level', 'Places'],
      ['Universidade do Porto', 'P PORTO02', '0714', 'Bachelor', 2],
      ['Universidade do Porto', 'P PORTO02', '0613', 'Master', 1],
      ['Technische Universität Wien', 'A WIEN02', '0613', 'Master', 4],
    ]
    const trial = await takeRows(office, 'partners', rows)
    expect(trial.preview.plan.entities).toEqual({ institutions: 2, agreements: 2, conditions: 3, places: 7 })
    expect(outcomes(trial, 4)).toEqual(['not-data', 'new', 'new', 'new'])
    const again = await tryRows(office, 'partners', rows)
    expect(outcomes(again, 4)).toEqual(['not-data', 'unchanged', 'unchanged', 'unchanged'])
  })

  test('with different programmes add up', async () => {
    const office = aTestOffice()
    const trial = await takeRows(office, 'partners', [
      ['University', 'Country', 'Programme', 'Places'],
      ['Universidade do Porto', 'Portugal', 'Networks', 2],
      ['Universidade do Porto', 'Portugal', 'Image', 1],
    ])
    expect(trial.preview.plan.entities).toEqual({ institutions: 1, agreements: 1, conditions: 1, places: 3 })
  })

  test('that say the same count once: the second is unchanged, with the row that it repeats', async () => {
    const trial = await tryRows(aTestOffice(), 'partners', [header, vienna, vienna, porto])
    expect(outcomes(trial, 4)).toEqual(['not-data', 'new', 'unchanged', 'new'])
    expect(trial.preview.plan.reasons.get(3)).toEqual({ reason: 'same-as-row', params: { row: 2 } })
    expect(trial.preview.plan.entities['places']).toBe(5)
  })

  test('that contradict each other are both rejected, each with the other’s number', async () => {
    const trial = await tryRows(aTestOffice(), 'partners', [header, vienna, vienna.with(3, 5), porto])
    expect(outcomes(trial, 4)).toEqual(['not-data', 'rejected', 'rejected', 'new'])
    expect(trial.preview.plan.reasons.get(2)).toEqual({ reason: 'places-conflict', params: { rows: '3' } })
    expect(trial.preview.plan.reasons.get(3)).toEqual({ reason: 'places-conflict', params: { rows: '2' } })
  })

  test('under one code with names that have nothing in common are both rejected', async () => {
    const trial = await tryRows(aTestOffice(), 'partners', [
      header,
      vienna,
      ['Technikum Süd', 'A  WIEN02', 'Austria', 1, null],
    ])
    expect(outcomes(trial, 3)).toEqual(['not-data', 'rejected', 'rejected'])
    expect(trial.preview.plan.reasons.get(2)?.reason).toBe('conflict')
  })

  test('under one code that name its parts are one institution, and it is said', async () => {
    const office = aTestOffice()
    const trial = await takeRows(office, 'partners', [
      ['University', 'Erasmus code', 'Programme', 'Places'],
      ['Université de Lille', 'F  LILLE103', 'Networks', 2],
      ['Université de Lille - Polytech', 'F  LILLE103', 'Image', 1],
    ])
    expect(all(office, 'SELECT name FROM institution')).toEqual([{ name: 'Université de Lille' }])
    expect(codes(trial)).toContain('imports.issue.part-of-institution')
  })

  test('by name only join the row that gives the code', async () => {
    const trial = await tryRows(aTestOffice(), 'partners', [
      ['University', 'Erasmus code', 'Country', 'Programme', 'Places'],
      ['Universidade do Porto', 'P  PORTO02', 'Portugal', 'Networks', 2],
      ['UNIVERSIDADE DO PORTO', null, 'Portugal', 'Image', 1],
      ['Technische Universität Wien', 'A  WIEN02', 'Austria', 'Image', 1],
    ])
    expect(trial.preview.plan.entities['institutions']).toBe(2)
  })

  test('keep an official code that two schools share by mistake out of both', async () => {
    const office = aTestOffice()
    const trial = await takeRows(office, 'partners', [
      ['Legal Name', 'Erasmus Code', 'PIC', 'OID', 'Country'],
      ['Lycée Germaine Modèle', 'F  BESANCO35', '914191245', 'E10099124', 'FR'],
      ['Lycée Louis Exemple', 'F  BESANCO36', '912016214', 'E10099124', 'FR'],
      ['Universidade do Porto', 'P  PORTO02', '999876543', 'E10099999', 'PT'],
    ])
    expect(outcomes(trial, 4)).toEqual(['not-data', 'new', 'new', 'new'])
    expect(all(office, 'SELECT oid FROM institution WHERE oid IS NOT NULL')).toEqual([{ oid: 'E10099999' }])
    expect(codes(trial)).toContain('imports.issue.identifier-shared')
  })
})

describe('a row that cannot be taken as it is', () => {
  test('with a code that is not one is taken without it, with a warning at the cell', async () => {
    const office = aTestOffice()
    const trial = await takeRows(office, 'partners', [header, vienna.with(1, 'WIEN'), porto])
    expect(outcomes(trial, 3)).toEqual(['not-data', 'new', 'new'])
    expect(trial.preview.plan.issues.list(10)).toContainEqual(
      expect.objectContaining({
        row: 2,
        column: 'B',
        value: 'WIEN',
        severity: 'warning',
        code: 'domain.erasmus-code.no-digits',
      }),
    )
    expect(all(office, `SELECT erasmusCode FROM institution WHERE country = 'AT'`)).toEqual([
      { erasmusCode: null },
    ])
  })

  test('without name is rejected when its code is that of nobody', async () => {
    const trial = await tryRows(aTestOffice(), 'partners', [
      header,
      vienna,
      [null, 'P  PORTO02', 'Portugal', 2, null],
    ])
    expect(outcomes(trial, 3)).toEqual(['not-data', 'new', 'rejected'])
    expect(trial.preview.plan.reasons.get(3)?.reason).toBe('unknown-institution')
  })

  test('without name is taken when its code is known', async () => {
    const office = aTestOffice()
    await takeRows(office, 'partners', [header, vienna, porto])
    const trial = await tryRows(office, 'partners', [
      header,
      vienna,
      [null, 'P  PORTO02', 'Portugal', 4, null],
    ])
    expect(outcomes(trial, 3)).toEqual(['not-data', 'unchanged', 'changed'])
  })

  test('that names nobody is rejected, never dropped', async () => {
    const trial = await tryRows(aTestOffice(), 'partners', [
      header,
      vienna,
      [null, null, 'Portugal', 2, 'who?'],
      porto,
    ])
    expect(outcomes(trial, 4)).toEqual(['not-data', 'new', 'rejected', 'new'])
    expect(trial.preview.plan.reasons.get(3)?.reason).toBe('no-name')
  })

  test('with an error of a formula, a text for a number or a country of nowhere says so at the cell', async () => {
    const error: Cell = { kind: 'error', raw: '#N/A' }
    const trial = await tryRows(aTestOffice(), 'partners', [
      header,
      vienna.with(3, '2+1'),
      ['Porto University', error, 'Atlantide', 2, null],
      porto,
    ])
    expect(outcomes(trial, 4)).toEqual(['not-data', 'new', 'new', 'new'])
    expect(codes(trial)).toEqual(
      expect.arrayContaining(['domain.places.sum', 'imports.issue.formula-error', 'record.unknown-country']),
    )
  })

  test('that is hidden in the file is taken, and it is said', async () => {
    const sheet = aSheet([header, vienna, porto])
    const rows = sheet.rows.map((row) => (row.number === 3 ? { ...row, hidden: true as const } : row))
    const trial = await trySheet(aTestOffice(), 'partners', { ...sheet, rows })
    expect(trial?.preview.plan.counts.new).toBe(2)
    expect(trial?.preview.plan.issues.list(10)).toContainEqual(
      expect.objectContaining({ row: 3, code: 'imports.issue.hidden-row', severity: 'warning' }),
    )
  })

  test('keeps a partner whose name begins like a total', async () => {
    const trial = await tryRows(aTestOffice(), 'partners', [
      header,
      vienna,
      ['Total Institute of Science', 'F  PAU05', 'France', 1, null],
      porto,
    ])
    expect(outcomes(trial, 4)).toEqual(['not-data', 'new', 'new', 'new'])
  })
})

describe('an institution that the office knows', () => {
  test('is found by its code under another name, and the new name is shown', async () => {
    const office = aTestOffice()
    await takeRows(office, 'partners', [header, vienna, porto])
    const trial = await tryRows(office, 'partners', [
      header,
      vienna.with(0, 'Vienna University of Technology'),
      porto,
    ])
    expect(trial.preview.plan.changesOf(2)).toEqual(
      new Map([[0, { before: 'Technische Universität Wien', after: 'Vienna University of Technology' }]]),
    )
  })

  test('is not changed by the same name in capitals or without accents', async () => {
    const office = aTestOffice()
    await takeRows(office, 'partners', [header, vienna, porto])
    const trial = await tryRows(office, 'partners', [
      header,
      vienna.with(0, 'TECHNISCHE UNIVERSITAT WIEN'),
      porto,
    ])
    expect(outcomes(trial, 3)).toEqual(['not-data', 'unchanged', 'unchanged'])
  })

  test('gets its accents from a list that has them', async () => {
    const office = aTestOffice()
    await takeRows(office, 'partners', [header, vienna.with(0, 'TECHNISCHE UNIVERSITAT WIEN'), porto])
    const trial = await tryRows(office, 'partners', [header, vienna, porto])
    expect(outcomes(trial, 3)).toEqual(['not-data', 'changed', 'unchanged'])
  })

  test('is never found by a name that is only alike: a warning says so', async () => {
    const office = aTestOffice()
    await takeRows(office, 'partners', [header, vienna, porto])
    const trial = await tryRows(office, 'partners', [
      header,
      ['Technische Universitaet Wien (TU)', null, 'Austria', 1, null],
      porto,
    ])
    expect(outcomes(trial, 3)).toEqual(['not-data', 'new', 'unchanged'])
    expect(codes(trial)).toContain('imports.issue.looks-like')
  })

  test('looks like nobody whose code says another town', async () => {
    const office = aTestOffice()
    const lyon = ['Institut national des sciences appliquées de Lyon', 'F  LYON12', 'France', 1, null]
    const rennes = 'Institut national des sciences appliquées de Rennes'
    await takeRows(office, 'partners', [header, lyon, porto])
    const known = await tryRows(office, 'partners', [
      header,
      [rennes, 'F  RENNES10', 'France', 1, null],
      porto,
    ])
    expect(codes(known)).not.toContain('imports.issue.looks-like')
    const unknown = await tryRows(office, 'partners', [header, [rennes, null, 'France', 1, null], porto])
    expect(codes(unknown)).toContain('imports.issue.looks-like')
  })

  test('is found by its name under a new code, with a warning', async () => {
    const office = aTestOffice()
    await takeRows(office, 'partners', [header, vienna, porto])
    const trial = await tryRows(office, 'partners', [header, vienna.with(1, 'A  WIEN99'), porto])
    expect(outcomes(trial, 3)).toEqual(['not-data', 'changed', 'unchanged'])
    expect(codes(trial)).toContain('imports.issue.identifier-changes')
  })

  test('is not found by the same name in another country', async () => {
    const office = aTestOffice()
    await takeRows(office, 'partners', [header, ['Northern University', null, 'Denmark', 1, null], porto])
    const trial = await tryRows(office, 'partners', [
      header,
      ['Northern University', null, 'USA', 1, null],
      porto,
    ])
    expect(outcomes(trial, 3)).toEqual(['not-data', 'new', 'unchanged'])
  })

  test('rejects a row whose codes belong to two of them', async () => {
    const office = aTestOffice()
    const known = ['Name', 'Erasmus code', 'PIC', 'Country']
    await takeRows(office, 'partners', [
      known,
      ['Technische Universität Wien', 'A  WIEN02', '999111111', 'AT'],
      ['Universidade do Porto', 'P  PORTO02', '999222222', 'PT'],
    ])
    const trial = await tryRows(office, 'partners', [
      known,
      ['Universidade do Porto', 'A  WIEN02', '999222222', null],
      ['Universität Beispiel', 'D  BEISPIE01', '999333333', 'DE'],
    ])
    expect(trial.preview.plan.reasons.get(2)?.reason).toBe('matches-several')
  })

  test('becomes a partner when a list gives it places', async () => {
    const office = aTestOffice()
    await takeRows(office, 'partners', [header, vienna, porto], { agreements: false })
    const trial = await takeRows(office, 'partners', [header, vienna, porto])
    expect(trial.preview.plan.entities).toEqual({ institutions: 0, agreements: 2, conditions: 2, places: 5 })
    expect(trial.preview.plan.changesOf(2)).toEqual(new Map([[3, { before: '', after: '3' }]]))
  })
})

describe('tables of other shapes', () => {
  test('have a country merged over its partners', async () => {
    const rows = [
      ['Country', 'University', 'Places'],
      ['Portugal', 'Universidade do Porto', 2],
      [null, 'Universidade de Lisboa', 3],
      ['Austria', 'Technische Universität Wien', 1],
    ]
    const { fillMergedCells } = await import('#core/imports/merged-cells.ts')
    const office = aTestOffice()
    const sheet = fillMergedCells(aSheet(rows, [{ top: 2, left: 1, bottom: 3, right: 1 }]))
    const trial = await trySheet(office, 'partners', sheet)
    expect(trial?.reading.sheet.rows[2]?.cells[0]).toBe('Portugal')
  })

  test('have one column of places per year', async () => {
    const office = aTestOffice()
    await takeRows(office, 'partners', [
      ['University', 'Country', '2025-2026', '2026-2027'],
      ['Universidade do Porto', 'Portugal', 2, 3],
      ['Technische Universität Wien', 'Austria', 1, null],
    ])
    expect(
      all(office, 'SELECT academicYear, sum(count) AS n FROM place GROUP BY academicYear ORDER BY 1'),
    ).toEqual([
      { academicYear: '2025/2026', n: 3 },
      { academicYear: '2026/2027', n: 3 },
    ])
  })

  test('have a column of totals that is not counted again', async () => {
    const trial = await tryRows(aTestOffice(), 'partners', [
      ['University', 'Country', 'Networks', 'Image', 'Total'],
      ['Universidade do Porto', 'Portugal', 2, 3, 5],
      ['Technische Universität Wien', 'Austria', 1, 1, 2],
    ])
    expect(trial.preview.plan.entities['places']).toBe(7)
  })

  test('leave incoming students out', async () => {
    const trial = await tryRows(aTestOffice(), 'partners', [
      ['University', 'Country', 'OUT', 'IN'],
      ['Universidade do Porto', 'Portugal', 2, 9],
      ['Technische Universität Wien', 'Austria', 1, 9],
    ])
    expect(trial.preview.plan.entities['places']).toBe(3)
  })

  test('have no header: columns are named by what they hold, never surely', async () => {
    const rows = Array.from({ length: 8 }, (_, at) => [
      `Universität Beispiel ${at}`,
      `D  BEISPI${String.fromCharCode(65 + at)}01`,
      'Germany',
    ])
    const trial = await tryRows(aTestOffice(), 'partners', rows)
    expect(trial.reading.table.headerRows).toBeNull()
    expect(trial.preview.plan.counts).toMatchObject({ rows: 8, new: 8 })
    expect(trial.reading.columns.every(({ confidence }) => confidence < 0.8)).toBe(true)
  })

  test('have two columns of the same name that differ: the user must choose before applying', async () => {
    const { refusalOf } = await import('#core/imports/refusal.ts')
    const rows = (second: string) => [
      ['University', 'University', 'Country'],
      ['Universidade do Porto', second, 'Portugal'],
      ['Universidade de Lisboa', 'Universidade de Lisboa', 'Portugal'],
    ]
    const differing = await tryRows(aTestOffice(), 'partners', rows('Porto University'))
    expect(refusalOf(differing.source, differing.reading, differing.preview)).toEqual({
      code: 'import-duplicate-headers',
      data: { sheet: 'Sheet', header: 'University', columns: 'A, B' },
    })
    const alike = await tryRows(aTestOffice(), 'partners', rows('Universidade do Porto'))
    expect(refusalOf(alike.source, alike.reading, alike.preview)).toBeUndefined()
  })

  test('hold agreements with their years, languages and fields', async () => {
    const office = aTestOffice()
    await takeRows(office, 'partners', [
      [
        'Partner institution',
        'Type of agreement',
        'Agreement number',
        'Valid from',
        'Valid until',
        'Language requirement',
        'Places',
      ],
      ['Universidade do Porto', 'Erasmus+', 'IIA-1', '2022', '30/09/2028', 'English B2', 2],
      ['Kyoto Sample University', 'Bilateral', 'MOU-7', '2019/2020', '2021/2022', 'en B2', 1],
    ])
    expect(
      all(office, 'SELECT kind, reference, firstYear, lastYear, status FROM agreement ORDER BY reference'),
    ).toEqual([
      {
        kind: 'erasmus',
        reference: 'IIA-1',
        firstYear: '2022/2023',
        lastYear: '2027/2028',
        status: 'active',
      },
      {
        kind: 'exchange',
        reference: 'MOU-7',
        firstYear: '2019/2020',
        lastYear: '2021/2022',
        status: 'ended',
      },
    ])
    expect(all(office, 'SELECT DISTINCT languages FROM condition')).toEqual([{ languages: 'en:B2' }])
  })

  test('hold an official register: institutions, but no agreements', async () => {
    const trial = await tryRows(aTestOffice(), 'partners', [
      [],
      [
        'Proposal number',
        'Erasmus Code',
        'PIC',
        'OID',
        'Legal Name',
        'City',
        'Country Cd',
        'Erasmus Eche Start',
      ],
      [
        '101012444',
        'A\u00a0 BEISPIE01',
        '948821603',
        'E10054064',
        'PAEDAGOGISCHE HOCHSCHULE BEISPIEL',
        'Beispielstadt',
        'AT',
        44197,
      ],
      ['101007499', 'F  MODELE01', '999660855', 'E10208308', 'Lycée Modèle', 'Modèle', 'FR', 44197],
    ])
    expect(trial.preview.plan.entities).toEqual({ institutions: 2, agreements: 0, conditions: 0, places: 0 })
  })
})

describe('students', () => {
  test('are read with their dates, genders, nationalities and status', async () => {
    const office = aTestOffice()
    const trial = await takeRows(office, 'students', studentList)
    expect(trial.preview.plan.counts).toEqual({
      rows: 6,
      new: 3,
      changed: 0,
      unchanged: 0,
      'not-data': 3,
      rejected: 0,
    })
    expect(
      all(
        office,
        'SELECT studentNumber, familyName, givenNames, gender, birthDate, nationality, status FROM student ORDER BY 1',
      ),
    ).toEqual([
      {
        studentNumber: '20260001',
        familyName: 'DUPONT',
        givenNames: 'Marie',
        gender: '2',
        birthDate: '2003-03-25',
        nationality: 'FR',
        status: 'student',
      },
      {
        studentNumber: '20260002',
        familyName: 'NGUYEN',
        givenNames: 'Van Anh',
        gender: '1',
        birthDate: '2002-12-01',
        nationality: 'VN',
        status: 'student',
      },
      {
        studentNumber: '20260003',
        familyName: 'DE LA CRUZ',
        givenNames: 'José',
        gender: '1',
        birthDate: '2003-06-07',
        nationality: 'ES',
        status: 'apprentice',
      },
    ])
    const again = await tryRows(office, 'students', studentList)
    expect(again.preview.plan.counts).toMatchObject({ new: 0, changed: 0, unchanged: 3 })
  })

  test('are read from a list that went through many hands: numbers as amounts, signs for nothing', async () => {
    const office = aTestOffice()
    const trial = await takeRows(office, 'students', [
      ['N° Elève', 'NOM', 'Prénom(s)', 'Né(e) le', 'Régime', 'Tél. portable', 'Filière'],
      ['20240001.0', 'NULL', 'ZOE', '1er mars 2004', 'FISA', 'n/a', '-'],
    ])
    expect(
      all(office, 'SELECT studentNumber, familyName, birthDate, status, phone, track FROM student'),
    ).toEqual([
      {
        studentNumber: '20240001',
        familyName: 'NULL',
        birthDate: '2004-03-01',
        status: 'apprentice',
        phone: null,
        track: null,
      },
    ])
    expect(codes(trial)).toEqual(expect.arrayContaining(['imports.issue.placeholder']))
  })

  test('are refused when the same number stands for two of them, and taken once when rows say the same', async () => {
    const rows = [
      ['Student number', 'Last name', 'First name', 'E-mail'],
      ['1001', 'Martin', 'Zoé', 'zoe@example.org'],
      ['1001', 'Bernard', 'Luc', 'luc@example.org'],
      ['1002', 'Petit', 'Ana', 'ana@example.org'],
      ['1002', 'Petit', 'Ana', 'ana@example.org'],
      [null, 'Durand', 'Eve', 'eve@example.org'],
    ]
    const trial = await tryRows(aTestOffice(), 'students', rows)
    expect(outcomes(trial, 6)).toEqual(['not-data', 'rejected', 'rejected', 'new', 'unchanged', 'rejected'])
    expect(trial.preview.plan.reasons.get(2)).toEqual({
      reason: 'duplicate-student',
      params: { rows: '2, 3' },
    })
    expect(trial.preview.plan.reasons.get(6)?.reason).toBe('no-student-number')
  })

  test('with their whole name in one cell have it split at the capitals', async () => {
    const office = aTestOffice()
    await takeRows(office, 'students', [
      ['Matricule', 'Nom Prénom', 'Mail'],
      ['A1001', 'DE LA FONTAINE Jean-Marie', 'jm@example.org'],
      ['A1002', 'Petit, Ana', 'ana@example.org'],
      ['A1003', 'LE GOFF Yann', 'yann@example.org'],
    ])
    expect(all(office, 'SELECT familyName, givenNames FROM student ORDER BY studentNumber')).toEqual([
      { familyName: 'DE LA FONTAINE', givenNames: 'Jean-Marie' },
      { familyName: 'Petit', givenNames: 'Ana' },
      { familyName: 'LE GOFF', givenNames: 'Yann' },
    ])
  })

  test('have dates in the order that the column shows', async () => {
    const office = aTestOffice()
    const trial = await takeRows(office, 'students', [
      ['Student number', 'Last name', 'First name', 'Date of birth'],
      ['1001', 'Martin', 'Zoé', '03/04/2003'],
      ['1002', 'Petit', 'Ana', '12/31/2002'],
      ['1003', 'Durand', 'Eve', 37700],
    ])
    expect(trial.preview.decided.options.dateOrder).toBe('mdy')
    expect(all(office, 'SELECT birthDate FROM student ORDER BY studentNumber')).toEqual([
      { birthDate: '2003-03-04' },
      { birthDate: '2002-12-31' },
      { birthDate: '2003-03-20' },
    ])
  })

  test('have a warning at each date that could be read the other way round, when no date shows the order', async () => {
    const trial = await tryRows(aTestOffice(), 'students', [
      ['Student number', 'Last name', 'First name', 'Date of birth', 'ISCED code'],
      ['1001', 'Martin', 'Zoé', '03/04/2003', '0613'],
      ['1002', 'Petit', 'Ana', '05/05/2003', '521'],
    ])
    const found = trial.preview.plan.issues.list(10).map(({ row, code, severity }) => [row, code, severity])
    expect(found).toContainEqual([2, 'domain.date-text.ambiguous', 'warning'])
    expect(found).toContainEqual([3, 'domain.isced-f.maybe-isced-1997', 'warning'])
    expect(found.filter(([, code]) => code === 'domain.date-text.ambiguous')).toHaveLength(1)
  })

  test('known by their e-mail are recognised in a list without numbers', async () => {
    const office = aTestOffice()
    await takeRows(office, 'students', studentList)
    const trial = await tryRows(office, 'students', [
      ['Nom', 'Prénom', 'Courriel', 'Téléphone'],
      ['DUPONT', 'Marie', 'Marie.Dupont@ecole.example', '+33 6 12 34 56 78'],
      ['INCONNU', 'Paul', 'paul@ecole.example', '+33 6 98 76 54 32'],
    ])
    expect(outcomes(trial, 3)).toEqual(['not-data', 'changed', 'rejected'])
  })
})
