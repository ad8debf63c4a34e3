import { isCountryCode } from './country-codes.ts'
import { findCountryGroup, type CountryGroup } from './country-groups.ts'
import {
  countGrantDays,
  grantPeriod,
  type FundingLimits,
  type GrantDates,
  type GrantPeriod,
} from './grant-days.ts'
import { bandOfDistance, type ErasmusCall, type GrantRate } from './grant-rates.ts'
import { sumGrant } from './grant-sum.ts'
import { cycleExcess, monthsInCycle } from './study-cycle.ts'
import type {
  DistanceBand,
  ErasmusActivity,
  Grant,
  GrantDays,
  GrantGroup,
  GrantProblem,
  GrantProblemCode,
} from './grant-types.ts'

/** What the grant of a stay is worked out from. */
export interface GrantFacts extends GrantDates {
  readonly form: string
  readonly activity: ErasmusActivity
  /** A short blended stay by its form, or a blended intensive programme. */
  readonly isBlended: boolean
  /** At EQF level 8, where a stay may be short. */
  readonly isDoctoral: boolean
  /** ISO 3166-1 alpha-2: where the stay is spent. */
  readonly hostCountry: string | null
  readonly isZeroGrant: boolean
  readonly nonFundedDays: number
  readonly isForceMajeure: boolean
  readonly hasFewerOpportunities: boolean
  readonly isGreenTravel: boolean
  readonly distanceKm: number | null
  readonly distanceBand: DistanceBand | null
  readonly travelDays: number
  readonly travelCostRealCents: number | null
  readonly travelCostExceptionalCents: number | null
  readonly inclusionSupportCents: number | null
  /** Days of earlier Erasmus stays in the same study cycle, as `cycleDays` counts them. */
  readonly earlierDays: number
  /** Months that the student declares to have spent under another institution. */
  readonly declaredMonths: number
  readonly isSingleCycle: boolean
}

export interface GrantRules {
  readonly call: ErasmusCall
  readonly rates: readonly GrantRate[]
  readonly groups: readonly CountryGroup[]
  /** ISO 3166-1 alpha-2 of the school's own country. */
  readonly homeCountry: string
}

/** A share of the real cost of expensive travel that may be paid. Source: BM draft schema, travel-cost-exceptional. */
const exceptionalShare = 0.8

/** Works out the grant of a stay by the figures of its call, line by line. */
export function grantOf(facts: GrantFacts, rules: GrantRules): Grant {
  const { call } = rules
  const period = grantPeriod(facts)
  const dated = period === 'reversed' ? undefined : period
  const group = groupOf(facts, rules)
  const limits = limitsOf(facts, call)
  const days = dated === undefined ? null : bothCounts(dated, limits)
  const isShort =
    facts.isBlended || (facts.isDoctoral && (days?.[call.dayCount].mobility ?? Infinity) <= call.shortMaxDays)
  const band = facts.distanceBand ?? (facts.distanceKm === null ? null : bandOfDistance(facts.distanceKm))
  const travelDays = facts.isZeroGrant ? 0 : Math.min(facts.travelDays, travelDaysMost(facts, call))
  const used = days?.[call.dayCount]
  const sum =
    used === undefined || group === null
      ? undefined
      : sumGrant({
          facts,
          call,
          rates: rules.rates,
          group,
          isShort,
          isTraineeship: facts.activity === 'HE-SMT',
          days: used,
          travelDays,
          band,
        })
  const lines = sum?.lines ?? []
  const total = lines.reduce((cents, { amountCents }) => cents + amountCents, 0)
  const cycleMonths = monthsInCycle(facts, facts)
  const problems = [
    ...periodProblems(period),
    ...hostProblems(facts, group, rules),
    ...(used === undefined ? [] : durationProblems(facts, call, used, isShort)),
    ...travelProblems(facts, call),
    ...(sum?.problems ?? []),
    ...ceilingProblems(call, total),
    ...cycleProblems(facts, call, cycleMonths),
  ]
  return {
    basis: dated?.basis ?? null,
    activity: facts.activity,
    durationKind: isShort ? 'short' : 'long',
    group,
    dayCount: call.dayCount,
    days,
    isZeroGrant: facts.isZeroGrant,
    travelDays,
    distanceBand: band,
    lines,
    totalCents: problems.some(({ level }) => level === 'refusal') ? null : total,
    problems,
    cycleMonths,
  }
}

function bothCounts(period: GrantPeriod, limits: FundingLimits): NonNullable<Grant['days']> {
  return {
    calendar: countGrantDays(period, 'calendar', limits),
    commercial: countGrantDays(period, 'commercial', limits),
  }
}

function limitsOf(facts: GrantFacts, { fundedDaysMost }: ErasmusCall): FundingLimits {
  return { isZeroGrant: facts.isZeroGrant, nonFundedDays: facts.nonFundedDays, fundedDaysMost }
}

/** The group of the host's country in the call; a school in an outermost region has its own rate in all of them. */
function groupOf({ hostCountry }: GrantFacts, { call, groups }: GrantRules): GrantGroup | null {
  if (hostCountry === null || !isCountryCode(hostCountry)) return null
  const name = findCountryGroup(groups, hostCountry, call.callYear)?.name ?? 'elsewhere'
  return call.isOutermost && name !== 'elsewhere' ? 'outermost' : name
}

type Where = NonNullable<GrantProblem['at']>['entity']

function problem(
  level: GrantProblem['level'],
  code: GrantProblemCode,
  [entity, field]: readonly [Where, string],
  params: GrantProblem['params'] = {},
): GrantProblem {
  return { code, level, params, at: { entity, field } }
}

function periodProblems(period: ReturnType<typeof grantPeriod>): readonly GrantProblem[] {
  if (period === undefined) return [problem('refusal', 'no-dates', ['mobility', 'plannedStart'])]
  if (period === 'reversed') return [problem('refusal', 'dates-reversed', ['mobility', 'plannedEnd'])]
  return period.isInterruptedOutside
    ? [problem('warning', 'interruption-outside', ['mobility', 'actualStart'])]
    : []
}

function hostProblems(
  { hostCountry }: GrantFacts,
  group: GrantGroup | null,
  { homeCountry }: GrantRules,
): readonly GrantProblem[] {
  if (group === null || hostCountry === null)
    return [problem('refusal', 'no-host-country', ['mobility', 'institutionId'])]
  return hostCountry === homeCountry
    ? [problem('refusal', 'host-at-home', ['mobility', 'institutionId'], { country: hostCountry })]
    : []
}

/**
 * The least and the longest stay, and the least funded part; force majeure excuses a short one. Sources: Diku (2 to 12
 * months, 5 to 30 days), Sapienza 2026/27 art. 2 (60 days), gidatarim (the funded part); a blended stay of 5 to 30 days.
 */
function durationProblems(
  facts: GrantFacts,
  call: ErasmusCall,
  days: GrantDays,
  isShort: boolean,
): readonly GrantProblem[] {
  const least = isShort ? call.shortMinDays : call.longMinDays
  const most = isShort ? call.shortMaxDays : call.longMaxDays
  const excused = facts.isForceMajeure ? 'warning' : 'refusal'
  const { mobility, funded } = days
  const found: GrantProblem[] = []
  if (mobility < least)
    found.push(problem(excused, 'too-short', ['mobility', 'plannedEnd'], { days: mobility, least }))
  if (mobility > most)
    found.push(problem('refusal', 'too-long', ['mobility', 'plannedEnd'], { days: mobility, most }))
  if (facts.isZeroGrant) return found
  const { nonFundedDays } = facts
  if (nonFundedDays > mobility) {
    const params = { days: nonFundedDays, mobility }
    found.push(problem('refusal', 'not-funded-over-duration', ['mobility', 'nonFundedDays'], params))
  } else if (mobility >= least && funded < least) {
    found.push(problem(excused, 'funded-too-short', ['mobility', 'nonFundedDays'], { days: funded, least }))
  }
  if (call.fundedDaysMost !== null && mobility - nonFundedDays > call.fundedDaysMost) {
    const params = { days: mobility - nonFundedDays, most: call.fundedDaysMost }
    found.push(problem('warning', 'over-funded-days', ['erasmusCall', 'fundedDaysMost'], params))
  }
  return found
}

const travelDaysMost = (facts: GrantFacts, call: ErasmusCall) =>
  facts.isGreenTravel ? call.greenTravelDaysMost : call.travelDaysMost

function travelProblems(facts: GrantFacts, call: ErasmusCall): readonly GrantProblem[] {
  const found: GrantProblem[] = []
  const most = travelDaysMost(facts, call)
  if (facts.travelDays > most) {
    const params = { days: facts.travelDays, most }
    found.push(problem('refusal', 'travel-days', ['mobility', 'travelDays'], params))
  }
  const { travelCostExceptionalCents: paid, travelCostRealCents: real } = facts
  if (paid !== null && paid > Math.floor((real ?? 0) * exceptionalShare)) {
    const params = { amount: paid / 100, most: Math.floor((real ?? 0) * exceptionalShare) / 100 }
    found.push(problem('refusal', 'exceptional-over-cost', ['mobility', 'travelCostExceptional'], params))
  }
  return found
}

function ceilingProblems({ ceilingCents }: ErasmusCall, total: number): readonly GrantProblem[] {
  if (ceilingCents === null || total <= ceilingCents) return []
  const params = { amount: total / 100, most: ceilingCents / 100 }
  return [problem('refusal', 'over-ceiling', ['mobility', 'nonFundedDays'], params)]
}

/** The grant is worked out all the same; the office decides. */
function cycleProblems(facts: GrantFacts, call: ErasmusCall, months: number): readonly GrantProblem[] {
  const excess = cycleExcess(months, facts.isSingleCycle, call)
  if (excess === undefined) return []
  return [problem('warning', 'over-cycle', ['student', 'erasmusMonthsBefore'], { ...excess })]
}
