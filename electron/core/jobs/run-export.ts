import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { DomainError, type DomainErrorCode, type DomainErrorData } from '#shared/domain/errors.ts'
import type { Language } from '#shared/text/define-texts.ts'
import type { ExportParams, ExportRemark } from '#core/exports/define-export.ts'
import type { ExportOutcome, PackedFile } from '#core/exports/pack-files.ts'
import { keyOf, type ExportRequest } from '#core/exports/perform-export.ts'
import type { CityTable } from '#core/geo/city-table.ts'
import type { SharedGazetteer } from '#core/geo/gazetteer.ts'
import type { Log } from '#core/ports/ports.ts'
import type { JobContext, JobPhase } from './job-runner.ts'

export interface ExportDeps {
  /** The office file, which this process holds open. */
  readonly path: string
  readonly key?: Uint8Array
  readonly log: Log
  readonly language: Language
  readonly today: string
  readonly academicYear: string
  /** Where the thread works before the file is handed over; the system's temporary folder by default. */
  readonly tempFolder?: string
  /** What the thread knows of cities, and where those that it had to read are kept for the next one. */
  readonly gazetteer: SharedGazetteer
}

/** What the thread is given. */
export interface ThreadRequest extends ExportRequest {
  readonly cities: CityTable | undefined
}

export interface ExportResult {
  readonly file: { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }
  readonly sha256: string
  readonly rows: number
  /** Records that could be in the files and are not, because something is missing. */
  readonly leftOut: number
  /** The files within, one or several, each with the mobilities that it nominates. */
  readonly files: readonly MadeFile[]
  readonly remarks: readonly ExportRemark[]
}

/** A file within; one that nominates comes with its content, which is kept. */
export type MadeFile = PackedFile & { readonly bytes?: Uint8Array }

/** What the thread says. */
export type ExportAnswer =
  | {
      readonly type: 'progress'
      readonly phase: JobPhase
      readonly done: number
      readonly total: number | null
    }
  | {
      readonly type: 'log'
      readonly event: string
      readonly fields: Readonly<Record<string, string | number | boolean>>
    }
  | { readonly type: 'cities'; readonly cities: CityTable }
  | { readonly type: 'done'; readonly outcome: ExportOutcome }
  | { readonly type: 'refused'; readonly code: DomainErrorCode; readonly data: DomainErrorData }

/**
 * Produces a file in a thread of its own, so that nothing else waits. Once cancelled, the thread has two seconds to
 * stop by itself; nothing is left on the disk in any case.
 * @throws DomainError `job-cancelled`, `export-unknown`, `export-invalid`, `nothing-to-export`, `disk-full`, and those
 *   of opening the office file
 */
export async function runExport(
  deps: ExportDeps,
  asked: { readonly format: string; readonly params: ExportParams },
  job: JobContext,
): Promise<ExportResult> {
  if (job.signal.aborted) throw new DomainError('job-cancelled')
  const outFolder = await mkdtemp(join(deps.tempFolder ?? tmpdir(), 'escale-export-'))
  try {
    const { path, language, today, academicYear, gazetteer } = deps
    const settings = { language, today, academicYear, outFolder, cities: gazetteer.table() }
    const outcome = await runThread({ path, ...keyOf(deps), ...asked, ...settings }, deps, job)
    const bytes = new Uint8Array(await readFile(outcome.path))
    const { name, sha256, rows, leftOut, files, remarks } = outcome
    const made = await Promise.all(files.map(withContent))
    return { file: { name, bytes }, sha256, rows, leftOut, files: made, remarks }
  } finally {
    await rm(outFolder, { recursive: true, force: true })
  }
}

async function withContent(file: PackedFile): Promise<MadeFile> {
  return file.mobilityIds.length === 0 ? file : { ...file, bytes: await readFile(file.path) }
}

const stopWithinMs = 2000
/** Far above what the longest list takes; a thread that exceeds it ends alone, and not the application with it. */
const mostHeapMb = 1024

/** Runs the thread to its end: when this returns or throws, it holds no file any more. */
function runThread(
  request: ThreadRequest,
  { log, gazetteer }: ExportDeps,
  { signal, onProgress }: JobContext,
): Promise<ExportOutcome> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerEntry(), {
      workerData: request,
      resourceLimits: { maxOldGenerationSizeMb: mostHeapMb },
    })
    let outcome: ExportOutcome | undefined
    let failure: unknown = new Error('The export ended without a result')
    let timer: NodeJS.Timeout | undefined
    const stop = () => {
      worker.postMessage('stop', [])
      timer = setTimeout(() => void worker.terminate(), stopWithinMs)
    }
    signal.addEventListener('abort', stop, { once: true })
    worker.on('message', (answer: ExportAnswer) => {
      if (answer.type === 'progress') onProgress(answer.phase, answer.done, answer.total)
      else if (answer.type === 'log') log.info(answer.event, answer.fields)
      else if (answer.type === 'cities') gazetteer.learn(answer.cities)
      else if (answer.type === 'done') outcome = answer.outcome
      else failure = new DomainError(answer.code, answer.data)
    })
    worker.on('error', (error) => {
      failure = error
    })
    worker.on('exit', () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', stop)
      if (signal.aborted) reject(new DomainError('job-cancelled'))
      else if (outcome === undefined) reject(failure)
      else resolve(outcome)
    })
  })
}

/** The thread's program: beside this file in the sources; at the top of the bundle, whose parts may be in a folder. */
function workerEntry(): URL {
  const here = import.meta.url
  if (here.endsWith('.ts')) return new URL('./export-worker.ts', here)
  const beside = new URL('./job-worker.js', here)
  return existsSync(fileURLToPath(beside)) ? beside : new URL('../job-worker.js', here)
}
