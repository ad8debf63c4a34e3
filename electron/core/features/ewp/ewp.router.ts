import { os } from '#core/rpc/implement.ts'
import { checkEwp, importEwp } from './ewp.service.ts'

export const ewpRouter = {
  import: os.ewp.import.handler(async ({ input, context, signal }) => {
    const bytes = new Uint8Array(await input.file.arrayBuffer())
    const reading = { ...context.deps.sheets, ...(signal === undefined ? {} : { signal }) }
    return await importEwp(
      { office: context.office.current(), ids: context.deps.ids, reading },
      { file: { name: input.file.name, bytes }, as: input.as, isDryRun: input.dryRun },
    )
  }),
  check: os.ewp.check.handler(({ context }) => checkEwp(context.office.current())),
}
