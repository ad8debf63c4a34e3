import { cycleDays, monthDays, type GrantDates } from './grant-days.ts'
import type { ErasmusCall } from './grant-rates.ts'

/*
 * The months that Erasmus+ gives a student in one study cycle: a rule for the grant of a stay, for the checks of the stay
 * itself and for the Beneficiary Module. Source: Sapienza 2026/27, art. 5.1: 12 months per cycle, 24 where studies are one
 * cycle; days without a grant count. The months are data of the call.
 */

/** A stay as the months of the cycle look at it. */
export interface CycleStay extends GrantDates {
  readonly id: string
  readonly status: string
  readonly callId: string | null
  readonly isZeroGrant: boolean
  /** Whether an aid of Erasmus+ was asked or granted for it, and not refused. */
  readonly hasAid: boolean
}

/** A stay that uses months of the cycle, and how many are allowed. Months are of 30 days, two decimals. */
export interface CycleExcess {
  readonly months: number
  readonly most: number
}

/** Whether a stay will not be made. */
export function isGivenUp({ status }: { readonly status: string }): boolean {
  return status === 'refused' || status === 'withdrawn'
}

/** Whether Erasmus+ pays or counts a stay: it names a call, is without a grant by name, or has an aid of it. */
export function isInCycle({
  status,
  callId,
  isZeroGrant,
  hasAid,
}: Pick<CycleStay, 'status' | 'callId' | 'isZeroGrant' | 'hasAid'>): boolean {
  return !isGivenUp({ status }) && (callId !== null || isZeroGrant || hasAid)
}

/** Days that earlier stays of the student have used of the cycle: those that begin before this one. */
export function earlierCycleDays(own: CycleStay, others: readonly CycleStay[]): number {
  const start = startOf(own)
  if (start === null) return 0
  return others
    .filter((other) => {
      const begin = startOf(other)
      return begin !== null && (begin < start || (begin === start && other.id < own.id)) && isInCycle(other)
    })
    .reduce((days, other) => days + cycleDays(other), 0)
}

function startOf({ actualStart, plannedStart }: CycleStay): string | null {
  return actualStart ?? plannedStart
}

/**
 * Months in the study cycle, this stay and what came before, two decimals: 15 days are 0.5. Source: BM draft schema,
 * previous-participation.
 */
export function monthsInCycle(
  own: GrantDates,
  before: { readonly earlierDays: number; readonly declaredMonths: number },
): number {
  const days = before.earlierDays + cycleDays(own)
  return Math.round((days / monthDays + before.declaredMonths) * 100) / 100
}

/** What goes beyond the months that the call allows; undefined when nothing does. */
export function cycleExcess(
  months: number,
  isSingleCycle: boolean,
  call: Pick<ErasmusCall, 'cycleMonths' | 'singleCycleMonths'>,
): CycleExcess | undefined {
  const most = isSingleCycle ? call.singleCycleMonths : call.cycleMonths
  return months > most ? { months, most } : undefined
}
