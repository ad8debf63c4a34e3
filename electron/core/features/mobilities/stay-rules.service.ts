import type { Database as RawDatabase } from 'better-sqlite3'
import type { Kysely } from 'kysely'
import * as z from 'zod'
import { formRuleSchema, schoolRulesSchema, type Curriculum } from '#shared/contract/school-rules.ts'
import { stayRulesSchema, type StayRulesSetting } from '#shared/contract/stay-rules.ts'
import { schoolFormPath, type FormPath } from '#shared/domain/form-path.ts'
import { mobilityForms, type FormRule, type FormStep } from '#shared/domain/form-rule.ts'
import type { StayRules } from '#shared/domain/stay-checks.ts'
import { createQueryBuilder, readNow } from '#core/db/read-now.ts'
import type { Database } from '#core/db/schema.ts'

/** A form that the school has: who answers for it and for its steps, and what must be agreed before. */
export interface OfferedForm {
  readonly form: string
  readonly office: string
  readonly approvals: readonly string[]
  readonly steps: readonly FormStep[]
}

/** What the office's settings say of stays, ready to use. */
export interface OfficeStayRules {
  readonly curriculum: Curriculum
  /** The forms that the profile has. */
  readonly offered: readonly OfferedForm[]
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

const settingIds = ['stayRules', 'forms', 'semesters', 'curriculum']

/** Reads the school's forms, their steps and what guards them. */
export async function readStayRules(db: Kysely<Database>): Promise<OfficeStayRules> {
  const rows = await db.selectFrom('setting').selectAll().where('id', 'in', settingIds).execute()
  return stayRulesOf(storedRules(rows))
}

/** The same, at once: for what is worked out for lists. */
export function readStayRulesNow(raw: RawDatabase): OfficeStayRules {
  const query = createQueryBuilder().selectFrom('setting').selectAll().where('id', 'in', settingIds)
  return stayRulesOf(storedRules(readNow(raw, query)))
}

/** What the settings of an office say of stays. */
export interface StayRuleSettings {
  readonly stayRules: StayRulesSetting
  /** Undefined in a file that says nothing of forms: it has every one. */
  readonly forms: readonly FormRule[] | undefined
  readonly semesters: StayRules['semesters']
  readonly curriculum: Curriculum
}

function storedRules(rows: readonly { readonly id: string; readonly value: string }[]): StayRuleSettings {
  const settings = new Map<string, unknown>(rows.map((row) => [row.id, JSON.parse(row.value)]))
  const read = <T>(id: string, schema: z.ZodType<T>, otherwise: T): T =>
    settings.has(id) ? schema.parse(settings.get(id)) : otherwise
  return {
    stayRules: read('stayRules', stayRulesSchema, usual),
    forms: read<readonly FormRule[] | undefined>('forms', storedForms, undefined),
    semesters: read('semesters', schoolRulesSchema.shape.semesters, []),
    curriculum: read('curriculum', schoolRulesSchema.shape.curriculum, usualCurriculum),
  }
}

/** The rules that some settings come to: those in force, or others that are tried. */
export function stayRulesOf({ stayRules, forms, semesters, curriculum }: StayRuleSettings): OfficeStayRules {
  const offered = forms ?? mobilityForms.map((form) => ({ form, office: '', approvals: [], steps: [] }))
  const pathOf = keepPaths((form) =>
    schoolFormPath(
      form,
      forms?.find((rule) => rule.form === form),
      stayRules.forms.find((own) => own.form === form),
    ),
  )
  return {
    curriculum,
    offered,
    pathOf,
    rulesOf: (form) => ({
      offered: offered.map((one) => one.form),
      path: pathOf(form),
      semesters,
      correspondences: stayRules.correspondences,
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
