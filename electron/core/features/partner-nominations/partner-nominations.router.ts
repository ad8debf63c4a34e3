import { os } from '#core/rpc/implement.ts'
import { deadlinesOf } from './deadlines.service.ts'
import { partnerDesk, recordSending } from './desk.service.ts'
import { assertMailTexts, readMailTexts, writeMailTexts } from './mail.service.ts'
import { listChannels } from './partner-nominations.repo.ts'
import { keepTemplate, lookAtTemplate, removeTemplate, templateOf } from './templates.service.ts'

export const partnerNominationsRouter = {
  desk: os.partnerNominations.desk.handler(({ input, context }) => partnerDesk(context, input)),
  channels: os.partnerNominations.channels.handler(({ context }) =>
    listChannels(context.office.current().connections.read),
  ),
  record: os.partnerNominations.record.handler(async ({ input, context }) => ({
    nominated: await recordSending(context, input),
  })),
  mailTexts: os.partnerNominations.mailTexts.handler(({ context }) =>
    readMailTexts(context.office.current().connections.read),
  ),
  saveMailTexts: os.partnerNominations.saveMailTexts.handler(async ({ input, context }) => {
    assertMailTexts(input)
    await context.office.current().door.change('setting.update', {}, (trx) => writeMailTexts(trx, input))
  }),
  deadlines: os.partnerNominations.deadlines.handler(async ({ context }) => {
    const { connections, words } = context.office.current()
    return [...(await deadlinesOf(connections.read, context.deps.clock.today(), words().formats.compare))]
  }),
  lookAtTemplate: os.partnerNominations.lookAtTemplate.handler(({ input, context }) =>
    lookAtTemplate(context, { institutionId: input.institutionId, file: input.file, header: input.header }),
  ),
  template: os.partnerNominations.template.handler(({ input, context }) =>
    templateOf(context.office.current(), input.institutionId),
  ),
  keepTemplate: os.partnerNominations.keepTemplate.handler(async ({ input, context }) => {
    const { institutionId, file, place, columns } = input
    await keepTemplate(context, { institutionId, file, place, columns })
  }),
  removeTemplate: os.partnerNominations.removeTemplate.handler(async ({ input, context }) => {
    await removeTemplate(context, input.institutionId)
  }),
}
