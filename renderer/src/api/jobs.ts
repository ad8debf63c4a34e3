import { useSyncExternalStore } from 'react'
import type { JobEvent, JobResult, JobStart } from '#shared/contract/jobs.ts'
import { client } from './client.ts'
import { refusalOf, type Refusal } from './refusal.ts'

/** A long work as the window shows it. */
export interface RunningJob {
  readonly jobId: string
  readonly kind: JobStart['kind']
  readonly label: string
  readonly event: Extract<JobEvent, { type: 'progress' }>
  readonly cancel: () => void
}

export type JobOutcome =
  /** `isUnwanted`: it was cancelled, but had just ended. */
  | { readonly type: 'done'; readonly result: JobResult; readonly isUnwanted: boolean }
  | { readonly type: 'cancelled' }
  | { readonly type: 'failed'; readonly refusal: Refusal }

/* Outside of any screen, so that leaving one does not cancel what it started. */
let running: readonly RunningJob[] = []
const listeners = new Set<() => void>()

function setRunning(next: readonly RunningJob[]): void {
  running = next
  for (const listener of listeners) listener()
}

/** Starts a work and follows it to its end. `label` names it in the user's words. */
export async function runJob(start: JobStart, label: string): Promise<JobOutcome> {
  try {
    const { jobId } = await client.jobs.start(start)
    try {
      return await follow(jobId, start.kind, label)
    } finally {
      setRunning(running.filter((job) => job.jobId !== jobId))
    }
  } catch (error) {
    return { type: 'failed', refusal: refusalOf(error) }
  }
}

async function follow(jobId: string, kind: JobStart['kind'], label: string): Promise<JobOutcome> {
  let isUnwanted = false
  const cancel = () => {
    isUnwanted = true
    void client.jobs.cancel({ jobId }) // a job that has just ended has nothing to cancel
  }
  for await (const event of await client.jobs.watch({ jobId })) {
    if (event.type === 'cancelled') return { type: 'cancelled' }
    if (event.type === 'failed') return { type: 'failed', refusal: { code: event.code, data: event.data } }
    if (event.type === 'done') break
    setRunning([...running.filter((job) => job.jobId !== jobId), { jobId, kind, label, event, cancel }])
  }
  return { type: 'done', result: await client.jobs.result({ jobId }), isUnwanted }
}

/** The works under way, whichever screen started them. */
export function useRunningJobs(): readonly RunningJob[] {
  return useSyncExternalStore(subscribe, () => running)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
