import { DomainError } from '#shared/domain/errors.ts'
import type { JobEvent, jobPhases, JobResult } from '#shared/contract/jobs.ts'
import type { Ids, Log } from '#core/ports/ports.ts'
import { createBroadcast, type Broadcast } from './broadcast.ts'

export type JobPhase = (typeof jobPhases)[number]

export interface JobContext {
  /** Aborted when the user cancels: look at it between batches. */
  readonly signal: AbortSignal
  readonly onProgress: (phase: JobPhase, done: number, total: number | null) => void
}

/** Starts long works and tells anyone who asks how far they are. */
export interface JobRunner {
  start(work: (context: JobContext) => Promise<JobResult>): string
  /** The present state first, then what follows; ends with the job. */
  watch(jobId: string, signal: AbortSignal | undefined): AsyncGenerator<JobEvent>
  cancel(jobId: string): void
  /** @throws DomainError `job-missing`, `job-cancelled`, or what the job was refused for */
  result(jobId: string): Promise<JobResult>
  /** Cancels what runs and waits for its end. */
  close(): Promise<void>
}

interface Job {
  readonly abort: AbortController
  readonly events: Broadcast<JobEvent>
  readonly outcome: Promise<JobResult>
  last: JobEvent
}

const progressEveryMs = 100
const keptJobs = 50

export function createJobRunner(deps: { readonly ids: Ids; readonly log: Log }): JobRunner {
  const jobs = new Map<string, Job>()

  const get = (jobId: string): Job => {
    const job = jobs.get(jobId)
    if (job === undefined) throw new DomainError('job-missing')
    return job
  }

  return {
    start(work) {
      const jobId = deps.ids.next()
      jobs.set(jobId, startJob(work, deps.log))
      forgetOldest(jobs)
      return jobId
    },
    async *watch(jobId, signal) {
      const job = get(jobId)
      const following = job.events.follow(signal)
      yield job.last
      if (job.last.type !== 'progress') return
      for await (const event of following) {
        yield event
        if (event.type !== 'progress') return
      }
    },
    cancel: (jobId) => get(jobId).abort.abort(),
    result: async (jobId) => await get(jobId).outcome,
    async close() {
      for (const job of jobs.values()) job.abort.abort()
      await Promise.allSettled([...jobs.values()].map((job) => job.outcome))
    },
  }
}

function startJob(work: (context: JobContext) => Promise<JobResult>, log: Log): Job {
  const abort = new AbortController()
  const events = createBroadcast<JobEvent>()
  let toldAt = 0
  const tell = (event: JobEvent) => {
    job.last = event
    const now = Date.now()
    if (event.type === 'progress' && now - toldAt < progressEveryMs) return
    toldAt = now
    events.send(event)
  }
  const run = async (): Promise<JobResult> => {
    try {
      const result = await work({
        signal: abort.signal,
        onProgress: (phase, done, total) => tell({ type: 'progress', phase, done, total }),
      })
      tell({ type: 'done' })
      return result
    } catch (error) {
      tell(abort.signal.aborted ? { type: 'cancelled' } : failureOf(error, log))
      throw abort.signal.aborted ? new DomainError('job-cancelled') : error
    } finally {
      events.end()
    }
  }
  const job: Job = {
    abort,
    events,
    last: { type: 'progress', phase: 'waiting', done: 0, total: null },
    outcome: Promise.resolve().then(run),
  }
  job.outcome.catch(() => undefined) // told by its event; whoever asks for the result gets it too
  return job
}

function failureOf(error: unknown, log: Log): JobEvent {
  if (error instanceof DomainError) return { type: 'failed', code: error.code, data: { ...error.data } }
  log.error('job-failed', error)
  return { type: 'failed', code: 'internal', data: {} }
}

function forgetOldest(jobs: Map<string, Job>): void {
  for (const [jobId, job] of jobs) {
    if (jobs.size <= keptJobs) return
    if (job.last.type !== 'progress') jobs.delete(jobId)
  }
}
