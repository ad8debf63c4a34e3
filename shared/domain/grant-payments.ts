import { addDays, isCivilDate } from './civil-date.ts'

/** How a call pays: a share of the grant first, the rest last, each so many days from an end of the stay. */
export interface PaymentRule {
  /** Whole per cent of the grant, 0 to 100. Source: typically 70 or 80 (SRH, lawinsider); the school's choice. */
  readonly firstPercent: number
  /** From the first day of the stay; below zero: before it. */
  readonly firstDueDays: number
  /** From the last day of the stay. */
  readonly lastDueDays: number
}

/** A payment that is there, in cents; below zero it is money given back. */
export interface MadePayment {
  readonly id: string
  readonly amountCents: number
  readonly paidOn: string | null
}

export interface PlannedPayment {
  readonly amountCents: number
  readonly dueOn: string | null
}

export interface PaymentPlan {
  /** Payments to come that no longer fit. */
  readonly removed: readonly string[]
  readonly added: readonly PlannedPayment[]
}

/**
 * What the payments of a grant become when it comes to so many cents: those made stay, those to come are kept when they
 * make up the rest, else they are planned anew. With nothing paid yet they are two; later one for what is left, or one
 * below zero for what has to be given back. All payments sum to the grant.
 */
export function planPayments(
  totalCents: number,
  payments: readonly MadePayment[],
  rule: PaymentRule,
  stay: { readonly start: string; readonly end: string },
): PaymentPlan {
  const made = payments.filter(({ paidOn }) => paidOn !== null)
  const open = payments.filter(({ paidOn }) => paidOn === null)
  const rest = totalCents - sumOf(made)
  if (sumOf(open) === rest && open.every(({ amountCents }) => amountCents > 0 === rest > 0))
    return { removed: [], added: [] }
  const removed = open.map(({ id }) => id)
  const lastDue = dayFrom(stay.end, rule.lastDueDays)
  if (made.length > 0) return { removed, added: rest === 0 ? [] : [{ amountCents: rest, dueOn: lastDue }] }
  const first = Math.round((totalCents * rule.firstPercent) / 100)
  const parts = [
    { amountCents: first, dueOn: dayFrom(stay.start, rule.firstDueDays) },
    { amountCents: totalCents - first, dueOn: lastDue },
  ]
  return { removed, added: parts.filter(({ amountCents }) => amountCents !== 0) }
}

const sumOf = (payments: readonly MadePayment[]) =>
  payments.reduce((cents, { amountCents }) => cents + amountCents, 0)

function dayFrom(day: string, days: number): string | null {
  return isCivilDate(day) ? addDays(day, days) : null
}
