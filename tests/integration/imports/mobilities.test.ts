import { describe, expect, test } from 'vitest'
import { takeRows, tryRows, type Rows, type SheetTrial } from '#tests/fixtures/imports/import-desk.ts'
import { aTestOffice, snapshotOf, type TestOffice } from '#tests/fixtures/test-office.ts'

const all = (office: TestOffice, sql: string) => office.connections.raw.prepare(sql).all()
const outcomesOf = ({ preview }: SheetTrial) => {
  const { plan, kinds } = preview
  return [...kinds.codes.keys()].slice(1).map((row) => plan.outcomes.get(row))
}
const codesOf = ({ preview }: SheetTrial) => preview.plan.issues.byCode().map(({ code }) => code)
const reasonOf = ({ preview }: SheetTrial, row: number) => preview.plan.reasons.get(row)?.reason

const students: Rows = [
  ['N° étudiant', 'Nom', 'Prénom', 'Courriel', 'Promotion'],
  ['1001', 'DUPONT', 'Zoé', 'zoe@ecole.example', '2027'],
  ['1002', 'Nguyễn', 'Văn Anh', 'anh@ecole.example', '2027'],
  ['1003', 'de la Cruz', 'José', 'jose@ecole.example', '2027'],
]
const partners: Rows = [
  ['University', 'Erasmus code', 'Country', 'Places'],
  ['Technische Universität Wien', 'A  WIEN02', 'Austria', 3],
  ['Universidade do Porto', 'P  PORTO02', 'Portugal', 2],
]

async function anOffice(): Promise<TestOffice> {
  const office = aTestOffice()
  await takeRows(office, 'students', students)
  await takeRows(office, 'partners', partners)
  return office
}

/** The school's own list: names in capitals, accents lost, dates as text, hosts by name, code or short. */
const cohortList: Rows = [
  ['Mobilités sortantes 2026-2027', null, null, null, null, null, null, null, null],
  [
    'N° étudiant',
    'NOM Prénom',
    'Type de mobilité',
    'Établissement d’accueil',
    'Pays',
    'Semestre',
    'Date de début',
    'Date de fin',
    'État du dossier',
  ],
  [
    '1001',
    'DUPONT Zoe',
    'Echange',
    'TECHNISCHE UNIVERSITAT WIEN',
    'Autriche',
    'S1',
    '14/09/2026',
    '31/01/2027',
    'Retenue',
  ],
  [
    '1002',
    'NGUYEN Van Anh',
    'Stage',
    'Acme Robotics',
    'Japon',
    null,
    '01/03/2027',
    '31/08/2027',
    'Candidature',
  ],
  [
    '1003',
    'DE LA CRUZ Jose',
    'ERASMUS',
    'Univ. inconnue de Coimbra',
    'Portugal',
    'S2',
    '01/02/2027',
    '30/06/2027',
    '',
  ],
  [null, null, null, null, null, null, null, null, null],
  ['Total', '3', null, null, null, null, null, null, null],
]

describe('a list of stays', () => {
  test('is read as it is: students by number, hosts by name, words for forms and steps, dates as text', async () => {
    const office = await anOffice()
    const trial = await takeRows(office, 'mobilities', cohortList)
    expect(trial.preview.mapping.map(({ target }) => target.key)).toEqual([
      'student.studentNumber',
      'fullName',
      'mobility.form',
      'institution.name',
      'institution.country',
      'mobility.semester',
      'mobility.plannedStart',
      'mobility.plannedEnd',
      'mobility.status',
    ])
    expect(outcomesOf(trial)).toEqual(['not-data', 'not-data', 'new', 'new', 'new', 'not-data', 'not-data'])
    expect(trial.preview.plan.entities).toEqual({ mobilities: 3, institutions: 2 })
    expect(
      all(
        office,
        `SELECT s.studentNumber, m.form, m.status, i.name, i.kind, i.country, m.academicYear, m.semester, m.plannedStart,
           m.plannedEnd, m.conditionId IS NOT NULL AS hasCondition
         FROM mobility m JOIN student s ON s.id = m.studentId LEFT JOIN institution i ON i.id = m.institutionId
         ORDER BY s.studentNumber`,
      ),
    ).toEqual([
      {
        studentNumber: '1001',
        form: 'exchange-semester',
        status: 'selected',
        name: 'Technische Universität Wien',
        kind: 'university',
        country: 'AT',
        academicYear: '2026/2027',
        semester: 'autumn',
        plannedStart: '2026-09-14',
        plannedEnd: '2027-01-31',
        hasCondition: 1,
      },
      {
        studentNumber: '1002',
        form: 'internship',
        status: 'applied',
        name: 'Acme Robotics',
        kind: 'company',
        country: 'JP',
        academicYear: '2026/2027',
        semester: null,
        plannedStart: '2027-03-01',
        plannedEnd: '2027-08-31',
        hasCondition: 0,
      },
      {
        studentNumber: '1003',
        form: 'exchange-semester',
        status: 'draft',
        name: 'Univ. inconnue de Coimbra',
        kind: 'university',
        country: 'PT',
        academicYear: '2026/2027',
        semester: 'spring',
        plannedStart: '2027-02-01',
        plannedEnd: '2027-06-30',
        hasCondition: 0,
      },
    ])
  })

  test('imported again proposes no change, and one undo takes it back whole', async () => {
    const office = await anOffice()
    const before = snapshotOf(office.connections)
    await takeRows(office, 'mobilities', cohortList)
    const again = await tryRows(office, 'mobilities', cohortList)
    expect(outcomesOf(again).slice(2, 5)).toEqual(['unchanged', 'unchanged', 'unchanged'])
    expect(again.preview.plan.entities).toEqual({ mobilities: 0, institutions: 0 })
    await office.door.undo()
    expect(snapshotOf(office.connections)).toEqual(before)
  })

  test('changes what it says otherwise, and moves stays by the pipeline', async () => {
    const office = await anOffice()
    await takeRows(office, 'mobilities', cohortList)
    const [title, header, first] = cohortList
    const changed = first?.with(7, '15/02/2027').with(8, 'Abandon') ?? []
    const trial = await takeRows(office, 'mobilities', [title ?? [], header ?? [], changed])
    expect(outcomesOf(trial).at(2)).toBe('changed')
    expect([...trial.preview.plan.changesOf(3)]).toEqual([
      [7, { before: '2027-01-31', after: '2027-02-15' }],
      [8, { before: 'selected', after: 'withdrawn' }],
    ])
    expect(all(office, `SELECT status, plannedEnd FROM mobility WHERE status = 'withdrawn'`)).toEqual([
      { status: 'withdrawn', plannedEnd: '2027-02-15' },
    ])
    expect(all(office, 'SELECT fromStep, step, remark FROM mobilityStep')).toEqual([
      { fromStep: 'selected', step: 'withdrawn', remark: 'list.xlsx' },
    ])
  })

  test('does not move a stay that the rules hold back: a warning at the cell, and no change', async () => {
    const office = await anOffice()
    await takeRows(office, 'mobilities', cohortList)
    const [title, header, first] = cohortList
    const trial = await takeRows(office, 'mobilities', [
      title ?? [],
      header ?? [],
      first?.with(8, 'Revenue') ?? [],
    ])
    expect(outcomesOf(trial).at(2)).toBe('unchanged')
    expect(codesOf(trial)).toContain('imports.issue.status-held-back')
    expect(all(office, `SELECT count(*) AS n FROM mobility WHERE status = 'selected'`)).toEqual([{ n: 1 }])
  })

  test('takes the year from the dates where nothing says it, and the options for what no column says', async () => {
    const office = await anOffice()
    await takeRows(
      office,
      'mobilities',
      [
        ['Student number', 'Host', 'Country', 'Start', 'End'],
        ['1001', 'EPFL', 'Switzerland', '2025-02-10', '2025-07-01'],
        ['1002', 'EPFL', 'Switzerland', '2025-08-20', '2026-01-31'],
      ],
      { mobilityForm: 'master', mobilityStatus: 'returned' },
    )
    expect(all(office, 'SELECT academicYear, form, status FROM mobility ORDER BY academicYear')).toEqual([
      { academicYear: '2024/2025', form: 'master', status: 'returned' },
      { academicYear: '2025/2026', form: 'master', status: 'returned' },
    ])
    expect(all(office, `SELECT name FROM institution WHERE name = 'EPFL'`)).toHaveLength(1)
  })
})

describe('a host', () => {
  test.each([
    ['by its name in capitals, without accents', 'TECHNISCHE UNIVERSITAT WIEN', null, 'AT'],
    ['by an abbreviation that opens its name', 'TU Wien', null, 'AT'],
    ['by its code, whatever its name', 'Vienna', 'A WIEN02', 'AT'],
  ])('is known %s', async (_how, name, code, country) => {
    const office = await anOffice()
    const trial = await tryRows(office, 'mobilities', [
      ['Student number', 'Host university', 'Erasmus code', 'Country', 'Type of mobility'],
      ['1001', name, code, country, 'Exchange'],
    ])
    expect(outcomesOf(trial)).toEqual(['not-data', 'new'])
    expect(trial.preview.plan.entities).toEqual({ mobilities: 1, institutions: 0 })
  })

  test('is another one when its country is another', async () => {
    const office = await anOffice()
    const trial = await tryRows(office, 'mobilities', [
      ['Student number', 'Host university', 'Country', 'Type of mobility'],
      ['1001', 'Technische Universität Wien', 'Germany', 'Exchange'],
    ])
    expect(trial.preview.plan.entities).toEqual({ mobilities: 1, institutions: 1 })
  })

  test('of a code that is that of nobody, and no name, rejects the row', async () => {
    const office = await anOffice()
    const trial = await tryRows(office, 'mobilities', [
      ['Student number', 'Erasmus code', 'Type of mobility', 'Semester'],
      ['1001', 'E  MADRID05', 'Exchange', 'S1'],
    ])
    expect(outcomesOf(trial)).toEqual(['not-data', 'rejected'])
    expect(reasonOf(trial, 2)).toBe('unknown-institution')
  })
})

describe('a row of a list of stays', () => {
  const header = ['Student number', 'Family name', 'Given names', 'Host', 'Year', 'Form', 'Start', 'End']
  const wien = 'Technische Universität Wien'

  test('of a student that the office does not know is rejected, and nobody is made', async () => {
    const office = await anOffice()
    const trial = await takeRows(office, 'mobilities', [
      header,
      ['9999', 'NOBODY', 'Ann', wien, '2026/2027', 'Exchange', null, null],
      [null, 'NOBODY', 'Ann', wien, '2026/2027', 'Exchange', null, null],
      ['1001', 'DUPONT', 'Zoé', wien, '2026/2027', 'Exchange', null, null],
    ])
    expect(outcomesOf(trial)).toEqual(['not-data', 'rejected', 'rejected', 'new'])
    expect(reasonOf(trial, 2)).toBe('unknown-student')
    expect(reasonOf(trial, 3)).toBe('unknown-student')
    expect(all(office, 'SELECT * FROM student')).toHaveLength(3)
  })

  test('without number goes by a name that one student alone bears, with a warning', async () => {
    const office = await anOffice()
    const trial = await tryRows(office, 'mobilities', [
      header,
      [null, 'NGUYEN', 'VAN ANH', wien, '2026/2027', 'Exchange', null, null],
      ['1001', 'MARTIN', 'Zoé', wien, '2026/2027', 'Exchange', null, null],
    ])
    expect(outcomesOf(trial)).toEqual(['not-data', 'new', 'new'])
    expect(codesOf(trial)).toEqual(
      expect.arrayContaining(['imports.issue.student-by-name', 'imports.issue.student-other-name']),
    )
  })

  test('that ends before it begins keeps its beginning, with the reason at the end', async () => {
    const office = await anOffice()
    const trial = await takeRows(office, 'mobilities', [
      header,
      ['1001', 'DUPONT', 'Zoé', wien, '2026/2027', 'Exchange', '2027-02-01', '2026-06-30'],
    ])
    expect(codesOf(trial)).toContain('record.ends-before-start')
    expect(all(office, 'SELECT plannedStart, plannedEnd FROM mobility')).toEqual([
      { plannedStart: '2027-02-01', plannedEnd: null },
    ])
  })

  test('that contradicts another one about the same stay is rejected with it; the same said twice is taken once', async () => {
    const office = await anOffice()
    const trial = await tryRows(office, 'mobilities', [
      header,
      ['1001', 'DUPONT', 'Zoé', wien, '2026/2027', 'Exchange', '2027-02-01', '2027-06-30'],
      ['1001', 'DUPONT', 'Zoé', wien, '2026/2027', 'Exchange', '2027-02-01', '2027-07-31'],
      ['1002', 'Nguyễn', 'Văn Anh', wien, '2026/2027', 'Exchange', '2027-02-01', '2027-06-30'],
      ['1002', 'Nguyễn', 'Văn Anh', wien, '2026/2027', 'Exchange', '2027-02-01', '2027-06-30'],
    ])
    expect(outcomesOf(trial)).toEqual(['not-data', 'rejected', 'rejected', 'new', 'unchanged'])
    expect(reasonOf(trial, 2)).toBe('duplicate-stay')
    expect(reasonOf(trial, 5)).toBe('same-as-row')
  })

  test('gives a host to the stay that had none, and adds a stay elsewhere with a warning', async () => {
    const office = await anOffice()
    const withoutHost = ['1001', 'DUPONT', 'Zoé', null, '2026/2027', 'Exchange', null, null]
    await takeRows(office, 'mobilities', [header, withoutHost])
    const given = await takeRows(office, 'mobilities', [header, withoutHost.with(3, wien)])
    expect(outcomesOf(given)).toEqual(['not-data', 'changed'])
    expect(all(office, 'SELECT i.name FROM mobility m JOIN institution i ON i.id = m.institutionId')).toEqual(
      [{ name: wien }],
    )
    const elsewhere = await tryRows(office, 'mobilities', [
      header,
      withoutHost.with(3, 'Universidade do Porto'),
    ])
    expect(outcomesOf(elsewhere)).toEqual(['not-data', 'new'])
    expect(codesOf(elsewhere)).toContain('imports.issue.other-stay')
  })

  test('with a word that is no step is taken without it; with one that is no form it is rejected, both said at the cell', async () => {
    const office = await anOffice()
    const trial = await tryRows(office, 'mobilities', [
      [...header, 'Status'],
      ['1001', 'DUPONT', 'Zoé', wien, '2026/2027', 'Exchange', null, null, 'selected'],
      ['1002', 'Nguyễn', 'Văn Anh', wien, '2026/2027', 'Sabbatical on Mars', null, null, 'selected'],
      ['1003', 'de la Cruz', 'José', wien, '2026/2027', 'Exchange', null, null, 'who knows'],
    ])
    expect(outcomesOf(trial)).toEqual(['not-data', 'new', 'rejected', 'new'])
    expect(reasonOf(trial, 3)).toBe('unknown-form')
    expect(trial.preview.plan.issues.ofRow(4).map(({ code }) => code)).toHaveLength(1)
    expect(trial.preview.plan.issues.ofRow(3).map(({ column, severity }) => [column, severity])).toEqual([
      ['F', 'warning'],
      [null, 'error'],
    ])
  })
})
