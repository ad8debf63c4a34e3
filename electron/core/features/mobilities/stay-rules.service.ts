import type { Kysely } from 'kysely'
import * as z from 'zod'
import { formRuleSchema, schoolRulesSchema, type Curriculum } from '#shared/contract/school-rules.ts'
import { stayRulesSchema, type StayRulesSetting } from '#shared/contract/stay-rules.ts'
import { schoolFormPath, type FormPath } from '#shared/domain/form-path.ts'
import type { FormRule } from '#shared/domain/form-rule.ts'
import type { StayRules } from '#shared/domain/stay-checks.ts'
import { mobilityForms } from '#shared/entities/mobility.ts'
import type { Database } from '#core/db/schema.ts'

/** What the office's settings say of stays, ready to use. */
export interface OfficeStayRules {
  readonly curriculum: Curriculum
  /** The forms that the profile has, each with the office in charge. */
  readonly offered: readonly { readonly form: string; readonly office: string }[]
  readonly pathOf: (form: string) => FormPath
  readonly rulesOf: (form: string) => StayRules
}

/** A file in which these settings were never written goes by the usual rules, and has every form. */
const usual: StayRulesSetting = { forms: [], correspondences: [] }
const usualCurriculum: Curriculum = {
  cohortYear: 'graduation',
  lengthYears: 3,
  day: '--09-30',
  country: 'FR',
}
const storedForms = z.array(formRuleSchema)

/** Reads the school's forms, their steps and what guards them. */
export async function readStayRules(db: Kysely<Database>): Promise<OfficeStayRules> {
  const ids = ['stayRules', 'forms', 'semesters', 'curriculum']
  const rows = await db.selectFrom('setting').selectAll().where('id', 'in', ids).execute()
  const settings = new Map<string, unknown>(rows.map((row) => [row.id, JSON.parse(row.value)]))
  const read = <T>(id: string, schema: z.ZodType<T>, otherwise: T): T =>
    settings.has(id) ? schema.parse(settings.get(id)) : otherwise
  const setting = read('stayRules', stayRulesSchema, usual)
  const forms = read<readonly FormRule[] | undefined>('forms', storedForms, undefined)
  const semesters = read('semesters', schoolRulesSchema.shape.semesters, [])
  const offered = forms ?? mobilityForms.map((form) => ({ form, office: '' }))
  const pathOf = keepPaths((form) =>
    schoolFormPath(
      form,
      forms?.find((rule) => rule.form === form),
      setting.forms.find((own) => own.form === form),
    ),
  )
  return {
    curriculum: read('curriculum', schoolRulesSchema.shape.curriculum, usualCurriculum),
    offered: offered.map(({ form, office }) => ({ form, office })),
    pathOf,
    rulesOf: (form) => ({
      offered: offered.map((one) => one.form),
      path: pathOf(form),
      semesters,
      correspondences: setting.correspondences,
    }),
  }
}

/** Works each path out once. */
function keepPaths(make: (form: string) => FormPath): (form: string) => FormPath {
  const kept = new Map<string, FormPath>()
  return (form) => {
    const path = kept.get(form) ?? make(form)
    kept.set(form, path)
    return path
  }
}
