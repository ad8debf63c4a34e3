import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { DomainError } from '#shared/domain/errors.ts'
import type { InstanceProblem } from '#shared/domain/allocation/problems.ts'
import type { JobContext } from '#core/jobs/job-runner.ts'
import type { AllocationAnswer, AllocationOutcome, AllocationRequest } from './allocation-messages.ts'

/** Ten times what 10,000 students with 10 wishes take; a thread that exceeds it ends alone. */
const mostHeapMb = 2048

/**
 * Allocates in a thread of its own, so that nothing else waits; cancelling ends the thread at once, also in the middle
 * of the solver.
 * @throws DomainError `job-cancelled`, `campaign-invalid`
 */
export function runAllocation(request: AllocationRequest, job: JobContext): Promise<AllocationOutcome> {
  const { signal, onProgress } = job
  if (signal.aborted) return Promise.reject(new DomainError('job-cancelled'))
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerEntry(), {
      workerData: request,
      resourceLimits: { maxOldGenerationSizeMb: mostHeapMb },
    })
    let outcome: AllocationOutcome | undefined
    let failure: unknown = new Error('The allocation ended without a result')
    const stop = () => void worker.terminate()
    signal.addEventListener('abort', stop, { once: true })
    worker.on('message', (answer: AllocationAnswer) => {
      if (answer.type === 'progress') onProgress(answer.phase, 0, null)
      else if (answer.type === 'done') outcome = answer.outcome
      else failure = problemError(answer.problems)
    })
    worker.on('error', (error) => {
      failure = error
    })
    worker.on('exit', () => {
      signal.removeEventListener('abort', stop)
      if (signal.aborted) reject(new DomainError('job-cancelled'))
      else if (outcome === undefined) reject(failure)
      else resolve(outcome)
    })
  })
}

/** The first contradiction of an instance, as a refusal; the count says how many there are. */
function problemError(problems: readonly InstanceProblem[]): DomainError {
  const [first] = problems
  return new DomainError('campaign-invalid', {
    ...first?.params,
    problem: first?.code ?? 'unknown',
    problems: problems.length,
  })
}

/** The thread's program: beside this file in the sources; at the top of the bundle, whose parts may be in a folder. */
function workerEntry(): URL {
  const here = import.meta.url
  if (here.endsWith('.ts')) return new URL('./allocation-worker.ts', here)
  const beside = new URL('./allocation-worker.js', here)
  return existsSync(fileURLToPath(beside)) ? beside : new URL('../allocation-worker.js', here)
}
