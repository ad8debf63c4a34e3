import { allocate, needsSolver } from '#shared/domain/allocation/allocate.ts'
import { certify } from '#shared/domain/allocation/certificate.ts'
import { prepareInstance } from '#shared/domain/allocation/prepare.ts'
import type { AllocationAnswer, AllocationRequest } from './allocation-messages.ts'
import { loadSolver } from './linear-solver.ts'

/** Runs one allocation to its end and certifies it: blocks, so that it belongs in a thread. */
export async function performAllocation(
  { instance, rule }: AllocationRequest,
  tell: (answer: AllocationAnswer) => void,
): Promise<void> {
  const prepared = prepareInstance(instance, rule.seed)
  if (!prepared.ok) return tell({ type: 'refused', problems: prepared.error })
  tell({ type: 'progress', phase: 'allocating' })
  const solve = needsSolver(rule)
    ? await loadSolver()
    : () => {
        throw new Error(`${rule.mechanism} needs no solver`)
      }
  const { assignment, prices } = allocate(prepared.value, rule, solve)
  tell({ type: 'progress', phase: 'certifying' })
  const certificate = certify(prepared.value, rule, assignment, prices)
  tell({ type: 'done', outcome: { assignment, prices, certificate } })
}
