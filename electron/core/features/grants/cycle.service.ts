import type { Database as RawDatabase } from 'better-sqlite3'
import type { Kysely } from 'kysely'
import { cycleExcess, isGivenUp, monthsInCycle, type CycleExcess } from '#shared/domain/study-cycle.ts'
import type { Database } from '#core/db/schema.ts'
import {
  callOf,
  datesOf,
  eligibleScheme,
  isErasmus,
  monthsBefore,
  openWorld,
  type GrantWorld,
} from './grant-world.ts'
import { findGrantRows, readGrantRows, type GrantRows, type StayRow } from './grants.repo.ts'

/** By stay, those that bring the student over the months of the study cycle. */
export type CycleExcesses = ReadonlyMap<string, CycleExcess>

/** Of some stays, those that bring their student over the months that Erasmus+ gives in a study cycle. */
export async function findCycleExcesses(
  db: Kysely<Database>,
  ids: readonly string[],
): Promise<CycleExcesses> {
  return excessesOf(await findGrantRows(db, ids), ids)
}

/** The same, at once: for what is worked out for lists. */
export function readCycleExcesses(raw: RawDatabase, ids: readonly string[]): CycleExcesses {
  return excessesOf(readGrantRows(raw, ids), ids)
}

function excessesOf(rows: GrantRows, ids: readonly string[]): CycleExcesses {
  const world = openWorld(rows)
  const asked = new Set(ids)
  return new Map(
    world.stays
      .filter((stay) => asked.has(stay.id))
      .flatMap((stay) => {
        const excess = excessOf(stay, world)
        return excess === undefined ? [] : [[stay.id, excess] as const]
      }),
  )
}

/** Only a stay that Erasmus+ pays, counts or could pay uses months; its call says how many there are. */
function excessOf(stay: StayRow, world: GrantWorld): CycleExcess | undefined {
  const { call } = callOf(stay, world.calls)
  if (call === undefined || isGivenUp(stay)) return undefined
  const months = monthsInCycle(datesOf(stay, world), monthsBefore(stay, world))
  const excess = cycleExcess(months, stay.isSingleCycle === 1, call)
  if (excess === undefined) return undefined
  return isErasmus(stay, world) || eligibleScheme(stay, world) !== undefined ? excess : undefined
}
