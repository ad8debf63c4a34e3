import type { Kysely } from 'kysely'
import { DomainError } from '#shared/domain/errors.ts'
import { mobilitySteps } from '#shared/domain/mobility-steps.ts'
import { entityOf, type EntityName } from '#shared/entities/index.ts'
import type { FieldValue } from '#shared/entities/fields.ts'
import { checkRecord } from '#shared/entities/record-rules.ts'
import { textKey } from '#shared/entities/labels.ts'
import type { Translate } from '#shared/text/text.ts'
import type { ChangeDoor, Trx } from '#core/db/change.ts'
import type { Database } from '#core/db/schema.ts'
import type { Ids } from '#core/ports/ports.ts'
import type { SearchIndex } from '#core/search/search-index.ts'
import { moveMobilities, notMoved } from '#core/features/mobilities/move-mobilities.service.ts'
import {
  afterWriting,
  completeValues,
  neighbourProblem,
  removalProblem,
  unwrittenRecord,
} from '#core/features/stay-files/stay-file-rules.service.ts'
import { placesFull } from '#core/features/places/booking.ts'
import { assertQuota } from '#core/features/places/quota-guard.ts'
import { withGuards } from './record-guards.ts'
import { titlesOf, type RecordTitle } from './record-titles.ts'
import { deleteRecord, findRecord, insertRecord, updateRecord, type RecordValues } from './records.repo.ts'
import { changesOf, completeNew, emptyValues, newValues } from './new-record.ts'
import { assertStorable, checkPatch, checkValues, invalid, referredEntity } from './record-values.ts'
import { assertUnused } from './record-uses.ts'

export interface RecordDeps {
  readonly read: Kysely<Database>
  readonly door: ChangeDoor
  readonly search: SearchIndex
  readonly ids: Ids
  readonly today: () => string
  readonly translate: () => Translate
}

export async function createRecord(
  deps: RecordDeps,
  entity: EntityName,
  given: RecordValues,
): Promise<string> {
  const id = deps.ids.next()
  const values = newValues(entity, given)
  const checked = completeNew(entity, checkValues(entity, values), deps.today())
  const title = await describeNew(deps, entity, checked)
  const params = { kind: deps.translate()(textKey(`kind.${entity}`)), title }
  await deps.door.change('record.create', params, (trx) => insertChecked(trx, deps, entity, id, checked))
  return id
}

/** Writes a new record inside a change, with values that the application gives; those left out are usual. @returns its id */
export async function createInside(
  trx: Trx,
  deps: RecordDeps,
  entity: EntityName,
  given: RecordValues,
): Promise<string> {
  const id = deps.ids.next()
  const values = newValues(entity, given)
  const problem = checkRecord(entity, values)
  if (problem !== undefined) throw invalid(entity, problem.field, problem.problem)
  await insertChecked(trx, deps, entity, id, completeNew(entity, values, deps.today()))
  return id
}

async function insertChecked(
  trx: Trx,
  deps: RecordDeps,
  entity: EntityName,
  id: string,
  checked: RecordValues,
): Promise<void> {
  await assertStorable(trx, deps.translate(), entity, checked, [id])
  await assertFits(trx, entity, id, checked)
  await withGuards(trx, entity, [id], async () => {
    const { status, ...own } = checked
    if (entity !== 'mobility' || status === 'draft') return await insertRecord(trx, entity, id, checked)
    await insertRecord(trx, entity, id, { ...own, status: 'draft' })
    await moveOne(trx, deps, id, status)
  })
  await afterWriting(trx, entity, emptyValues(entity), checked)
}

/** Sets values on records as one action. @returns how many were changed */
export async function updateRecords(
  deps: RecordDeps,
  entity: EntityName,
  rows: readonly { readonly id: string; readonly values: RecordValues }[],
): Promise<number> {
  const [first] = await titlesOf(
    deps.read,
    deps.translate(),
    entity,
    rows[0] === undefined ? [] : [rows[0].id],
  )
  const params = { count: rows.length, title: first?.title ?? '' }
  const { result } = await deps.door.change('record.update', params, async (trx) => {
    const ids = rows.map((row) => row.id)
    return await withGuards(trx, entity, ids, async () => {
      let changed = 0
      for (const row of rows) {
        const patch = checkPatch(entity, row.values)
        changed += Number(await storePatch(trx, deps, entity, row.id, patch))
      }
      return changed
    })
  })
  return result
}

/**
 * Writes values that were read and checked one by one into a record, with all that follows from them. Inside a change.
 * A record that is only awaited is written for the first time. @returns whether anything changed
 */
export async function storePatch(
  trx: Trx,
  deps: RecordDeps,
  entity: EntityName,
  id: string,
  patch: RecordValues,
): Promise<boolean> {
  const found = await findRecord(trx, entity, id)
  const before = found ?? (await unwrittenRecord(trx, entity, id))
  if (before === undefined) throw new DomainError('record-missing', { entity })
  const given = changesOf(before, patch)
  if (Object.keys(given).length === 0) return false
  const changed = changesOf(before, { ...given, ...completeValues(entity, before, given, deps.today()) })
  const after = { ...before, ...changed }
  const problem = checkRecord(entity, after)
  if (problem !== undefined) throw invalid(entity, problem.field, problem.problem)
  await assertStorable(trx, deps.translate(), entity, changed, [id])
  await assertFits(trx, entity, id, after, before)
  const { status, ...own } = changed
  if (found === undefined) await insertRecord(trx, entity, id, after)
  else if (entity !== 'mobility' || status === undefined) await updateRecord(trx, entity, id, changed)
  else {
    if (Object.keys(own).length > 0) await updateRecord(trx, entity, id, own)
    await moveOne(trx, deps, id, status)
  }
  await assertQuota(trx, entity, id, changed)
  await afterWriting(trx, entity, before, after)
  return true
}

/** What only the records beside it can tell: the order of signatures, the sum of payments. */
async function assertFits(
  trx: Trx,
  entity: EntityName,
  id: string,
  values: RecordValues,
  before?: RecordValues,
): Promise<void> {
  const found = await neighbourProblem(trx, entity, id, values, before)
  if (found !== undefined) throw invalid(entity, found.field, found.problem)
}

/** A stay's status changes in one way only; a move that its rules do not let pass is refused with the reason. */
async function moveOne(trx: Trx, deps: RecordDeps, id: string, to: FieldValue | undefined): Promise<void> {
  const step = mobilitySteps.find((known) => known === to)
  if (step === undefined) throw new Error(`No step ${String(to)}`)
  const { refused } = await moveMobilities(
    trx,
    { ids: deps.ids, today: deps.today() },
    { ids: [id], to: step },
  )
  const [first] = refused
  if (first === undefined) return
  const full = first.issues.find(({ code }) => code === 'places-full')
  if (full !== undefined) throw placesFull(full.params)
  const [title] = await titlesOf(trx, deps.translate(), 'mobility', [id])
  throw notMoved(title?.title ?? '', step, first)
}

/** Removes records as one action; one that others refer to is refused, saying which and how many. */
export async function removeRecords(
  deps: RecordDeps,
  entity: EntityName,
  ids: readonly string[],
): Promise<number> {
  const [first] = await titlesOf(deps.read, deps.translate(), entity, ids.slice(0, 1))
  await deps.door.change('record.delete', { count: ids.length, title: first?.title ?? '' }, async (trx) => {
    for (const id of ids) {
      await assertUnused(trx, deps.translate(), entity, id)
      const problem = await removalProblem(trx, entity, await findRecord(trx, entity, id))
      if (problem !== undefined) throw invalid(entity, problem.field, problem.problem)
      await deleteRecord(trx, entity, id)
    }
  })
  return ids.length
}

/** Records of any kind that hold the words; with no words, nothing. */
export async function findTitles(
  deps: RecordDeps,
  kinds: readonly EntityName[],
  search: string,
  limit: number,
): Promise<readonly RecordTitle[]> {
  const hits = await deps.search.find(search, kinds, limit)
  const titles: RecordTitle[] = []
  for (const entity of kinds) {
    const ids = hits.filter((hit) => hit.entity === entity).map((hit) => hit.id)
    titles.push(...(await titlesOf(deps.read, deps.translate(), entity, ids)))
  }
  return titles
}

/** The title of a record that does not exist yet: its first searched fields, or the record it belongs to. */
async function describeNew(deps: RecordDeps, entity: EntityName, values: RecordValues): Promise<string> {
  const { fields } = entityOf(entity)
  for (const [name, field] of Object.entries(fields)) {
    const value = values[name]
    const target = referredEntity(field)
    if (target !== undefined && typeof value === 'string') {
      const [title] = await titlesOf(deps.read, deps.translate(), target, [value])
      if (title !== undefined) return title.title
    }
  }
  const words = entity === 'student' ? ['familyName', 'givenNames'] : ['name', 'code', 'title']
  return words.flatMap((name) => values[name] ?? []).join(' ')
}
