import type { Database as RawDatabase } from 'better-sqlite3'
import { ledgersOf } from '#core/features/obligations/obligations.service.ts'
import { readSchoolRules } from '#core/features/settings/school-rules.ts'
import type { WeeksMissing } from './campaign-instance.ts'
import type { CampaignRow } from './campaigns.repo.ts'

/**
 * Weeks abroad that each student still has to find, by the ledgers of obligations: nothing for who owes none. The stays
 * that the campaign itself is about are left out: else its results would change what they were made from.
 */
export function readWeeksMissing(
  raw: RawDatabase,
  today: string,
  { academicYear, form }: Pick<CampaignRow, 'academicYear' | 'form'>,
): WeeksMissing {
  const own = raw
    .prepare<[string, string], string>('SELECT id FROM mobility WHERE academicYear = ? AND form = ?')
    .pluck()
    .all(academicYear, form)
  return new Map(
    ledgersOf(raw, today, readSchoolRules(raw), new Set(own)).map(
      ({ studentId, requiredWeeks, missingWeeks }) => [studentId, requiredWeeks === null ? 0 : missingWeeks],
    ),
  )
}
