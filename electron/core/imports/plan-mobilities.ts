import { isMobilityStep, type MobilityStep, type MoveOutcome } from '#shared/domain/mobility-steps.ts'
import { checkMoves } from '#core/features/mobilities/check-moves.service.ts'
import type { FieldValue } from '#shared/entities/fields.ts'
import type { BulkRow } from '#core/db/bulk.ts'
import type { Ids } from '#core/ports/ports.ts'
import type { NewHost } from './find-hosts.ts'
import { formOf, hostOf, stepsOfNewStays } from './check-new-stays.ts'
import { groupStays, type StayGroup, type StayGroups } from './group-stays.ts'
import { warning, type IssueLog } from './issues.ts'
import type { AgreementRow, OfficePartners } from './office-partners.ts'
import { findPlaces, movesWithPlace, type BookingGroup, type StayPlaces } from './places-of-stays.ts'
import { planGroups } from './plan-groups.ts'
import type { CellChange, ImportPlan, PlanInput, PlannedWrite } from './plan.ts'
import type { RowRead, RowReader } from './read-rows.ts'
import { changesOfRecord, valuesOfRecord } from './record-changes.ts'
import { isPatched, patchOf, updateOf } from './record-patch.ts'
import type { RowReason } from './row-reasons.ts'
import { textIn } from './row-values.ts'

/** Compares a list of stays with the office. */
export async function planMobilities(input: PlanInput): Promise<ImportPlan> {
  const { reader, issues } = input
  const found = await groupStays(input)
  const { partners } = found
  const wanted = await findMoves(found.groups, partners, input)
  const entered = await stepsOfNewStays(found.groups, partners, (group) => stayValues(group, reader), input)
  const places = await findPlaces(bookingsOf(found.groups, entered, wanted, partners), input)
  const moves = movesWithPlace(wanted, places)
  const grouped = withoutFull(found, places)
  const { groups } = grouped
  const newHosts = new Set(groups.flatMap(({ host }) => (host.kind === 'new' ? [host.host] : [])))
  const idOfHost = new Map<NewHost, string>()
  const changed = (group: StayGroup) =>
    isPatched(patchOfStay(group, reader)) || takesHost(group) || moves.has(group)
  return planGroups(
    grouped,
    {
      officeId: ({ office }) => office?.id,
      changesOf: (read, group) => changesOfStay(read, group, reader, moves),
      *writesOf(group, ids, onNew) {
        const { host } = group
        const known = host.kind === 'new' ? idOfHost.get(host.host) : undefined
        if (host.kind === 'new' && known === undefined) {
          const id = ids.next()
          idOfHost.set(host.host, id)
          yield insertHost(host.host, id)
        }
        const institutionId =
          host.kind === 'known'
            ? host.institution.id
            : host.kind === 'new'
              ? (idOfHost.get(host.host) ?? null)
              : null
        if (group.office === undefined)
          yield insertStay(group, institutionId, { reader, entered, partners, places, ids, onNew })
        else {
          const patch = { ...patchOfStay(group, reader), ...reasonOf(group, places) }
          yield* updateOf('mobility', group.office.id, takesHost(group) ? { ...patch, institutionId } : patch)
          const to = moves.get(group)
          if (to !== undefined) yield { kind: 'move', id: group.office.id, to }
        }
      },
      entities: {
        mobilities: groups.filter(({ office }) => office === undefined).length,
        institutions: newHosts.size,
      },
      updates: { mobilities: groups.filter((group) => group.office !== undefined && changed(group)).length },
    },
    { kinds: input.kinds, issues },
  )
}

/** Stays that the list would put at a step: new ones at theirs, known ones where they move. */
function bookingsOf(
  groups: readonly StayGroup[],
  entered: ReadonlyMap<StayGroup, MobilityStep>,
  moves: ReadonlyMap<StayGroup, MobilityStep>,
  partners: OfficePartners,
): readonly BookingGroup[] {
  return groups.flatMap((group) => {
    const to = group.office === undefined ? entered.get(group) : moves.get(group)
    return to === undefined ? [] : [{ group, to, conditionId: conditionOf(group, partners) }]
  })
}

/** A new stay for which no place is left is rejected, row and reason. */
function withoutFull(found: StayGroups, { refused }: StayPlaces): StayGroups {
  const out = [...refused].filter(([group]) => group.office === undefined)
  const reasons = out.flatMap(([{ rows }, place]) =>
    rows.map(({ row }): [number, RowReason] => [row, { reason: 'places-full', params: { ...place } }]),
  )
  return {
    ...found,
    groups: found.groups.filter((group) => group.office !== undefined || !refused.has(group)),
    rejected: new Map([...found.rejected, ...reasons]),
  }
}

function reasonOf(group: StayGroup, { reasons }: StayPlaces): BulkRow {
  const overbookingReason = reasons.get(group)
  return overbookingReason === undefined ? {} : { overbookingReason }
}

/** The moves that the rules let pass, of stays whose status the list gives otherwise; the others are said at their cell. */
async function findMoves(
  groups: readonly StayGroup[],
  partners: OfficePartners,
  { reader, issues, read, today }: PlanInput,
): Promise<ReadonlyMap<StayGroup, MobilityStep>> {
  const wanted = groups.flatMap((group) => {
    const to = textIn(group, reader, 'mobility.status')
    const { office } = group
    if (office === undefined || to === null || to === office.status || !isMobilityStep(to)) return []
    const changed = { ...patchOfStay(group, reader), ...hostFacts(group, partners) }
    return [{ group, move: { id: office.id, to, changed } }]
  })
  const outcomes = await checkMoves(
    read,
    today,
    wanted.map(({ move }) => move),
  )
  const moves = new Map<StayGroup, MobilityStep>()
  for (const { group, move } of wanted) {
    const outcome = outcomes.get(move.id)
    if (outcome?.ok === true) moves.set(group, move.to)
    else warnOfNoMove(group, move.to, outcome, reader, issues)
  }
  return moves
}

/** The host that a stay would have when it moves. */
function hostFacts({ host, office }: StayGroup, partners: OfficePartners) {
  return office?.institutionId !== null || host.kind === 'none' ? {} : { host: hostOf(host, partners) }
}

function warnOfNoMove(
  group: StayGroup,
  to: MobilityStep,
  outcome: MoveOutcome | undefined,
  reader: RowReader,
  issues: IssueLog,
): void {
  const [first] = group.rows
  const column = reader.columnOf(reader.slotOf.get('mobility.status') ?? -1) ?? null
  if (first === undefined || group.office === undefined) return
  const blocking = outcome?.ok === false ? outcome.issues.find(({ level }) => level === 'block') : undefined
  issues.add(
    first.row,
    column,
    to,
    warning(blocking === undefined ? 'imports.issue.status-no-way' : 'imports.issue.status-held-back', {
      from: group.office.status,
      to,
      ...(blocking === undefined ? {} : { ...blocking.params, guard: blocking.code }),
    }),
  )
}

/** The fields of a stay that a list fills otherwise than the office; its step is moved, never written. */
function patchOfStay(group: StayGroup, reader: RowReader): BulkRow {
  const { office } = group
  if (office === undefined) return {}
  const { status: _moved, ...values } = stayValues(group, reader)
  return patchOf('mobility', office, values)
}

/** What the row says of the stay itself, its year and semester included where its options say them. */
function stayValues({ values, key }: StayGroup, reader: RowReader): Record<string, FieldValue> {
  const own = valuesOfRecord('mobility', values, reader)
  return {
    ...own,
    academicYear: key.academicYear,
    ...(key.semester === null ? {} : { semester: key.semester }),
  }
}

/** Whether the row gives a host to a stay that had none. */
function takesHost({ office, host }: StayGroup): boolean {
  return office !== undefined && office.institutionId === null && host.kind !== 'none'
}

function changesOfStay(
  read: RowRead,
  group: StayGroup,
  reader: RowReader,
  moves: ReadonlyMap<StayGroup, MobilityStep>,
): ReadonlyMap<number, CellChange> {
  const { office, values } = group
  if (office === undefined) return new Map()
  const kept = { ...read, values: read.values.map((value, slot) => (values[slot] === null ? null : value)) }
  const changes = new Map(changesOfRecord('mobility', office, kept, values, reader))
  const columnOf = (key: 'mobility.status' | 'institution.name') =>
    reader.columnOf(reader.slotOf.get(key) ?? -1)
  const status = columnOf('mobility.status')
  if (status !== undefined && !moves.has(group)) changes.delete(status)
  const name = columnOf('institution.name')
  if (name !== undefined && takesHost(group)) changes.set(name, { before: '', after: hostName(group) })
  return changes
}

function hostName({ host }: StayGroup): string {
  if (host.kind === 'known') return host.institution.name
  return host.kind === 'new' ? String(host.host.values['name'] ?? '') : ''
}

function insertHost({ values, kind }: NewHost, id: string): PlannedWrite {
  return { table: 'institution', kind: 'insert', row: { kind, isAthensMember: false, ...values, id } }
}

interface Insertion {
  readonly reader: RowReader
  /** The step at which each new stay is kept. */
  readonly entered: ReadonlyMap<StayGroup, MobilityStep>
  readonly partners: OfficePartners
  readonly places: StayPlaces
  readonly ids: Ids
  readonly onNew: (id: string) => void
}

function insertStay(
  group: StayGroup,
  institutionId: string | null,
  { reader, entered, partners, places, ids, onNew }: Insertion,
): PlannedWrite {
  const id = ids.next()
  onNew(id)
  const country = textIn(group, reader, 'institution.country')
  return {
    table: 'mobility',
    kind: 'insert',
    row: {
      ...stayValues(group, reader),
      status: entered.get(group) ?? 'draft',
      ...reasonOf(group, places),
      ...(institutionId === null && country !== null ? { stayCountry: country } : {}),
      id,
      studentId: group.student.id,
      form: formOf(group),
      institutionId,
      conditionId: conditionOf(group, partners),
    },
  }
}

const agreementsOfForm: Readonly<Record<string, readonly AgreementRow['kind'][]>> = {
  'exchange-semester': ['erasmus', 'exchange', 'other'],
  'double-degree': ['double-degree'],
  'athens-week': ['athens'],
}

function conditionOf(group: StayGroup, partners: OfficePartners): string | null {
  const { host } = group
  return host.kind === 'known' ? soleCondition(host.institution.id, formOf(group), partners) : null
}

/** The condition under which a student goes, where only one can be meant. */
function soleCondition(institutionId: string, form: string, partners: OfficePartners): string | null {
  const kinds = agreementsOfForm[form] ?? []
  const conditions = partners
    .agreementsOf(institutionId)
    .filter(({ kind }) => kinds.includes(kind))
    .flatMap(({ id }) => partners.conditionsOf(id))
  return conditions.length === 1 ? (conditions[0]?.id ?? null) : null
}
