import { os } from '#core/rpc/implement.ts'
import { keepTemplate, lookAtTemplate, removeTemplate, templateOf } from './templates.service.ts'

export const partnerNominationsRouter = {
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
