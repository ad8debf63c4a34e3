import type { Database as RawDatabase } from 'better-sqlite3'
import { schoolRuleNames, schoolRulesSchema, type SchoolRules } from '#shared/contract/school-rules.ts'
import type { Trx } from '#core/db/change.ts'

/** What the school decides for itself, as the office file keeps it. */
export function readSchoolRules(raw: RawDatabase): SchoolRules {
  const find = raw.prepare<[string], { value: string }>('SELECT value FROM setting WHERE id = ?')
  const stored = schoolRuleNames.flatMap((name) => {
    const row = find.get(name)
    return row === undefined ? [] : [[name, JSON.parse(row.value)] as const]
  })
  return schoolRulesSchema.parse(Object.fromEntries(stored))
}

/** Keeps the parts that are given. */
export async function writeSchoolRules(trx: Trx, patch: Partial<SchoolRules>): Promise<void> {
  for (const name of schoolRuleNames) {
    const part = patch[name]
    if (part === undefined) continue
    await trx
      .updateTable('setting')
      .set({ value: JSON.stringify(part) })
      .where('id', '=', name)
      .execute()
  }
}
