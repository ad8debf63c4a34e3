import type { Kysely } from 'kysely'
import * as z from 'zod'
import { mobilityForms } from '#shared/entities/mobility.ts'
import { formPath, type FormPath } from '#shared/domain/form-path.ts'
import type { StayRules } from '#shared/domain/stay-checks.ts'
import { stayRulesSchema, type OwnPath, type StayRulesSetting } from '#shared/contract/stay-rules.ts'
import type { Database } from '#core/db/schema.ts'

/** What the office's settings say of stays, ready to use. */
export interface OfficeStayRules {
  readonly homeCountry: string
  /** The forms that the profile has, each with the office in charge. */
  readonly offered: readonly { readonly form: string; readonly office: string }[]
  readonly pathOf: (form: string) => FormPath
  readonly rulesOf: (form: string) => StayRules
}

/** A file made before these rules were settings goes by the usual ones. */
const usual: StayRulesSetting = { homeCountry: 'FR', paths: [], correspondences: [] }

const storedForms = z.array(z.object({ form: z.string(), office: z.string() }))
const storedSemesters = z.array(z.object({ semester: z.string(), start: z.string() }))

/** Reads the school's forms, their steps and what guards them. */
export async function readStayRules(db: Kysely<Database>): Promise<OfficeStayRules> {
  const rows = await db
    .selectFrom('setting')
    .selectAll()
    .where('id', 'in', ['stayRules', 'forms', 'semesters'])
    .execute()
  const settings = new Map<string, unknown>(rows.map((row) => [row.id, JSON.parse(row.value)]))
  const setting = settings.has('stayRules') ? stayRulesSchema.parse(settings.get('stayRules')) : usual
  const offered = settings.has('forms')
    ? storedForms.parse(settings.get('forms'))
    : mobilityForms.map((form) => ({ form, office: '' }))
  const semesters = settings.has('semesters') ? storedSemesters.parse(settings.get('semesters')) : []
  const paths = new Map<string, FormPath>()
  const pathOf = (form: string): FormPath => {
    const known = paths.get(form)
    if (known !== undefined) return known
    const own = setting.paths.find((path) => path.form === form)
    const made = pathWith(form, own)
    paths.set(form, made)
    return made
  }
  return {
    homeCountry: setting.homeCountry,
    offered,
    pathOf,
    rulesOf: (form) => ({
      offered: offered.map((one) => one.form),
      path: pathOf(form),
      semesters,
      correspondences: setting.correspondences,
    }),
  }
}

/** The usual path of a form, with what the profile says differently. */
function pathWith(form: string, own: OwnPath | undefined): FormPath {
  const standard = formPath(form)
  if (own === undefined) return standard
  return {
    form,
    fields: own.fields ?? standard.fields,
    steps: own.steps ?? standard.steps,
    guards: own.guards ?? standard.guards,
    checks: { ...standard.checks, ...own.checks },
    limits: own.limits ?? standard.limits,
  }
}
