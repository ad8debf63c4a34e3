import { isMobilityStep, type MobilityStep } from '#shared/domain/mobility-steps.ts'
import type { OfficeServices } from '#core/features/office/office-services.ts'
import type { Clock, Ids } from '#core/ports/ports.ts'
import { titlesOf } from '#core/features/records/record-titles.ts'
import { plainIssue } from './mobilities.service.ts'
import { checkStayMove, moveMobilities } from './move-mobilities.service.ts'
import { readStayFacts } from './stay-facts.repo.ts'
import { readStayRules } from './stay-rules.service.ts'

interface Asked {
  readonly ids: readonly string[]
  readonly to: MobilityStep
  readonly on?: string | undefined
  readonly remark?: string | undefined
}

/** Moves stays as one action, told by how many move, and reports each by its title. */
export async function moveAndReport(
  office: OfficeServices,
  deps: { readonly ids: Ids; readonly clock: Clock },
  { ids, to, on, remark }: Asked,
) {
  const { read } = office.connections
  const today = deps.clock.today()
  const movable = await countMovable(office, ids, to, today)
  const titles = await titlesOf(read, office.words().t, 'mobility', ids)
  const titleOf = new Map(titles.map((one) => [one.id, one.title]))
  const [first] = movable
  const params = { count: movable.length, step: to, title: titleOf.get(first ?? '') ?? '' }
  const { result } = await office.door.change('mobility.move', params, (trx) =>
    moveMobilities(
      trx,
      { ids: deps.ids, today },
      { ids, to, ...(on === undefined ? {} : { on }), remark: remark ?? null },
    ),
  )
  const named = (id: string) => ({ id, title: titleOf.get(id) ?? '' })
  return {
    moved: result.moved.map(({ id, warnings }) => ({ ...named(id), warnings: warnings.map(plainIssue) })),
    refused: result.refused.map(({ id, from, reason, issues }) => ({
      ...named(id),
      from,
      reason,
      issues: issues.map(plainIssue),
    })),
  }
}

/** Which of some stays would move: the action is told by it. */
async function countMovable(
  { connections: { read } }: OfficeServices,
  ids: readonly string[],
  to: MobilityStep,
  today: string,
): Promise<readonly string[]> {
  const rules = await readStayRules(read)
  const facts = await readStayFacts(read, ids, { today, curriculum: rules.curriculum })
  return facts
    .filter((stay) => isMobilityStep(stay.status) && checkStayMove(stay, rules, to).ok)
    .map((stay) => stay.id)
}
