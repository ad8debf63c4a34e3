import { os } from '#core/rpc/implement.ts'
import { findOrMakeHost } from './hosts.service.ts'
import { pipelineProspects } from './pipeline.service.ts'
import { schoolForms, stayOutlook } from './mobilities.service.ts'
import { moveAndReport } from './move-report.service.ts'

export const mobilitiesRouter = {
  forms: os.mobilities.forms.handler(({ context }) => schoolForms(context.office.current().connections.read)),
  pipeline: os.mobilities.pipeline.handler(({ input, context }) =>
    pipelineProspects(context.office.current(), input),
  ),
  outlook: os.mobilities.outlook.handler(({ input, context }) =>
    stayOutlook(context.office.current().connections.read, input.id, context.deps.clock.today()),
  ),
  move: os.mobilities.move.handler(({ input, context }) =>
    moveAndReport(context.office.current(), context.deps, input),
  ),
  host: os.mobilities.host.handler(({ input, context }) => findOrMakeHost(context.office.current(), input)),
}
