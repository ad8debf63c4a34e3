// The ledger of 10,000 students with 30,000 stays, worked out from nothing; a list of it; opening one student.
import { createSampleApp, idOf, percentile, printResult, temporaryFolder, timed } from './lib.mjs'
import { insertRows } from '#core/db/bulk.ts'
import { createRandom } from '#core/sample/random.ts'
import { addDays, parseCivilDate } from '#shared/domain/civil-date.ts'
import { ledgersOf } from '#core/features/obligations/obligations.service.ts'

const students = 10_000
const stays = 30_000
const forms = ['exchange-semester', 'double-degree', 'internship', 'end-of-studies-project', 'athens-week']
const statuses = ['recognised', 'recognised', 'returned', 'agreed', 'approved', 'applied', 'refused']

const folder = temporaryFolder()
const { app, client } = await createSampleApp(folder, { sample: false })
const { connections, door, lists } = app.context.office.current()
const random = createRandom(7)
const first = parseCivilDate('2025-09-01').value

await door.change('import.apply', { file: 'bench' }, async () => {
  insertRows(connections.raw, 'institution', hosts())
  insertRows(connections.raw, 'student', people())
  insertRows(connections.raw, 'mobility', mobilities())
})

const today = '2026-11-24'
const fromNothingMs = []
for (let run = 0; run < 7; run += 1) {
  const start = performance.now()
  const ledgers = ledgersOf(connections.rawReader, today)
  fromNothingMs.push(performance.now() - start)
  if (ledgers.length !== students) throw new Error('Not every student has a ledger')
}

const query = { search: '', filters: [{ key: 'status', test: 'is', values: ['at-risk'] }], sort: [] }
const listMs = []
const openMs = []
for (let run = 0; run < 7; run += 1) {
  const id = idOf(1, random.int(0, students - 1))
  await client.records.update({ entity: 'student', ids: [id], values: { notes: `run ${run}` } })
  listMs.push(await timed(() => lists.page('obligations', query, 0, 200)))
}
for (let run = 0; run < 200; run += 1) {
  const id = idOf(1, random.int(0, students - 1))
  openMs.push(
    await timed(() =>
      Promise.all([client.records.get({ entity: 'student', id }), client.obligations.ledger({ id })]),
    ),
  )
}
const pageMs = []
for (let run = 0; run < 50; run += 1)
  pageMs.push(await timed(() => lists.page('obligations', query, random.int(0, 3000), 200)))

const result = {
  students,
  stays,
  ledgerFromNothing: { p50Ms: percentile(fromNothingMs, 50), maxMs: percentile(fromNothingMs, 100) },
  listAfterAChange: { p50Ms: percentile(listMs, 50), maxMs: percentile(listMs, 100) },
  pageOfTheList: { p50Ms: percentile(pageMs, 50), p95Ms: percentile(pageMs, 95) },
  openStudent: { p50Ms: percentile(openMs, 50), p95Ms: percentile(openMs, 95) },
}
await app.close()
printResult('Obligation ledger', result)

function* hosts() {
  for (let i = 0; i < 100; i += 1)
    yield {
      id: idOf(0, i),
      name: `Host ${i}`,
      kind: 'company',
      country: random.pick(['DE', 'IT', 'FR', 'ES']),
      isAthensMember: 0,
    }
}

function* people() {
  for (let i = 0; i < students; i += 1)
    yield {
      id: idOf(1, i),
      studentNumber: `B${i}`,
      familyName: `Family ${i}`,
      givenNames: 'Given',
      cohort: String(2026 + (i % 4)),
      programme: 'Ingénieur',
      status: 'student',
      isSchooledInFrance: 1,
    }
}

function* mobilities() {
  for (let i = 0; i < stays; i += 1) {
    const start = addDays(first, random.int(0, 500))
    const end = addDays(start, random.int(6, 160))
    const status = random.pick(statuses)
    const isReal = status === 'recognised' || status === 'returned'
    yield {
      id: idOf(2, i),
      studentId: idOf(1, random.int(0, students - 1)),
      form: random.pick(forms),
      status,
      institutionId: idOf(0, random.int(0, 99)),
      academicYear: '2025/2026',
      plannedStart: start,
      plannedEnd: end,
      actualStart: isReal ? start : null,
      actualEnd: isReal ? end : null,
    }
  }
}
