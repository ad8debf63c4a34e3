import * as z from 'zod'
import { mobilityForms, type FormRule } from '#shared/domain/form-rule.ts'
import {
  exemptionReasons,
  type ObligationRule,
  type ObligationSetup,
  type SemesterDates,
} from '#shared/domain/obligation-types.ts'
import { pipelineSteps } from '#shared/domain/mobility-steps.ts'
import { documentKinds } from '#shared/entities/stay-file.ts'
import { stayRulesSchema, type StayRulesSetting } from './stay-rules.ts'

/*
 * What a school decides for itself, as its office file keeps it: a profile fills it in once, the settings screen edits
 * it. Each part is a setting of its own, by its name.
 */

const form = z.enum(mobilityForms)
const name = z.string().min(1).max(200)
const monthDay = z.string().regex(/^--\d{2}-\d{2}$/)
const semesterNumber = z.number().int().min(1).max(12)
const cohortYear = z.number().int().min(1950).max(2149)

const counting = {
  counts: z.boolean(),
  minimumDays: z.number().int().min(1).max(1000).nullable(),
  mostWeeks: z.number().int().min(0).max(200).nullable(),
}

/** A form of stay: who answers for it, how it counts, its steps and documents. */
export const formRuleSchema: z.ZodType<FormRule> = z.object({
  form,
  office: z.string().max(200),
  counting: z.object(counting),
  approvals: z.array(name).max(20),
  steps: z
    .array(
      z.object({
        status: z.enum(pipelineSteps),
        office: z.string().max(200),
        approval: z.string().max(200),
      }),
    )
    .max(20),
  documents: z
    .array(
      z.object({
        code: z.enum(documentKinds),
        dueFrom: z.enum(['start', 'end']),
        dueDays: z.number().int().min(-1000).max(1000),
        step: z.enum(pipelineSteps),
        isRequired: z.boolean(),
        from: z.enum(['student', 'host', 'school']),
        validMonths: z.number().int().min(1).max(120).nullable(),
      }),
    )
    .max(60),
  fields: z.array(name).max(40),
  limits: z.object({
    minimumMonths: z.number().min(0).max(60).nullable(),
    maximumMonths: z.number().min(0).max(60).nullable(),
    minimumSemesters: z.number().int().min(0).max(12).nullable(),
    maximumSemesters: z.number().int().min(0).max(12).nullable(),
    isOncePerCycle: z.boolean(),
    endsBeforeLastSemester: z.boolean(),
  }),
})

/** Weeks abroad owed by some cohorts. */
export const obligationRuleSchema: z.ZodType<ObligationRule> = z.object({
  id: z.string().min(1).max(100),
  fromCohort: cohortYear.nullable(),
  toCohort: cohortYear.nullable(),
  programmes: z.array(name).max(50),
  requiredWeeks: z.number().int().min(1).max(200),
  apprenticeWeeks: z.number().int().min(0).max(200).nullable(),
  owedBy: z.enum(['every-student', 'schooled-entirely-in-france']),
  exemptions: z.array(z.object({ reason: z.enum(exemptionReasons), needsProof: z.boolean() })).max(20),
  formExceptions: z.array(z.object({ form, ...counting })).max(20),
  stays: z.enum(['several', 'one']),
  minimumDays: z.number().int().min(1).max(1000),
  firstSemester: semesterNumber.nullable(),
  lastSemester: semesterNumber.nullable(),
  dayCount: z.enum(['calendar', 'commercial']),
  rounding: z.enum(['down', 'nearest', 'up']),
  plannedFrom: z.enum(['applied', 'approved', 'selected', 'accepted', 'agreed']),
  validatedFrom: z.enum(['returned', 'recognised']),
  riskMonths: z.number().int().min(1).max(60).nullable(),
  aimPercent: z.number().min(0).max(100).nullable(),
})

const semesterSchema: z.ZodType<SemesterDates> = z.object({
  semester: z.enum(['autumn', 'spring']),
  start: monthDay,
  end: monthDay,
})

const trackSchema = z.object({
  name,
  department: z.string().max(200),
  /** ISCED-F 2013, four digits. */
  iscedCode: z.string().max(4),
  /** Whether the track is on the correspondence list of the regional semester. */
  isRegional: z.boolean(),
})
export type Track = Readonly<z.infer<typeof trackSchema>>

/** A curriculum that ends with a degree, and who follows it. */
const programmeSchema = z.object({
  name,
  studentStatus: z.enum(['student', 'apprentice']),
  tracks: z.array(trackSchema).max(100),
})
export interface Programme {
  readonly name: string
  readonly studentStatus: 'student' | 'apprentice'
  readonly tracks: readonly Track[]
}

/** How long studies last, and where the school lies (ISO 3166-1 alpha-2): what is there is not abroad. */
const curriculumSchema = z.object({
  cohortYear: z.enum(['graduation', 'entry']),
  lengthYears: z.number().int().min(1).max(10),
  day: monthDay,
  country: z.string().regex(/^[A-Z]{2}$/),
})
export type Curriculum = Readonly<z.infer<typeof curriculumSchema>>

export const schoolRulesSchema = z.object({
  semesters: z.array(semesterSchema).max(2),
  programmes: z.array(programmeSchema).max(50),
  forms: z.array(formRuleSchema).max(mobilityForms.length),
  obligations: z.array(obligationRuleSchema).max(30),
  curriculum: curriculumSchema,
  stayRules: stayRulesSchema,
})

/** All that a school decides for itself. */
export interface SchoolRules {
  readonly semesters: readonly SemesterDates[]
  readonly programmes: readonly Programme[]
  readonly forms: readonly FormRule[]
  readonly obligations: readonly ObligationRule[]
  readonly curriculum: Curriculum
  /** What guards the steps of each form beyond the usual, and the correspondence list of the regional semester. */
  readonly stayRules: StayRulesSetting
}

export const schoolRuleNames = [
  'semesters',
  'programmes',
  'forms',
  'obligations',
  'curriculum',
  'stayRules',
] as const

/** What the ledger needs of a school's rules. */
export function obligationSetupOf(rules: SchoolRules): ObligationSetup {
  const { country, ...graduation } = rules.curriculum
  return { rules: rules.obligations, forms: rules.forms, semesters: rules.semesters, graduation, country }
}
