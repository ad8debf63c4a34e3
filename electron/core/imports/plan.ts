import { createHash } from 'node:crypto'
import type { Database as RawDatabase } from 'better-sqlite3'
import type { Kysely } from 'kysely'
import {
  rowOutcomes,
  type ImportCounts,
  type ImportOptions,
  type RowOutcome,
} from '#shared/contract/imports.ts'
import type { MobilityStep } from '#shared/domain/mobility-steps.ts'
import type { EntityName } from '#shared/entities/index.ts'
import type { BulkRow } from '#core/db/bulk.ts'
import type { Database } from '#core/db/schema.ts'
import type { Ids } from '#core/ports/ports.ts'
import type { RowKinds } from './classify-rows.ts'
import type { IssueLog } from './issues.ts'
import type { RowRead, RowReader } from './read-rows.ts'
import type { RowReason } from './row-reasons.ts'

/** What a cell of a changed row says against what the office holds; empty texts where one of them holds nothing. */
export interface CellChange {
  readonly before: string
  readonly after: string
}

/** One write of applying. */
export type PlannedWrite =
  | { readonly table: EntityName; readonly kind: 'insert'; readonly row: BulkRow }
  | { readonly table: EntityName; readonly kind: 'update'; readonly id: string; readonly values: BulkRow }
  /** A stay goes on to another step, once all records are written: by the pipeline, as a user would move it. */
  | { readonly kind: 'move'; readonly id: string; readonly to: MobilityStep }

/** What comes of each row, and what applying would write. */
export interface ImportPlan {
  readonly outcomes: RowOutcomes
  readonly reasons: ReadonlyMap<number, RowReason>
  readonly counts: ImportCounts
  /** Records that applying would create and change, by kind. */
  readonly entities: Readonly<Record<string, number>>
  readonly updates: Readonly<Record<string, number>>
  readonly issues: IssueLog
  /** Two plans of one list with the same digest come to the same rows, changes included. */
  readonly digest: string
  /** By column, for a changed row. */
  changesOf(row: number): ReadonlyMap<number, CellChange>
  /** The writes of applying, one partner or student after the other. Makes the ids of new records as it goes; use once. */
  writes(ids: Ids): Generator<readonly PlannedWrite[]>
  /** How many times `writes` yields. */
  readonly size: number
  /** The record that a row is about, once its writes have been made. */
  recordOf(row: number): string | undefined
}

/** A list as it was read, and the office to compare it with. */
export interface PlanInput {
  readonly reads: readonly RowRead[]
  readonly kinds: RowKinds
  readonly reader: RowReader
  readonly options: ImportOptions
  readonly issues: IssueLog
  /** Reads only. */
  readonly raw: RawDatabase
  readonly read: Kysely<Database>
  readonly today: string
  readonly pace: Pace
}

/** Compares a list with the office: what comes of each row, and what applying would write. */
export type Planner = (input: PlanInput) => Promise<ImportPlan>

/** The outcome of each row by its number, in one byte each. */
export interface RowOutcomes {
  get(row: number): RowOutcome
  readonly bytes: Uint8Array
}

const code = (outcome: RowOutcome): number => rowOutcomes.indexOf(outcome)

/** Starts from the rows that are not data; data rows are *unchanged* until told otherwise. */
export function createOutcomes(
  kinds: RowKinds,
): RowOutcomes & { set(row: number, outcome: RowOutcome): void } {
  const bytes = kinds.codes.map((kind) => (kind === 0 ? code('unchanged') : code('not-data')))
  return {
    bytes,
    get: (row) => rowOutcomes[bytes[row] ?? code('not-data')] ?? 'not-data',
    set: (row, outcome) => {
      bytes[row] = code(outcome)
    },
  }
}

/** Counts the rows by outcome: all of them, each once. */
export function countOutcomes({ bytes }: RowOutcomes): ImportCounts {
  const counts = {
    rows: Math.max(0, bytes.length - 1),
    new: 0,
    changed: 0,
    unchanged: 0,
    'not-data': 0,
    rejected: 0,
  }
  for (let row = 1; row < bytes.length; row++) {
    const outcome = rowOutcomes[bytes[row] ?? 0]
    if (outcome !== undefined) counts[outcome] += 1
  }
  return counts
}

export function digestOf(outcomes: RowOutcomes, changes: Iterable<string>): string {
  const hash = createHash('sha256').update(outcomes.bytes)
  for (const change of changes) hash.update(`\n${change}`)
  return hash.digest('hex')
}

/** Lets other calls through during a long work and stops it when the user cancels. */
export type Pace = (done: number) => Promise<void>

/** Rows between two breaths: some milliseconds of work. */
export const breathEvery = 500
