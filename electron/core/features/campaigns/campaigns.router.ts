import { os } from '#core/rpc/implement.ts'
import {
  compareScenarios,
  getCampaign,
  listAll,
  placeDemand,
  scenarioBoard,
  studentReasons,
} from './campaigns.service.ts'
import { decide, removeScenario } from './decide.service.ts'
import { importInstance } from './import-instance.service.ts'
import { previewPublication, publishScenario } from './publish.service.ts'

export const campaignsRouter = {
  list: os.campaigns.list.handler(({ context }) => listAll(context)),
  get: os.campaigns.get.handler(({ input, context }) => getCampaign(context, input.campaignId)),
  scenario: os.campaigns.scenario.handler(({ input, context }) => scenarioBoard(context, input.scenarioId)),
  reasons: os.campaigns.reasons.handler(({ input, context }) =>
    studentReasons(context, input.scenarioId, input.studentId),
  ),
  demand: os.campaigns.demand.handler(({ input, context }) =>
    placeDemand(context, input.scenarioId, input.placeId),
  ),
  compare: os.campaigns.compare.handler(({ input, context }) =>
    compareScenarios(context, input.firstId, input.secondId),
  ),
  decide: os.campaigns.decide.handler(({ input, context }) => decide(context, input)),
  publishPreview: os.campaigns.publishPreview.handler(({ input, context }) =>
    previewPublication(context, input.scenarioId),
  ),
  publish: os.campaigns.publish.handler(({ input, context }) => publishScenario(context, input)),
  remove: os.campaigns.remove.handler(({ input, context }) => removeScenario(context, input.scenarioId)),
  importInstance: os.campaigns.importInstance.handler(async ({ input, context }) => {
    const bytes = new Uint8Array(await input.file.arrayBuffer())
    return await importInstance(context, { name: input.file.name, bytes })
  }),
}
