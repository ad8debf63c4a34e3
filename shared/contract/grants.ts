import { oc } from '@orpc/contract'
import * as z from 'zod'
import {
  distanceBands,
  erasmusActions,
  erasmusActivities,
  grantCategories,
  grantCertainties,
  grantGroups,
} from '#shared/domain/grant-types.ts'
import { listFilter } from './list-filter.ts'

const id = z.string().min(1).max(200)
const cents = z.number().int()
const year = z.number().int().min(2014).max(2100)

const days = z.object({
  duration: z.number(),
  interruption: z.number(),
  mobility: z.number(),
  nonFunded: z.number(),
  funded: z.number(),
  fullMonths: z.number(),
  extraDays: z.number(),
})

const line = z.object({
  category: z.enum(grantCategories),
  unit: z.enum(['month', 'thirtieth', 'day', 'once']),
  quantity: z.number(),
  rateCents: cents,
  amountCents: cents,
  part: z.enum(['stay', 'travel-days']),
  fromDay: z.number().nullable(),
  toDay: z.number().nullable(),
  rateId: z.string().nullable(),
  source: z.string().nullable(),
  certainty: z.enum(grantCertainties).nullable(),
})
export type GrantLineView = z.infer<typeof line>

/** Why a grant cannot be worked out or deserves a look; `grant.problem.<code>` says it, `at` is where it is mended. */
const problem = z.object({
  code: z.string(),
  level: z.enum(['refusal', 'warning']),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  at: z.object({ entity: z.string(), id: z.string().nullable(), field: z.string() }).nullable(),
})
export type GrantProblemView = z.infer<typeof problem>

const stayGrant = z.object({
  mobilityId: z.string(),
  studentId: z.string(),
  call: z
    .object({
      id: z.string(),
      name: z.string(),
      callYear: z.number(),
      agreementNumber: z.string().nullable(),
      action: z.enum(erasmusActions),
    })
    .nullable(),
  isCallGiven: z.boolean(),
  basis: z.enum(['planned', 'real']).nullable(),
  activity: z.enum(erasmusActivities),
  durationKind: z.enum(['long', 'short']),
  group: z.enum(grantGroups).nullable(),
  dayCount: z.enum(['calendar', 'commercial']),
  days: z.object({ calendar: days, commercial: days }).nullable(),
  isZeroGrant: z.boolean(),
  travelDays: z.number(),
  distanceBand: z.enum(distanceBands).nullable(),
  lines: z.array(line),
  totalCents: cents.nullable(),
  problems: z.array(problem),
  cycleMonths: z.number(),
  fundingId: z.string().nullable(),
  fundingStatus: z.enum(['asked', 'granted', 'refused']).nullable(),
  askedCents: cents.nullable(),
  grantedCents: cents.nullable(),
  paidCents: cents,
  differenceCents: cents.nullable(),
  /** Whether granting would write anything, and why not. */
  canGrant: z.boolean(),
})
export type StayGrantView = z.infer<typeof stayGrant>

const filters = z.array(listFilter)
/** A figure in cents or a count, and the list that shows what it is made of. */
const figure = z.object({ value: z.number(), list: z.enum(['grants', 'instalments']), filters })
export type BudgetFigure = z.infer<typeof figure>

const budget = z.object({
  id: z.string(),
  name: z.string(),
  callYear: z.number(),
  action: z.enum(erasmusActions),
  agreementNumber: z.string().nullable(),
  /** Figures of its year, and the latest year before that has any. */
  rates: z.number(),
  copyFrom: z.number().nullable(),
  /** Cents; null where the envelope is not written down. */
  envelope: cents.nullable(),
  left: cents.nullable(),
  stays: figure,
  committed: figure,
  paid: figure,
  toGrant: figure,
  toPay: figure,
  toClaim: figure,
  zeroGrant: figure,
  blocked: figure,
  /** Stays beyond the months of Erasmus that the study cycle allows, earlier ones counted. */
  overCycle: figure,
})
export type CallBudget = z.infer<typeof budget>

const refused = z.object({
  id: z.string(),
  title: z.string(),
  reason: z.enum(['problems', 'no-scheme', 'aid-refused', 'nothing', 'unchanged']),
  problems: z.array(problem),
})
export type UngrantedStay = z.infer<typeof refused>
const report = z.object({ granted: z.number(), cents, refused: z.array(refused) })
export type GrantReport = z.infer<typeof report>

/** Erasmus+ grants: what the figures of a call give, granting it, and what is left of the envelope. */
export const grantsContract = {
  /** The grant of a stay; null when Erasmus+ neither pays nor counts it. Refused with `record-missing`. */
  ofStay: oc.input(z.object({ mobilityId: id })).output(stayGrant.nullable()),
  budgets: oc.output(
    z.object({
      calls: z.array(budget),
      /** Stays that belong to no call, or of which nobody can say to which. */
      withoutCall: figure,
      /** Figures of the years of these calls that the office has not chosen yet. */
      unsetRates: z.number(),
    }),
  ),
  /**
   * Begins the figures of a year with those of another, each marked as inferred. Figures that are there stay. As one
   * action.
   */
  copyRates: oc.input(z.object({ from: year, to: year })).output(z.object({ count: z.number() })),
  /** Grants each of some stays what it comes to, with its payments, as one action; says of each other why not. */
  give: oc.input(z.object({ mobilityIds: z.array(id).min(1).max(20_000) })).output(report),
}
