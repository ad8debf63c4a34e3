import { expect, test } from 'vitest'
import { createFormats } from '#shared/text/formats.ts'
import { createTranslate } from '#shared/text/text.ts'
import { committeeContent } from '#core/exports/committee-report-document.ts'
import { readCommitteeReport } from '#core/features/campaigns/committee-report.ts'
import { readBook } from '#tests/fixtures/exports/read-book.ts'
import { aTestAppWithOffice, type TestApp } from '#tests/fixtures/test-app.ts'

async function allocated(name = 'Stable 1'): Promise<TestApp & { readonly scenarioId: string }> {
  const made = await aTestAppWithOffice({ sample: true })
  const { jobId } = await made.client.jobs.start({
    kind: 'allocate',
    campaignId: null,
    rule: { mechanism: 'stable', isFair: true, keepsPresent: false, seed: null },
    baseId: null,
    keepAs: name,
    trial: [],
  })
  const result = await made.client.jobs.result({ jobId })
  if (result.kind !== 'allocate') throw new Error(result.kind)
  return { ...made, scenarioId: result.scenarioId ?? '' }
}

async function report({ client }: TestApp, format: string, params: Readonly<Record<string, string>>) {
  const { jobId } = await client.jobs.start({ kind: 'export', format, params })
  const result = await client.jobs.result({ jobId })
  if (result.kind !== 'export') throw new Error(result.kind)
  return new Uint8Array(await result.file.arrayBuffer())
}

test('tells the ranking, the places, who waits and the counts, which agree with each other', async () => {
  const made = await allocated()
  const board = await made.client.campaigns.scenario({ scenarioId: made.scenarioId })
  const sheets = await readBook(await report(made, 'committee-report', { scenario: 'Stable 1' }))
  expect(sheets.map(({ name }) => name)).toEqual([
    'Summary',
    'Ranking',
    'Wishes',
    'Destinations',
    'By destination',
    'Decisions by hand',
  ])
  const [summary, ranking, wishes, destinations, seats] = sheets.map(({ rows }) => rows)
  const fact = (label: string) => summary?.find((row) => row['Fact'] === label)?.['Value']
  const { measure } = board.scenario
  expect(fact('Placed')).toBe(measure.placed)
  expect(fact('Obtained wish no. 1')).toBe(measure.byRank['1'])
  expect(ranking?.map((row) => row['Student'])).toEqual(board.students.map(({ name }) => name))
  expect(ranking?.filter((row) => row['Host'] === 'No place')).toHaveLength(measure.unplaced)
  expect(wishes).toHaveLength(board.students.reduce((sum, { wishes: own }) => sum + own.length, 0))
  const taken = destinations?.reduce((sum, row) => sum + Number(row['Taken']), 0)
  expect(taken).toBe(measure.placed)
  expect(seats?.filter((row) => row['State'] === 'has it')).toHaveLength(measure.placed)
  const waiting = seats?.filter((row) => row['State'] !== 'has it') ?? []
  expect(waiting.length).toBeGreaterThan(measure.unplaced)
  expect(summary?.map((row) => row['Value'])).toContain('Certified')
})

test.each(['numbers', 'ranks'] as const)('tells no name when students are told by %s', async (identity) => {
  const made = await allocated()
  const board = await made.client.campaigns.scenario({ scenarioId: made.scenarioId })
  const [first] = board.students
  await made.client.campaigns.decide({
    campaignId: board.campaignId,
    studentId: first?.id ?? '',
    kind: 'withdrawal',
    campaignPlaceId: null,
    reason: `${first?.name ?? ''} stays`,
    takeBack: false,
  })
  const sheets = await readBook(
    await report(made, 'committee-report', { scenario: made.scenarioId, identity }),
  )
  const { read } = made.app.context.office.current().connections
  const words = { language: 'en', t: createTranslate('en'), formats: createFormats('en') } as const
  const document = committeeContent(await readCommitteeReport(read, { identity }), words, '2026-11-24')
  const kept = identity === 'numbers' ? board.students.slice(1).map(({ number }) => number) : ['no. 12']
  const hidden = board.students.flatMap(({ name, number }) =>
    identity === 'numbers' ? [name] : [name, number],
  )
  for (const told of [JSON.stringify(sheets), JSON.stringify(document)]) {
    expect(hidden.filter((text) => told.includes(text))).toEqual([])
    expect(kept.filter((text) => !told.includes(text))).toEqual([])
  }
})

test('says of a campaign without a kept result that it must be run first', async () => {
  const made = await aTestAppWithOffice({ sample: true })
  const campaignId = (await made.client.campaigns.list())[0]?.id ?? ''
  const { name } = await made.client.campaigns.get({ campaignId })
  await expect(report(made, 'committee-report', { campaignId })).rejects.toMatchObject({
    data: { code: 'no-scenario', data: { campaign: name } },
  })
})

test('is made as a document that prints, and refuses what it does not know', async () => {
  const made = await allocated()
  const bytes = await report(made, 'committee-report-pdf', { identity: 'ranks' })
  expect(new TextDecoder('latin1').decode(bytes.subarray(0, 5))).toBe('%PDF-')
  expect(bytes.length).toBeGreaterThan(20_000)
  const ask = (params: Readonly<Record<string, string>>) => report(made, 'committee-report', params)
  await expect(ask({ identity: 'faces' })).rejects.toMatchObject({
    data: { code: 'export-invalid', data: { param: 'identity', value: 'faces', problem: 'not-a-choice' } },
  })
  await expect(ask({ scenario: 'Max 9' })).rejects.toMatchObject({ data: { code: 'scenario-missing' } })
})
