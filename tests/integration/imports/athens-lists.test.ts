import { describe, expect, test } from 'vitest'
import type { Cell } from '#core/sheets/types.ts'
import type { ImportKind } from '#shared/contract/imports.ts'
import { insertRows } from '#core/db/bulk.ts'
import { aCourse, aStudent, anInstitution } from '#tests/fixtures/exports/office.ts'
import { takeRows, tryRows, type Rows, type SheetTrial } from '#tests/fixtures/imports/import-desk.ts'
import { aTestOffice, type TestOffice } from '#tests/fixtures/test-office.ts'

const athensSession = '2027-03'

const tried = async (office: TestOffice, kind: ImportKind, rows: Rows) =>
  await tryRows(office, kind, rows, { athensSession })
const taken = async (office: TestOffice, kind: ImportKind, rows: Rows) =>
  await takeRows(office, kind, rows, { athensSession })

const outcomes = ({ preview }: SheetTrial, count: number) =>
  Array.from({ length: count }, (_, at) => preview.plan.outcomes.get(at + 1))
const codes = ({ preview }: SheetTrial) => preview.plan.issues.byCode().map(({ code }) => code)
const all = (office: TestOffice, sql: string) => office.connections.raw.prepare(sql).all()

const header = [
  'Code',
  'Course title',
  'Host institution',
  'City',
  'ECTS',
  'Language',
  'Hours',
  'Max students',
  'Prerequisites',
  'BIP',
]
const wind: readonly Cell[] = [
  'TUD-12',
  'Wind energy at sea',
  'TU Delft',
  'Delft',
  2,
  'English',
  30,
  20,
  'Fluid mechanics',
  'no',
]
const waltz: readonly Cell[] = [
  'TUW 4',
  'Waltz of the electrons',
  'TU Wien',
  'Wien',
  3,
  'English',
  32,
  12,
  null,
  'yes',
]

describe('a catalogue of ATHENS courses', () => {
  test('becomes courses of the session and their hosts; imported again it changes nothing', async () => {
    const office = aTestOffice()
    const trial = await taken(office, 'courses', [header, wind, waltz])
    expect(outcomes(trial, 3)).toEqual(['not-data', 'new', 'new'])
    expect(trial.preview.plan.entities).toEqual({ courses: 2, institutions: 2 })
    expect(
      all(
        office,
        'SELECT session, code, title, city, ects, language, hours, capacity, prerequisites, isBip FROM athensCourse ORDER BY code',
      ),
    ).toEqual([
      {
        session: '2027-03',
        code: 'TUD12',
        title: 'Wind energy at sea',
        city: 'Delft',
        ects: 2,
        language: 'en',
        hours: 30,
        capacity: 20,
        prerequisites: 'Fluid mechanics',
        isBip: 0,
      },
      {
        session: '2027-03',
        code: 'TUW4',
        title: 'Waltz of the electrons',
        city: 'Wien',
        ects: 3,
        language: 'en',
        hours: 32,
        capacity: 12,
        prerequisites: null,
        isBip: 1,
      },
    ])
    const again = await tried(office, 'courses', [header, wind, waltz])
    expect(outcomes(again, 3)).toEqual(['not-data', 'unchanged', 'unchanged'])
    const changed = await taken(office, 'courses', [header, wind.with(7, 25), waltz])
    expect(outcomes(changed, 3)).toEqual(['not-data', 'changed', 'unchanged'])
    expect(all(office, `SELECT capacity FROM athensCourse WHERE code = 'TUD12'`)).toEqual([{ capacity: 25 }])
  })

  test('with two capacities for one code is explained, and neither is taken', async () => {
    const office = aTestOffice()
    const trial = await taken(office, 'courses', [header, wind, wind.with(7, 15), waltz])
    expect(outcomes(trial, 4)).toEqual(['not-data', 'rejected', 'rejected', 'new'])
    expect(trial.preview.plan.reasons.get(2)).toEqual({
      reason: 'two-capacities',
      params: { code: 'TUD12', rows: '2, 3', capacities: '20, 15' },
    })
    expect(all(office, 'SELECT code FROM athensCourse')).toEqual([{ code: 'TUW4' }])
  })

  test('with a capacity below those already nominated is explained', async () => {
    const { office, course, students } = await anOffice()
    await office.door.change('record.create', {}, async () =>
      insertRows(office.connections.raw, 'athensRegistration', [
        { id: 'g1', studentId: students[0]?.id ?? '', courseId: course.id, status: 'nominated', isLocked: 0 },
        { id: 'g2', studentId: students[1]?.id ?? '', courseId: course.id, status: 'accepted', isLocked: 0 },
      ]),
    )
    const trial = await tried(office, 'courses', [header, wind.with(0, 'TUD1').with(7, 1), waltz])
    expect(trial.preview.plan.reasons.get(2)).toEqual({
      reason: 'below-nominated',
      params: { code: 'TUD1', capacity: 1, count: 2 },
    })
  })

  test('without a capacity leaves it unknown', async () => {
    const office = aTestOffice()
    await taken(office, 'courses', [header, wind.with(7, null), waltz])
    expect(all(office, `SELECT capacity FROM athensCourse WHERE code = 'TUD12'`)).toEqual([
      { capacity: null },
    ])
  })
})

/** An office with two courses of the session and two students. */
async function anOffice() {
  const office = aTestOffice()
  const delft = anInstitution({ name: 'TU Delft', city: 'Delft', country: 'NL' })
  const course = aCourse({ institutionId: delft.id, code: 'TUD1', title: 'Wind energy' })
  const other = aCourse({ institutionId: delft.id, code: 'TUD2', title: 'Dykes' })
  const students = [
    aStudent({ studentNumber: '20240001', familyName: 'Abel' }),
    aStudent({ studentNumber: '20240002', familyName: 'Brun' }),
  ]
  await office.door.change('record.create', {}, async () => {
    insertRows(office.connections.raw, 'institution', [delft])
    insertRows(office.connections.raw, 'athensCourse', [course, other])
    insertRows(office.connections.raw, 'student', students)
  })
  return { office, course, other, students }
}

const wishes = `SELECT s.familyName AS who, c.code, w.rank FROM wish w JOIN student s ON s.id = w.studentId
  JOIN athensCourse c ON c.id = w.courseId ORDER BY 1, 3`

describe('a list of ATHENS choices', () => {
  const head = ['N° étudiant', 'Nom', 'Prénom', 'Choix 1', 'Choix 2', 'Choix 3']
  const rows = [
    head,
    ['20240001', 'Abel', 'Émile', 'TUD-2', 'TUD 1', null],
    ['20240002', 'Brun', 'Émile', 'TUD1', 'XYZ9', 'TUD1'],
    ['20249999', 'Cros', 'Léa', 'TUD1', null, null],
  ]

  test('in columns becomes ranked choices; what is unknown or repeated is said at its cell', async () => {
    const { office } = await anOffice()
    const trial = await taken(office, 'athens-choices', rows)
    expect(outcomes(trial, 4)).toEqual(['not-data', 'changed', 'changed', 'rejected'])
    expect(codes(trial)).toEqual(
      expect.arrayContaining([
        'imports.issue.unknown-course',
        'imports.issue.repeated-choice',
        'imports.reason.unknown-student',
      ]),
    )
    expect(all(office, wishes)).toEqual([
      { who: 'Abel', code: 'TUD2', rank: 1 },
      { who: 'Abel', code: 'TUD1', rank: 2 },
      { who: 'Brun', code: 'TUD1', rank: 1 },
    ])
    const again = await tried(office, 'athens-choices', rows)
    expect(outcomes(again, 4)).toEqual(['not-data', 'unchanged', 'unchanged', 'rejected'])
  })

  test('given again in another order changes the ranks', async () => {
    const { office } = await anOffice()
    await taken(office, 'athens-choices', rows)
    await taken(office, 'athens-choices', [head, ['20240001', 'Abel', 'Émile', 'TUD1', 'TUD2', null]])
    expect(all(office, wishes).slice(0, 2)).toEqual([
      { who: 'Abel', code: 'TUD1', rank: 1 },
      { who: 'Abel', code: 'TUD2', rank: 2 },
    ])
  })

  test('with one row per choice is read by its rank', async () => {
    const { office } = await anOffice()
    await taken(office, 'athens-choices', [
      ['Student number', 'Surname', 'Rank', 'Course code'],
      ['20240001', 'Abel', 1, 'TUD1'],
      ['20240001', 'Abel', 2, 'TUD2'],
      ['20240002', 'Brun', 1, 'TUD2'],
    ])
    expect(all(office, wishes)).toHaveLength(3)
  })

  test('of results says who got which course', async () => {
    const { office } = await anOffice()
    await taken(office, 'athens-choices', rows)
    const results = [
      ['Student number', 'Surname', 'Course allocated', 'Result'],
      ['20240001', 'Abel', 'TUD1', 'Accepted'],
      ['20240002', 'Brun', 'TUD2', 'Liste d’attente'],
    ]
    const trial = await taken(office, 'athens-choices', results)
    expect(trial.preview.plan.entities).toEqual({ athensWishes: 0, athensRegistrations: 2 })
    expect(
      all(
        office,
        `SELECT s.familyName AS who, c.code, g.status, g.rank FROM athensRegistration g
        JOIN student s ON s.id = g.studentId JOIN athensCourse c ON c.id = g.courseId ORDER BY 1`,
      ),
    ).toEqual([
      { who: 'Abel', code: 'TUD1', status: 'accepted', rank: 2 },
      { who: 'Brun', code: 'TUD2', status: 'waiting', rank: null },
    ])
    const odd = await tried(office, 'athens-choices', [
      ...results.slice(0, 1),
      ['20240001', 'Abel', 'TUD1', 'Perhaps'],
    ])
    expect(odd.preview.plan.reasons.get(2)).toEqual({
      reason: 'unknown-result',
      params: { value: 'Perhaps' },
    })
  })
})
