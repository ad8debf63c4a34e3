import { os } from '#core/rpc/implement.ts'
import { readSchool } from '#core/features/settings/settings.service.ts'
import { compareCopies, officeCopy } from './comparison.service.ts'
import { checkEwp, importEwp } from './ewp.service.ts'

export const ewpRouter = {
  import: os.ewp.import.handler(async ({ input, context, signal }) => {
    const bytes = new Uint8Array(await input.file.arrayBuffer())
    const reading = { ...context.deps.sheets, ...(signal === undefined ? {} : { signal }) }
    return await importEwp(
      {
        office: context.office.current(),
        ids: context.deps.ids,
        today: context.deps.clock.today(),
        reading,
      },
      { file: { name: input.file.name, bytes }, as: input.as, isDryRun: input.dryRun },
    )
  }),
  copy: os.ewp.copy.handler(({ input, context }) => officeCopy(context.office.current(), input.agreementId)),
  compare: os.ewp.compare.handler(async ({ input, context, signal }) => {
    const office = context.office.current()
    const { clock, ids, log, sheets } = context.deps
    const reading = { ...sheets, ...(signal === undefined ? {} : { signal }) }
    const school = await readSchool(office.connections.read)
    return await compareCopies(office, { school, reading, clock, ids, log }, input.a, input.b)
  }),
  check: os.ewp.check.handler(({ context }) => checkEwp(context.office.current())),
}
