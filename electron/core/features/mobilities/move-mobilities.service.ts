import { DomainError } from '#shared/domain/errors.ts'
import {
  checkMove,
  isMobilityStep,
  nextStep,
  type MobilityStep,
  type MoveOutcome,
  type MoveRefusal,
  type StepIssue,
} from '#shared/domain/mobility-steps.ts'
import { issuesAtStep } from '#shared/domain/stay-guards.ts'
import type { StayFacts } from '#shared/domain/stay-facts.ts'
import type { Trx } from '#core/db/change.ts'
import type { Ids } from '#core/ports/ports.ts'
import { insertSteps, setStatus } from './mobilities.repo.ts'
import { withoutPlace } from './places-left.service.ts'
import { readStayFacts } from './stay-facts.repo.ts'
import { readStayRules, type OfficeStayRules } from './stay-rules.service.ts'

/** What moving needs besides the transaction: ids for the steps kept, and the day. */
export interface MoveDeps {
  readonly ids: Ids
  readonly today: string
}

export interface MovedStay {
  readonly id: string
  readonly from: MobilityStep
  readonly warnings: readonly StepIssue[]
}

/** A stay that could not move, and why: `issues` name what is missing and where it is mended. */
export interface UnmovedStay {
  readonly id: string
  readonly from: MobilityStep
  readonly reason: MoveRefusal
  readonly issues: readonly StepIssue[]
}

export interface MoveReport {
  readonly moved: readonly MovedStay[]
  readonly refused: readonly UnmovedStay[]
}

/**
 * Moves stays to a step: the one way in which a status changes. Those whose form has no such step, or whose guards do
 * not let pass, or that would take a place where none is left and say no reason, stay where they are and are reported. To be called inside a change, which makes it one step to undo.
 * @throws DomainError `record-missing` when a stay is gone
 */
export async function moveMobilities(
  trx: Trx,
  deps: MoveDeps,
  input: {
    readonly ids: readonly string[]
    readonly to: MobilityStep
    /** The day it happened, `2026-11-24`; today unless said otherwise. */
    readonly on?: string
    readonly remark?: string | null
  },
): Promise<MoveReport> {
  const rules = await readStayRules(trx)
  const ids = [...new Set(input.ids)]
  const facts = await readStayFacts(trx, ids, { today: deps.today, curriculum: rules.curriculum })
  if (facts.length < ids.length) throw new DomainError('record-missing', { entity: 'mobility' })
  const moved: MovedStay[] = []
  const refused: UnmovedStay[] = []
  const outcomes = facts.map((stay) => ({ stay, outcome: checkStayMove(stay, rules, input.to) }))
  const passing = outcomes.filter(({ outcome }) => outcome.ok).map(({ stay }) => stay)
  const full = await withoutPlace(trx, passing, input.to)
  for (const { stay, outcome } of outcomes) {
    const from = stepOf(stay)
    const issue = full.get(stay.id)
    if (issue !== undefined) refused.push({ id: stay.id, from, reason: 'blocked', issues: [issue] })
    else if (outcome.ok) moved.push({ id: stay.id, from, warnings: outcome.warnings })
    else refused.push({ id: stay.id, from, reason: outcome.reason, issues: outcome.issues })
  }
  await setStatus(
    trx,
    moved.map((stay) => stay.id),
    input.to,
  )
  await insertSteps(
    trx,
    moved.map((stay) => ({
      id: deps.ids.next(),
      mobilityId: stay.id,
      fromStep: stay.from,
      step: input.to,
      movedOn: input.on ?? deps.today,
      remark: input.remark ?? null,
    })),
  )
  return { moved, refused }
}

/** Whether the school's rules let a stay move to a step. */
export function checkStayMove(facts: StayFacts, rules: OfficeStayRules, to: MobilityStep): MoveOutcome {
  const path = rules.pathOf(facts.form)
  const stayRules = rules.rulesOf(facts.form)
  const first = nextStep(path, 'draft')
  return checkMove(path, stepOf(facts), to, (step) => issuesAtStep(path, facts, stayRules, step, first))
}

/** The step at which a stay stands. */
export function stepOf({ id, status }: StayFacts): MobilityStep {
  if (!isMobilityStep(status)) throw new Error(`Mobility ${id} stands at ${status}`)
  return status
}

/** A refusal to move, as an error: for what cannot report each stay by itself. */
export function notMoved(title: string, to: MobilityStep, refused: UnmovedStay): DomainError {
  const issues = refused.issues.map(({ code, params }) => ({ code, params }))
  return new DomainError('mobility-not-moved', {
    title,
    step: to,
    from: refused.from,
    reason: refused.reason,
    issues: JSON.stringify(issues),
  })
}
