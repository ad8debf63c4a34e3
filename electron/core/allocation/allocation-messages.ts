import type { InstanceProblem } from '#shared/domain/allocation/problems.ts'
import type { Certificate } from '#shared/domain/allocation/certificate.ts'
import type { Prices } from '#shared/domain/allocation/linear-program.ts'
import type { AllocationInstance, AllocationRule, Assignment } from '#shared/domain/allocation/types.ts'

/** What the thread is asked. */
export interface AllocationRequest {
  readonly instance: AllocationInstance
  readonly rule: AllocationRule
}

export interface AllocationOutcome {
  readonly assignment: Assignment
  readonly prices: Prices | null
  readonly certificate: Certificate
}

/** What the thread says. */
export type AllocationAnswer =
  | { readonly type: 'progress'; readonly phase: 'allocating' | 'certifying' }
  | { readonly type: 'done'; readonly outcome: AllocationOutcome }
  | { readonly type: 'refused'; readonly problems: readonly InstanceProblem[] }
