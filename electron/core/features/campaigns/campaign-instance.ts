import type { Kysely } from 'kysely'
import { scoreOf, type ScoredTerm } from '#shared/domain/allocation/score.ts'
import type {
  AllocationFact,
  AllocationInstance,
  AllocationPool,
  AllocationStudent,
} from '#shared/domain/allocation/types.ts'
import type { Database } from '#core/db/schema.ts'
import {
  listCandidates,
  listCriteria,
  listDecisions,
  listPlaces,
  listPools,
  listQuotaPools,
  listRules,
  listScores,
  listWishes,
  type CampaignPlaceRow,
  type CampaignRow,
  type CandidateRow,
} from './campaigns.repo.ts'
import { createWishJudge, type JudgedStudent } from './judge-wishes.ts'
import { readPlacesLeft } from './places-left.ts'

/** What is known of an obligation: weeks missing by student; null when the office cannot tell. */
export type WeeksMissing = ReadonlyMap<string, number | null> | null

export interface NamedStudent {
  readonly id: string
  readonly number: string
  readonly name: string
  readonly programme: string | null
  readonly terms: readonly ScoredTerm[]
}

export interface NamedPlace {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly country: string | null
  readonly semester: string
  readonly placeId: string
  readonly pool: string | null
}

/** Something to know before allocating: its sentence is `campaign.finding.<code>`. */
export interface CampaignFinding {
  readonly code: string
  readonly studentId: string | null
  readonly campaignPlaceId: string | null
  readonly params: Readonly<Record<string, string | number>>
}

/** A campaign ready to be allocated, with the names that results are told with. */
export interface CampaignInstance {
  readonly campaign: CampaignRow
  readonly instance: AllocationInstance
  readonly students: readonly NamedStudent[]
  readonly places: readonly NamedPlace[]
  readonly pools: readonly { readonly id: string; readonly name: string; readonly total: number }[]
  readonly criteria: readonly Database['campaignCriterion'][]
  readonly findings: readonly CampaignFinding[]
  readonly withdrawn: readonly string[]
}

/** Reads all of a campaign and applies its rules: who may have what, with which score. */
export async function readInstance(
  db: Kysely<Database>,
  campaign: CampaignRow,
  weeksMissing: WeeksMissing,
): Promise<CampaignInstance> {
  const id = campaign.id
  const places = await listPlaces(db, id)
  const candidates = await listCandidates(db, id)
  const facts = {
    campaign,
    weeksMissing,
    places,
    left: await readPlacesLeft(
      db,
      campaign,
      places,
      candidates.map((student) => student.id),
    ),
    pools: await listPools(db, id),
    quotas: await listQuotaPools(db, campaign.academicYear),
    candidates,
    wishes: await listWishes(db, id),
    criteria: await listCriteria(db, id),
    scores: await listScores(db, id),
    rules: await listRules(db, id),
    decisions: await listDecisions(db, id),
  }
  return buildInstance(facts)
}

interface Facts {
  readonly campaign: CampaignRow
  readonly weeksMissing: WeeksMissing
  readonly places: readonly CampaignPlaceRow[]
  readonly left: ReadonlyMap<string, number | null>
  readonly pools: readonly Database['campaignPool'][]
  readonly quotas: Awaited<ReturnType<typeof listQuotaPools>>
  readonly candidates: readonly CandidateRow[]
  readonly wishes: Awaited<ReturnType<typeof listWishes>>
  readonly criteria: readonly Database['campaignCriterion'][]
  readonly scores: Awaited<ReturnType<typeof listScores>>
  readonly rules: readonly Database['campaignRule'][]
  readonly decisions: readonly Database['campaignDecision'][]
}

function buildInstance(facts: Facts): CampaignInstance {
  const { campaign, decisions, places } = facts
  const findings: CampaignFinding[] = []
  const withdrawn = decisions.filter(({ kind }) => kind === 'withdrawal').map((one) => one.studentId)
  const taking = facts.candidates.filter((student) => !withdrawn.includes(student.id))
  const pools = poolsOf(facts)
  const judged = createJudge(facts, findings)
  const built = taking.map(judged)
  placeFindings(facts, findings)
  return {
    campaign,
    criteria: facts.criteria,
    findings,
    withdrawn,
    pools: pools.map((pool) => ({ id: pool.id, name: pool.name, total: pool.total })),
    students: built.map(({ named }) => named),
    places: places.map((place) => ({
      id: place.id,
      code: place.code ?? place.erasmusCode ?? place.institution,
      name: place.institution,
      country: place.country,
      semester: place.semester,
      placeId: place.placeId,
      pool: pools.find((pool) => pool.places.includes(place.id))?.name ?? null,
    })),
    instance: {
      students: built.map(({ student }) => student),
      places: places.map((place) => ({
        id: place.id,
        capacity: place.opened,
        isOpen: place.isOpen === 1,
        reserves:
          place.reservedFor === null || (place.reservedSeats ?? 0) === 0
            ? []
            : [
                {
                  group: place.reservedFor,
                  seats: place.reservedSeats ?? 0,
                  isKept: place.reservedKept === 1,
                },
              ],
      })),
      pools: pools.map(({ name: _name, ...pool }) => pool),
      bans: decisions.flatMap(({ kind, studentId, campaignPlaceId }) =>
        kind === 'ban' && campaignPlaceId !== null ? [{ student: studentId, place: campaignPlaceId }] : [],
      ),
    },
  }
}

/** Shared quotas: those of the campaign, and those of the agreements for places that are in none of the campaign's. */
function poolsOf({ pools, places, quotas }: Facts): readonly (AllocationPool & { readonly name: string })[] {
  const own = pools.map((pool) => {
    const members = places.filter((place) => place.poolId === pool.id)
    return {
      id: pool.id,
      name: pool.name,
      total: pool.total,
      places: members.map((place) => place.id),
      reserves: members
        .filter((place) => (place.poolSeats ?? 0) > 0)
        .map((place) => ({
          places: [place.id],
          seats: place.poolSeats ?? 0,
          isKept: place.poolSeatsKept === 1,
        })),
    }
  })
  const taken = new Set(own.flatMap((pool) => pool.places))
  const shared = [...Map.groupBy(quotas, (quota) => quota.id).values()].flatMap((members) => {
    const [first] = members
    if (first === undefined || first.total === null) return []
    const parts = members.map((member) => ({
      seats: member.reserved ?? 0,
      places: places
        .filter(
          (place) =>
            !taken.has(place.id) &&
            place.conditionId === member.conditionId &&
            (member.programme === null || member.programme === place.placeProgramme),
        )
        .map((place) => place.id),
    }))
    const all = [...new Set(parts.flatMap((part) => part.places))]
    if (all.length === 0) return []
    for (const place of all) taken.add(place)
    const reserves = parts
      .filter((part) => part.seats > 0 && part.places.length > 0)
      .map((part) => ({ ...part, isKept: false }))
    return [{ id: first.id, name: first.name, total: first.total, places: all, reserves }]
  })
  return [...own.filter((pool) => pool.places.length > 0), ...shared]
}

interface Judged {
  readonly student: AllocationStudent
  readonly named: NamedStudent
}

function createJudge(facts: Facts, findings: CampaignFinding[]): (student: CandidateRow) => Judged {
  const { campaign, criteria } = facts
  const judge = createWishJudge(facts)
  const closed = new Set(facts.places.filter(({ isOpen }) => isOpen === 0).map(({ id }) => id))
  const wishes = Map.groupBy(facts.wishes, (wish) => wish.studentId)
  const locks = new Map(
    facts.decisions.filter(({ kind }) => kind === 'lock').map((one) => [one.studentId, one.campaignPlaceId]),
  )
  const breaker = criteria.find(({ role }) => role === 'tie-break')
  if (facts.weeksMissing === null)
    findings.push({ code: 'obligation-unknown', studentId: null, campaignPlaceId: null, params: {} })
  return (row) => {
    const { weeksMissing, valueOf, refusalsOf } = judge(row)
    const scored = scoreStudent(row, criteria, valueOf, findings)
    const own = (wishes.get(row.id) ?? []).map(({ campaignPlaceId, rank }) => {
      const refusals = refusalsOf({ placeId: campaignPlaceId, rank })
      const say = (code: string, params: AllocationFact['params']) =>
        findings.push({ code, studentId: row.id, campaignPlaceId, params: { rank, ...params } })
      for (const fact of refusals) say(fact.code, fact.params)
      if (closed.has(campaignPlaceId)) say('closed', {})
      return { place: campaignPlaceId, rank, refusals }
    })
    return {
      named: {
        id: row.id,
        number: row.studentNumber,
        name: `${row.familyName} ${row.givenNames}`.trim(),
        programme: row.programme,
        terms: scored.terms,
      },
      student: {
        id: row.id,
        drawKey: row.studentNumber,
        score: scored.score,
        second: breaker === undefined ? 0 : (valueOf(breaker) ?? 0),
        isAtRisk: weeksMissing !== null && weeksMissing > 0,
        group: row[campaign.groupBy],
        lockedPlace: locks.get(row.id) ?? null,
        wishes: own,
      },
    }
  }
}

/** The score of a student; a value that somebody has yet to enter is said. */
function scoreStudent(
  { id }: CandidateRow,
  criteria: Facts['criteria'],
  valueOf: JudgedStudent['valueOf'],
  findings: CampaignFinding[],
) {
  const byId = new Map(criteria.map((criterion) => [criterion.id, criterion]))
  const scored = scoreOf(
    criteria.filter(({ role }) => role === 'score'),
    (term) => {
      const criterion = byId.get(term.id)
      return criterion === undefined ? null : valueOf(criterion)
    },
  )
  for (const term of scored.terms) {
    const criterion = byId.get(term.id)
    if (term.value === null && criterion?.source === 'entered')
      findings.push({
        code: 'value-missing',
        studentId: id,
        campaignPlaceId: null,
        params: { criterion: criterion.label },
      })
  }
  return scored
}

function placeFindings({ places, wishes, left }: Facts, findings: CampaignFinding[]): void {
  const wished = new Set(wishes.map((wish) => wish.campaignPlaceId))
  for (const place of places) {
    const at = { studentId: null, campaignPlaceId: place.id }
    if (place.opened === null && wished.has(place.id))
      findings.push({ code: 'capacity-unknown', ...at, params: {} })
    if (place.opened !== null && place.agreed !== null && place.opened > place.agreed)
      findings.push({
        code: 'more-than-agreed',
        ...at,
        params: { opened: place.opened, agreed: place.agreed },
      })
    const still = left.get(place.placeId) ?? null
    const most = Math.min(place.opened ?? 0, place.agreed ?? Infinity)
    if (place.isOpen === 1 && still !== null && still < most)
      findings.push({
        code: 'more-than-left',
        ...at,
        params: { opened: place.opened ?? 0, left: Math.max(0, still) },
      })
    if (place.opened !== null && place.opened < place.nominated)
      findings.push({
        code: 'less-than-nominated',
        ...at,
        params: { opened: place.opened, nominated: place.nominated },
      })
  }
}
