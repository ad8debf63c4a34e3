import type { Kysely } from 'kysely'
import { DomainError } from '#shared/domain/errors.ts'
import { mobilitySteps } from '#shared/domain/mobility-steps.ts'
import { entityNames, entityOf, fieldOf, type EntityName } from '#shared/entities/index.ts'
import type { Field, FieldValue } from '#shared/entities/fields.ts'
import { checkFieldValue } from '#shared/entities/field-values.ts'
import { checkRecord, type FieldProblem } from '#shared/entities/record-rules.ts'
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
import { newCall } from '#core/profiles/erasmus-calls.ts'
import { withGuards } from './record-guards.ts'
import { titlesOf, type RecordTitle } from './record-titles.ts'
import {
  countReferring,
  deleteRecord,
  findRecord,
  findRecordIdBy,
  insertRecord,
  updateRecord,
  type RecordValues,
} from './records.repo.ts'

export interface RecordDeps {
  readonly read: Kysely<Database>
  readonly door: ChangeDoor
  readonly search: SearchIndex
  readonly ids: Ids
  readonly today: () => string
  readonly translate: () => Translate
}

/** What a record holds besides what the user gave: the sensible value of a field that may not stay empty. */
const defaults: Readonly<Partial<Record<EntityName, RecordValues>>> = {
  institution: { kind: 'university', isAthensMember: false },
  agreement: { kind: 'erasmus', status: 'active', carryOver: 'none' },
  condition: { direction: 'outgoing', kind: 'student-studies', isBlended: false },
  place: { semester: 'any' },
  student: { status: 'student', isSchooledInFrance: true },
  mobility: { form: 'exchange-semester', status: 'draft' },
  athensSession: { status: 'preparing', minChoices: 1, maxChoices: 5 },
  athensCourse: { isBip: false },
  document: { kind: 'other', status: 'missing' },
  laComponent: { version: 1, table: 'A', status: 'inserted' },
  laSignature: { version: 1 },
  transcriptLine: { result: 'passed' },
  aidScheme: { isOpen: true, amountKind: 'free', needsPartner: false, excludesOthers: false },
  funding: { status: 'asked' },
  athensRegistration: { status: 'proposed', isLocked: false },
  nominationProfile: { channel: 'file' },
  campaign: { status: 'preparing', form: 'exchange-semester', maxWishes: 5, groupBy: 'programme', seed: 1 },
  campaignPlace: { isOpen: true },
  campaignCriterion: { source: 'entered', role: 'score', weight: 1, outOf: 20 },
  incomingStay: { form: 'exchange-semester', status: 'nominated' },
  erasmusCall: newCall,
}

export async function createRecord(
  deps: RecordDeps,
  entity: EntityName,
  given: RecordValues,
): Promise<string> {
  const id = deps.ids.next()
  const values = { ...emptyValues(entity), ...defaults[entity], ...dropEmptyDefaults(entity, given) }
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
  const values = { ...emptyValues(entity), ...defaults[entity], ...dropEmptyDefaults(entity, given) }
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
  await assertStorable(trx, deps, entity, checked, [id])
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
  await assertStorable(trx, deps, entity, changed, [id])
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

function changesOf(before: RecordValues, patch: RecordValues): RecordValues {
  return Object.fromEntries(Object.entries(patch).filter(([name, value]) => before[name] !== value))
}

/** A new record says of itself what an old one says by changing. */
function completeNew(entity: EntityName, values: RecordValues, today: string): RecordValues {
  const given = changesOf({ ...emptyValues(entity), ...defaults[entity] }, values)
  return {
    ...values,
    ...completeValues(entity, { ...emptyValues(entity), ...defaults[entity] }, given, today),
  }
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
      await assertUnused(trx, deps, entity, id)
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

function emptyValues(entity: EntityName): RecordValues {
  return Object.fromEntries(Object.keys(entityOf(entity).fields).map((name) => [name, null]))
}

/** An empty value given for a field that has a default is as if it had not been given. */
function dropEmptyDefaults(entity: EntityName, given: RecordValues): RecordValues {
  const own = defaults[entity] ?? {}
  return Object.fromEntries(Object.entries(given).filter(([name, value]) => value !== null || !(name in own)))
}

function checkValues(entity: EntityName, values: RecordValues): RecordValues {
  const own = Object.entries(values)
  const untouched = own.filter(([name, value]) => value === null && fieldOf(entity, name)?.readOnly === true)
  const typed = own.filter((entry) => !untouched.includes(entry))
  const checked = { ...Object.fromEntries(untouched), ...checkPatch(entity, Object.fromEntries(typed)) }
  const problem = checkRecord(entity, checked)
  if (problem !== undefined) throw invalid(entity, problem.field, problem.problem)
  return checked
}

function checkPatch(entity: EntityName, given: RecordValues): RecordValues {
  const checked: Record<string, FieldValue> = {}
  for (const [name, value] of Object.entries(given)) checked[name] = checkOne(entity, name, value)
  return checked
}

function checkOne(entity: EntityName, name: string, value: FieldValue): FieldValue {
  const field = fieldOf(entity, name)
  if (field === undefined)
    throw invalid(entity, name, { code: 'record.unknown-field', params: { field: name } })
  if (field.readOnly === true) throw invalid(entity, name, { code: 'record.read-only', params: {} })
  const result = checkFieldValue(field, value)
  if (!result.ok) throw invalid(entity, name, result.error)
  return result.value
}

/** What only the other records can tell: a value used twice, a reference to nothing. */
async function assertStorable(
  trx: Trx,
  deps: RecordDeps,
  entity: EntityName,
  values: RecordValues,
  own: readonly string[],
): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    const field = fieldOf(entity, name)
    if (field === undefined || value === null) continue
    if (field.unique === true) {
      const other = await findRecordIdBy(trx, entity, name, value)
      if (other !== undefined && !own.includes(other)) {
        const [title] = await titlesOf(trx, deps.translate(), entity, [other])
        throw invalid(entity, name, { code: 'record.not-unique', params: { title: title?.title ?? '' } })
      }
    }
    const target = referredEntity(field)
    if (target !== undefined && (await findRecordIdBy(trx, target, 'id', value)) === undefined)
      throw invalid(entity, name, { code: 'record.unknown-reference', params: {} })
  }
}

/** Records that are part of another one go with it; all other references hold it back. */
const ownedBy: Readonly<Partial<Record<EntityName, string>>> = {
  condition: 'agreementId',
  place: 'conditionId',
  nomination: 'mobilityId',
  interruption: 'mobilityId',
  document: 'mobilityId',
  laComponent: 'mobilityId',
  laSignature: 'mobilityId',
  transcriptLine: 'mobilityId',
  funding: 'mobilityId',
  instalment: 'fundingId',
  campaignPool: 'campaignId',
  campaignPlace: 'campaignId',
  campaignWish: 'campaignPlaceId',
  campaignCriterion: 'campaignId',
  campaignScore: 'criterionId',
  campaignRule: 'campaignId',
  campaignDecision: 'campaignId',
  scenario: 'campaignId',
  scenarioLine: 'scenarioId',
  registerEntry: 'registerId',
  bmRemark: 'mobilityId',
  mobilityStep: 'mobilityId',
  quotaPoolMember: 'poolId',
  nominationProfile: 'institutionId',
}

async function assertUnused(trx: Trx, deps: RecordDeps, entity: EntityName, id: string): Promise<void> {
  for (const other of entityNames) {
    for (const [name, field] of Object.entries(entityOf(other).fields)) {
      if (referredEntity(field) !== entity || ownedBy[other] === name) continue
      const count = await countReferring(trx, other, name, id)
      if (count === 0) continue
      const [title] = await titlesOf(trx, deps.translate(), entity, [id])
      throw new DomainError('record-in-use', { title: title?.title ?? '', kind: other, count })
    }
  }
}

export function referredEntity(field: Field): EntityName | undefined {
  return field.type === 'reference' ? entityNames.find((name) => name === field.entity) : undefined
}

function invalid(entity: EntityName, field: string, problem: FieldProblem): DomainError {
  return new DomainError('record-invalid', { ...problem.params, entity, field, problem: problem.code })
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
