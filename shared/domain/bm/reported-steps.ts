import { pipelineSteps } from '#shared/domain/mobility-steps.ts'

/**
 * Whether the module is told of a stay at this step: from the day it is selected on, and also one that was interrupted,
 * whose days count. That reporting begins with the selection is inferred: the module takes drafts.
 */
export function isOnPath(step: string): boolean {
  if (step === 'interrupted') return true
  const at = pipelineSteps.findIndex((one) => one === step)
  return at >= pipelineSteps.indexOf('selected')
}

/** Whether a stay at this step has come to its end. */
export function isOver(step: string): boolean {
  return step === 'returned' || step === 'recognised' || step === 'interrupted'
}
