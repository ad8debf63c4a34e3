import { oc } from '@orpc/contract'
import * as z from 'zod'
import { ledgerStatuses } from '#shared/domain/obligation-types.ts'
import { listFilter } from './list-filter.ts'

const ledgerStatus = z.enum(ledgerStatuses)

/** A figure and the list of its rows. */
const figure = z.object({ count: z.number(), filters: z.array(listFilter) })
export type ObligationFigure = z.infer<typeof figure>

/** One stay in the ledger of a student, with its sentence. */
const line = z.object({
  stayId: z.string(),
  form: z.string(),
  status: z.string(),
  host: z.string().nullable(),
  country: z.string().nullable(),
  start: z.string().nullable(),
  end: z.string().nullable(),
  isReal: z.boolean(),
  days: z.number(),
  acquiredDays: z.number(),
  plannedDays: z.number(),
  reason: z.string(),
})

const problem = z.object({
  entity: z.enum(['student', 'mobility']),
  id: z.string(),
  field: z.string(),
  text: z.string(),
})

const ledger = z.object({
  requiredWeeks: z.number().nullable(),
  acquiredWeeks: z.number(),
  plannedWeeks: z.number(),
  missingWeeks: z.number(),
  status: ledgerStatus,
  reason: z.string(),
  endOfStudies: z.string().nullable(),
  monthsLeft: z.number().nullable(),
  lines: z.array(line),
  problems: z.array(problem),
})
export type StudentLedgerView = z.infer<typeof ledger>

/** One cohort: how its students stand, and those at risk by the months they have left. */
const cohort = z.object({
  /** Null for the students without cohort. */
  cohort: z.string().nullable(),
  endOfStudies: z.string().nullable(),
  students: figure,
  byStatus: z.record(ledgerStatus, figure),
  /** Weeks that are asked of this cohort; several when its students fall under several rules. */
  requiredWeeks: z.array(z.number()),
  /** Part of those who owe it that have met it, and that will have once what is planned is done; in percent. */
  metPercent: z.number().nullable(),
  expectedPercent: z.number().nullable(),
  /** What the school aims at, in percent. */
  aimPercent: z.number().nullable(),
  /** Those who are short of the aim. */
  toAim: figure,
  problems: figure,
})
export type CohortForecast = z.infer<typeof cohort>

const monthsRow = z.object({
  /** Null where the end of studies is not known. */
  monthsLeft: z.number().nullable(),
  endOfStudies: z.string().nullable(),
  atRisk: figure,
  /** Of those, the ones with nothing validated and nothing planned. */
  nothing: figure,
  missingWeeks: z.number(),
})
export type MonthsLeftRow = z.infer<typeof monthsRow>

/** Who will graduate without the weeks abroad they owe, and why. */
export const obligationsContract = {
  ledger: oc.input(z.object({ id: z.string() })).output(ledger),
  forecast: oc.output(
    z.object({
      cohorts: z.array(cohort),
      monthsLeft: z.array(monthsRow),
      reasons: z.array(z.object({ code: z.string(), figure })),
      stays: z.array(z.object({ code: z.string(), figure })),
    }),
  ),
}
