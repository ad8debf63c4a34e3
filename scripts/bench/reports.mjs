// The annual report of a year of 10,000 mobilities, on top of the sample office: the page, the workbook, the PDF.
import { insertRows } from '#core/db/bulk.ts'
import { createRandom } from '#core/sample/random.ts'
import { addDays, parseCivilDate } from '#shared/domain/civil-date.ts'
import { createSampleApp, percentile, printResult, temporaryFolder, timed } from './lib.mjs'

const stays = 10_000
const academicYear = '2026/2027'
const forms = ['exchange-semester', 'double-degree', 'internship', 'end-of-studies-project', 'athens-week']
const statuses = ['recognised', 'returned', 'departed', 'agreed', 'nominated', 'refused']

const { app, client } = await createSampleApp(temporaryFolder(), { sample: true })
const { connections, door } = app.context.office.current()
const random = createRandom(5)
const first = parseCivilDate('2026-09-01').value
const idsOf = (/** @type {string} */ table) =>
  connections.raw.prepare(`SELECT id FROM ${table}`).pluck().all()
const students = idsOf('student')
const hosts = idsOf('institution')
await door.change('import.apply', { file: 'bench' }, async () => {
  insertRows(connections.raw, 'mobility', mobilities())
})

const viewMs = []
for (let run = 0; run < 5; run += 1) {
  // A change makes what was worked out stale.
  await client.records.update({ entity: 'student', ids: [students[run]], values: { notes: `run ${run}` } })
  viewMs.push(await timed(() => client.reports.view({ academicYear })))
}
const workbookMs = []
const documentMs = []
for (let run = 0; run < 3; run += 1) {
  workbookMs.push(await timed(() => exported('annual-report')))
  documentMs.push(await timed(() => exported('annual-report-pdf')))
}
const result = {
  mobilitiesOfTheYear: connections.raw
    .prepare('SELECT count(*) FROM mobility WHERE academicYear = ?')
    .pluck()
    .get(academicYear),
  pageAfterAChange: { p50Ms: percentile(viewMs, 50), maxMs: percentile(viewMs, 100) },
  workbook: { p50Ms: percentile(workbookMs, 50), maxMs: percentile(workbookMs, 100) },
  document: { p50Ms: percentile(documentMs, 50), maxMs: percentile(documentMs, 100) },
}
await app.close()
printResult('Annual report', result)

async function exported(format) {
  const { jobId } = await client.jobs.start({ kind: 'export', format, params: { academicYear } })
  const done = await client.jobs.result({ jobId })
  if (done.kind !== 'export' || done.file.size < 10_000) throw new Error(`${format} is not there`)
}

function* mobilities() {
  for (let i = 0; i < stays; i += 1) {
    const start = addDays(first, random.int(0, 200))
    const end = addDays(start, random.int(6, 160))
    yield {
      id: `00000000-0000-7000-9200-${String(i).padStart(12, '0')}`,
      studentId: random.pick(students),
      form: random.pick(forms),
      status: random.pick(statuses),
      institutionId: random.pick(hosts),
      academicYear,
      semester: 'autumn',
      plannedStart: start,
      plannedEnd: end,
    }
  }
}
