import type { JobResult, JobStart } from '#shared/contract/jobs.ts'
import type { JobContext } from '#core/jobs/job-runner.ts'
import { os } from '#core/rpc/implement.ts'
import type { AppContext } from '#core/rpc/context.ts'
import { allocateCampaign } from '#core/features/campaigns/allocate.service.ts'
import { fillBm } from '#core/features/bm/fill.service.ts'
import { readBack } from '#core/features/bm/read-back.service.ts'
import { importRegister } from '#core/features/register/register.service.ts'
import { exportAndRecord } from '#core/features/exports/exports.service.ts'

export const jobsRouter = {
  start: os.jobs.start.handler(({ input, context }) => {
    context.office.current() // refused now rather than later, where nobody looks
    return { jobId: context.jobs.start((job) => run(input, context, job)) }
  }),
  watch: os.jobs.watch.handler(async function* ({ input, context, signal }) {
    yield* context.jobs.watch(input.jobId, signal)
  }),
  cancel: os.jobs.cancel.handler(({ input, context }) => context.jobs.cancel(input.jobId)),
  result: os.jobs.result.handler(({ input, context }) => context.jobs.result(input.jobId)),
}

async function run(start: JobStart, context: AppContext, job: JobContext): Promise<JobResult> {
  const office = context.office.current()
  switch (start.kind) {
    case 'import-read': {
      const bytes = new Uint8Array(await start.file.arrayBuffer())
      const importId = await office.imports.read(
        {
          kind: start.as,
          orElse: start.orElse ?? false,
          file: { name: start.file.name, bytes },
          ...(start.sheet === undefined ? {} : { sheet: start.sheet }),
        },
        job,
      )
      return { kind: 'import-read', importId, as: office.imports.get(importId).kind }
    }
    case 'import-apply': {
      const applied = await office.imports.apply(start.importId, job)
      job.onProgress('indexing', 0, null)
      await office.search.catchUp()
      return { kind: 'import-apply', ...applied }
    }
    case 'allocate':
      return await allocateCampaign(context, start, job)
    case 'register-import': {
      const bytes = new Uint8Array(await start.file.arrayBuffer())
      const { ids, clock, sheets = {} } = context.deps
      const report = await importRegister(
        { office, ids, clock, reading: sheets },
        { file: { name: start.file.name, bytes }, isDryRun: start.dryRun },
        job,
      )
      return { kind: 'register-import', report }
    }
    case 'bm-fill': {
      const bytes = new Uint8Array(await start.file.arrayBuffer())
      return await fillBm(context, { ...start, file: { name: start.file.name, bytes } }, job)
    }
    case 'bm-read-back': {
      const bytes = new Uint8Array(await start.file.arrayBuffer())
      const report = await readBack(context, { ...start, file: { name: start.file.name, bytes } }, job)
      return { kind: 'bm-read-back', report }
    }
    case 'export':
      return await exportAndRecord(context, start, job)
  }
}
