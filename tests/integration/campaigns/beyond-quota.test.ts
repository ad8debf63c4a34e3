import { describe, expect, it } from 'vitest'
import type { JobStart } from '#shared/contract/jobs.ts'
import { aRecord, aTestAppWithOffice, everything, type TestApp } from '#tests/fixtures/test-app.ts'

type Allocate = Extract<JobStart, { kind: 'allocate' }>

const stable: Allocate['rule'] = { mechanism: 'stable', isFair: true, keepsPresent: false, seed: null }

async function allocate({ client }: TestApp, given: Partial<Allocate> = {}) {
  const base = { campaignId: null, rule: stable, baseId: null, keepAs: null, trial: [] }
  const { jobId } = await client.jobs.start({ kind: 'allocate', ...base, ...given })
  const result = await client.jobs.result({ jobId })
  if (result.kind !== 'allocate') throw new Error(result.kind)
  return result
}

const year = '2027/2028'

/** A host with some places agreed, all opened in a campaign for which as many students wish as are named. */
async function aCampaign(places: { readonly agreed: number; readonly opened: number }, students: string) {
  const made = await aTestAppWithOffice()
  const institutionId = await aRecord(made, 'institution', { name: 'KTH' })
  const agreementId = await aRecord(made, 'agreement', { institutionId, kind: 'erasmus', status: 'active' })
  const condition = { direction: 'outgoing', kind: 'student-studies', firstYear: year, lastYear: year }
  const conditionId = await aRecord(made, 'condition', { agreementId, ...condition })
  const place = { conditionId, academicYear: year, semester: 'autumn', count: places.agreed }
  const placeId = await aRecord(made, 'place', place)
  const campaign = { name: 'Autumn', academicYear: year, status: 'open', form: 'exchange-semester' }
  const campaignId = await aRecord(made, 'campaign', { ...campaign, maxWishes: 5, seed: 1 })
  const campaignPlaceId = await aRecord(made, 'campaignPlace', {
    campaignId,
    placeId,
    code: 'KTH',
    isOpen: true,
    opened: places.opened,
  })
  const studentIds: string[] = []
  for (const name of students) {
    const values = { studentNumber: name, familyName: name, givenNames: 'Ada', cohort: '2028' }
    const studentId = await aRecord(made, 'student', values)
    await aRecord(made, 'campaignWish', { studentId, campaignPlaceId, rank: 1 })
    studentIds.push(studentId)
  }
  return { ...made, campaignId, campaignPlaceId, institutionId, conditionId, studentIds }
}

async function stays({ client }: TestApp) {
  const page = await client.lists.page({ list: 'mobilities', query: everything, offset: 0, limit: 50 })
  return byName(page.rows.map(({ cells }) => [String(cells['familyName']), String(cells['status'])]))
}

function byName(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return rows.toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1))
}

describe('publishing more places than were agreed', () => {
  it('leaves out who goes beyond, unless the reason is written, which is kept with the stay', async () => {
    const made = await aCampaign({ agreed: 1, opened: 2 }, 'AB')
    const { findings } = await made.client.campaigns.get({ campaignId: made.campaignId })
    expect(findings.map(({ code }) => code)).toContain('more-than-agreed')
    const { scenarioId } = await allocate(made, { keepAs: 'Stable' })
    const scenario = { scenarioId: scenarioId ?? '' }
    const preview = await made.client.campaigns.publishPreview(scenario)
    expect(preview).toMatchObject({
      created: 1,
      beyond: [{ partner: 'KTH', agreed: 1, taken: 2, isJustified: false }],
    })
    const published = await made.client.campaigns.publish({ ...scenario, reason: null })
    expect(published.refused).toMatchObject([{ reason: 'places-full' }])
    expect(await stays(made)).toHaveLength(1)
    await made.client.history.undo()
    expect(await stays(made)).toEqual([])

    const justified = await made.client.campaigns.publish({ ...scenario, reason: 'KTH agreed by e-mail.' })
    expect(justified).toMatchObject({ created: 2, refused: [] })
    const page = await made.client.lists.ids({ list: 'mobilities', query: everything })
    const reasons = await Promise.all(page.map((id) => made.client.records.get({ entity: 'mobility', id })))
    const written = reasons.map(({ values }) => values['overbookingReason'])
    expect(written).toHaveLength(2)
    expect(new Set(written)).toEqual(new Set(['KTH agreed by e-mail.', null]))
  })

  it('names the shared quota and its figures when that is what has nothing left', async () => {
    const made = await aCampaign({ agreed: 1, opened: 1 }, 'A')
    const { institutionId, conditionId } = made
    const agreementId = await aRecord(made, 'agreement', { institutionId, kind: 'erasmus', status: 'active' })
    const years = { firstYear: year, lastYear: year, direction: 'outgoing', kind: 'student-studies' }
    const otherId = await aRecord(made, 'condition', { agreementId, ...years, peoplePerYear: 1 })
    const poolId = await aRecord(made, 'quotaPool', { name: 'Both of KTH', total: 1 })
    await aRecord(made, 'quotaPoolMember', { poolId, conditionId })
    await aRecord(made, 'quotaPoolMember', { poolId, conditionId: otherId })
    const studentId = await aRecord(made, 'student', { studentNumber: 'Z', cohort: '2028' })
    const stay = { form: 'exchange-semester', academicYear: year, semester: 'autumn', status: 'selected' }
    await aRecord(made, 'mobility', { studentId, institutionId, conditionId: otherId, ...stay })
    const { scenarioId } = await allocate(made, { keepAs: 'Stable' })
    const { beyond } = await made.client.campaigns.publishPreview({ scenarioId: scenarioId ?? '' })
    expect(beyond).toMatchObject([{ partner: 'KTH · Both of KTH', agreed: 1, taken: 2 }])
  })

  it('says which places others hold already', async () => {
    const made = await aCampaign({ agreed: 2, opened: 2 }, 'A')
    const studentId = await aRecord(made, 'student', { studentNumber: 'Z', cohort: '2028' })
    const { institutionId, conditionId } = made
    const stay = { form: 'exchange-semester', academicYear: year, semester: 'autumn', status: 'selected' }
    await aRecord(made, 'mobility', { studentId, institutionId, conditionId, ...stay })
    const { findings } = await made.client.campaigns.get({ campaignId: made.campaignId })
    expect(findings).toContainEqual(
      expect.objectContaining({ code: 'more-than-left', params: { opened: 2, left: 1 } }),
    )
  })

  it('asks for the reason when somebody is placed by hand there, and writes it with the stay', async () => {
    const made = await aCampaign({ agreed: 1, opened: 2 }, 'AB')
    const [, studentId = ''] = made.studentIds
    const trial = [{ kind: 'lock' as const, studentId, campaignPlaceId: made.campaignPlaceId }]
    const tried = await allocate(made, { trial })
    expect(tried.beyond).toHaveLength(1)
    const settle = { name: 'By hand', reason: 'Dean’s wish', publish: false, overbookingReason: null }
    const { scenarioId } = await allocate(made, { trial, settle })
    const before = await made.client.history.list({ offset: 0, limit: 1 })
    expect(before.entries[0]?.label).toBe('campaign.decide')
    const published = await made.client.campaigns.publish({ scenarioId: scenarioId ?? '', reason: null })
    expect(published).toMatchObject({ created: 2, refused: [] })
    const byStudent = {
      ...everything,
      filters: [{ key: 'studentId', test: 'is' as const, values: [studentId] }],
    }
    const [id = ''] = await made.client.lists.ids({ list: 'mobilities', query: byStudent })
    const { values } = await made.client.records.get({ entity: 'mobility', id })
    expect(values['overbookingReason']).toBe('Dean’s wish')
  })
})

describe('a withdrawal after the results', () => {
  it('offers the freed place again in one step, and one undo takes all of it back', async () => {
    const made = await aCampaign({ agreed: 1, opened: 1 }, 'AB')
    const first = await allocate(made, { keepAs: 'Stable' })
    await made.client.campaigns.publish({ scenarioId: first.scenarioId ?? '', reason: null })
    const holder = first.assignments.find(({ placeId }) => placeId !== null)
    const other = first.assignments.find(({ placeId }) => placeId === null)
    const before = await stays(made)
    expect(before).toEqual([[holder?.student, 'selected']])
    const trial = [{ kind: 'withdrawal' as const, studentId: holder?.studentId ?? '', campaignPlaceId: null }]
    const rule: Allocate['rule'] = { mechanism: 'max', isFair: false, keepsPresent: true, seed: null }
    const tried = await allocate(made, { trial, rule, baseId: first.scenarioId })
    expect(tried.assignments).toMatchObject([{ studentId: other?.studentId, place: 'KTH', rank: 1 }])
    expect(await stays(made)).toEqual(before)

    const settle = { name: 'Again', reason: 'Stays here', publish: true, overbookingReason: null }
    const settled = await allocate(made, { trial, rule, baseId: first.scenarioId, settle })
    expect(settled.published).toMatchObject({ created: 1, refused: [] })
    const states = byName([
      [holder?.student ?? '', 'withdrawn'],
      [other?.student ?? '', 'selected'],
    ])
    expect(await stays(made)).toEqual(states)
    const { scenarios } = await made.client.campaigns.get({ campaignId: made.campaignId })
    expect(scenarios.map(({ name, publishedOn }) => [name, publishedOn !== null])).toEqual([
      ['Again', true],
      ['Stable', false],
    ])
    const board = await made.client.campaigns.scenario({ scenarioId: settled.scenarioId ?? '' })
    expect(board.differences).toBe(0)
    await made.client.history.undo()
    expect(await stays(made)).toEqual(before)
    expect((await made.client.campaigns.get({ campaignId: made.campaignId })).scenarios).toHaveLength(1)
  })

  it('gives the place to the first on the waiting list, and everybody else keeps theirs', async () => {
    const made = await aTestAppWithOffice({ sample: true })
    const rule: Allocate['rule'] = { mechanism: 'priority', isFair: false, keepsPresent: true, seed: null }
    const first = await allocate(made, { keepAs: 'Stable' })
    await made.client.campaigns.publish({ scenarioId: first.scenarioId ?? '', reason: null })
    const board = await made.client.campaigns.scenario({ scenarioId: first.scenarioId ?? '' })
    expect(board.differences).toBe(0)
    const waits = async (placeId: string) => {
      const demand = await made.client.campaigns.demand({ scenarioId: first.scenarioId ?? '', placeId })
      const unplaced = new Set(board.students.filter((one) => one.placeId === null).map(({ id }) => id))
      return demand.filter(({ outcome, student }) => outcome === 'waits' && unplaced.has(student))
    }
    let leaving: (typeof board.students)[number] | undefined
    let heir: string | undefined
    for (const student of board.students.filter(({ rank }) => rank === 1)) {
      const [next] = await waits(student.placeId ?? '')
      if (next === undefined) continue
      leaving = student
      heir = next.student
      break
    }
    const trial = [{ kind: 'withdrawal' as const, studentId: leaving?.id ?? '', campaignPlaceId: null }]
    const settle = { name: 'Again', reason: null, publish: true, overbookingReason: null }
    const again = await allocate(made, { trial, rule, baseId: first.scenarioId, settle })
    expect(again.certificate).toMatchObject({ isValid: true })
    const before = new Map(first.assignments.map(({ studentId, placeId }) => [studentId, placeId]))
    const moved = again.assignments.filter(({ studentId, placeId }) => before.get(studentId) !== placeId)
    expect(moved).toMatchObject([{ studentId: heir, placeId: leaving?.placeId }])
    expect(again.published).toMatchObject({ refused: [], released: 0 })
    const after = await made.client.campaigns.scenario({ scenarioId: again.scenarioId ?? '' })
    expect(after.differences).toBe(0)
    expect(after.students.some(({ isByHand }) => isByHand)).toBe(false)
    const reasons = await Promise.all(
      after.students
        .slice(0, 40)
        .map(({ id }) =>
          made.client.campaigns.reasons({ scenarioId: again.scenarioId ?? '', studentId: id }),
        ),
    )
    expect(reasons.flatMap(({ wishes }) => wishes.map(({ outcome }) => outcome.kind))).toContain('kept')
  })
})
