import type { DayCount } from './day-spans.ts'
import type {
  DistanceBand,
  ErasmusAction,
  GrantCertainty,
  GrantGroup,
  GrantProblem,
  GrantRateKind,
  TravelRule,
} from './grant-types.ts'

/** One figure of a call year, in cents. Without an amount the school has not chosen it yet. */
export interface GrantRate {
  readonly id: string
  readonly callYear: number
  readonly kind: GrantRateKind
  readonly countryGroup: GrantGroup | null
  readonly distanceBand: DistanceBand | null
  readonly fromDay: number | null
  readonly toDay: number | null
  readonly amountCents: number | null
  readonly leastCents: number | null
  readonly mostCents: number | null
  readonly source: string | null
  readonly certainty: GrantCertainty | null
}

/** What a call decides besides its figures: days, months, euros in cents. */
export interface ErasmusCall {
  readonly id: string
  readonly name: string
  readonly callYear: number
  readonly agreementNumber: string | null
  readonly action: ErasmusAction
  readonly dayCount: DayCount
  readonly longMinDays: number
  readonly longMaxDays: number
  readonly shortMinDays: number
  readonly shortMaxDays: number
  readonly fundedDaysMost: number | null
  readonly cycleMonths: number
  readonly singleCycleMonths: number
  readonly travelFor: TravelRule
  readonly travelDaysMost: number
  readonly greenTravelDaysMost: number
  readonly isOutermost: boolean
  readonly ceilingCents: number | null
  readonly firstPercent: number
  readonly firstDueDays: number
  readonly lastDueDays: number
}

/** A rate whose amount is known. */
export interface PayableRate extends GrantRate {
  readonly amountCents: number
}

/** What a figure is asked for. */
export interface RateQuestion {
  readonly kind: GrantRateKind
  readonly group: GrantGroup | null
  readonly band?: DistanceBand | null
  /** Which day of a short stay, or how many days it has. */
  readonly day?: number
}

export type FoundRate =
  | { readonly ok: true; readonly rate: PayableRate; readonly problem: GrantProblem | undefined }
  | { readonly ok: false; readonly problem: GrantProblem }

/**
 * The figure of a call year for one case. A figure for one group of countries goes before one for all. Refused with
 * `no-rate`, `several-rates` (two figures for one case), `rate-without-amount`; warned of with `rate-out-of-range`.
 */
export function findRate(rates: readonly GrantRate[], callYear: number, asked: RateQuestion): FoundRate {
  const fitting = rates.filter((rate) => rate.callYear === callYear && fits(rate, asked))
  const own = fitting.filter(({ countryGroup }) => countryGroup !== null)
  const candidates = own.length > 0 ? own : fitting
  const [rate] = candidates
  const params = { kind: asked.kind, year: callYear, group: asked.group ?? '', band: asked.band ?? '' }
  if (rate === undefined) return { ok: false, problem: refusal('no-rate', params, 'callYear') }
  if (candidates.length > 1)
    return { ok: false, problem: refusal('several-rates', { ...params, count: candidates.length }, 'kind') }
  const { amountCents, leastCents, mostCents } = rate
  if (amountCents === null)
    return { ok: false, problem: refusal('rate-without-amount', { ...params, rateId: rate.id }, 'amount') }
  const isOutside =
    (leastCents !== null && amountCents < leastCents) || (mostCents !== null && amountCents > mostCents)
  const problem: GrantProblem | undefined = isOutside
    ? {
        code: 'rate-out-of-range',
        level: 'warning',
        params: {
          ...params,
          rateId: rate.id,
          amount: amountCents / 100,
          least: (leastCents ?? 0) / 100,
          most: (mostCents ?? amountCents) / 100,
        },
        at: { entity: 'grantRate', field: 'amount' },
      }
    : undefined
  return { ok: true, rate: { ...rate, amountCents }, problem }
}

function fits(rate: GrantRate, asked: RateQuestion): boolean {
  if (rate.kind !== asked.kind) return false
  if (rate.countryGroup !== null && rate.countryGroup !== asked.group) return false
  if (rate.distanceBand !== null && rate.distanceBand !== asked.band) return false
  const { day } = asked
  return day === undefined || (day >= (rate.fromDay ?? 1) && day <= (rate.toDay ?? Infinity))
}

function refusal(
  code: 'no-rate' | 'several-rates' | 'rate-without-amount',
  params: GrantProblem['params'],
  field: string,
): GrantProblem {
  return { code, level: 'refusal', params, at: { entity: 'grantRate', field } }
}

const bandEnds: readonly (readonly [mostKm: number, band: DistanceBand])[] = [
  [99, '0-99'],
  [499, '100-499'],
  [1999, '500-1999'],
  [2999, '2000-2999'],
  [3999, '3000-3999'],
  [7999, '4000-7999'],
]

/** The band of a distance one way in whole kilometres. Source: bands of Mobility Tool+. */
export function bandOfDistance(km: number): DistanceBand {
  return bandEnds.find(([mostKm]) => km <= mostKm)?.[1] ?? '8000'
}
