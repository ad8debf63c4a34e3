import { nextStep, type MobilityStep } from '#shared/domain/mobility-steps.ts'
import type { StayFacts } from '#shared/domain/stay-facts.ts'
import type { OfficeServices } from '#core/features/office/office-services.ts'
import type { Clock, Ids } from '#core/ports/ports.ts'
import { titlesOf } from '#core/features/records/record-titles.ts'
import { plainIssue } from './mobilities.service.ts'
import { checkStayMove, moveMobilities, stepOf, type MoveReport } from './move-mobilities.service.ts'
import { withoutPlace } from './places-left.service.ts'
import { readStayFacts } from './stay-facts.repo.ts'
import { readStayRules, type OfficeStayRules } from './stay-rules.service.ts'

interface Asked {
  readonly ids: readonly string[]
  /** `next`: the step that follows for each stay, by its form. */
  readonly to: MobilityStep | 'next'
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
  const rules = await readStayRules(read)
  const facts = await readStayFacts(read, ids, { today, curriculum: rules.curriculum })
  const targets = targetsOf(facts, rules, to)
  const passing = facts.filter((stay) => isMovable(stay, rules, targets.get(stay.id)))
  const full = new Set<string>()
  for (const [step, group] of byTarget(ids, targets)) {
    const asking = passing.filter(({ id }) => group.includes(id))
    for (const id of (await withoutPlace(read, asking, step)).keys()) full.add(id)
  }
  const movable = passing.filter(({ id }) => !full.has(id))
  const titles = await titlesOf(read, office.words().t, 'mobility', ids)
  const titleOf = new Map(titles.map((one) => [one.id, one.title]))
  const params = { count: movable.length, step: to, title: titleOf.get(movable[0]?.id ?? '') ?? '' }
  const { result } = await office.door.change('mobility.move', params, async (trx) => {
    const reports: (MoveReport & { readonly to: MobilityStep })[] = []
    for (const [step, group] of byTarget(ids, targets)) {
      const input = { ids: group, to: step, ...(on === undefined ? {} : { on }), remark: remark ?? null }
      reports.push({ ...(await moveMobilities(trx, { ids: deps.ids, today }, input)), to: step })
    }
    return reports
  })
  const named = (id: string) => ({ id, title: titleOf.get(id) ?? '' })
  const ended = facts.filter((stay) => targets.get(stay.id) === undefined)
  return {
    moved: result.flatMap(({ moved }) =>
      moved.map(({ id, warnings }) => ({ ...named(id), warnings: warnings.map(plainIssue) })),
    ),
    refused: [
      ...result.flatMap(({ refused, to: step }) =>
        refused.map(({ id, from, reason, issues }) => ({
          ...named(id),
          from,
          to: step,
          reason,
          issues: issues.map(plainIssue),
        })),
      ),
      ...ended.map((stay) => ({
        ...named(stay.id),
        from: stepOf(stay),
        to: null,
        reason: 'at-the-end' as const,
        issues: [],
      })),
    ],
  }
}

/** The step that each stay is to move to; none for one at which nothing follows. */
function targetsOf(
  facts: readonly StayFacts[],
  rules: OfficeStayRules,
  to: Asked['to'],
): ReadonlyMap<string, MobilityStep> {
  const targets = new Map<string, MobilityStep>()
  for (const stay of facts) {
    const target = to === 'next' ? nextStep(rules.pathOf(stay.form), stepOf(stay)) : to
    if (target !== undefined) targets.set(stay.id, target)
  }
  return targets
}

function isMovable(stay: StayFacts, rules: OfficeStayRules, to: MobilityStep | undefined): boolean {
  return to !== undefined && checkStayMove(stay, rules, to).ok
}

function byTarget(
  ids: readonly string[],
  targets: ReadonlyMap<string, MobilityStep>,
): ReadonlyMap<MobilityStep, readonly string[]> {
  const groups = new Map<MobilityStep, string[]>()
  for (const id of ids) {
    const target = targets.get(id)
    if (target !== undefined) groups.set(target, [...(groups.get(target) ?? []), id])
  }
  return groups
}
