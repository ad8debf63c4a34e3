import { oc } from '@orpc/contract'
import * as z from 'zod'
import { schoolRulesSchema } from './school-rules.ts'
import { ledgerStatuses } from '#shared/domain/obligation-types.ts'
import { listNames } from '#shared/lists/types.ts'

/** Our own school, as nominations and reports name it. */
export const schoolSchema = z.object({
  name: z.string().min(1).max(300),
  erasmusCode: z.string().max(20),
  pic: z.string().max(9),
  oid: z.string().max(9),
  schac: z.string().max(100),
  city: z.string().max(100),
  coordinatorName: z.string().max(200),
  coordinatorEmail: z.string().max(200),
  athensCoordinatorName: z.string().max(200),
  athensCoordinatorEmail: z.string().max(200),
})
export type School = z.infer<typeof schoolSchema>

const savedView = z.object({ id: z.string(), list: z.enum(listNames), name: z.string(), view: z.string() })
export type SavedView = z.infer<typeof savedView>

const ledgerStatus = z.enum(ledgerStatuses)

/** What other rules would change for the students, before anything is saved. */
const rulesEffect = z.object({
  /** What keeps them from being saved: the rule by its place from 0, and its field. */
  problems: z.array(z.object({ index: z.number(), field: z.string(), text: z.string() })),
  students: z.number(),
  statusChanged: z.number(),
  /** Students whose weeks are others, and whose status is the same. */
  weeksChanged: z.number(),
  transitions: z.array(z.object({ from: ledgerStatus, to: ledgerStatus, count: z.number() })),
  /** The first of those whose status changes. */
  examples: z.array(
    z.object({
      id: z.string(),
      familyName: z.string(),
      givenNames: z.string(),
      cohort: z.string().nullable(),
      from: ledgerStatus,
      to: ledgerStatus,
      reason: z.string(),
    }),
  ),
})
export type RulesEffect = z.infer<typeof rulesEffect>

/** What the office file says of the school, and the views of lists that it keeps. */
export const settingsContract = {
  /** The name is empty until the user of a blank profile gives it. */
  school: oc.output(schoolSchema.extend({ name: z.string() })),
  updateSchool: oc.input(schoolSchema.partial()).output(z.object({ changed: z.boolean() })),
  /** What the school decides for itself: obligations, forms, semesters, programmes. */
  rules: oc.output(schoolRulesSchema),
  /** Tries the given parts in place of those in force, and writes nothing. */
  tryRules: oc.input(schoolRulesSchema.partial()).output(rulesEffect),
  /** Keeps the given parts. Refused (`rules-invalid`) while the effect tells problems. */
  saveRules: oc.input(schoolRulesSchema.partial()).output(z.object({ changed: z.boolean() })),
  views: oc.input(z.object({ list: z.enum(listNames) })).output(z.array(savedView)),
  saveView: oc
    .input(
      z.object({ list: z.enum(listNames), name: z.string().min(1).max(100), view: z.string().max(100_000) }),
    )
    .output(z.object({ id: z.string() })),
  removeView: oc.input(z.object({ id: z.string() })),
}
