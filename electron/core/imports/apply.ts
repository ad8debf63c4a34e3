import type { Database as RawDatabase } from 'better-sqlite3'
import { DomainError } from '#shared/domain/errors.ts'
import type { MobilityStep } from '#shared/domain/mobility-steps.ts'
import type { EntityName } from '#shared/entities/index.ts'
import { createBulkWriter, type BulkWriter } from '#core/db/bulk.ts'
import type { Trx } from '#core/db/change.ts'
import { moveMobilities } from '#core/features/mobilities/move-mobilities.service.ts'
import type { Clock, Ids } from '#core/ports/ports.ts'
import type { SheetData } from '#core/sheets/types.ts'
import { cellText, findRow } from './cell-text.ts'
import { optionsToRemember } from './decide-options.ts'
import { mappingToStore, saveMapping } from './mapping-memory.ts'
import type { ImportPlan, Pace } from './plan.ts'
import type { Preview, Reading, SourceFile } from './session.ts'

interface ApplyDeps {
  readonly trx: Trx
  readonly raw: RawDatabase
  readonly ids: Ids
  readonly clock: Clock
}

const batch = 200

/**
 * Writes a plan inside an open change: the records, then the report of the import and the mapping for the next time.
 * @returns whether any record was written
 */
export async function writePlan(
  source: SourceFile,
  reading: Reading,
  preview: Preview,
  { trx, raw, ids, clock }: ApplyDeps,
  pace: Pace,
): Promise<boolean> {
  const { hasWritten, moves } = await writeRecords(preview.plan, raw, ids, pace)
  await moveStays(moves, source.fileName, trx, { ids, today: clock.today() })
  if (hasWritten) saveReport(raw, ids, source, reading, preview)
  if (reading.table.headerRows !== null) {
    const options = optionsToRemember(reading.chosenOptions, reading.memory?.options ?? {})
    saveMapping(raw, ids, {
      kind: source.kind,
      headers: reading.table.headers,
      mapping: mappingToStore(reading.columns, options),
      now: clock.now(),
    })
  }
  return hasWritten
}

type Moves = ReadonlyMap<MobilityStep, readonly string[]>

async function writeRecords(
  plan: ImportPlan,
  raw: RawDatabase,
  ids: Ids,
  pace: Pace,
): Promise<{ readonly hasWritten: boolean; readonly moves: Moves }> {
  const writers = new Map<EntityName, BulkWriter>()
  const writerOf = (table: EntityName): BulkWriter => {
    const writer = writers.get(table) ?? createBulkWriter(raw, table)
    writers.set(table, writer)
    return writer
  }
  const moves = new Map<MobilityStep, string[]>()
  let done = 0
  let hasWritten = false
  for (const writes of plan.writes(ids)) {
    for (const write of writes) {
      hasWritten = true
      if (write.kind === 'insert') writerOf(write.table).insert(write.row)
      else if (write.kind === 'update') writerOf(write.table).update(write.id, write.values)
      else moves.set(write.to, [...(moves.get(write.to) ?? []), write.id])
    }
    done += 1
    if (done % batch === 0) await pace(done)
  }
  await pace(done)
  return { hasWritten, moves }
}

/** Moves stays on by the pipeline. The preview has asked it before: a stay that is held back now has changed since. */
async function moveStays(
  moves: Moves,
  fileName: string,
  trx: Trx,
  deps: { readonly ids: Ids; readonly today: string },
): Promise<void> {
  for (const [to, stays] of moves) {
    const { refused } = await moveMobilities(trx, deps, { ids: stays, to, remark: fileName })
    if (refused.length > 0) throw new DomainError('import-stale')
  }
}

/**
 * Keeps what the import did: counts, findings, and each value that was kept in another writing, with the record and the
 * text of the file. Columns that were not read leave nothing.
 */
function saveReport(
  raw: RawDatabase,
  ids: Ids,
  source: SourceFile,
  { sheet, table }: Reading,
  preview: Preview,
): void {
  const { plan, mapping, decided } = preview
  const report = {
    counts: plan.counts,
    created: plan.entities,
    updated: plan.updates,
    options: decided.options,
    headerRows: table.headerRows,
    columns: mapping.map(({ index, target, place }) => ({
      index,
      header: table.headers[index] ?? '',
      target: target.key,
      ...place,
    })),
    issueCodes: plan.issues.byCode(),
    issues: plan.issues.list(1000).filter(({ severity }) => severity !== 'cleaned'),
    cleaned: cleanedValues(sheet, preview),
  }
  raw
    .prepare('INSERT INTO importBatch (id, kind, fileName, sha256, sheet, report) VALUES (?, ?, ?, ?, ?, ?)')
    .run(ids.next(), source.kind, source.fileName, source.sha256, sheet.name, JSON.stringify(report))
}

function cleanedValues(sheet: SheetData, { cleanedCells, plan, mapping }: Preview): readonly object[] {
  const keyOf = new Map(mapping.map(({ index, target }) => [index, target.key]))
  const values: object[] = []
  for (let at = 0; at < cleanedCells.length; at += 2) {
    const row = cleanedCells[at] ?? 0
    const column = cleanedCells[at + 1] ?? 0
    const record = plan.recordOf(row)
    const raw = cellText(findRow(sheet, row)?.cells[column])
    if (record !== undefined) values.push({ row, record, target: keyOf.get(column), raw })
  }
  return values
}
