import { monthDays } from './grant-days.ts'
import {
  findRate,
  type ErasmusCall,
  type GrantRate,
  type PayableRate,
  type RateQuestion,
} from './grant-rates.ts'
import type { GrantCategory, GrantDays, GrantGroup, GrantLine, GrantProblem } from './grant-types.ts'
import type { GrantFacts } from './erasmus-grant.ts'
import type { DistanceBand } from './grant-types.ts'

/** What the lines of a grant are made from. */
export interface SumInput {
  readonly facts: GrantFacts
  readonly call: ErasmusCall
  readonly rates: readonly GrantRate[]
  readonly group: GrantGroup
  readonly isShort: boolean
  readonly isTraineeship: boolean
  /** In the way the call counts. */
  readonly days: GrantDays
  /** Days of travel that are paid. */
  readonly travelDays: number
  readonly band: DistanceBand | null
}

export interface GrantSum {
  readonly lines: readonly GrantLine[]
  readonly problems: readonly GrantProblem[]
}

const nothing: GrantSum = { lines: [], problems: [] }

/** Every line of a grant, and the figures that it lacks. A stay without a grant has none. */
export function sumGrant(input: SumInput): GrantSum {
  if (input.facts.isZeroGrant) return nothing
  const parts = [
    input.isShort ? shortSupport(input) : longSupport(input),
    topUp(input),
    inclusion(input),
    travel(input),
    inclusionCosts(input),
  ]
  return {
    lines: parts.flatMap(({ lines }) => lines),
    problems: parts.flatMap(({ problems }) => problems),
  }
}

/** A monthly figure for some days: the whole months, and a thirtieth of it for each day over. Source: unibas.it. */
function byMonth(
  { call, rates }: SumInput,
  category: GrantCategory,
  asked: RateQuestion,
  days: Pick<GrantDays, 'fullMonths' | 'extraDays'>,
): GrantSum & { readonly rate?: PayableRate } {
  const found = findRate(rates, call.callYear, asked)
  if (!found.ok) return { lines: [], problems: [found.problem] }
  const { rate, problem } = found
  const lines = [
    lineOf(category, rate, 'month', days.fullMonths),
    lineOf(category, rate, 'thirtieth', days.extraDays),
  ]
  return {
    lines: lines.filter(({ quantity }) => quantity > 0),
    problems: problem === undefined ? [] : [problem],
    rate,
  }
}

function longSupport(input: SumInput): GrantSum {
  const support = byMonth(input, 'individual-support', { kind: 'monthly', group: input.group }, input.days)
  const { rate } = support
  if (rate === undefined || input.travelDays === 0) return support
  const travelLine = {
    ...lineOf('individual-support', rate, 'thirtieth', input.travelDays),
    part: 'travel-days' as const,
  }
  return { lines: [...support.lines, travelLine], problems: support.problems }
}

/** Each range of days at its own daily rate. Days of travel are paid as the first day is (inferred). */
function shortSupport({ call, rates, group, days, travelDays }: SumInput): GrantSum {
  const lines: GrantLine[] = []
  const problems: GrantProblem[] = []
  let day = 1
  while (day <= days.funded) {
    const found = findRate(rates, call.callYear, { kind: 'daily', group, day })
    if (!found.ok) return { lines, problems: [found.problem] }
    const { rate, problem } = found
    if (problem !== undefined) problems.push(problem)
    const last = Math.min(days.funded, rate.toDay ?? days.funded)
    lines.push({ ...lineOf('individual-support', rate, 'day', last - day + 1), fromDay: day, toDay: last })
    if (day === 1 && travelDays > 0)
      lines.push({ ...lineOf('individual-support', rate, 'day', travelDays), part: 'travel-days' })
    day = last + 1
  }
  return { lines, problems }
}

/** Not for international mobility (BM draft schema), nor for short stays, which have daily rates. */
function topUp(input: SumInput): GrantSum {
  if (!input.isTraineeship || input.isShort || input.group === 'elsewhere') return nothing
  return byMonth(input, 'traineeship-top-up', { kind: 'traineeship-top-up', group: input.group }, input.days)
}

/** Per month of a long stay, beside the one for traineeships; once for a short one, by its length. Source: Kozminski; unife. */
function inclusion(input: SumInput): GrantSum {
  const { facts, group, isShort, days } = input
  if (!facts.hasFewerOpportunities) return nothing
  if (!isShort) return byMonth(input, 'inclusion-top-up', { kind: 'inclusion-top-up', group }, days)
  return once(input, 'inclusion-top-up', { kind: 'inclusion-top-up-short', group, day: days.mobility })
}

function once({ call, rates }: SumInput, category: GrantCategory, asked: RateQuestion): GrantSum {
  const found = findRate(rates, call.callYear, asked)
  if (!found.ok) return { lines: [], problems: [found.problem] }
  return {
    lines: [lineOf(category, found.rate, 'once', 1)],
    problems: found.problem === undefined ? [] : [found.problem],
  }
}

/**
 * Expensive travel is paid instead of travel support (BM draft schema). A band without a green amount has the usual one.
 * Where travel is not paid, green travel has its top-up in the calls that have one (2021 to 2023).
 */
function travel(input: SumInput): GrantSum {
  const { facts, call, rates, isShort, group, band } = input
  const isPaid =
    call.travelFor === 'everyone' ||
    (call.travelFor === 'short-inclusion' && isShort && facts.hasFewerOpportunities)
  if (facts.travelCostExceptionalCents !== null)
    return { lines: [costLine('exceptional-travel', facts.travelCostExceptionalCents)], problems: [] }
  if (!isPaid) {
    const hasTopUp = rates.some(({ kind, callYear }) => kind === 'green-top-up' && callYear === call.callYear)
    return facts.isGreenTravel && hasTopUp
      ? once(input, 'green-top-up', { kind: 'green-top-up', group })
      : nothing
  }
  if (band === null)
    return {
      lines: [],
      problems: [
        {
          code: 'no-distance',
          level: 'refusal',
          params: {},
          at: { entity: 'mobility', field: 'distanceKm' },
        },
      ],
    }
  const green = findRate(rates, call.callYear, { kind: 'travel-green', group, band })
  const isGreen = facts.isGreenTravel && (green.ok || green.problem.code !== 'no-rate')
  return once(input, 'travel-support', { kind: isGreen ? 'travel-green' : 'travel', group, band })
}

function inclusionCosts({ facts }: SumInput): GrantSum {
  const { inclusionSupportCents } = facts
  if (inclusionSupportCents === null || inclusionSupportCents === 0) return nothing
  return { lines: [costLine('inclusion-support', inclusionSupportCents)], problems: [] }
}

function lineOf(
  category: GrantCategory,
  rate: PayableRate,
  unit: GrantLine['unit'],
  quantity: number,
): GrantLine {
  const { amountCents } = rate
  return {
    category,
    unit,
    quantity,
    rateCents: amountCents,
    amountCents:
      unit === 'thirtieth' ? Math.round((amountCents * quantity) / monthDays) : amountCents * quantity,
    part: 'stay',
    fromDay: null,
    toDay: null,
    rateId: rate.id,
    source: rate.source,
    certainty: rate.certainty,
  }
}

/** Costs as the stay says them. */
function costLine(category: GrantCategory, cents: number): GrantLine {
  return {
    category,
    unit: 'once',
    quantity: 1,
    rateCents: cents,
    amountCents: cents,
    part: 'stay',
    fromDay: null,
    toDay: null,
    rateId: null,
    source: null,
    certainty: null,
  }
}
