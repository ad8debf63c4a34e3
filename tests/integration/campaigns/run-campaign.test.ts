import { describe, expect, it } from 'vitest'
import type { JobStart } from '#shared/contract/jobs.ts'
import type { Filter } from '#shared/lists/types.ts'
import { aTestAppWithOffice, everything, type TestApp } from '#tests/fixtures/test-app.ts'
import { xlsxFile, type PlainCell } from '#tests/fixtures/imports/make-files.ts'

const asQuery = ({ values, ...filter }: Filter) => ({ ...filter, values: [...values] })

type Allocate = Extract<JobStart, { kind: 'allocate' }>

async function allocate(
  { client }: TestApp,
  given: Partial<Allocate> & { readonly rule?: Allocate['rule'] } = {},
) {
  const { jobId } = await client.jobs.start({
    kind: 'allocate',
    campaignId: null,
    rule: stable,
    baseId: null,
    keepAs: null,
    trial: [],
    ...given,
  })
  const result = await client.jobs.result({ jobId })
  if (result.kind !== 'allocate') throw new Error(result.kind)
  return result
}

function workbook(sheets: Readonly<Record<string, readonly (readonly PlainCell[])[]>>): File {
  const bytes = xlsxFile(Object.entries(sheets).map(([name, rows]) => ({ name, rows })))
  return new File([new Uint8Array(bytes)], 'trial.xlsx')
}

const stable: Allocate['rule'] = { mechanism: 'stable', isFair: true, keepsPresent: false, seed: null }
const most: Allocate['rule'] = { mechanism: 'max', isFair: false, keepsPresent: false, seed: null }

describe('the campaign of the sample', () => {
  it('is allocated by each mechanism, certified, the same twice, and nothing is kept unless asked', async () => {
    const made = await aTestAppWithOffice({ sample: true })
    for (const mechanism of ['priority', 'stable', 'max'] as const) {
      const rule = { ...most, mechanism }
      const first = await allocate(made, { rule })
      expect(first.certificate).toMatchObject({ isValid: true, violations: [] })
      expect(first.measure.placed).toBeGreaterThan(60)
      expect(await allocate(made, { rule })).toEqual(first)
    }
    const kept = await made.client.lists.page({ list: 'scenarios', query: everything, offset: 0, limit: 10 })
    expect(kept.total).toBe(0)
  })

  it('says why, for each wish of each student, from the kept result', async () => {
    const made = await aTestAppWithOffice({ sample: true })
    const { client } = made
    const { scenarioId } = await allocate(made, { keepAs: 'Stable 1' })
    const board = await client.campaigns.scenario({ scenarioId: scenarioId ?? '' })
    expect(board.differences).toBe(0)
    const unplaced = board.students.find((student) => student.placeId === null)
    const reasons = await client.campaigns.reasons({
      scenarioId: scenarioId ?? '',
      studentId: unplaced?.id ?? '',
    })
    expect(reasons.wishes).toHaveLength(unplaced?.wishes.length ?? -1)
    for (const { outcome, score } of reasons.wishes) {
      expect(['refused', 'outranked', 'reserved']).toContain(outcome.kind)
      const holders = outcome.kind === 'outranked' ? outcome.holders : []
      expect(holders.every((holder) => (holder.score ?? Infinity) >= score)).toBe(true)
    }
    const wanted = board.places.find((place) => place.wished > 3)
    const demand = await client.campaigns.demand({ scenarioId: scenarioId ?? '', placeId: wanted?.id ?? '' })
    expect(demand).toHaveLength(wanted?.wished ?? -1)
  })

  it('is published as selected stays in one step that can be undone, and not once it has changed', async () => {
    const made = await aTestAppWithOffice({ sample: true })
    const { client } = made
    const { scenarioId, measure, assignments, campaignId } = await allocate(made, {
      keepAs: 'Max',
      rule: most,
    })
    const selected = async () => {
      const filters = [
        { key: 'status', test: 'is' as const, values: ['selected'] },
        { key: 'academicYear', test: 'is' as const, values: ['2027/2028'] },
      ]
      return (
        await client.lists.page({
          list: 'mobilities',
          query: { ...everything, filters },
          offset: 0,
          limit: 1,
        })
      ).total
    }
    const before = await selected()
    const published = await client.campaigns.publish({ scenarioId: scenarioId ?? '', reason: null })
    expect(published.refused).toEqual([])
    expect(published.created + published.changed).toBe(measure.placed)
    const after = await selected()
    // some had a selected stay already, which was filled in
    expect(after).toBeGreaterThan(before + measure.placed - 10)
    await client.history.undo()
    expect(await selected()).toBe(before)
    await client.history.redo()
    expect((await client.campaigns.get({ campaignId })).status).toBe('published')

    // a withdrawal frees a seat: the stay is withdrawn, the fewest move, and the waiting list is served
    const leaving = assignments.find(({ rank }) => rank === 1)
    await client.campaigns.decide({
      campaignId,
      studentId: leaving?.studentId ?? '',
      kind: 'withdrawal',
      campaignPlaceId: null,
      reason: 'Stays',
      takeBack: false,
    })
    expect(await selected()).toBe(after - 1)
    await expect(
      client.campaigns.publish({ scenarioId: scenarioId ?? '', reason: null }),
    ).rejects.toMatchObject({
      data: { code: 'scenario-stale' },
    })
    const again = await allocate(made, { rule: { ...most, keepsPresent: true }, keepAs: 'Re-offer' })
    expect(again.certificate.isValid).toBe(true)
    expect(again.measure.placed).toBeGreaterThanOrEqual(measure.placed - 1)
    expect(again.measure.moved).toBeLessThanOrEqual(5)
    const republished = await client.campaigns.publish({
      scenarioId: again.scenarioId ?? '',
      reason: null,
    })
    expect(republished.unchanged).toBeGreaterThan(measure.placed - 8)
    expect(await selected()).toBe(after + again.measure.placed - measure.placed)
  })

  it('shows what a decision by hand would change before it is taken, and keeps to it once taken', async () => {
    const made = await aTestAppWithOffice({ sample: true })
    const { client } = made
    const { scenarioId, campaignId } = await allocate(made, { keepAs: 'Stable' })
    const board = await client.campaigns.scenario({ scenarioId: scenarioId ?? '' })
    const student = board.students.find(
      (one) => one.placeId === null && one.wishes.some((wish) => !wish.isRefused),
    )
    const place = student?.wishes.find((wish) => !wish.isRefused)?.placeId ?? ''
    const trial = [{ kind: 'lock' as const, studentId: student?.id ?? '', campaignPlaceId: place }]
    const tried = await allocate(made, { trial })
    expect(tried.assignments.find((one) => one.studentId === student?.id)?.placeId).toBe(place)
    const untried = await allocate(made)
    expect(untried.assignments.find((one) => one.studentId === student?.id)?.placeId).toBe(null)
    const decision = {
      campaignId,
      studentId: student?.id ?? '',
      kind: 'lock' as const,
      campaignPlaceId: place,
      reason: null,
    }
    await client.campaigns.decide({ ...decision, takeBack: false })
    const decided = await allocate(made, { keepAs: 'With lock' })
    expect(decided.assignments).toEqual(tried.assignments)
    const moved = await client.campaigns.compare({
      firstId: scenarioId ?? '',
      secondId: decided.scenarioId ?? '',
    })
    expect(moved.map((one) => one.studentId)).toContain(student?.id)
    await client.campaigns.decide({ ...decision, takeBack: true })
    expect((await allocate(made)).assignments).toEqual(untried.assignments)
  })

  it('opens the list behind each figure of a result', async () => {
    const made = await aTestAppWithOffice({ sample: true })
    const { scenarioId, measure } = await allocate(made, { keepAs: 'Stable' })
    const count = async (...filters: readonly Filter[]) => {
      const own: Filter = { key: 'scenarioId', test: 'is', values: [scenarioId ?? ''] }
      const query = { search: '', sort: [], filters: [own, ...filters].map(asQuery) }
      return (await made.client.lists.page({ list: 'scenarioLines', query, offset: 0, limit: 1 })).total
    }
    const placed: Filter = { key: 'institution', test: 'not-empty', values: [] }
    const atRisk: Filter = { key: 'isAtRisk', test: 'is', values: ['true'] }
    expect(await count(placed)).toBe(measure.placed)
    expect(await count({ ...placed, test: 'empty' })).toBe(measure.unplaced)
    expect(await count(atRisk)).toBe(measure.atRisk)
    expect(await count(atRisk, placed)).toBe(measure.atRiskPlaced)
    expect(await count({ key: 'rank', test: 'is', values: ['2'] })).toBe(measure.byRank['2'])
  })

  it('refuses to give one seat by hand to more students than it has, by name', async () => {
    const made = await aTestAppWithOffice({ sample: true })
    const { scenarioId } = await allocate(made, { keepAs: 'Stable' })
    const board = await made.client.campaigns.scenario({ scenarioId: scenarioId ?? '' })
    const place = board.places.find((one) => one.capacity === 1 && one.isOpen)
    const trial = board.students
      .slice(0, 2)
      .map((student) => ({ kind: 'lock' as const, studentId: student.id, campaignPlaceId: place?.id ?? '' }))
    await expect(allocate(made, { trial })).rejects.toMatchObject({
      data: { code: 'campaign-invalid', data: { problem: 'locks-exceed', count: 2, seats: 1 } },
    })
  })
})

describe('a whole instance in one workbook', () => {
  const places = [
    ['Code', 'Name', 'Capacity', 'Open', 'Pool', 'Pool total'],
    ['A', 'Aalto', 1, 'yes', '', ''],
    ['B', 'Bologna', 2, 'yes', 'Q', 2],
    ['C', 'Coimbra', 2, 'yes', 'Q', 2],
    ['D', 'Delft', 1, 'no', '', ''],
  ]
  const students = [
    ['Student', 'Score'],
    ['1', 15],
    ['2', 14],
    ['3', 13],
    ['4', 12],
  ]
  const wishes = [
    ['Student', '1', '2', '3'],
    ['1', 'A', 'B', ''],
    ['2', 'A', 'D', 'B'],
    ['3', 'B', 'A', ''],
    ['4', 'C', 'A', ''],
  ]

  it('becomes a campaign that is allocated, and goes away with one undo', async () => {
    const made = await aTestAppWithOffice()
    const file = workbook({ Places: places, Students: students, Wishes: wishes })
    const imported = await made.client.campaigns.importInstance({ file })
    expect(imported).toMatchObject({ name: 'trial', places: 4, students: 4, wishes: 9 })
    const result = await allocate(made)
    expect(result.assignments.map(({ student, place, rank }) => [student, place, rank])).toEqual([
      ['1', 'A', 1],
      ['2', 'B', 3],
      ['3', 'B', 1],
      ['4', null, null],
    ])
    const { findings } = await made.client.campaigns.get({ campaignId: imported.campaignId })
    expect(findings.map(({ code, student }) => [code, student?.name.trim()])).toContainEqual(['closed', '2'])
    await made.client.history.undo()
    expect(await made.client.campaigns.list()).toEqual([])
  })

  it.each([
    ['Wishes', wishes.with(1, ['1', 'A', 'X', '']), 'unknown-place'],
    ['Wishes', wishes.with(1, ['9', 'A', 'B', '']), 'unknown-student'],
    ['Students', students.with(2, ['1', 14]), 'twice'],
    ['Students', students.with(2, ['2', 'good']), 'not-a-number'],
    ['Places', places.with(1, ['A', 'Aalto', 1.5, 'yes', '', '']), 'not-a-count'],
  ])('says where the sheet %s is wrong, and writes nothing', async (sheet, rows, problem) => {
    const made = await aTestAppWithOffice()
    const file = workbook({ Places: places, Students: students, Wishes: wishes, [sheet]: rows })
    await expect(made.client.campaigns.importInstance({ file })).rejects.toMatchObject({
      data: { code: 'instance-invalid', data: { problem, sheet } },
    })
    expect(await made.client.campaigns.list()).toEqual([])
  })
})
