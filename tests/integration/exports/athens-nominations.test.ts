import { describe, expect, test } from 'vitest'
import { prepareAthens, athensSessions } from '#core/features/nominations/nominations.service.ts'
import { uuidIds } from '#core/ports/system.ts'
import {
  aCourse,
  aMobility,
  anExportingOffice,
  anInstitution,
  aStudent,
} from '#tests/fixtures/exports/office.ts'
import { readBook } from '#tests/fixtures/exports/read-book.ts'

const session = '2027-03'

/** Courses of three hosts, one of which is our own school and one in our town. */
async function aSession() {
  const office = await anExportingOffice()
  const delft = anInstitution({ name: 'TU Delft', city: 'Delft', country: 'NL' })
  const ours = anInstitution({ name: 'Ecole d’Essai, Paris', erasmusCode: 'F  PARIS999', city: 'Palaiseau' })
  const neighbour = anInstitution({ name: 'Mines', city: 'Paris' })
  const courses = [
    aCourse({ institutionId: delft.id, code: 'TUD1', title: 'Wind energy' }),
    aCourse({ institutionId: delft.id, code: 'TUD2', city: 'Rotterdam' }),
    aCourse({ institutionId: delft.id, code: 'TUD3' }),
    aCourse({ institutionId: ours.id, code: 'EE1' }),
    aCourse({ institutionId: neighbour.id, code: 'MP1' }),
    aCourse({ institutionId: delft.id, code: 'TUD1', session: '2026-11' }),
  ]
  await office.add({ institution: [delft, ours, neighbour], athensCourse: courses })
  const choose = async (student: ReturnType<typeof aStudent>, ranked: Readonly<Record<string, number>>) => {
    const wish = Object.entries(ranked).map(([code, rank]) => {
      const course = courses.find((one) => one.code === code && one.session === session)
      return {
        id: uuidIds.next(),
        studentId: student.id,
        courseId: course?.id ?? '',
        rank,
        meetsPrerequisites: null,
      }
    })
    await office.add({ student: [student], wish })
    return student
  }
  return { office, choose }
}

describe('the workbook of an ATHENS session', () => {
  test('has one row per student, with the choices in their order', async () => {
    const { office, choose } = await aSession()
    await choose(aStudent({ familyName: 'ZOLA' }), { TUD2: 1, TUD1: 2 })
    const student = await choose(aStudent({ familyName: 'ABEL', gender: '2' }), { TUD3: 1 })
    const week = aMobility({ studentId: student.id, form: 'athens-week', semester: 'spring' })
    await office.add({
      mobility: [week, aMobility({ studentId: student.id, form: 'athens-week', semester: 'autumn' })],
    })
    const { file, rows, files } = await office.export('athens-nominations', { session })
    expect(file.name).toBe('ATHENS nominations 2027-03.xlsx')
    expect(rows).toBe(2)
    expect(files[0]?.mobilityIds).toEqual([week.id])
    const [students, choices] = await readBook(file.bytes)
    expect(students?.rows).toHaveLength(2)
    expect(students?.rows[0]).toMatchObject({
      Session: '2027-03',
      'Home institution': 'École d’essai',
      'Local coordinator': 'Paul Durand',
      'E-mail of local coordinator': 'paul.durand@example.org',
      'Family name': 'ABEL',
      Gender: 'Female',
      'Date of birth': { kind: 'date', iso: '2004-02-29', raw: '38046', format: 'dd/mm/yyyy' },
      Specialisation: 'Réseaux',
      'ECTS acquired': 90,
      'Choice 1': 'TUD3',
      'Choice 2': null,
      'Choice 3': null,
    })
    expect(students?.rows[1]).toMatchObject({ 'Choice 1': 'TUD2', 'Choice 2': 'TUD1', 'Choice 3': null })
    expect(choices?.name).toBe('Choices')
    expect(choices?.rows.map((row) => [row['Family name'], row['Rank'], row['Course'], row['City']])).toEqual(
      [
        ['ABEL', 1, 'TUD3', 'Delft'],
        ['ZOLA', 1, 'TUD2', 'Rotterdam'],
        ['ZOLA', 2, 'TUD1', 'Delft'],
      ],
    )
  })

  test('has as many columns of choices as the most that a student gave', async () => {
    const { office, choose } = await aSession()
    await choose(aStudent(), { TUD1: 1, TUD2: 2, TUD3: 3, MP1: 4 })
    const { file } = await office.export('athens-nominations', { session }, { language: 'fr' })
    const [students] = await readBook(file.bytes)
    expect(students?.header.slice(-4)).toEqual(['Choix 1', 'Choix 2', 'Choix 3', 'Choix 4'])
  })

  test('leaves out those who lack something, and says when nobody has a choice', async () => {
    const { office, choose } = await aSession()
    await expect(office.export('athens-nominations', { session })).rejects.toMatchObject({
      code: 'nothing-to-export',
      data: { reason: 'no-wishes', session },
    })
    await choose(aStudent({ email: null }), { TUD1: 1 })
    await choose(aStudent(), { TUD1: 1 })
    const { rows, leftOut } = await office.export('athens-nominations', { session })
    expect([rows, leftOut]).toEqual([1, 1])
  })
})

describe('what is found before nominating', () => {
  test('those who lack something come first, then those whose choices are not in order', async () => {
    const { office, choose } = await aSession()
    await choose(aStudent({ familyName: 'Abel' }), { TUD1: 1, TUD2: 2 })
    await choose(aStudent({ familyName: 'Béranger' }), { TUD1: 1, TUD2: 3 })
    await choose(aStudent({ familyName: 'Camus', birthDate: null }), { TUD1: 1 })
    const { nominees, schoolMissing } = await prepareAthens(office.connections.read, { session })
    expect(schoolMissing).toEqual([])
    expect(nominees.map(({ student }) => student)).toEqual(['Camus Émile', 'Béranger Émile', 'Abel Émile'])
    expect(nominees[0]?.missing.map(({ entity, field }) => [entity, field])).toEqual([
      ['student', 'birthDate'],
    ])
    expect(nominees[1]?.findings).toEqual([{ code: 'gap', params: { rank: 2 } }])
    expect(nominees[2]?.choices).toEqual([
      { rank: 1, code: 'TUD1', title: 'Wind energy' },
      { rank: 2, code: 'TUD2', title: 'Course TUD2' },
    ])
  })

  test('a course at the own school or in its town, and a rank given twice, are findings', async () => {
    const { office, choose } = await aSession()
    await choose(aStudent(), { EE1: 1, MP1: 2, TUD1: 3, TUD2: 3 })
    const { nominees } = await prepareAthens(office.connections.read, { session })
    expect(nominees[0]?.findings).toEqual([
      { code: 'same-rank', params: { rank: 3, codes: 'TUD1, TUD2' } },
      { code: 'home-institution', params: { rank: 1, code: 'EE1', institution: 'École d’essai' } },
      { code: 'home-town', params: { rank: 2, code: 'MP1', town: 'Paris' } },
    ])
  })

  test('the sessions are counted, the latest first', async () => {
    const { office, choose } = await aSession()
    await choose(aStudent(), { TUD1: 1, TUD2: 2 })
    expect(await athensSessions(office.connections.read)).toEqual([
      { session: '2027-03', students: 1, courses: 5 },
      { session: '2026-11', students: 0, courses: 1 },
    ])
  })
})
