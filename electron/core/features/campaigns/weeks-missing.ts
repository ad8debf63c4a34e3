import type { Database as RawDatabase } from 'better-sqlite3'
import { ledgersOf } from '#core/features/obligations/obligations.service.ts'
import type { WeeksMissing } from './campaign-instance.ts'

/** Weeks abroad that each student still has to find, by the ledgers of obligations: nothing for who owes none. */
export function readWeeksMissing(raw: RawDatabase, today: string): WeeksMissing {
  return new Map(
    ledgersOf(raw, today).map(({ studentId, requiredWeeks, missingWeeks }) => [
      studentId,
      requiredWeeks === null ? 0 : missingWeeks,
    ]),
  )
}
