import type { Database as RawDatabase } from 'better-sqlite3'
import { grantOf, type GrantFacts, type GrantRules } from '#shared/domain/erasmus-grant.ts'
import type { AidScheme } from '#shared/domain/funding.ts'
import type { ErasmusCall } from '#shared/domain/grant-rates.ts'
import type { Grant, GrantCall, GrantProblem, StayGrant } from '#shared/domain/grant-types.ts'
import { isGivenUp } from '#shared/domain/study-cycle.ts'
import { readSchoolRules } from '#core/features/settings/school-rules.ts'
import {
  callOf,
  datesOf,
  eligibleScheme,
  isErasmus,
  liveFundings,
  monthsBefore,
  openWorld,
  type GrantWorld,
} from './grant-world.ts'
import { centsOf, readCountryGroups, readGrantRows, readRates, type StayRow } from './grants.repo.ts'

/** A computed grant with what granting it needs. */
export interface OfficeGrant extends StayGrant {
  /** The aid that the grant is written to: the one that is there, else the first that the stay can have. */
  readonly schemeId: string | null
  readonly start: string | null
  readonly end: string | null
}

/**
 * The Erasmus+ grants of some stays as the figures of their call give them, with what was asked, granted and paid. Without
 * ids: of every stay that has such a grant, names a call or can have one. A stay that cannot be worked out is there with
 * its problems.
 */
export function grantsOf(raw: RawDatabase, ids?: readonly string[]): readonly OfficeGrant[] {
  const world = openWorld(readGrantRows(raw, ids))
  const rules = readGrantRules(raw, world)
  const asked = ids === undefined ? undefined : new Set(ids)
  return world.stays
    .filter((stay) => (asked === undefined ? isListed(stay, world) : asked.has(stay.id)))
    .map((stay) => grantOfStay(stay, world, rules))
}

function readGrantRules(raw: RawDatabase, { groups }: GrantWorld): Omit<GrantRules, 'call'> {
  return { rates: readRates(raw), groups, homeCountry: readSchoolRules(raw).curriculum.country }
}

/** The office's own groups of countries. */
export const officeCountryGroups = readCountryGroups

/** Whether Erasmus+ has anything to do with a stay: pays it, counts it, or could pay it. */
export function isErasmusStay({ isCallGiven, isZeroGrant, schemeId }: OfficeGrant): boolean {
  return isCallGiven || isZeroGrant || schemeId !== null
}

function isListed(stay: StayRow, world: GrantWorld): boolean {
  if (isErasmus(stay, world)) return true
  if (stay.status === 'draft' || isGivenUp(stay)) return false
  // an aid that was refused is not computed again
  return !world.fundingsOf.has(stay.id) && eligibleScheme(stay, world) !== undefined
}

/** A stay that names its call has the aid of its form, even if its days are too few for it: force majeure excuses that. */
function namedScheme(stay: StayRow, world: GrantWorld): AidScheme | undefined {
  if (!isErasmus(stay, world)) return undefined
  return world.schemes.find(({ isOpen, forms }) => isOpen && forms.includes(stay.form))
}

function grantOfStay(stay: StayRow, world: GrantWorld, rules: Omit<GrantRules, 'call'>): OfficeGrant {
  const { call, problem } = callOf(stay, world.calls)
  const facts = factsOf(stay, world)
  const grant = call === undefined ? withoutCall(facts) : grantOf(facts, { ...rules, call })
  const live = liveFundings(stay.id, world)
  const [funding] = live.length > 0 ? live : (world.fundingsOf.get(stay.id) ?? [])
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

function factsOf(stay: StayRow, world: GrantWorld): GrantFacts {
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
    ...monthsBefore(stay, world),
    isSingleCycle: stay.isSingleCycle === 1,
  }
}
