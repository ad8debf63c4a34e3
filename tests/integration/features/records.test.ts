import { describe, expect, it } from 'vitest'
import { aRecord, aTestAppWithOffice, everything } from '#tests/fixtures/test-app.ts'

const refusal = (code: string, data: Record<string, unknown> = {}) => ({
  data: { code, data: expect.objectContaining(data) },
})

describe('creating', () => {
  it('keeps values in their normal form', async () => {
    const made = await aTestAppWithOffice()
    const id = await aRecord(made, 'institution', {
      erasmusCode: 'd munchen02',
      website: 'www.tum.de',
      city: '  München ',
    })
    const { values } = await made.client.records.get({ entity: 'institution', id })
    expect(values).toMatchObject({
      erasmusCode: 'D  MUNCHEN02',
      website: 'https://www.tum.de',
      city: 'München',
      isAthensMember: false,
    })
  })

  it.each([
    ['institution', { name: '' }, 'name'],
    ['institution', { erasmusCode: 'MUNCHEN' }, 'erasmusCode'],
    ['institution', { oid: '12' }, 'oid'],
    ['institution', { country: 'Atlantis' }, 'country'],
    ['institution', { latitude: 91 }, 'latitude'],
    ['institution', { website: 'javascript:alert(1)' }, 'website'],
    ['institution', { kind: 'palace' }, 'kind'],
    ['institution', { unknown: 1 }, 'unknown'],
    ['student', { email: 'zoe@' }, 'email'],
    ['student', { birthDate: '31/02/2004' }, 'birthDate'],
    ['student', { iscedCode: '9999' }, 'iscedCode'],
    ['student', { eqfLevel: 6.5 }, 'eqfLevel'],
  ] as const)('refuses a %s with %o, at the field', async (entity, values, field) => {
    const made = await aTestAppWithOffice()
    await expect(aRecord(made, entity, values)).rejects.toMatchObject(refusal('record-invalid', { field }))
    expect((await made.client.history.next()).undo).toBeNull()
  })

  it('refuses an identifier that another record holds, and names it', async () => {
    const made = await aTestAppWithOffice()
    await aRecord(made, 'student', { studentNumber: 'S1' })
    await expect(aRecord(made, 'student', { studentNumber: 'S1' })).rejects.toMatchObject(
      refusal('record-invalid', {
        field: 'studentNumber',
        problem: 'record.not-unique',
        title: 'Müller Zoé',
      }),
    )
  })

  it('refuses a reference to nothing, and an end before the start', async () => {
    const made = await aTestAppWithOffice()
    await expect(aRecord(made, 'agreement', { institutionId: 'nobody' })).rejects.toMatchObject(
      refusal('record-invalid', { field: 'institutionId' }),
    )
    const institutionId = await aRecord(made, 'institution')
    const reversed = aRecord(made, 'agreement', {
      institutionId,
      firstYear: '2027/2028',
      lastYear: '2026/2027',
    })
    await expect(reversed).rejects.toMatchObject(
      refusal('record-invalid', { field: 'lastYear', problem: 'record.ends-before-start' }),
    )
  })
})

describe('changing', () => {
  it('changes many records as one action, undone as one', async () => {
    const made = await aTestAppWithOffice()
    const ids = [
      await aRecord(made, 'student', { studentNumber: 'A' }),
      await aRecord(made, 'student', { studentNumber: 'B' }),
    ]
    expect(await made.client.records.update({ entity: 'student', ids, values: { cohort: '2027' } })).toEqual({
      changed: 2,
    })
    await made.client.history.undo()
    for (const id of ids)
      expect((await made.client.records.get({ entity: 'student', id })).values['cohort']).toBeNull()
  })

  it('changes none when one value is refused', async () => {
    const made = await aTestAppWithOffice()
    const a = await aRecord(made, 'student', { studentNumber: 'A' })
    const b = await aRecord(made, 'student', { studentNumber: 'B' })
    const rows = [
      { id: a, values: { cohort: '2027' } },
      { id: b, values: { studentNumber: 'A' } },
    ]
    await expect(made.client.records.updateCells({ entity: 'student', rows })).rejects.toMatchObject(
      refusal('record-invalid'),
    )
    expect((await made.client.records.get({ entity: 'student', id: a })).values['cohort']).toBeNull()
  })

  it('tells each change of a record, what it was and what it became, by whom', async () => {
    const made = await aTestAppWithOffice()
    const id = await aRecord(made, 'student', { cohort: '2026' })
    await made.client.records.update({
      entity: 'student',
      ids: [id],
      values: { cohort: '2027', track: 'SLR' },
    })
    await made.client.history.undo()
    const history = await made.client.history.record({ id })
    expect(history.map((entry) => [entry.kind, entry.actor, entry.changes.length])).toEqual([
      ['undo', 'Ada', 2],
      ['do', 'Ada', 2],
      ['do', 'Ada', 6],
    ])
    expect(history[1]?.changes).toContainEqual({ field: 'cohort', before: '2026', after: '2027' })
    expect(history[0]?.changes).toContainEqual({ field: 'cohort', before: '2027', after: '2026' })
  })
})

describe('removing', () => {
  it('refuses what others depend on, and says which and how many', async () => {
    const made = await aTestAppWithOffice()
    const institutionId = await aRecord(made, 'institution')
    await aRecord(made, 'agreement', { institutionId })
    const refused = made.client.records.remove({ entity: 'institution', ids: [institutionId] })
    await expect(refused).rejects.toMatchObject(refusal('record-in-use', { kind: 'agreement', count: 1 }))
  })

  it('takes along what is part of the record, and undo brings all of it back', async () => {
    const made = await aTestAppWithOffice()
    const institutionId = await aRecord(made, 'institution')
    const agreementId = await aRecord(made, 'agreement', { institutionId })
    const conditionId = await aRecord(made, 'condition', { agreementId })
    await aRecord(made, 'place', { conditionId, academicYear: '2026/2027', count: 3 })
    await made.client.records.remove({ entity: 'agreement', ids: [agreementId] })
    const count = async () =>
      (await made.client.lists.page({ list: 'places', query: everything, offset: 0, limit: 5 })).total
    expect(await count()).toBe(0)
    await made.client.history.undo()
    expect(await count()).toBe(1)
  })
})

describe('finding', () => {
  it.each([['muller'], ['MÜLLER zo'], ['zoé s1'], ['mul']])('finds a student by “%s”', async (search) => {
    const made = await aTestAppWithOffice()
    const id = await aRecord(made, 'student')
    await aRecord(made, 'student', { studentNumber: 'S2', familyName: 'Ødegård', givenNames: 'Łukasz' })
    expect((await made.client.records.find({ search, limit: 10 })).map((hit) => hit.id)).toEqual([id])
  })

  it('follows every change, undo included', async () => {
    const made = await aTestAppWithOffice()
    const id = await aRecord(made, 'student')
    const find = async (search: string) => (await made.client.records.find({ search, limit: 10 })).length
    expect(await find('muller')).toBe(1)
    await made.client.records.update({ entity: 'student', ids: [id], values: { familyName: 'Ødegård' } })
    expect([await find('muller'), await find('odegard')]).toEqual([0, 1])
    await made.client.history.undo()
    expect([await find('muller'), await find('odegard')]).toEqual([1, 0])
    await made.client.records.remove({ entity: 'student', ids: [id] })
    expect(await find('muller')).toBe(0)
  })
})
