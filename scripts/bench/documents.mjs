// The documents of 30,000 stays, those awaited included: the overdue ones, a page of them, one stay's checklist, one student.
import { createSampleApp, idOf, percentile, printResult, temporaryFolder, timed } from './lib.mjs'
import { insertRows } from '#core/db/bulk.ts'
import { createRandom } from '#core/sample/random.ts'
import { addDays, parseCivilDate } from '#shared/domain/civil-date.ts'

const students = 10_000
const stays = 30_000
const live = 3_000
const documentsPerStay = 8
const forms = ['exchange-semester', 'double-degree', 'internship', 'end-of-studies-project', 'athens-week']
const kinds = [
  'cv',
  'motivation-letter',
  'identity',
  'insurance',
  'learning-agreement',
  'arrival-certificate',
  'transcript',
  'recognition',
]

const { app, client } = await createSampleApp(temporaryFolder(), { sample: false })
const { connections, door, lists } = app.context.office.current()
const random = createRandom(7)
const first = parseCivilDate('2025-09-01').value

await door.change('import.apply', { file: 'bench' }, async () => {
  insertRows(connections.raw, 'student', people())
  insertRows(connections.raw, 'mobility', mobilities())
  insertRows(connections.raw, 'document', documents())
})

const query = { search: '', filters: [{ key: 'state', test: 'is', values: ['overdue'] }], sort: [] }
const overdueMs = []
const pageMs = []
const checklistMs = []
const studentMs = []
let overdue = 0
for (let run = 0; run < 5; run += 1) {
  const id = idOf(1, random.int(0, students - 1))
  await client.records.update({ entity: 'student', ids: [id], values: { notes: `run ${run}` } })
  overdueMs.push(await timed(async () => (overdue = (await lists.page('documents', query, 0, 200)).total)))
}
for (let run = 0; run < 20; run += 1)
  pageMs.push(await timed(() => lists.page('documents', query, random.int(0, overdue - 200), 200)))
for (let run = 0; run < 50; run += 1) {
  const mobilityId = idOf(2, random.int(0, live - 1))
  checklistMs.push(await timed(() => client.stayFiles.documents({ mobilityId })))
  const id = idOf(1, random.int(0, students - 1))
  studentMs.push(await timed(() => client.records.get({ entity: 'student', id })))
}
await app.close()
printResult('Documents of stays', {
  stays,
  documents: stays * documentsPerStay,
  overdue,
  overdueAfterAChange: { p50Ms: percentile(overdueMs, 50), maxMs: percentile(overdueMs, 100) },
  pageOfTheList: { p50Ms: percentile(pageMs, 50), p95Ms: percentile(pageMs, 95) },
  checklist: { p50Ms: percentile(checklistMs, 50), p95Ms: percentile(checklistMs, 95) },
  openStudent: { p50Ms: percentile(studentMs, 50), p95Ms: percentile(studentMs, 95) },
})

function* people() {
  for (let i = 0; i < students; i += 1)
    yield {
      id: idOf(1, i),
      studentNumber: `B${i}`,
      familyName: `Family ${i}`,
      givenNames: 'Given',
      status: 'student',
      isSchooledInFrance: 1,
    }
}

function* mobilities() {
  for (let i = 0; i < stays; i += 1) {
    const start = addDays(first, random.int(0, 500))
    yield {
      id: idOf(2, i),
      studentId: idOf(1, random.int(0, students - 1)),
      form: random.pick(forms),
      status:
        i < live ? random.pick(['applied', 'nominated', 'agreed', 'arrived', 'returned']) : 'recognised',
      academicYear: '2025/2026',
      plannedStart: start,
      plannedEnd: addDays(start, 120),
    }
  }
}

function* documents() {
  for (let i = 0; i < stays; i += 1)
    for (const [at, kind] of kinds.slice(0, documentsPerStay).entries())
      yield {
        id: idOf(3 + at, i),
        mobilityId: idOf(2, i),
        kind,
        status: 'received',
        receivedOn: '2026-01-10',
      }
}
