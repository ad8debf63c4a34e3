import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp } from '#core/app.ts'
import { systemClock, uuidIds } from '#core/ports/system.ts'
import { serveDirect } from '#core/rpc/serve-direct.ts'

/** A folder that is gone when the process ends. */
export function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'escale-bench-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** The application with an office of its own; its reading process is the built one where that is named. */
export async function createSampleApp(folder, { sample, readerPath }) {
  const app = await createApp({
    clock: systemClock,
    ids: uuidIds,
    log: { info: () => undefined, error: (event, error) => console.error(event, error) },
    actor: 'bench',
    version: '0',
    stateFolder: join(folder, 'state'),
    officeFolder: folder,
    suggestedLanguage: 'en',
    ...(readerPath === undefined ? {} : { sheets: { entryPath: readerPath } }),
  })
  const client = serveDirect(app)
  await client.office.create({ name: 'bench', profile: 'telecom-paris', sample })
  return { app, client }
}

export function percentile(values, percent) {
  const sorted = values.toSorted((a, b) => a - b)
  return round(sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))])
}

export function round(value) {
  return Math.round(value * 100) / 100
}

/** Milliseconds that a piece of work takes. */
export async function timed(work) {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** The identifier of an invented record: the number says which of its kind. */
export function idOf(kind, number) {
  return `00000000-0000-7000-9${kind}00-${String(number).padStart(12, '0')}`
}

/** CPU seconds of this process while the work runs, user and system, its threads included. */
export async function cpuSeconds(work) {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

/** A title and figures for people; with --json, one JSON line for the runner. */
export function printResult(title, result) {
  if (process.argv.includes('--json')) console.log(JSON.stringify({ title, ...result }))
  else console.log(title, JSON.stringify(result, null, 2))
}

/** Resident memory of a process and its descendants. @param {number} pid @returns {number} */
export function treeRssBytes(pid) {
  try {
    const rss =
      Number(/^VmRSS:\s*(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024
    const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').trim().split(' ').filter(Boolean),
    )
    return children.reduce((sum, child) => sum + treeRssBytes(Number(child)), rss)
  } catch {
    return 0 // it ended meanwhile
  }
}

/** CPU of this process and of its children that have ended: fields 14 to 17 of /proc/self/stat, in hundredths of a second. */
export function ownAndChildrenCpuMs() {
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]?.split(' ') ?? []
  return [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at]), 0) * 10
}
