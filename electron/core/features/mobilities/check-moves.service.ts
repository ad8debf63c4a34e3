import type { Kysely } from 'kysely'
import type { MobilityStep, MoveOutcome } from '#shared/domain/mobility-steps.ts'
import type { StayFacts } from '#shared/domain/stay-facts.ts'
import type { Database } from '#core/db/schema.ts'
import { checkStayMove } from './move-mobilities.service.ts'
import { readStayFacts } from './stay-facts.repo.ts'
import { readStayRules } from './stay-rules.service.ts'

/** A move that is only thought of, with what would be written of the stay just before. */
export interface ThoughtMove {
  readonly id: string
  readonly to: MobilityStep
  readonly changed: Partial<Omit<StayFacts, 'id' | 'status'>>
}

/** What would come of some moves, by stay: nothing is written. Stays that are gone are left out. */
export async function checkMoves(
  db: Kysely<Database>,
  today: string,
  moves: readonly ThoughtMove[],
): Promise<ReadonlyMap<string, MoveOutcome>> {
  if (moves.length === 0) return new Map()
  const rules = await readStayRules(db)
  const facts = await readStayFacts(
    db,
    moves.map(({ id }) => id),
    { today, curriculum: rules.curriculum },
  )
  const moveById = new Map(moves.map((move) => [move.id, move]))
  return new Map(
    facts.flatMap((stay) => {
      const move = moveById.get(stay.id)
      return move === undefined
        ? []
        : [[stay.id, checkStayMove({ ...stay, ...move.changed }, rules, move.to)] as const]
    }),
  )
}
