import { describe, expect, test } from 'vitest'
import { moveMobilities } from '#core/features/mobilities/move-mobilities.service.ts'
import { createRecord, updateRecords } from '#core/features/records/records.service.ts'
import { uuidIds } from '#core/ports/system.ts'
import { createSearchIndex } from '#core/search/search-index.ts'
import { createTranslate } from '#shared/text/text.ts'
import type { MobilityStep } from '#shared/domain/mobility-steps.ts'
import { aMobility, anExportingOffice, aPartner, aStudent } from '#tests/fixtures/exports/office.ts'
import { snapshotOf, testDay } from '#tests/fixtures/test-office.ts'

const deps = { ids: uuidIds, today: testDay }

async function anOfficeWithStays() {
  const office = await anExportingOffice()
  const { institution, agreement, condition } = aPartner({ name: 'Ålborg' })
  const students = [aStudent(), aStudent(), aStudent({ cohort: null })]
  const [first, second, third] = students.map((student) => student.id)
  const mobility = [
    aMobility({ studentId: first ?? '', institutionId: institution.id, status: 'approved' }),
    aMobility({ studentId: second ?? '', institutionId: null, status: 'approved' }),
    aMobility({ studentId: third ?? '', institutionId: institution.id, status: 'draft' }),
  ]
  await office.add({
    institution: [institution],
    agreement: [agreement],
    condition: [condition],
    student: students,
    mobility,
  })
  const { connections, door, turns } = office
  const records = {
    read: connections.read,
    door,
    search: createSearchIndex(connections, turns),
    ids: uuidIds,
    today: () => testDay,
    translate: () => createTranslate('en'),
  }
  const ids = mobility.map((one) => one.id)
  const statuses = async () => {
    const rows = await connections.read.selectFrom('mobility').select(['id', 'status']).execute()
    return ids.map((id) => rows.find((row) => row.id === id)?.status)
  }
  const move = (to: MobilityStep, some = ids) =>
    door.change('mobility.move', { count: some.length, step: to, title: '' }, (trx) =>
      moveMobilities(trx, deps, { ids: some, to }),
    )
  return { office, ids, students, institution, records, statuses, move }
}

describe('moving stays', () => {
  test('moves those that may, reports each other with the reason and the field, in one step to undo', async () => {
    const { office, ids, statuses, move } = await anOfficeWithStays()
    const before = snapshotOf(office.connections)
    const { result } = await move('selected')
    expect(result.moved.map((stay) => stay.id)).toEqual([ids[0]])
    expect(result.refused).toEqual([
      {
        id: ids[1],
        from: 'approved',
        reason: 'blocked',
        issues: [{ code: 'no-host', level: 'block', params: {}, field: 'institutionId' }],
      },
      {
        id: ids[2],
        from: 'draft',
        reason: 'blocked',
        issues: [{ code: 'no-cohort', level: 'block', params: {}, field: 'student.cohort' }],
      },
    ])
    expect(await statuses()).toEqual(['selected', 'approved', 'draft'])
    const steps = await office.connections.read.selectFrom('mobilityStep').selectAll().execute()
    expect(steps).toEqual([
      {
        id: expect.any(String),
        mobilityId: ids[0],
        fromStep: 'approved',
        step: 'selected',
        movedOn: testDay,
        remark: null,
      },
    ])
    await office.door.undo()
    expect(snapshotOf(office.connections)).toEqual(before)
  })

  test('changes nothing, and leaves no action, when none may move', async () => {
    const { office, move, statuses } = await anOfficeWithStays()
    const { result, action } = await move('agreed')
    expect(result.moved).toEqual([])
    expect(action).toBeUndefined()
    expect(await statuses()).toEqual(['approved', 'approved', 'draft'])
    expect(await office.connections.read.selectFrom('mobilityStep').selectAll().execute()).toEqual([])
  })

  test('refuses a step that the form does not have', async () => {
    const { office, students, move } = await anOfficeWithStays()
    const internship = aMobility({ studentId: students[0]?.id ?? '', form: 'internship', status: 'approved' })
    await office.add({ mobility: [internship] })
    const { result } = await move('nominated', [internship.id])
    expect(result.refused).toEqual([
      { id: internship.id, from: 'approved', reason: 'not-a-step', issues: [] },
    ])
  })

  test('is refused whole when a stay is gone', async () => {
    const { ids, move } = await anOfficeWithStays()
    await expect(move('selected', [ids[0] ?? '', 'gone'])).rejects.toMatchObject({ code: 'record-missing' })
  })
})

describe('changing the status of a record', () => {
  test('goes through the same rules: what may not move is refused with the reason, and nothing is changed', async () => {
    const { ids, records, statuses } = await anOfficeWithStays()
    const edit = updateRecords(
      records,
      'mobility',
      ids.slice(0, 2).map((id) => ({ id, values: { status: 'selected', title: 'Changed' } })),
    )
    await expect(edit).rejects.toMatchObject({
      code: 'mobility-not-moved',
      data: { step: 'selected', reason: 'blocked' },
    })
    expect(await statuses()).toEqual(['approved', 'approved', 'draft'])
  })

  test('takes the other values of the same edit into account, and keeps the step', async () => {
    const { office, ids, institution, records, statuses } = await anOfficeWithStays()
    const values = { status: 'selected', institutionId: institution.id }
    expect(await updateRecords(records, 'mobility', [{ id: ids[1] ?? '', values }])).toBe(1)
    expect((await statuses())[1]).toBe('selected')
    expect(await office.connections.read.selectFrom('mobilityStep').selectAll().execute()).toHaveLength(1)
  })

  test('lets a new stay begin further on only if its rules let it come there', async () => {
    const { students, institution, records } = await anOfficeWithStays()
    const values = {
      studentId: students[0]?.id ?? '',
      form: 'exchange-semester',
      academicYear: '2027/2028',
      status: 'nominated',
    }
    await expect(createRecord(records, 'mobility', values)).rejects.toMatchObject({
      code: 'mobility-not-moved',
    })
    const complete = { ...values, semester: 'autumn', institutionId: institution.id }
    expect(await createRecord(records, 'mobility', complete)).toEqual(expect.any(String))
  })
})
