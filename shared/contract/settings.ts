import { oc } from '@orpc/contract'
import * as z from 'zod'
import { schoolRulesSchema } from './school-rules.ts'
import { ledgerStatuses } from '#shared/domain/obligation-types.ts'
import { mobilityForms } from '#shared/domain/form-rule.ts'
import { mobilityStatuses } from '#shared/entities/mobility.ts'
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

/** How many stays, and those of them that a list can show; none where they are too many to be named. */
const someStays = z.object({ count: z.number(), ids: z.array(z.string()) })

/** What other forms would change for the stays that are under way. */
const staysEffect = z.object({
  /** Stays at a step that their form would no longer have. */
  lostSteps: z.array(someStays.extend({ form: z.enum(mobilityForms), step: z.enum(mobilityStatuses) })),
  /** Stays of a form that the school would no longer have. */
  lostForms: z.array(someStays.extend({ form: z.enum(mobilityForms) })),
  /** Stays that could go on, and would be held back. */
  held: someStays,
  /** Stays that are held back, and could go on. */
  freed: someStays,
  /** Stays of which a step behind would ask for something that is not there. */
  lacking: someStays,
})
export type StaysEffect = z.infer<typeof staysEffect>

/** What other rules would change for the students, before anything is saved. */
const rulesEffect = z.object({
  /** What keeps them from being saved: the part, the rule by its place from 0 in it, and its field. */
  problems: z.array(
    z.object({
      part: z.enum(['obligations', 'forms', 'correspondences']),
      index: z.number(),
      field: z.string(),
      text: z.string(),
    }),
  ),
  /** What they do to the stays; null where nothing that concerns stays is changed. */
  stays: staysEffect.nullable(),
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
