import * as z from 'zod'
import { mobilityForms } from '#shared/domain/form-rule.ts'
import { guardCodes } from '#shared/domain/stay-guards.ts'
import { stayCheckCodes } from '#shared/domain/stay-checks.ts'
import { pipelineSteps } from '#shared/domain/mobility-steps.ts'

const level = z.enum(['block', 'warn', 'off'])

/** What holds stays of one form back, where the school differs from the usual. */
const ownGuardsSchema = z.object({
  form: z.enum(mobilityForms),
  guards: z.array(z.object({ step: z.enum(pipelineSteps), guard: z.enum(guardCodes), level })).optional(),
  checks: z.partialRecord(z.enum(stayCheckCodes), level).optional(),
  documentLevel: level.optional(),
})

/** The setting `stayRules`: what guards the steps of each form, and which tracks correspond to which regional school. */
export const stayRulesSchema = z.object({
  forms: z.array(ownGuardsSchema),
  /** For the regional semester: each school, named as its record is, with the tracks that correspond. */
  correspondences: z
    .array(z.object({ institution: z.string().min(1).max(300), tracks: z.array(z.string()).max(100) }))
    .max(100),
})
export type StayRulesSetting = z.infer<typeof stayRulesSchema>
