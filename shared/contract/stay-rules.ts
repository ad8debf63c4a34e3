import * as z from 'zod'
import { mobilityForms } from '#shared/entities/mobility.ts'
import { guardCodes } from '#shared/domain/stay-guards.ts'
import { stayCheckCodes } from '#shared/domain/stay-checks.ts'
import { pipelineSteps } from '#shared/domain/mobility-steps.ts'

const level = z.enum(['block', 'warn', 'off'])

/** What a profile says of one form beyond the usual: whatever is left out is as `formPath` has it. */
export const ownPathSchema = z.object({
  form: z.enum(mobilityForms),
  fields: z.array(z.string()).optional(),
  steps: z.array(z.enum(pipelineSteps)).optional(),
  guards: z.array(z.object({ step: z.enum(pipelineSteps), guard: z.enum(guardCodes), level })).optional(),
  checks: z.partialRecord(z.enum(stayCheckCodes), level).optional(),
  limits: z.object({ minMonths: z.number().nullable(), maxMonths: z.number().nullable() }).optional(),
})
export type OwnPath = z.infer<typeof ownPathSchema>

/** The setting `stayRules`: how the forms of the school differ from the usual, and what their checks need. */
export const stayRulesSchema = z.object({
  /** ISO 3166-1 code of the school's own country. */
  homeCountry: z.string().length(2),
  paths: z.array(ownPathSchema),
  /** For the regional semester: each school, named as its record is, with the tracks that correspond. */
  correspondences: z.array(z.object({ institution: z.string(), tracks: z.array(z.string()) })),
})
export type StayRulesSetting = z.infer<typeof stayRulesSchema>
