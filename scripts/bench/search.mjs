// Search as you type over 100,000 students: the palette's search and the grid's, letter by letter, in the core.
import { createSampleApp, percentile, printResult, temporaryFolder, timed } from './lib.mjs'
import { insertRows } from '#core/db/bulk.ts'
import { createRandom } from '#core/sample/random.ts'
import { namePools } from '#core/sample/people-names.ts'

const students = 100_000
const typed = 60 // names typed letter by letter

const folder = temporaryFolder()
const { app, client } = await createSampleApp(folder, { sample: false })
const { connections, door, search } = app.context.office.current()
const random = createRandom(7)
const pools = Object.values(namePools)
const families = pools.flatMap((pool) => pool.familyNames)
const givens = pools.flatMap((pool) => pool.givenNames)

await door.change('import.apply', { file: 'bench' }, async () => {
  insertRows(connections.raw, 'student', rows())
})
const indexing = process.cpuUsage()
await search.catchUp()
const indexed = process.cpuUsage(indexing)

const paletteMs = []
const gridMs = []
for (let i = 0; i < typed; i += 1) {
  const name = random.chance(0.5)
    ? random.pick(families)
    : `${random.pick(givens).name} ${random.pick(families)}`
  for (let letters = 1; letters <= Math.min(name.length, 14); letters += 1) {
    const words = name.slice(0, letters)
    paletteMs.push(await timed(() => client.records.find({ search: words, limit: 20 })))
    const query = { search: words, filters: [], sort: [] }
    gridMs.push(await timed(() => client.lists.page({ list: 'students', query, offset: 0, limit: 200 })))
  }
}
const result = {
  students,
  searches: paletteMs.length,
  palette: { p50Ms: percentile(paletteMs, 50), p95Ms: percentile(paletteMs, 95) },
  grid: { p50Ms: percentile(gridMs, 50), p95Ms: percentile(gridMs, 95), maxMs: percentile(gridMs, 100) },
  indexingCpuSeconds: Math.round((indexed.user + indexed.system) / 10_000) / 100,
}
await app.close()
printResult('Search as you type', result)

function* rows() {
  for (let i = 0; i < students; i += 1) {
    const given = random.pick(givens)
    yield {
      id: `00000000-0000-7000-9000-${String(i).padStart(12, '0')}`,
      studentNumber: `B${String(i).padStart(6, '0')}`,
      familyName: `${random.pick(families)}${random.chance(0.3) ? `-${random.pick(families)}` : ''}`,
      givenNames: given.name,
      gender: given.gender,
      email: `student${i}@example.org`,
      cohort: String(2025 + (i % 5)),
      programme: 'Ingénieur',
      status: 'student',
      isSchooledInFrance: 1,
    }
  }
}
