import type { LinearSolver, Prices } from './linear-program.ts'
import { allocateMost } from './maximum-placement.ts'
import type { Prepared } from './prepare.ts'
import { allocateByPriority } from './priority-order.ts'
import { allocateStably } from './stable-matching.ts'
import type { AllocationRule, Assignment } from './types.ts'

export interface Allocated {
  readonly assignment: Assignment
  /** What proves the optimum of a maximum placement; null where the mechanism itself defines the result. */
  readonly prices: Prices | null
}

/** Whether a rule needs the solver. */
export function needsSolver(rule: AllocationRule): boolean {
  return rule.mechanism === 'max' && !rule.isFair
}

/**
 * Runs a mechanism. Maximum placement without justified envy *is* the stable matching: every result without justified
 * envy, even one that leaves seats empty, gives each student at most what deferred acceptance does (Wu and Roth 2018
 * for places alone; the exchange property of M♮-concave values carries it to pools and reserved seats), so that no
 * other places more students, more of those at risk, or at a better total rank.
 */
export function allocate(prepared: Prepared, rule: AllocationRule, solve: LinearSolver): Allocated {
  if (rule.mechanism === 'priority') return { assignment: allocateByPriority(prepared), prices: null }
  if (!needsSolver(rule)) return { assignment: allocateStably(prepared), prices: null }
  return allocateMost(prepared, rule, solve)
}
