import type { AppContext } from '#core/rpc/context.ts'
import { readInstance, type CampaignInstance } from './campaign-instance.ts'
import type { CampaignRow } from './campaigns.repo.ts'
import { readWeeksMissing } from './weeks-missing.ts'

/** The campaign as it is now. */
export async function presentInstance(context: AppContext, campaign: CampaignRow): Promise<CampaignInstance> {
  const office = context.office.current()
  const weeksMissing = readWeeksMissing(office.connections.rawReader, context.deps.clock.today(), campaign)
  return await readInstance(office.connections.read, campaign, weeksMissing)
}
