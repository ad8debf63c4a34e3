import type { Client } from '#shared/contract/index.ts'
import type { JobResult, JobStart } from '#shared/contract/jobs.ts'

/** Starts a job and waits for its end; a refusal is thrown as for any other call. */
export async function finish(client: Client, start: JobStart): Promise<JobResult> {
  const { jobId } = await client.jobs.start(start)
  const cancel = () => void client.jobs.cancel({ jobId }) // Ctrl C: the job ends by itself, nothing written
  process.once('SIGINT', cancel)
  try {
    return await client.jobs.result({ jobId })
  } finally {
    process.off('SIGINT', cancel)
  }
}
