import { describe, expect, it } from 'vitest'
import { csvFile } from '#tests/fixtures/imports/make-files.ts'
import { finishJob } from '#tests/fixtures/register/finish-job.ts'
import { aRecord, aTestAppWithOffice, type TestApp } from '#tests/fixtures/test-app.ts'

async function aStay(app: TestApp, values: Parameters<typeof aRecord>[2]): Promise<void> {
  const studentId = await aRecord(app, 'student', {
    studentNumber: String(values?.['institutionId']),
    cohort: '2028',
  })
  await aRecord(app, 'mobility', {
    studentId,
    academicYear: '2026/2027',
    semester: 'autumn',
    plannedStart: '2026-09-01',
    plannedEnd: '2027-01-28',
    ...values,
  })
}

async function aPartner(app: TestApp, values: Parameters<typeof aRecord>[2]): Promise<string> {
  const institutionId = await aRecord(app, 'institution', values)
  const agreementId = await aRecord(app, 'agreement', { institutionId })
  const conditionId = await aRecord(app, 'condition', { agreementId })
  await aRecord(app, 'place', { conditionId, academicYear: '2026/2027', count: 2 })
  await aStay(app, { institutionId, conditionId, status: 'selected' })
  return institutionId
}

describe('the map', () => {
  it('exported anew does not read the cities again, whoever read them first', async () => {
    const app = await aTestAppWithOffice()
    await aPartner(app, { name: 'By city', country: 'PT', city: 'Lisboa' })
    const { gazetteer } = app.app.context
    const exported = async () => {
      const file = await finishJob(app, { kind: 'export', format: 'map-svg', params: {} })
      return file.kind === 'export' ? await file.file.text() : file.kind
    }
    expect(gazetteer.table()).toBeUndefined()
    const first = await exported()
    const table = gazetteer.table()
    expect(table).toBeDefined()
    expect(await exported()).toBe(first)
    expect((await app.client.map.view({})).points).toHaveLength(1)
    expect(gazetteer.table()).toBe(table)
  })

  it('places a partner by its coordinates, else by its city, and says when it can do neither', async () => {
    const app = await aTestAppWithOffice()
    await aPartner(app, { name: 'Exact', latitude: 48.15, longitude: 11.57 })
    await aPartner(app, { name: 'By city', country: 'PT', city: 'Lisboa' })
    const lost = await aPartner(app, { name: 'Nowhere', country: 'PT', city: 'Atlântida' })
    const view = await app.client.map.view({})
    expect(view.points.map(({ name, isApproximate }) => [name, isApproximate])).toEqual([
      ['By city', true],
      ['Exact', false],
    ])
    expect(view.unplaced).toEqual([{ institutionId: lost, name: 'Nowhere' }])
    expect(view.home?.latitude).toBeCloseTo(48.7, 0) // Palaiseau
  })

  it('begins its flows in the city of the school, in the country that its rules name', async () => {
    const { client } = await aTestAppWithOffice({ profile: 'blank' })
    const { curriculum } = await client.settings.rules()
    await client.settings.saveRules({ curriculum: { ...curriculum, country: 'PT' } })
    await client.settings.updateSchool({ name: 'Escola de Prova', city: 'Porto' })
    const { home } = await client.map.view({})
    expect([home?.name, Math.round(home?.latitude ?? 0)]).toEqual(['Escola de Prova', 41])
  })

  it('places a partner whose city is missing or unknown in the city that the list of charters gives', async () => {
    const app = await aTestAppWithOffice()
    const list = [
      ['Erasmus Code', 'PIC', 'OID', 'Legal Name', 'City', 'Country'],
      ['P  PROVA01', '910000001', 'E10000001', 'Universidade de Prova', 'Coimbra', 'PT'],
      ['P  PROVA02', '910000002', 'E10000002', 'Instituto Novo', 'Porto', 'PT'],
    ]
    const file = new File([new Uint8Array(csvFile(list))], 'eche-2026-04-08.csv')
    await finishJob(app, { kind: 'register-import', file, dryRun: false })
    await aPartner(app, { name: 'By code', erasmusCode: 'P  PROVA01', country: 'PT', city: null })
    await aPartner(app, { name: 'Instituto Novo', country: 'PT', city: 'Campus de Baixo' })
    const lost = await aPartner(app, { name: 'In no list', country: 'PT', city: null })
    const { points, unplaced } = await app.client.map.view({})
    expect(points.map(({ name, latitude }) => [name, Math.round(latitude * 10) / 10])).toEqual([
      ['By code', 40.2],
      ['Instituto Novo', 41.1],
    ])
    expect(points.every(({ isApproximate }) => isApproximate)).toBe(true)
    expect(unplaced).toEqual([{ institutionId: lost, name: 'In no list' }])
  })

  it('counts the stays and the places left of the year asked for', async () => {
    const app = await aTestAppWithOffice()
    await aPartner(app, { latitude: 48.15, longitude: 11.57 })
    const [now] = (await app.client.map.view({ academicYear: '2026/2027' })).points
    expect(now).toMatchObject({ placesLeft: 1, stays: 1, kinds: ['erasmus'] })
    const [before] = (await app.client.map.view({ academicYear: '2020/2021' })).points
    expect(before).toMatchObject({ placesLeft: null, stays: 0 })
  })

  it('shows a host without agreement as such, and an institution that is neither not at all', async () => {
    const app = await aTestAppWithOffice()
    const institutionId = await aRecord(app, 'institution', { latitude: 1, longitude: 1 })
    expect((await app.client.map.view({})).points).toEqual([])
    await aStay(app, { institutionId, form: 'internship', status: 'applied' })
    expect((await app.client.map.view({})).points).toMatchObject([{ institutionId, kinds: [], stays: 1 }])
  })

  it.each(['telecom-paris', 'enit'] as const)('places every partner of the sample of %s', async (profile) => {
    const { client } = await aTestAppWithOffice({ profile, sample: true })
    const view = await client.map.view({})
    expect(view.points.filter((point) => point.kinds.length > 0)).toHaveLength(140)
    expect(view.unplaced).toEqual([])
  })
})
