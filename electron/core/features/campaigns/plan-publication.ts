import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import { stageOf } from '#shared/domain/places-ledger.ts'
import type { Ids } from '#core/ports/ports.ts'
import type { Database } from '#core/db/schema.ts'
import type { StayFact } from '#core/features/places/ledger-facts.ts'
import { findOverBookings, type FullPlace } from '#core/features/places/over-booking.ts'
import {
  listDecisions,
  listPlaces,
  listStays,
  type CampaignPlaceRow,
  type CampaignRow,
} from './campaigns.repo.ts'
import type { Snapshot } from './snapshot.ts'

type Stay = Database['mobility']

/** What publishing does for one student who has a place. */
export interface Placement {
  readonly studentId: string
  /** The stay to make or to fill in. */
  readonly id: string
  readonly before: Stay | undefined
  readonly values: Pick<Stay, 'institutionId' | 'conditionId' | 'semester'>
  /** Why it may go beyond the quota: only for one who does. */
  readonly overbookingReason: string | null
}

/** Somebody for whom no place is left at the partner, although the campaign gave one. */
export interface BeyondQuota extends FullPlace {
  readonly studentId: string
}

export interface Publication {
  readonly placements: readonly Placement[]
  /** Stays of students who had a place in the result published before and have none now. */
  readonly toWithdraw: readonly string[]
  /** Left out: beyond the quota without a reason. */
  readonly refused: readonly BeyondQuota[]
  /** Beyond the quota with a reason. */
  readonly justified: readonly BeyondQuota[]
}

/**
 * Works out what publishing a result would write, and who would go beyond the places of an agreement: with a reason
 * (that of the decision by hand, else the one given for all) it is written with the stay, without one it is left out.
 */
export async function planPublication(
  db: Kysely<Database>,
  ids: Ids,
  asked: { readonly campaign: CampaignRow; readonly snapshot: Snapshot; readonly reason: string | null },
): Promise<Publication> {
  const { campaign, snapshot } = asked
  const places = new Map((await listPlaces(db, campaign.id)).map((place) => [place.id, place]))
  const before = await publishedPlaces(db, campaign.id)
  const studentIds = [...new Set([...snapshot.students.map(({ id }) => id), ...before])]
  const stays = Map.groupBy(
    await listStays(db, studentIds, campaign.academicYear, campaign.form),
    (stay) => stay.studentId,
  )
  const placements: Omit<Placement, 'overbookingReason'>[] = []
  const toWithdraw: string[] = []
  const placeOf = new Map(
    snapshot.students.map(({ id }, index) => [id, places.get(snapshot.assignment[index] ?? '')]),
  )
  for (const studentId of studentIds) {
    const place = placeOf.get(studentId)
    const stay = stayToFill(stays.get(studentId) ?? [], place)
    if (place !== undefined)
      placements.push({
        studentId,
        id: stay?.id ?? ids.next(),
        before: stay,
        values: stayValues(place, stay),
      })
    else if (stay !== undefined && before.has(studentId)) toWithdraw.push(stay.id)
  }
  return await withinQuota(db, asked, placements, toWithdraw)
}

/** Those beyond the quota were a result published, by name; `isJustified` when a decision by hand says why. */
export async function beyondOf(db: Kysely<Database>, ids: Ids, snapshot: Snapshot) {
  const plan = await planPublication(db, ids, { campaign: snapshot.campaign, snapshot, reason: null })
  return beyondView(plan, snapshot)
}

export function beyondView({ refused, justified }: Publication, { students }: Snapshot) {
  const names = new Map(students.map(({ id, name }) => [id, name]))
  const view = (found: readonly BeyondQuota[], isJustified: boolean) =>
    found.map((one) => ({ ...one, student: names.get(one.studentId) ?? '', isJustified }))
  return [...view(refused, false), ...view(justified, true)]
}

async function withinQuota(
  db: Kysely<Database>,
  { campaign, reason }: { readonly campaign: CampaignRow; readonly reason: string | null },
  placements: readonly Omit<Placement, 'overbookingReason'>[],
  toWithdraw: readonly string[],
): Promise<Publication> {
  const ownReason = await reasonsByStudent(db, campaign.id)
  const students = await readGroups(
    db,
    placements.map(({ studentId }) => studentId),
  )
  const thought = placements.map((placement): StayFact => {
    const { id, studentId, before, values } = placement
    const isWritten = (before?.overbookingReason ?? '').trim() !== '' || ownReason.has(studentId)
    return {
      id,
      conditionId: values.conditionId ?? '',
      academicYear: campaign.academicYear,
      semester: values.semester,
      status: isBooked(before) ? (before?.status ?? 'selected') : 'selected',
      start: before?.actualStart ?? before?.plannedStart ?? null,
      end: before?.actualEnd ?? before?.plannedEnd ?? null,
      programme: students.get(studentId)?.programme ?? null,
      department: students.get(studentId)?.department ?? null,
      isJustified: Number(isWritten),
    }
  })
  // who stays where they are have their place; who comes or moves asks for one; who leaves gives one back
  const isSeated = new Set(placements.filter(keepsPlace).map(({ id }) => id))
  const asking = thought.filter(({ id }) => !isSeated.has(id))
  const found = await findOverBookings(db, asking, toWithdraw)
  const beyond = (places: ReadonlyMap<string, FullPlace>): readonly BeyondQuota[] =>
    placements.flatMap(({ id, studentId }) => {
      const place = places.get(id)
      return place === undefined ? [] : [{ studentId, ...place }]
    })
  // the reason given for all is only for those who would be left out without it
  const refused = reason === null ? found.refused : new Map<string, FullPlace>()
  const justified = new Map([...found.justified, ...(reason === null ? [] : found.refused)])
  return {
    placements: placements
      .filter(({ id }) => !refused.has(id))
      .map((placement) => ({
        ...placement,
        overbookingReason: justified.has(placement.id)
          ? (ownReason.get(placement.studentId) ?? (found.refused.has(placement.id) ? reason : null))
          : null,
      })),
    toWithdraw,
    refused: beyond(refused),
    justified: beyond(justified),
  }
}

function isBooked(stay: Stay | undefined): boolean {
  return stay !== undefined && stageOf(stay.status) !== undefined
}

function keepsPlace({ before, values }: Omit<Placement, 'overbookingReason'>): boolean {
  return isBooked(before) && before?.conditionId === values.conditionId && before.semester === values.semester
}

/** The reasons of the decisions that placed students by hand. */
async function reasonsByStudent(
  db: Kysely<Database>,
  campaignId: string,
): Promise<ReadonlyMap<string, string>> {
  const decisions = await listDecisions(db, campaignId)
  return new Map(
    decisions.flatMap(({ kind, studentId, reason }) =>
      kind === 'lock' && reason !== null && reason.trim() !== '' ? [[studentId, reason] as const] : [],
    ),
  )
}

async function readGroups(db: Kysely<Database>, ids: readonly string[]) {
  const rows = await db
    .selectFrom('student')
    .select(['id', 'programme', 'department'])
    .where('id', 'in', sql<string>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

const earlier: readonly string[] = ['draft', 'applied', 'approved']

/** The stay that a place fills in: one there already, else one still without a host, else one not yet nominated. */
function stayToFill(stays: readonly Stay[], place: CampaignPlaceRow | undefined): Stay | undefined {
  return (
    stays.find((stay) => place !== undefined && stay.institutionId === place.institutionId) ??
    stays.find((stay) => stay.institutionId === null) ??
    stays.find((stay) => earlier.includes(stay.status) || stay.status === 'selected')
  )
}

function stayValues(place: CampaignPlaceRow, stay: Stay | undefined): Placement['values'] {
  const semester = place.semester === 'any' ? (stay?.semester ?? null) : place.semester
  return { institutionId: place.institutionId, conditionId: place.conditionId, semester }
}

/** Who had a place in the result that was published before. */
async function publishedPlaces(db: Kysely<Database>, campaignId: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('scenarioLine as l')
    .innerJoin('scenario as n', 'n.id', 'l.scenarioId')
    .where('n.campaignId', '=', campaignId)
    .where('n.publishedOn', 'is not', null)
    .where('l.campaignPlaceId', 'is not', null)
    .select('l.studentId')
    .execute()
  return new Set(rows.map((row) => row.studentId))
}
