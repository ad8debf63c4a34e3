// Applying 10,000 new students with journal, against a bare prepared statement that inserts the same rows.
import { join } from 'node:path'
import { existsSync } from 'node:fs'
import RawConnection from 'better-sqlite3'
import { cpuSeconds, createSampleApp, printResult, round, temporaryFolder } from './lib.mjs'
import { insertRows } from '#core/db/bulk.ts'
import { columnsOf } from '#core/db/journal.ts'

const rows = 10_000
const rounds = 5
const folder = temporaryFolder()
const lines = [
  'Student number;Family name;Given names;E-mail;Date of birth;Nationality;Cohort;Programme;Year of study;Phone',
]
for (let i = 0; i < rows; i += 1)
  lines.push(
    `N${i};MARTIN-${i};Éloïse ${i};eloise.${i}@example.org;${1 + (i % 28)}/0${1 + (i % 9)}/2004;France;2027;Ingénieur;2;+33 6 39 98 ${i}`,
  )
const text = lines.join('\r\n')

const ratios = []
const journalRatios = []
let applied = 0
let bare = 0
for (let round_ = 0; round_ < rounds; round_ += 1) {
  const { app, client } = await createSampleApp(join(folder, String(round_)), { sample: false })
  const file = new File([text], 'cohort.csv')
  const read = await finish(client, { kind: 'import-read', as: 'students', file })
  const { imports, connections } = app.context.office.current()
  const seconds = await cpuSeconds(() =>
    imports.apply(read.importId, { signal: new AbortController().signal, onProgress: () => undefined }),
  )
  const bareSeconds = await cpuSeconds(() => insertBare(connections, join(folder, `bare-${round_}.db`)))
  ratios.push(seconds / bareSeconds)
  journalRatios.push((await insertWithJournal(app, join(folder, `journal-${round_}`))) / bareSeconds)
  applied += seconds / rounds
  bare += bareSeconds / rounds
  await app.close()
}
const median = (values) => round(values.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0)
printResult('Apply 10,000 new students', {
  applyCpuSeconds: round(applied),
  bareInsertCpuSeconds: round(bare),
  ratio: median(ratios),
  /** The same rows through the journal's triggers and nothing else, against the bare insert. */
  journalRatio: median(journalRatios),
})

async function finish(client, start) {
  const { jobId } = await client.jobs.start(start)
  return await client.jobs.result({ jobId })
}

/** CPU seconds of the rows of one office going into an empty one, by the door with its journal. */
async function insertWithJournal({ context }, path) {
  const stored = context.office.current().connections.rawReader.prepare('SELECT * FROM student').all()
  const { app } = await createSampleApp(path, { sample: false })
  const { connections, door } = app.context.office.current()
  const seconds = await cpuSeconds(() =>
    door.change('import.apply', { file: 'bench' }, async () =>
      insertRows(connections.raw, 'student', stored),
    ),
  )
  await app.close()
  return seconds
}

/** The same rows into the same table, its indexes included, on a file of its own with the same settings; nothing else. */
async function insertBare({ rawReader }, path) {
  const columns = columnsOf(rawReader, 'student')
  const stored = rawReader.prepare('SELECT * FROM student').raw().all()
  const schema = rawReader
    .prepare(
      `SELECT sql FROM sqlite_schema WHERE tbl_name = 'student' AND type IN ('table', 'index') AND sql IS NOT NULL`,
    )
    .pluck()
    .all()
  if (existsSync(path)) throw new Error(`${path} is there already`)
  const bareFile = new RawConnection(path)
  for (const setting of [
    'journal_mode = WAL',
    'synchronous = FULL',
    'secure_delete = ON',
    'foreign_keys = OFF',
  ])
    bareFile.pragma(setting)
  bareFile.exec(schema.join(';\n'))
  const insert = bareFile.prepare(`INSERT INTO student VALUES (${columns.map(() => '?').join(', ')})`)
  bareFile.transaction(() => {
    for (const row of stored) insert.run(row)
  })()
  bareFile.close()
}
