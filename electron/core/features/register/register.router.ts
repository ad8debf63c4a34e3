import { os } from '#core/rpc/implement.ts'
import { compareRegisters, importRegister } from './register.service.ts'

export const registerRouter = {
  import: os.register.import.handler(async ({ input, context, signal }) => {
    const bytes = new Uint8Array(await input.file.arrayBuffer())
    const { ids, clock, sheets = {} } = context.deps
    const job = { signal: signal ?? new AbortController().signal, onProgress: () => undefined }
    return await importRegister(
      { office: context.office.current(), ids, clock, reading: sheets },
      { file: { name: input.file.name, bytes }, listDate: input.listDate, isDryRun: input.dryRun },
      job,
    )
  }),
  compare: os.register.compare.handler(({ context }) => compareRegisters(context.office.current())),
}
