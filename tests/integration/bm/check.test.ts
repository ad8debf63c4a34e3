import { describe, expect, it } from 'vitest'
import { aReportingOffice, aStayOf, bmYear } from '#tests/fixtures/bm/office.ts'
import { aRecord } from '#tests/fixtures/test-app.ts'

describe('checking the mobilities of a year', () => {
  it('names what is wrong with each, at the field where it is mended', async () => {
    const office = await aReportingOffice()
    const { client, studentId, stayId } = office
    await client.records.update({ entity: 'student', ids: [studentId], values: { email: null } })
    await client.records.update({
      entity: 'mobility',
      ids: [stayId],
      values: { plannedEnd: '2027-03-01', travelDays: 4 },
    })
    const check = await client.bm.check({ ...bmYear, code: null })
    expect(check.counts).toMatchObject({ stays: 1, refused: 1, ready: 0 })
    const codes = check.stays[0]?.findings.map(({ code, at }) => [code, at.entity, at.id, at.field])
    expect(codes).toContainEqual(['too-short', 'mobility', stayId, 'plannedEnd'])
    expect(codes).toContainEqual(['travel-days-over', 'mobility', stayId, 'travelDays'])
    expect(codes).toContainEqual(['email-missing', 'student', studentId, 'email'])
    const only = await client.bm.check({ ...bmYear, code: 'isced-missing' })
    expect({ found: only.found, stays: only.stays }).toEqual({ found: 0, stays: [] })
  })

  it('leaves out stays that ask nothing of the programme, and those of international mobility', async () => {
    const office = await aReportingOffice()
    await aStayOf(office, { callId: null })
    const call = await office.client.records.get({ entity: 'erasmusCall', id: office.callId })
    const other = await aRecord(office, 'erasmusCall', {
      ...call.values,
      name: 'Call 171',
      action: 'KA171',
      agreementNumber: '2026-1-FR01-KA171-HED-000999999',
    })
    await aStayOf(office, { callId: other })
    expect((await office.client.bm.check({ ...bmYear, code: null })).counts.stays).toBe(1)
  })

  it('numbers mobilities without id after the highest of their project, as one action', async () => {
    const office = await aReportingOffice()
    const one = await aStayOf(office)
    const two = await aStayOf(office)
    expect((await office.client.bm.check({ ...bmYear, code: null })).withoutId).toBe(2)
    expect(await office.client.bm.number(bmYear)).toEqual({ numbered: 2 })
    const ids = await Promise.all(
      [one, two].map(
        async (id) => (await office.client.records.get({ entity: 'mobility', id })).values['bmId'],
      ),
    )
    expect(ids.map(String).toSorted()).toEqual(['123456-MOB-00002', '123456-MOB-00003'])
    await office.client.history.undo({})
    expect((await office.client.records.get({ entity: 'mobility', id: one })).values['bmId']).toBe(null)
  })

  it('offers no ID to a mobility whose project has no number yet', async () => {
    const office = await aReportingOffice()
    await aStayOf(office)
    await office.client.records.update({
      entity: 'erasmusCall',
      ids: [office.callId],
      values: { agreementNumber: null },
    })
    expect((await office.client.bm.check({ ...bmYear, code: null })).withoutId).toBe(0)
    expect(await office.client.bm.number(bmYear)).toEqual({ numbered: 0 })
  })

  it('finds our own school without a code once', async () => {
    const office = await aReportingOffice()
    await office.client.settings.updateSchool({ oid: '', erasmusCode: '' })
    const check = await office.client.bm.check({ ...bmYear, code: null })
    expect(check.school.map(({ code, at }) => [code, at.entity])).toEqual([['school-unnamed', 'school']])
  })
})
