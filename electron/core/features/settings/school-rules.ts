import type { Database as RawDatabase } from 'better-sqlite3'
import type * as z from 'zod'
import { schoolRuleNames, schoolRulesSchema, type SchoolRules } from '#shared/contract/school-rules.ts'
import type { Trx } from '#core/db/change.ts'

/** What the school decides for itself, as the office file keeps it. */
export function readSchoolRules(raw: RawDatabase): z.infer<typeof schoolRulesSchema> {
  const find = raw.prepare<[string], { value: string }>('SELECT value FROM setting WHERE id = ?')
  const stored = schoolRuleNames.flatMap((name) => {
    const row = find.get(name)
    return row === undefined ? [] : [[name, JSON.parse(row.value)] as const]
  })
  return schoolRulesSchema.parse(Object.fromEntries(stored))
}

/** The parts that are given, without those that are not. */
export function givenRules(input: {
  readonly [N in keyof SchoolRules]?: SchoolRules[N] | undefined
}): Partial<SchoolRules> {
  const { semesters, programmes, forms, obligations, curriculum, stayRules } = input
  return {
    ...(semesters === undefined ? {} : { semesters }),
    ...(programmes === undefined ? {} : { programmes }),
    ...(forms === undefined ? {} : { forms }),
    ...(obligations === undefined ? {} : { obligations }),
    ...(curriculum === undefined ? {} : { curriculum }),
    ...(stayRules === undefined ? {} : { stayRules }),
  }
}

/** Keeps the parts that are given and are other than before; both have been read by the same schema. */
export async function writeSchoolRules(
  trx: Trx,
  before: SchoolRules,
  patch: Partial<SchoolRules>,
): Promise<void> {
  for (const name of schoolRuleNames) {
    const part = patch[name]
    if (part === undefined || JSON.stringify(part) === JSON.stringify(before[name])) continue
    await trx
      .updateTable('setting')
      .set({ value: JSON.stringify(part) })
      .where('id', '=', name)
      .execute()
  }
}
