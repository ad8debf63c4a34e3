import { createHash } from 'node:crypto'
import { DomainError } from '#shared/domain/errors.ts'
import {
  importKinds,
  type ImportKind,
  type ImportView,
  type PreviewRow,
  type RowOutcome,
} from '#shared/contract/imports.ts'
import type { ChangeDoor } from '#core/db/change.ts'
import type { Connections } from '#core/db/open.ts'
import { createTurns, type Turns } from '#core/db/turns.ts'
import type { Clock, Ids, Log } from '#core/ports/ports.ts'
import { writePlan } from './apply.ts'
import { adjustReading, startReading, type ImportChanges, type Mappings } from './choose-reading.ts'
import { createCountryReader, type CountryReader } from './country-names.ts'
import { findTable, type TableSearch } from './find-table.ts'
import { breathe, quietJob, type ImportJob } from './import-job.ts'
import { kindOfChoices } from './kind-of-choices.ts'
import { readMappings } from './mapping-memory.ts'
import type { Pace } from './plan.ts'
import { readList, readSheet, type ImportFile, type ReaderOptions } from './read-file.ts'
import { refusalOf } from './refusal.ts'
import { makePreview, newestEntry, type Preview, type Reading, type SourceFile } from './session.ts'
import { pageOf, viewOf } from './show-preview.ts'

export interface ImportInput {
  readonly kind: ImportKind
  /** Whether another kind is tried when the file holds no table of this one. */
  readonly orElse?: boolean
  readonly file: ImportFile
  /** The sheet to read; the best one is found when it is left out. */
  readonly sheet?: string
}

export interface AppliedImport {
  /** False when the list held nothing that the office did not. */
  readonly changed: boolean
  readonly entities: Record<string, number>
}

/** Imports between reading and applying; nothing but `apply` writes to the office. */
export interface ImportService {
  /** @throws DomainError `sheet-refused`, `import-no-table`, `job-cancelled` */
  read(input: ImportInput, job: ImportJob): Promise<string>
  get(importId: string): ImportView
  /** Reads the list again in another way: other sheet, header, columns or options. */
  adjust(importId: string, changes: ImportChanges): Promise<ImportView>
  rows(
    importId: string,
    page: { readonly outcome: RowOutcome | null; readonly offset: number; readonly limit: number },
  ): { total: number; rows: PreviewRow[] }
  /** @throws DomainError `import-stale`, `import-incomplete-mapping`, `import-duplicate-headers`, `job-cancelled` */
  apply(importId: string, job: ImportJob): Promise<AppliedImport>
  discard(importId: string): void
  close(): void
}

export interface ImportDeps {
  readonly connections: Connections
  readonly door: ChangeDoor
  readonly ids: Ids
  readonly clock: Clock
  readonly log: Log
  /** How the reading process is started, where it is not a child of Node. */
  readonly sheets?: ReaderOptions
}

interface Session {
  readonly source: SourceFile
  /** Changes of one preview come one after the other. */
  readonly turns: Turns
  reading: Reading
  preview: Preview
}

/** A preview holds a whole list in memory: the oldest are given up when there are more, or when they are too large. */
const mostSessions = 5
const mostCells = 3_000_000

export function createImportService(deps: ImportDeps): ImportService {
  const sessions = new Map<string, Session>()
  const countries = once(createCountryReader)
  const get = (importId: string): Session => {
    const session = sessions.get(importId)
    if (session === undefined) throw new DomainError('import-missing')
    return session
  }
  const show = (importId: string): ImportView => {
    const { source, reading, preview } = get(importId)
    return viewOf(importId, source, reading, preview)
  }
  return {
    async read(input, job) {
      const startedMs = performance.now()
      const session = await readSession(deps, countries(), input, job)
      const importId = deps.ids.next()
      const { rows } = session.preview.plan.counts
      deps.log.info('import-read', {
        kind: session.source.kind,
        rows,
        ms: Math.round(performance.now() - startedMs),
      })
      sessions.set(importId, session)
      forgetOldest(sessions)
      return importId
    },
    get: show,
    async adjust(importId, changes) {
      const session = get(importId)
      await session.turns(async () => {
        const reading = await adjust(deps, countries(), session, changes)
        session.preview = await previewOf(deps, countries(), session.source, reading, quietJob)
        session.reading = reading
      })
      return show(importId)
    },
    rows: (importId, page) => {
      const { reading, preview } = get(importId)
      return pageOf(reading, preview, page)
    },
    apply: async (importId, job) => {
      const session = get(importId)
      return await session.turns(() => applySession(deps, countries(), session, job))
    },
    discard: (importId) => {
      sessions.delete(importId)
    },
    close: () => sessions.clear(),
  }
}

function forgetOldest(sessions: Map<string, Session>): void {
  const cellsOf = ({ reading }: Session) => reading.sheet.rows.length * reading.table.headers.length
  let cells = [...sessions.values()].reduce((sum, session) => sum + cellsOf(session), 0)
  for (const [importId, session] of sessions) {
    if (sessions.size === 1 || (sessions.size <= mostSessions && cells <= mostCells)) return
    sessions.delete(importId)
    cells -= cellsOf(session)
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}

async function readSession(
  deps: ImportDeps,
  countries: CountryReader,
  { kind: asked, orElse, file, sheet: wanted }: ImportInput,
  job: ImportJob,
): Promise<Session> {
  const kinds = [asked, ...(orElse === true ? importKinds.filter((other) => other !== asked) : [])]
  const mappingsOf = (kind: ImportKind) => readMappings(deps.connections.rawReader, kind)
  const searches = kinds.map((kind) => searchOf(kind, countries, mappingsOf(kind)))
  const list = await readList(file, wanted, searches, job, deps.sheets ?? {})
  const { sheet, sheets, warnings } = list
  job.onProgress('matching', 0, null)
  const found = list.table ?? findTable(sheet, searchOf(list.kind, countries, mappingsOf(list.kind)))
  const kind =
    orElse === true && found !== undefined
      ? kindOfChoices(deps.connections.rawReader, list.kind, sheet, found)
      : list.kind
  const mappings = mappingsOf(kind)
  const table = kind === list.kind ? found : findTable(sheet, searchOf(kind, countries, mappings))
  if (table === undefined) throw new DomainError('import-no-table', { file: file.name, sheets: sheet.name })
  const sha256 = createHash('sha256').update(file.bytes).digest('hex')
  const source = { kind, fileName: file.name, sha256, bytes: file.bytes, sheets, warnings }
  const reading = startReading(kind, sheet, table, mappings)
  const preview = await previewOf(deps, countries, source, reading, job)
  return { source, turns: createTurns(), reading, preview }
}

function searchOf(kind: ImportKind, countries: CountryReader, mappings: Mappings): TableSearch {
  return { kind, countries, remembered: new Set(mappings.keys()) }
}

async function adjust(
  deps: ImportDeps,
  countries: CountryReader,
  { source, reading }: Session,
  changes: ImportChanges,
): Promise<Reading> {
  const mappings = readMappings(deps.connections.rawReader, source.kind)
  const search = searchOf(source.kind, countries, mappings)
  const file = { name: source.fileName, bytes: source.bytes }
  return await adjustReading(reading, changes, search, mappings, (name) =>
    readSheet(file, name, deps.sheets ?? {}),
  )
}

async function previewOf(
  deps: ImportDeps,
  countries: CountryReader,
  source: SourceFile,
  reading: Reading,
  job: ImportJob,
): Promise<Preview> {
  const total = reading.sheet.rows.length
  const pace: Pace = async (done) => {
    job.onProgress('comparing', done, total)
    await breathe(job.signal)
  }
  const { rawReader, read } = deps.connections
  const today = deps.clock.today()
  return await makePreview(source, reading, { raw: rawReader, read, countries, today }, pace)
}

async function applySession(
  deps: ImportDeps,
  countries: CountryReader,
  session: Session,
  job: ImportJob,
): Promise<AppliedImport> {
  const { source, reading } = session
  const refusal = refusalOf(source, reading, session.preview)
  if (refusal !== undefined) throw new DomainError(refusal.code, refusal.data)
  await assertFresh(deps, countries, session, job)
  const { raw } = deps.connections
  const { preview } = session
  const { entities, counts } = preview.plan
  const pace: Pace = async (done) => {
    job.onProgress('writing', done, preview.plan.size)
    await breathe(job.signal)
  }
  const params = { file: source.fileName, new: counts.new, changed: counts.changed }
  const { result } = await deps.door.change('import.apply', params, async (trx) => {
    // Nobody else writes from here on; what was written since the preview was looked at just above.
    if (newestEntry(raw) !== preview.journalSeq) throw new DomainError('import-stale')
    return await writePlan(source, reading, preview, { trx, raw, ids: deps.ids, clock: deps.clock }, pace)
  })
  return { changed: result, entities: result ? { ...entities } : {} }
}

/** Compares with the office again when it has changed since the preview; what was shown must still be what comes. */
async function assertFresh(
  deps: ImportDeps,
  countries: CountryReader,
  session: Session,
  job: ImportJob,
): Promise<void> {
  const { rawReader } = deps.connections
  while (newestEntry(rawReader) !== session.preview.journalSeq) {
    const before = session.preview.plan.digest
    session.preview = await previewOf(deps, countries, session.source, session.reading, job)
    if (session.preview.plan.digest !== before) throw new DomainError('import-stale')
  }
}
