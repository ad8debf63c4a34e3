import { addDays, addMonths, isCivilDate } from './civil-date.ts'
import type { FormDocument } from './form-rule.ts'
import { stepPlace } from './mobility-steps.ts'

/*
 * The documents of a stay: which are awaited, from when on, and what is wrong with those that are there. Which ones a
 * form asks for is the school's own list; the seed follows the file of a stay described by French and European
 * practice: nomination papers and learning agreement before, certificate of arrival during, certificate of departure,
 * transcript and report after. Source: French certificates of arrival and departure (first payment on arrival, balance
 * on departure), EWP business requirements for the agreement; the composition of the checklist itself is inferred.
 */

export interface StayDates {
  readonly plannedStart: string | null
  readonly plannedEnd: string | null
  readonly actualStart: string | null
  readonly actualEnd: string | null
}

/** The day on which a document is due, `YYYY-MM-DD`; null while the stay has no such day. Real days win over planned. */
export function dueDate(rule: Pick<FormDocument, 'dueFrom' | 'dueDays'>, stay: StayDates): string | null {
  const day =
    rule.dueFrom === 'start' ? (stay.actualStart ?? stay.plannedStart) : (stay.actualEnd ?? stay.plannedEnd)
  return day === null || !isCivilDate(day) ? null : addDays(day, rule.dueDays)
}

/** The last day on which a document holds good, where the rule gives it months from its issue, or else from its receipt. */
export function expiryDate(
  validMonths: number | null,
  issuedOn: string | null,
  receivedOn: string | null,
): string | null {
  const from = issuedOn ?? receivedOn
  return validMonths === null || from === null || !isCivilDate(from) ? null : addMonths(from, validMonths)
}

export const documentStates = [
  'overdue',
  'expired',
  'expiring',
  'missing',
  'later',
  'received',
  'waived',
  'closed',
] as const
/**
 * What a document is for the office: `overdue` and `missing` are asked for now, `later` only at a later step; `expired`
 * and `expiring` (before the stay ends) are there and not good enough; `closed` was never received and no longer matters.
 */
export type DocumentState = (typeof documentStates)[number]

export interface DocumentFacts {
  readonly status: 'missing' | 'received' | 'waived'
  readonly dueOn: string | null
  readonly expiresOn: string | null
  /** The step of the stay that needs it; null for a document that no rule asks for. */
  readonly neededFor: string | null
  readonly mobilityStatus: string
  /** The last day of the stay, real or planned. */
  readonly stayEnd: string | null
}

const soonDays = 30

/** Where a document stands on a day. Dates are `YYYY-MM-DD`. */
export function documentState(document: DocumentFacts, today: string): DocumentState {
  const at = stepIndex(document.mobilityStatus)
  if (document.status === 'waived') return 'waived'
  if (document.status === 'received') return receivedState(document, today)
  if (isClosed(document.mobilityStatus)) return 'closed'
  const { dueOn } = document
  const needed = document.neededFor === null ? undefined : stepIndex(document.neededFor)
  if (dueOn !== null && dueOn < today) return 'overdue'
  if (needed !== undefined && at >= needed) return 'overdue'
  const isSoon = dueOn !== null && isCivilDate(today) && dueOn <= addDays(today, soonDays)
  return needed === undefined || isSoon || at + 1 >= needed ? 'missing' : 'later'
}

/** A paper that ends before the stay does is no longer asked of a stay that is over. */
function receivedState({ expiresOn, stayEnd, mobilityStatus }: DocumentFacts, today: string): DocumentState {
  if (expiresOn === null || stepIndex(mobilityStatus) >= stepIndex('returned') || isClosed(mobilityStatus))
    return 'received'
  if (expiresOn < today) return 'expired'
  return stayEnd !== null && expiresOn < stayEnd ? 'expiring' : 'received'
}

/** Nothing is awaited any more of a stay that was recognised, refused or given up. */
function isClosed(status: string): boolean {
  return status === 'recognised' || status === 'refused' || status === 'withdrawn'
}

/** An interrupted stay is over: what follows a return is asked of it too. */
function stepIndex(status: string): number {
  return stepPlace(status === 'interrupted' ? 'returned' : status)
}

/** The real date of the stay that a certificate sets; undefined for a document that certifies none. */
export function certifiedField(kind: string): 'actualStart' | 'actualEnd' | undefined {
  if (kind === 'arrival-certificate') return 'actualStart'
  return kind === 'departure-certificate' ? 'actualEnd' : undefined
}

export interface DocumentReceipt {
  readonly status: 'missing' | 'received' | 'waived'
  readonly receivedOn: string | null
  readonly certifiedDate: string | null
  readonly sha256: string | null
}

/**
 * What else changes when a document is given some values: a day of receipt, a certified date or a file mean that it was
 * received, and what is received without a day was received today; what is set back to missing has no day of receipt.
 */
export function settleReceipt(
  before: DocumentReceipt,
  given: Partial<DocumentReceipt>,
  today: string,
): Pick<DocumentReceipt, 'status' | 'receivedOn'> {
  const after = { ...before, ...given }
  const isPut = (name: 'receivedOn' | 'certifiedDate' | 'sha256') =>
    given[name] !== undefined && given[name] !== null
  const status =
    given.status ??
    (isPut('receivedOn') || isPut('certifiedDate') || isPut('sha256') ? 'received' : before.status)
  if (status !== 'received') return { status, receivedOn: null }
  return { status, receivedOn: after.receivedOn ?? today }
}
