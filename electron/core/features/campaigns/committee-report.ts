import type { Kysely } from 'kysely'
import { isPlacedByHand } from '#shared/domain/allocation/types.ts'
import { DomainError } from '#shared/domain/errors.ts'
import { createReasons } from '#shared/domain/allocation/reasons.ts'
import type {
  BoardPlace,
  CertificateView,
  ScenarioSummary,
  WishOutcomeView,
} from '#shared/contract/campaigns.ts'
import type { Database } from '#core/db/schema.ts'
import { readFile } from '#core/files/file-store.ts'
import { findCampaign, listCampaigns, listDecisions, listRules, listScenarios } from './campaigns.repo.ts'
import { certificateView, criteriaView, outcomeView, summaryOf } from './snapshot-views.ts'
import { prepareSnapshot, unpackSnapshot, type Snapshot } from './snapshot.ts'

type Db = Kysely<Database>

/** How students are told: by name, by student number, or by their rank alone. */
export const identities = ['names', 'numbers', 'ranks'] as const
export type Identity = (typeof identities)[number]

export interface ReportedWish {
  readonly placeId: string
  readonly rank: number
  readonly score: number
  readonly outcome: WishOutcomeView
}

export interface ReportedStudent {
  readonly id: string
  /** Place in the ranking, from 1. */
  readonly position: number
  readonly programme: string | null
  readonly score: number
  readonly isAtRisk: boolean
  readonly isByHand: boolean
  readonly placeId: string | null
  readonly rank: number | null
  readonly wishes: readonly ReportedWish[]
}

export interface ReportedPlace extends Pick<
  BoardPlace,
  'id' | 'code' | 'name' | 'country' | 'semester' | 'pool' | 'capacity' | 'isOpen'
> {
  readonly wished: number
  readonly holders: readonly ReportedStudent[]
  /** Who would have it if a seat became free, in the order of precedence. */
  readonly waiting: readonly ReportedStudent[]
}

export interface ReportedDecision {
  readonly kind: 'lock' | 'ban' | 'withdrawal'
  readonly studentId: string
  readonly placeId: string | null
  readonly decidedOn: string | null
  readonly reason: string | null
}

/** A result as a committee reads it. Names are asked of `labelOf` only, so that none slips into an anonymous one. */
export interface CommitteeReport {
  readonly campaign: { readonly name: string; readonly academicYear: string }
  readonly scenario: ScenarioSummary
  readonly certificate: CertificateView
  readonly criteria: ReturnType<typeof criteriaView>
  readonly rules: readonly Database['campaignRule'][]
  readonly students: readonly ReportedStudent[]
  readonly places: readonly ReportedPlace[]
  readonly decisions: readonly ReportedDecision[]
  readonly identity: Identity
  /** What a student is called here. */
  readonly labelOf: (studentId: string) => StudentLabel
}

export type StudentLabel =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'rank'; readonly position: number }
  /** Somebody who is not in the ranking, and whose name may not be told. */
  | { readonly kind: 'hidden' }

/**
 * The report of a kept result: the one named by its id or its name, else the published one of the campaign, else the
 * latest. The campaign is the one named by its id or its name, else the open one, else the latest.
 * @throws DomainError `campaign-missing`, `scenario-missing`, `no-scenario`
 */
export async function readCommitteeReport(
  db: Db,
  asked: { readonly campaignId?: string; readonly scenario?: string; readonly identity: Identity },
): Promise<CommitteeReport> {
  const { campaign, row } = await findResult(db, asked)
  const snapshot = unpackSnapshot(await readFile(db, row.sha256))
  const students = studentsOf(snapshot)
  const decisions = await decisionsOf(db, campaign.id, snapshot, asked.identity)
  return {
    campaign: { name: campaign.name, academicYear: campaign.academicYear },
    scenario: summaryOf(row, snapshot),
    certificate: certificateView(snapshot),
    criteria: criteriaView(snapshot.criteria),
    rules: await listRules(db, campaign.id),
    students: asked.identity === 'ranks' ? students.map((one) => ({ ...one, programme: null })) : students,
    places: placesOf(snapshot, students),
    decisions,
    identity: asked.identity,
    labelOf: await labelsOf(db, asked.identity, snapshot, students, decisions),
  }
}

async function findResult(db: Db, asked: { readonly campaignId?: string; readonly scenario?: string }) {
  const { campaignId, scenario: wanted } = asked
  if (wanted !== undefined && campaignId === undefined) {
    const found = await db.selectFrom('scenario').selectAll().where('id', '=', wanted).executeTakeFirst()
    const campaign = found === undefined ? undefined : await findCampaign(db, found.campaignId)
    if (found !== undefined && campaign !== undefined) return { campaign, row: found }
  }
  const campaigns = await listCampaigns(db)
  const campaign =
    campaignId === undefined
      ? campaigns[0]
      : campaigns.find(({ id, name }) => id === campaignId || name === campaignId)
  if (campaign === undefined) throw new DomainError('campaign-missing')
  const scenarios = await listScenarios(db, campaign.id)
  const row =
    wanted === undefined
      ? (scenarios.find(({ publishedOn }) => publishedOn !== null) ?? scenarios[0])
      : scenarios.find(({ id, name }) => id === wanted || name === wanted)
  if (row === undefined)
    throw wanted === undefined
      ? new DomainError('no-scenario', { campaign: campaign.name })
      : new DomainError('scenario-missing')
  return { campaign, row }
}

/** In the order of precedence, each with what became of every wish. */
function studentsOf(snapshot: Snapshot): readonly ReportedStudent[] {
  const { instance, assignment } = snapshot
  const prepared = prepareSnapshot(snapshot)
  const reasonsOf = createReasons(prepared, assignment)
  return prepared.turns.flatMap((index, at) => {
    const student = instance.students[index]
    if (student === undefined) return []
    const { wishes, rank } = reasonsOf(index)
    return [
      {
        id: student.id,
        position: at + 1,
        programme: snapshot.students[index]?.programme ?? null,
        score: student.score,
        isAtRisk: student.isAtRisk,
        isByHand: isPlacedByHand(student),
        placeId: assignment[index] ?? null,
        rank,
        wishes: wishes.map(({ place, outcome, ...wish }) => ({
          ...wish,
          placeId: place,
          outcome: outcomeView(outcome),
        })),
      },
    ]
  })
}

const waits: readonly WishOutcomeView['kind'][] = ['outranked', 'reserved', 'given-up', 'free']

function placesOf(snapshot: Snapshot, students: readonly ReportedStudent[]): readonly ReportedPlace[] {
  const holders = Map.groupBy(students, ({ placeId }) => placeId ?? '')
  const wishes = Map.groupBy(
    students.flatMap((student) => student.wishes.map((wish) => ({ student, wish }))),
    ({ wish }) => wish.placeId,
  )
  return snapshot.places.map(({ placeId: _placeId, ...place }, index) => {
    const wanted = wishes.get(place.id) ?? []
    return {
      ...place,
      capacity: snapshot.instance.places[index]?.capacity ?? null,
      isOpen: snapshot.instance.places[index]?.isOpen ?? false,
      wished: wanted.length,
      holders: holders.get(place.id) ?? [],
      waiting: wanted
        .filter(({ wish }) => waits.includes(wish.outcome.kind))
        .toSorted((a, b) => b.wish.score - a.wish.score || a.student.position - b.student.position)
        .map(({ student }) => student),
    }
  })
}

/**
 * What was decided by hand in the result, and who has withdrawn. Reasons are words of the office's, which may name
 * somebody: they are in the report with names only.
 */
async function decisionsOf(
  db: Db,
  campaignId: string,
  { instance }: Snapshot,
  identity: Identity,
): Promise<readonly ReportedDecision[]> {
  const known = await listDecisions(db, campaignId)
  const lock = new Map(instance.students.map((student) => [student.id, student.lockedPlace]))
  const bans = new Set(instance.bans.map((ban) => `${ban.student} ${ban.place}`))
  return known
    .filter(({ kind, studentId, campaignPlaceId }) => {
      if (kind === 'withdrawal') return !lock.has(studentId)
      if (kind === 'ban') return bans.has(`${studentId} ${campaignPlaceId ?? ''}`)
      return campaignPlaceId !== null && lock.get(studentId) === campaignPlaceId
    })
    .map(({ kind, studentId, campaignPlaceId, decidedOn, reason }) => ({
      kind,
      studentId,
      placeId: campaignPlaceId,
      decidedOn,
      reason: identity === 'names' ? reason : null,
    }))
}

async function labelsOf(
  db: Db,
  identity: Identity,
  snapshot: Snapshot,
  students: readonly ReportedStudent[],
  decisions: readonly ReportedDecision[],
): Promise<CommitteeReport['labelOf']> {
  const positions = new Map(students.map(({ id, position }) => [id, position]))
  if (identity === 'ranks')
    return (id) => {
      const position = positions.get(id)
      return position === undefined ? { kind: 'hidden' } : { kind: 'rank', position }
    }
  const others = decisions.flatMap(({ studentId }) => (positions.has(studentId) ? [] : [studentId]))
  const rows =
    others.length === 0
      ? []
      : await db
          .selectFrom('student')
          .where('id', 'in', others)
          .select(['id', 'studentNumber', 'familyName', 'givenNames'])
          .execute()
  const texts = new Map([
    ...rows.map((row) => {
      const name = `${row.familyName} ${row.givenNames}`.trim()
      return [row.id, identity === 'names' ? name : row.studentNumber] as const
    }),
    ...snapshot.students.map(({ id, number, name }) => [id, identity === 'names' ? name : number] as const),
  ])
  return (id) => {
    const text = texts.get(id)
    return text === undefined ? { kind: 'hidden' } : { kind: 'text', text }
  }
}
