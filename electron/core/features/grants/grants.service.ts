import type { Database as RawDatabase } from 'better-sqlite3'
import { isCivilDate } from '#shared/domain/civil-date.ts'
import { grantOf, type GrantFacts, type GrantRules } from '#shared/domain/erasmus-grant.ts'
import { eligibilityOf, scholarshipRank, type AidScheme } from '#shared/domain/funding.ts'
import { cycleDays } from '#shared/domain/grant-days.ts'
import type { ErasmusCall } from '#shared/domain/grant-rates.ts'
import type { Grant, GrantCall, GrantProblem, StayGrant } from '#shared/domain/grant-types.ts'
import { calendarDays } from '#shared/domain/period.ts'
import { readSchoolRules } from '#core/features/settings/school-rules.ts'
import { schemeOf } from '#core/features/stay-files/aid-scheme.ts'
import {
  centsOf,
  readCalls,
  readCountryGroups,
  readFundingRows,
  readGrantSchemes,
  readInterruptionRows,
  readRates,
  readStayRows,
  type FundingRow,
  type InterruptionRow,
  type StayRow,
} from './grants.repo.ts'

/** A computed grant with what granting it needs. */
export interface OfficeGrant extends StayGrant {
  /** The aid that the grant is written to: the one that is there, else the first that the stay can have. */
  readonly schemeId: string | null
  readonly start: string | null
  readonly end: string | null
}

interface World {
  readonly calls: readonly ErasmusCall[]
  readonly rules: Omit<GrantRules, 'call'>
  readonly schemes: readonly AidScheme[]
  readonly fundings: ReadonlyMap<string, readonly FundingRow[]>
  readonly interruptions: ReadonlyMap<string, readonly InterruptionRow[]>
  readonly byStudent: ReadonlyMap<string, readonly StayRow[]>
}

/**
 * The Erasmus+ grants of some stays as the figures of their call give them, with what was asked, granted and paid. Without
 * ids: of every stay that has such a grant, names a call or can have one. A stay that cannot be worked out is there with
 * its problems.
 */
export function grantsOf(raw: RawDatabase, ids?: readonly string[]): readonly OfficeGrant[] {
  const stays = readStayRows(raw, ids)
  const world = readWorld(raw, ids, stays)
  const asked = ids === undefined ? undefined : new Set(ids)
  return stays
    .filter((stay) => (asked === undefined ? isListed(stay, world) : asked.has(stay.id)))
    .map((stay) => grantOfStay(stay, world))
}

/** The office's own groups of countries. */
export const officeCountryGroups = readCountryGroups

function readWorld(raw: RawDatabase, ids: readonly string[] | undefined, stays: readonly StayRow[]): World {
  return {
    calls: readCalls(raw),
    rules: {
      rates: readRates(raw),
      groups: readCountryGroups(raw),
      homeCountry: readSchoolRules(raw).curriculum.country,
    },
    schemes: readGrantSchemes(raw).map(schemeOf),
    fundings: Map.groupBy(readFundingRows(raw, ids), ({ mobilityId }) => mobilityId),
    interruptions: Map.groupBy(readInterruptionRows(raw, ids), ({ mobilityId }) => mobilityId),
    byStudent: Map.groupBy(stays, ({ studentId }) => studentId),
  }
}

const over: readonly string[] = ['refused', 'withdrawn']

/** A stay that Erasmus+ pays or counts: it names a call, is without a grant by name, or has an aid of it. */
function isErasmus({ id, callId, isZeroGrant, status }: StayRow, { fundings }: World): boolean {
  if (over.includes(status)) return false
  return callId !== null || isZeroGrant === 1 || liveFundings(id, fundings).length > 0
}

/** Whether Erasmus+ has anything to do with a stay: pays it, counts it, or could pay it. */
export function isErasmusStay({ isCallGiven, isZeroGrant, schemeId }: OfficeGrant): boolean {
  return isCallGiven || isZeroGrant || schemeId !== null
}

function liveFundings(id: string, fundings: World['fundings']): readonly FundingRow[] {
  return (fundings.get(id) ?? []).filter(({ status }) => status !== 'refused')
}

function isListed(stay: StayRow, world: World): boolean {
  if (isErasmus(stay, world)) return true
  if (stay.status === 'draft' || over.includes(stay.status)) return false
  // an aid that was refused is not computed again
  return !world.fundings.has(stay.id) && eligibleScheme(stay, world) !== undefined
}

/** The first aid of Erasmus+ that the stay can have, or could once its days are known. */
function eligibleScheme(stay: StayRow, { schemes, rules }: World): AidScheme | undefined {
  const start = stay.actualStart ?? stay.plannedStart
  const end = stay.actualEnd ?? stay.plannedEnd
  const isDated = start !== null && end !== null && isCivilDate(start) && isCivilDate(end)
  const facts = {
    form: stay.form,
    academicYear: stay.academicYear,
    hostCountry: stay.country,
    isPartner: stay.isPartner === 1,
    nationality: stay.nationality,
    studentStatus: stay.studentStatus,
    scholarshipLevel: scholarshipRank(stay.scholarship),
    days: isDated ? calendarDays({ start, end }) : null,
    otherSchemes: [],
  }
  return schemes.find((scheme) => eligibilityOf(scheme, facts, rules.groups).answer !== 'no')
}

/** A stay that names its call has the aid of its form, even if its days are too few for it: force majeure excuses that. */
function namedScheme(stay: StayRow, world: World): AidScheme | undefined {
  if (!isErasmus(stay, world)) return undefined
  return world.schemes.find(({ isOpen, forms }) => isOpen && forms.includes(stay.form))
}

function grantOfStay(stay: StayRow, world: World): OfficeGrant {
  const { call, problem } = callOf(stay, world.calls)
  const facts = factsOf(stay, world)
  const grant = call === undefined ? withoutCall(facts) : grantOf(facts, { ...world.rules, call })
  const live = liveFundings(stay.id, world.fundings)
  const [funding] = live.length > 0 ? live : (world.fundings.get(stay.id) ?? [])
  const problems = [
    ...(problem === undefined ? [] : [problem]),
    ...(live.length > 1 ? [severalFundings(live.length)] : []),
    ...grant.problems,
  ]
  const totalCents = problems.some(({ level }) => level === 'refusal') ? null : grant.totalCents
  const grantedCents = sumOf(live.map(({ amountGranted }) => amountGranted))
  return {
    ...grant,
    mobilityId: stay.id,
    studentId: stay.studentId,
    call: call === undefined ? null : namedCall(call),
    isCallGiven: stay.callId !== null,
    problems,
    totalCents,
    fundingId: funding?.id ?? null,
    fundingStatus: funding?.status ?? null,
    askedCents: sumOf(live.map(({ amountAsked }) => amountAsked)),
    grantedCents,
    paidCents: live.reduce((cents, { paid }) => cents + centsOf(paid), 0),
    differenceCents: totalCents === null || grantedCents === null ? null : totalCents - grantedCents,
    schemeId: funding?.schemeId ?? (eligibleScheme(stay, world) ?? namedScheme(stay, world))?.id ?? null,
    start: stay.actualStart ?? stay.plannedStart,
    end: stay.actualEnd ?? stay.plannedEnd,
  }
}

/** Cents of some amounts in euros; null when none is known. */
function sumOf(amounts: readonly (number | null)[]): number | null {
  const known = amounts.filter((amount) => amount !== null)
  return known.length === 0 ? null : known.reduce((cents, amount) => cents + centsOf(amount), 0)
}

function severalFundings(count: number): GrantProblem {
  return {
    code: 'several-fundings',
    level: 'refusal',
    params: { count },
    at: null,
  }
}

function namedCall({ id, name, callYear, agreementNumber, action }: ErasmusCall): GrantCall {
  return { id, name, callYear, agreementNumber, action }
}

/** The call that a stay names, else the only one of the year in which its academic year begins (inferred). */
function callOf(
  { callId, academicYear }: StayRow,
  calls: readonly ErasmusCall[],
): { readonly call: ErasmusCall | undefined; readonly problem: GrantProblem | undefined } {
  if (callId !== null) return { call: calls.find(({ id }) => id === callId), problem: undefined }
  const year = Number(academicYear.slice(0, 4))
  const own = calls.filter(({ callYear, action }) => callYear === year && action === 'KA131')
  const [call] = own
  if (own.length === 1) return { call, problem: undefined }
  const problem: GrantProblem = {
    code: own.length === 0 ? 'no-call' : 'several-calls',
    level: 'refusal',
    params: { year, count: own.length },
    at: { entity: 'mobility', field: 'callId' },
  }
  return { call: undefined, problem }
}

function withoutCall(facts: GrantFacts): Grant {
  return {
    basis: null,
    activity: facts.activity,
    durationKind: facts.isBlended ? 'short' : 'long',
    group: null,
    dayCount: 'calendar',
    days: null,
    isZeroGrant: facts.isZeroGrant,
    travelDays: facts.travelDays,
    distanceBand: facts.distanceBand,
    lines: [],
    totalCents: null,
    problems: [],
    cycleMonths: facts.declaredMonths,
  }
}

const workForms: readonly string[] = ['internship', 'end-of-studies-project']
/** EQF level of a doctoral student. Source: BM draft schema, doctoral. */
const doctoralLevel = 8

function factsOf(stay: StayRow, world: World): GrantFacts {
  return {
    form: stay.form,
    activity: stay.activityType ?? (workForms.includes(stay.form) ? 'HE-SMT' : 'HE-SMS'),
    isBlended: stay.form === 'short-term-blended' || stay.bipId !== null,
    isDoctoral: stay.eqfLevel === doctoralLevel,
    hostCountry: stay.country,
    isZeroGrant: stay.isZeroGrant === 1,
    nonFundedDays: stay.nonFundedDays ?? 0,
    isForceMajeure: stay.isForceMajeure === 1,
    hasFewerOpportunities: stay.hasFewerOpportunities === 1,
    isGreenTravel: stay.isGreenTravel === 1,
    distanceKm: stay.distanceKm,
    distanceBand: stay.distanceBand,
    travelDays: stay.travelDays ?? 0,
    travelCostRealCents: centsOf(stay.travelCostReal),
    travelCostExceptionalCents: centsOf(stay.travelCostExceptional),
    inclusionSupportCents: centsOf(stay.inclusionSupport),
    ...datesOf(stay, world),
    earlierDays: earlierDays(stay, world),
    declaredMonths: stay.erasmusMonthsBefore ?? 0,
    isSingleCycle: stay.isSingleCycle === 1,
  }
}

function datesOf(stay: StayRow, { interruptions }: World) {
  const { plannedStart, plannedEnd, actualStart, actualEnd, virtualStart, virtualEnd } = stay
  return {
    plannedStart,
    plannedEnd,
    actualStart,
    actualEnd,
    virtualStart,
    virtualEnd,
    interruptions: interruptions.get(stay.id) ?? [],
  }
}

/** Days of the student's Erasmus stays that begin before this one. */
function earlierDays(stay: StayRow, world: World): number {
  const own = startOf(stay)
  if (own === null) return 0
  return (world.byStudent.get(stay.studentId) ?? []).reduce((days, other) => {
    const start = startOf(other)
    const isEarlier = start !== null && (start < own || (start === own && other.id < stay.id))
    return isEarlier && isErasmus(other, world) ? days + cycleDays(datesOf(other, world)) : days
  }, 0)
}

function startOf({ actualStart, plannedStart }: StayRow): string | null {
  return actualStart ?? plannedStart
}
