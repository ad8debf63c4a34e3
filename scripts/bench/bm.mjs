// A year of 10,000 mobilities: checked by every rule; a template that holds them all filled anew, beside exceljs loading
// and saving the same file; and an empty template filled.
import exceljs from 'exceljs'
import { createSampleApp, idOf, percentile, printResult, round, temporaryFolder, timed } from './lib.mjs'
import { insertRows } from '#core/db/bulk.ts'
import { newCall } from '#core/profiles/erasmus-calls.ts'
import { createRandom } from '#core/sample/random.ts'
import { addDays, parseCivilDate } from '#shared/domain/civil-date.ts'

const mobilities = 10_000
const folder = temporaryFolder()
const { app, client } = await createSampleApp(folder, { sample: false })
const { connections, door } = app.context.office.current()
const random = createRandom(7)
const first = parseCivilDate('2026-09-01').value
const scope = { academicYear: '2026/2027', callId: null }
const agreementNumber = '2026-1-FR01-KA131-HED-000123456'

await client.settings.updateSchool({ name: 'École de Prova', oid: 'E10000001', erasmusCode: 'F  PROVA01' })
const { id: callId } = await client.records.create({
  entity: 'erasmusCall',
  values: {
    name: 'Bench',
    callYear: 2026,
    ...newCall,
    agreementNumber,
    startsOn: '2026-06-01',
    endsOn: '2028-07-31',
  },
})
await door.change('import.apply', { file: 'bench' }, async () => {
  insertRows(connections.raw, 'institution', hosts())
  insertRows(connections.raw, 'student', people())
  insertRows(connections.raw, 'mobility', stays())
})

const checkMs = []
let refused = 0
for (let run = 0; run < 7; run += 1) {
  const start = performance.now()
  const { counts } = await client.bm.check({ ...scope, code: null })
  checkMs.push(performance.now() - start)
  if (counts.stays !== mobilities) throw new Error(`Only ${counts.stays} mobilities`)
  refused = counts.refused
}

const labels = [
  'Grant Agreement Number',
  'Mobility ID',
  'Activity Type',
  'Long-term Activity',
  'Blended',
  'Recent Graduate',
  'First Name',
  'Last Name',
  'Gender',
  'Date of Birth',
  'Nationality',
  'Participant Email',
  'Fewer Opportunities',
  'Field of Education',
  'EQF Level',
  'Previous Participation',
  'Main Language',
  'Sending Organisation OID',
  'Sending Organisation Legal Name',
  'Receiving Organisation OID',
  'Receiving Organisation Legal Name',
  'Receiving Organisation Country',
  'Sending Country',
  'Receiving Country',
  'Receiving City',
  'Distance Band',
  'Main means of transport',
  'Green Travel',
  'Travel Days',
  'Start Date',
  'End Date',
  'Duration Calculated (days)',
  'Interruption Duration (days)',
  'Non-Funded Duration (days)',
  'Funded Duration (days)',
  'Zero Grant',
  'EU Individual Support',
  'EU Travel Grant',
  'EU Mobility Total Grant',
]
const empty = await templateOf(false)
const whole = await templateOf(true)
const fillEmpty = await fill(empty)
const fillWhole = await fill(whole)
const bareEmpty = await bare(empty)
const bareWhole = await bare(whole)
const readBackMs = await timed(async () => {
  const result = await finish({
    kind: 'bm-read-back',
    file: fileOf(whole),
    choices: [],
    dryRun: true,
    ...scope,
  })
  if (result.report.matched !== mobilities) throw new Error('Not every row was recognised')
})

await app.close()
printResult('Beneficiary Module', {
  mobilities,
  check: { p50Ms: percentile(checkMs, 50), maxMs: percentile(checkMs, 100), refused },
  templateHoldingAll: {
    fillMs: fillWhole,
    exceljsLoadSaveMs: bareWhole,
    ratio: round(fillWhole / bareWhole),
  },
  emptyTemplate: { fillMs: fillEmpty, exceljsLoadSaveMs: bareEmpty },
  readBackMs: round(readBackMs),
})

async function finish(start) {
  const { jobId } = await client.jobs.start(start)
  return await client.jobs.result({ jobId })
}

function fileOf(bytes) {
  return new File([bytes], 'template.xlsx')
}

async function fill(bytes) {
  let rows = 0
  const ms = await timed(async () => {
    const result = await finish({ kind: 'bm-fill', file: fileOf(bytes), choices: [], ...scope })
    rows = result.rows
  })
  if (rows !== mobilities) throw new Error(`Only ${rows} rows`)
  return round(ms)
}

async function bare(bytes) {
  return round(
    await timed(async () => {
      const book = new exceljs.Workbook()
      await book.xlsx.load(bytes)
      await book.xlsx.writeBuffer()
    }),
  )
}

/** A template with the labels and, where asked, the mobilities as the module exports them. */
async function templateOf(isFull) {
  const book = new exceljs.Workbook()
  const sheet = book.addWorksheet('Mobility Activities')
  sheet.addRow(labels)
  if (isFull)
    for (let i = 0; i < mobilities; i += 1)
      sheet.addRow(
        labels.map((label) => {
          if (label === 'Mobility ID') return `123456-MOB-${String(i).padStart(5, '0')}`
          if (label === 'Grant Agreement Number') return agreementNumber
          if (/Date/.test(label)) return '01-09-2026'
          return /EU|days|Days/.test(label) ? 1 : `value ${i % 50}`
        }),
      )
  return new Uint8Array(await book.xlsx.writeBuffer())
}

function* hosts() {
  for (let i = 0; i < 140; i += 1)
    yield {
      id: idOf(0, i),
      name: `Host ${i}`,
      kind: 'university',
      country: random.pick(['DE', 'IT', 'GR', 'ES', 'PL']),
      city: `City ${i}`,
      oid: `E2${String(i).padStart(7, '0')}`,
      isAthensMember: 0,
    }
}

function* people() {
  for (let i = 0; i < mobilities; i += 1)
    yield {
      id: idOf(1, i),
      studentNumber: `B${i}`,
      familyName: `Family ${i}`,
      givenNames: 'Given',
      cohort: '2027',
      email: `s${i}@prova.example`,
      gender: String(1 + (i % 2)),
      birthDate: '2004-05-06',
      nationality: 'FR',
      eqfLevel: 7,
      status: 'student',
      isSchooledInFrance: 1,
      hasFewerOpportunities: i % 5 === 0 ? 1 : 0,
    }
}

function* stays() {
  for (let i = 0; i < mobilities; i += 1) {
    const start = addDays(first, random.int(0, 120))
    yield {
      id: idOf(2, i),
      studentId: idOf(1, i),
      form: 'exchange-semester',
      status: 'selected',
      institutionId: idOf(0, random.int(0, 139)),
      academicYear: '2026/2027',
      plannedStart: start,
      plannedEnd: addDays(start, random.int(40, 180)),
      callId,
      bmId: `123456-MOB-${String(i).padStart(5, '0')}`,
      iscedCode: i % 7 === 0 ? '061' : '0613',
      language: 'en',
      transport: random.pick(['plane', 'train']),
      isGreenTravel: 0,
      distanceKm: random.int(50, 3000),
      travelDays: random.int(0, 4),
    }
  }
}
