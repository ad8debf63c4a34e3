// The grants of 10,000 mobilities, worked out from nothing; the list of them; the budgets; granting them all at once.
import { createSampleApp, idOf, percentile, printResult, temporaryFolder, timed } from './lib.mjs'
import { insertRows } from '#core/db/bulk.ts'
import { newCall } from '#core/profiles/erasmus-calls.ts'
import { grantRateSeeds } from '#core/profiles/grant-rates.ts'
import { createRandom } from '#core/sample/random.ts'
import { addDays, parseCivilDate } from '#shared/domain/civil-date.ts'
import { grantsOf } from '#core/features/grants/grants.service.ts'

const stays = 10_000
const students = 8000
const forms = ['exchange-semester', 'double-degree', 'internship', 'end-of-studies-project']

const { app, client } = await createSampleApp(temporaryFolder(), { sample: false })
const { connections, door, lists } = app.context.office.current()
const random = createRandom(11)
const first = parseCivilDate('2026-09-01').value

await door.change('import.apply', { file: 'bench' }, async () => {
  const { raw } = connections
  insertRows(raw, 'erasmusCall', [
    { id: 'call', name: 'Erasmus+ 2026', callYear: 2026, envelope: 1e7, ...newCall },
  ])
  for (const { id, amount } of grantRateSeeds)
    if (amount === null) raw.prepare('UPDATE grantRate SET amount = 400 WHERE id = ?').run(id)
  insertRows(raw, 'institution', hosts())
  insertRows(raw, 'agreement', agreements())
  insertRows(raw, 'student', people())
  insertRows(raw, 'mobility', mobilities())
})

const computeMs = []
for (let run = 0; run < 7; run += 1) {
  const start = performance.now()
  const grants = grantsOf(connections.rawReader)
  computeMs.push(performance.now() - start)
  if (grants.length !== stays) throw new Error(`${grants.length} of ${stays} stays have a grant`)
  if (grants.some(({ totalCents }) => totalCents === null)) throw new Error('A grant could not be worked out')
}

const query = { search: '', filters: [{ key: 'state', test: 'is', values: ['to-grant'] }], sort: [] }
const listMs = []
const budgetMs = []
for (let run = 0; run < 5; run += 1) {
  await client.records.update({ entity: 'student', ids: [idOf(1, run)], values: { notes: `run ${run}` } })
  listMs.push(await timed(() => lists.page('grants', query, 0, 200)))
  budgetMs.push(await timed(() => client.grants.budgets()))
}
const stayMs = []
for (let run = 0; run < 200; run += 1) {
  const mobilityId = idOf(2, random.int(0, stays - 1))
  stayMs.push(await timed(() => client.grants.ofStay({ mobilityId })))
}
const mobilityIds = Array.from({ length: stays }, (_, i) => idOf(2, i))
const start = performance.now()
const report = await client.grants.give({ mobilityIds })
const giveMs = performance.now() - start
if (report.granted !== stays) throw new Error(`${report.granted} of ${stays} were granted`)

const result = {
  stays,
  compute: { p50Ms: percentile(computeMs, 50), maxMs: percentile(computeMs, 100) },
  listAfterAChange: { p50Ms: percentile(listMs, 50), maxMs: percentile(listMs, 100) },
  budgets: { p50Ms: percentile(budgetMs, 50), maxMs: percentile(budgetMs, 100) },
  oneStay: { p50Ms: percentile(stayMs, 50), p95Ms: percentile(stayMs, 95) },
  grantAllMs: Math.round(giveMs),
}
await app.close()
printResult('Erasmus+ grants', result)

function* hosts() {
  for (let i = 0; i < 100; i += 1)
    yield {
      id: idOf(0, i),
      name: `Host ${i}`,
      kind: 'university',
      country: random.pick(['DE', 'IT', 'ES', 'PL', 'SE']),
      isAthensMember: 0,
    }
}

function* agreements() {
  for (let i = 0; i < 100; i += 1)
    yield { id: idOf(3, i), institutionId: idOf(0, i), kind: 'erasmus', status: 'active', carryOver: 'none' }
}

function* people() {
  for (let i = 0; i < students; i += 1)
    yield {
      id: idOf(1, i),
      studentNumber: `B${i}`,
      familyName: `Name ${i}`,
      givenNames: 'Given',
      status: 'student',
      isSchooledInFrance: 1,
      hasFewerOpportunities: random.chance(0.1) ? 1 : 0,
    }
}

function* mobilities() {
  for (let i = 0; i < stays; i += 1) {
    const plannedStart = addDays(first, random.int(0, 120))
    yield {
      id: idOf(2, i),
      studentId: idOf(1, i % students),
      form: random.pick(forms),
      status: 'agreed',
      institutionId: idOf(0, random.int(0, 99)),
      academicYear: '2026/2027',
      plannedStart,
      plannedEnd: addDays(plannedStart, random.int(65, 180)),
      distanceKm: random.int(200, 2500),
      isGreenTravel: random.chance(0.3) ? 1 : 0,
      travelDays: random.int(0, 2),
    }
  }
}
