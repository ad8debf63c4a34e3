import { setImmediate } from 'node:timers/promises'
import { DomainError } from '#shared/domain/errors.ts'
import type { jobPhases } from '#shared/contract/jobs.ts'

/** What a work tells while it goes, and how it is stopped. */
export interface ImportJob {
  readonly signal: AbortSignal
  readonly onProgress: (phase: (typeof jobPhases)[number], done: number, total: number | null) => void
}

/** For works too short to be watched. */
export const quietJob: ImportJob = { signal: new AbortController().signal, onProgress: () => undefined }

/** Lets other calls through; stops the work when the user has cancelled it. */
export async function breathe(signal: AbortSignal): Promise<void> {
  await setImmediate()
  if (signal.aborted) throw new DomainError('job-cancelled')
}
