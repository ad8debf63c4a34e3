import { describe, expect, test } from 'vitest'
import {
  markNominated,
  nominationYears,
  prepareErasmus,
} from '#core/features/nominations/nominations.service.ts'
import { uuidIds } from '#core/ports/system.ts'
import { aMobility, anExportingOffice, aPartner, aStudent } from '#tests/fixtures/exports/office.ts'
import { snapshotOf, testDay } from '#tests/fixtures/test-office.ts'

async function anOfficeToNominate() {
  const office = await anExportingOffice()
  const near = aPartner({ name: 'Ålborg', erasmusCode: 'DK ALBORG99' })
  const far = aPartner({ name: 'Zürich', erasmusCode: null })
  const students = [
    aStudent({ familyName: 'Abel' }),
    aStudent({ familyName: 'Béranger', gender: null }),
    aStudent({ familyName: 'Camus' }),
  ]
  const [abel, beranger, camus] = students.map((student) => student.id)
  const mobility = [
    aMobility({ studentId: abel ?? '', institutionId: near.institution.id }),
    aMobility({ studentId: beranger ?? '', institutionId: near.institution.id }),
    aMobility({ studentId: camus ?? '', institutionId: far.institution.id }),
  ]
  await office.add({
    institution: [near.institution, far.institution],
    agreement: [near.agreement, far.agreement],
    condition: [near.condition, far.condition],
    student: students,
    mobility,
  })
  return { office, near, far, students, mobility }
}

describe('preparing nominations', () => {
  test('shows those who lack something first, and what, and where', async () => {
    const { office, far, students, mobility } = await anOfficeToNominate()
    const prepared = await prepareErasmus(office.connections.read, {
      academicYear: '2026/2027',
      institutionIds: [],
      again: false,
    })
    expect(
      prepared.nominees.map(({ student, institution, missing }) => [student, institution, missing]),
    ).toEqual([
      ['Béranger Émile', 'Ålborg', [{ entity: 'student', id: students[1]?.id, field: 'gender' }]],
      ['Camus Émile', 'Zürich', [{ entity: 'institution', id: far.institution.id, field: 'erasmusCode' }]],
      ['Abel Émile', 'Ålborg', []],
    ])
    expect(prepared.nominees[2]).toMatchObject({ mobilityId: mobility[0]?.id, status: 'selected' })
    expect(prepared.partners.map(({ name, count }) => [name, count])).toEqual([
      ['Ålborg', 2],
      ['Zürich', 1],
    ])
    expect(prepared.schoolMissing).toEqual([])
  })

  test('can be narrowed to some partners', async () => {
    const { office, far } = await anOfficeToNominate()
    const { nominees, partners } = await prepareErasmus(office.connections.read, {
      academicYear: '2026/2027',
      institutionIds: [far.institution.id],
      again: false,
    })
    expect(nominees.map(({ institution }) => institution)).toEqual(['Zürich'])
    expect(partners).toHaveLength(1)
  })

  test('says what the school has not filled in', async () => {
    const { office } = await anOfficeToNominate()
    await office.setSchool({ coordinatorName: '', erasmusCode: '' })
    const asked = { academicYear: '2026/2027', institutionIds: [], again: false }
    const { schoolMissing } = await prepareErasmus(office.connections.read, asked)
    expect(schoolMissing).toEqual(['erasmusCode', 'coordinatorName'])
  })

  test('counts by year what is still to nominate', async () => {
    const { office, near, students } = await anOfficeToNominate()
    const [student] = students
    await office.add({
      mobility: [
        aMobility({
          studentId: student?.id ?? '',
          institutionId: near.institution.id,
          academicYear: '2027/2028',
          status: 'nominated',
        }),
      ],
    })
    expect(await nominationYears(office.connections.read)).toEqual([
      { academicYear: '2027/2028', count: 0 },
      { academicYear: '2026/2027', count: 3 },
    ])
  })
})

describe('nominating', () => {
  test('moves the students in the file to nominated and keeps what was sent; undo brings all back', async () => {
    const { office, mobility } = await anOfficeToNominate()
    const { door, connections } = office
    const { files } = await office.export('erasmus-nominations', { academicYear: '2026/2027' })
    const before = snapshotOf(connections)

    const { result, action } = await door.change('nominate', { count: 1 }, (trx) =>
      markNominated(trx, { ids: uuidIds }, { format: 'erasmus-nominations', files, sentOn: testDay }),
    )

    expect(result).toBe(1)
    expect(action?.label).toBe('nominate')
    const statuses = await connections.read
      .selectFrom('mobility')
      .select(['id', 'status'])
      .orderBy('id')
      .execute()
    expect(statuses.map(({ status }) => status)).toEqual(['nominated', 'selected', 'selected'])
    const kept = await connections.read.selectFrom('nomination').selectAll().execute()
    expect(kept).toEqual([
      {
        id: expect.any(String),
        mobilityId: mobility[0]?.id,
        sentOn: testDay,
        channel: 'file',
        recipient: null,
        format: 'erasmus-nominations',
        fileName: files[0]?.name,
        sha256: files[0]?.sha256,
        sizeBytes: null,
      },
    ])

    await door.undo()
    expect(snapshotOf(connections)).toEqual(before)
    await door.redo()
    expect(await connections.read.selectFrom('nomination').selectAll().execute()).toEqual(kept)
  })

  test('again keeps a second nomination, and never takes a student back from a later status', async () => {
    const { office, mobility } = await anOfficeToNominate()
    const { door, connections } = office
    const id = mobility[0]?.id ?? ''
    const file = { name: 'a.xlsx', sha256: 'a'.repeat(64), mobilityIds: [id] }
    const nominate = () =>
      door.change('nominate', { count: 1 }, (trx) =>
        markNominated(
          trx,
          { ids: uuidIds },
          { format: 'erasmus-nominations', files: [file], sentOn: testDay },
        ),
      )
    await nominate()
    await door.change('record.update', { count: 1, title: '' }, (trx) =>
      trx.updateTable('mobility').set({ status: 'accepted' }).where('id', '=', id).execute(),
    )
    await nominate()
    const { status } = await connections.read
      .selectFrom('mobility')
      .select('status')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    expect(status).toBe('accepted')
    expect(await connections.read.selectFrom('nomination').selectAll().execute()).toHaveLength(2)
  })

  test('is refused whole when a mobility is gone', async () => {
    const { office, mobility } = await anOfficeToNominate()
    const ids = [mobility[0]?.id ?? '', 'gone']
    const file = { name: 'a.xlsx', sha256: 'a'.repeat(64), mobilityIds: ids }
    const nominate = office.door.change('nominate', { count: 2 }, (trx) =>
      markNominated(trx, { ids: uuidIds }, { format: 'erasmus-nominations', files: [file], sentOn: testDay }),
    )
    await expect(nominate).rejects.toMatchObject({ code: 'record-missing' })
    expect(await office.connections.read.selectFrom('nomination').selectAll().execute()).toEqual([])
  })

  test('records thousands at once', async () => {
    const { office, near } = await anOfficeToNominate()
    const students = Array.from({ length: 2500 }, () => aStudent())
    const mobility = students.map(({ id }) =>
      aMobility({ studentId: id, institutionId: near.institution.id }),
    )
    await office.add({ student: students, mobility })
    const file = { name: 'a.xlsx', sha256: 'a'.repeat(64), mobilityIds: mobility.map(({ id }) => id) }
    const { result } = await office.door.change('nominate', { count: 2500 }, (trx) =>
      markNominated(trx, { ids: uuidIds }, { format: 'erasmus-nominations', files: [file], sentOn: testDay }),
    )
    expect(result).toBe(2500)
  })
})
