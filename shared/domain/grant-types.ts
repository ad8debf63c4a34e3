import type { CountryGroupName } from './country-groups.ts'
import type { DayCount } from './day-spans.ts'

/*
 * Erasmus+ grants of students. Money is in whole cents of a euro, days are whole days, dates are civil dates
 * (`2026-11-25`). Nothing that a call decides is written in the code: rates, limits and the way to count days are
 * records of the office, each with its source.
 */

/** Activities of a student in the Beneficiary Module: studies, traineeship. Source: BM draft schema, activity-type. */
export const erasmusActivities = ['HE-SMS', 'HE-SMT'] as const
export type ErasmusActivity = (typeof erasmusActivities)[number]

/** Actions of the programme that send students: programme countries, and international credit mobility. */
export const erasmusActions = ['KA131', 'KA171'] as const
export type ErasmusAction = (typeof erasmusActions)[number]

/** Distances there, in kilometres: bands of Mobility Tool+ (OnGea export), the last without an end. */
export const distanceBands = [
  '0-99',
  '100-499',
  '500-1999',
  '2000-2999',
  '3000-3999',
  '4000-7999',
  '8000',
] as const
export type DistanceBand = (typeof distanceBands)[number]

/** Main means of transport, of which the first five are sustainable. Source: wiki of the Beneficiary Module. */
export const transports = [
  'bicycle',
  'bus',
  'train',
  'car-sharing',
  'other-sustainable',
  'plane',
  'car',
  'boat',
  'other',
] as const
export type Transport = (typeof transports)[number]

/** What a grant is made of, as the Beneficiary Module sums it. */
export const grantCategories = [
  'individual-support',
  'traineeship-top-up',
  'inclusion-top-up',
  'green-top-up',
  'travel-support',
  'exceptional-travel',
  'inclusion-support',
] as const
export type GrantCategory = (typeof grantCategories)[number]

/** Which figure of a call a rate is. Daily rates and the short-term inclusion top-up are for a range of days. */
export const grantRateKinds = [
  'monthly',
  'daily',
  'traineeship-top-up',
  'inclusion-top-up',
  'inclusion-top-up-short',
  'travel',
  'travel-green',
  'green-top-up',
] as const
export type GrantRateKind = (typeof grantRateKinds)[number]

/** Group of the host's country in the call, every other country, or a school in an outermost region. */
export const grantGroups = [
  'group-1',
  'group-2',
  'group-3',
  'region-13',
  'region-14',
  'elsewhere',
  'outermost',
] as const
export type GrantGroup = CountryGroupName | 'elsewhere' | 'outermost'

/** How sure a figure is: read in its source, in one that tells of it, inferred, or from no source at all. */
export const grantCertainties = ['certain', 'secondary', 'inferred', 'unsourced'] as const
export type GrantCertainty = (typeof grantCertainties)[number]

/** Who gets travel support in a call. */
export const travelRules = ['everyone', 'short-inclusion', 'nobody'] as const
export type TravelRule = (typeof travelRules)[number]

/** Days of a stay counted in one way. A month is 30 days. Source: BM draft schema, duration. */
export interface GrantDays {
  /** From the first to the last day, both included. */
  readonly duration: number
  /** Days of it interrupted, or spent at a distance. */
  readonly interruption: number
  /** Duration less interruption: what the least and the longest stay are checked on. */
  readonly mobility: number
  readonly nonFunded: number
  /** Mobility less days not funded; 0 for a stay without a grant. */
  readonly funded: number
  /** `funded` as months of 30 days and days over. */
  readonly fullMonths: number
  readonly extraDays: number
}

/** One line of a grant. The lines sum to the total. */
export interface GrantLine {
  readonly category: GrantCategory
  /** What `quantity` counts: whole months, days of a month (a thirtieth of its rate each), days, or one sum. */
  readonly unit: 'month' | 'thirtieth' | 'day' | 'once'
  readonly quantity: number
  /** Per month for `month` and `thirtieth`, per day, or the sum itself. */
  readonly rateCents: number
  readonly amountCents: number
  /** For which days of a short stay, or for the days of travel. */
  readonly part: 'stay' | 'travel-days'
  readonly fromDay: number | null
  readonly toDay: number | null
  /** The record of the rate; null for costs that the stay itself says. */
  readonly rateId: string | null
  readonly source: string | null
  readonly certainty: GrantCertainty | null
}

export type GrantProblemCode =
  | 'no-call'
  | 'several-calls'
  | 'form-not-funded'
  | 'no-dates'
  | 'dates-reversed'
  | 'no-host-country'
  | 'host-at-home'
  | 'several-fundings'
  | 'no-rate'
  | 'several-rates'
  | 'rate-without-amount'
  | 'rate-out-of-range'
  | 'too-short'
  | 'too-long'
  | 'not-funded-over-duration'
  | 'funded-too-short'
  | 'over-funded-days'
  | 'no-distance'
  | 'travel-days'
  | 'exceptional-over-cost'
  | 'interruption-outside'
  | 'over-ceiling'
  | 'over-cycle'

export interface GrantProblem {
  readonly code: GrantProblemCode
  /** A refusal leaves no total; a warning does. */
  readonly level: 'refusal' | 'warning'
  readonly params: Readonly<Record<string, string | number>>
  /** Where it is mended: the record and its field. */
  readonly at: {
    readonly entity: 'mobility' | 'student' | 'institution' | 'erasmusCall' | 'grantRate'
    readonly field: string
  } | null
}

/** The grant of one stay as the figures of its call give it. */
export interface Grant {
  /** Dates that the days are counted on: the real ones once both are known. Null without dates. */
  readonly basis: 'planned' | 'real' | null
  readonly activity: ErasmusActivity
  readonly durationKind: 'long' | 'short'
  readonly group: GrantGroup | null
  readonly dayCount: DayCount
  /** Both ways to count; null without dates. `dayCount` says which of them is paid. */
  readonly days: Readonly<Record<DayCount, GrantDays>> | null
  readonly isZeroGrant: boolean
  /** Days of travel that are paid besides `funded`. */
  readonly travelDays: number
  readonly distanceBand: DistanceBand | null
  readonly lines: readonly GrantLine[]
  /** Null when a refusal stands against it. */
  readonly totalCents: number | null
  readonly problems: readonly GrantProblem[]
  /** Months of 30 days in the study cycle, this stay and earlier ones, two decimals. */
  readonly cycleMonths: number
}

/** The call that pays a stay, as reports name it. */
export interface GrantCall {
  readonly id: string
  readonly name: string
  readonly callYear: number
  readonly agreementNumber: string | null
  readonly action: ErasmusAction
}

/** The grant of one stay beside what was asked, granted and paid of it; null: nothing was. */
export interface StayGrant extends Grant {
  readonly mobilityId: string
  readonly studentId: string
  /** Null with a problem that says why. */
  readonly call: GrantCall | null
  /** Whether the stay names its call, or it follows from the academic year. */
  readonly isCallGiven: boolean
  readonly fundingId: string | null
  readonly fundingStatus: 'asked' | 'granted' | 'refused' | null
  readonly askedCents: number | null
  readonly grantedCents: number | null
  readonly paidCents: number
  /** Computed less granted: to pay, or below zero to claim back. Null where one of them is not known. */
  readonly differenceCents: number | null
}

/** Sum of a grant's lines of one category, in cents. */
export function categoryCents(grant: Pick<Grant, 'lines'>, category: GrantCategory): number {
  return grant.lines.reduce((sum, line) => sum + (line.category === category ? line.amountCents : 0), 0)
}
