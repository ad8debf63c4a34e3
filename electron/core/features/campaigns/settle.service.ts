import { DomainError } from '#shared/domain/errors.ts'
import type { JobStart } from '#shared/contract/jobs.ts'
import { createBulkWriter } from '#core/db/bulk.ts'
import type { AppContext } from '#core/rpc/context.ts'
import type { CampaignInstance } from './campaign-instance.ts'
import { listScenarios } from './campaigns.repo.ts'
import { recordDecision } from './decide.service.ts'
import { keepScenario } from './keep-scenario.ts'
import { publish, type Published } from './publish.service.ts'
import { countDifferences, type Snapshot } from './snapshot.ts'

type Asked = Extract<JobStart, { kind: 'allocate' }>

interface Settling {
  readonly snapshot: Snapshot
  readonly settled: NonNullable<Asked['settle']>
  readonly trial: Asked['trial']
  /** What the result should have been made from, read again. */
  readonly instanceNow: () => Promise<CampaignInstance>
}

/**
 * Decides what was tried, keeps its result and, when asked, publishes it: one action, one step to undo. So a student
 * withdraws and the freed place is offered again, or somebody is placed by hand.
 * @throws DomainError `scenario-not-certified`, `scenario-stale`
 */
export async function settle(
  context: AppContext,
  { snapshot, settled, trial, instanceNow }: Settling,
): Promise<{ readonly scenarioId: string; readonly published: Published | null }> {
  const { door, connections } = context.office.current()
  const { campaign } = snapshot
  if (!snapshot.certificate.isValid) throw new DomainError('scenario-not-certified')
  const deps = { ids: context.deps.ids, today: context.deps.clock.today() }
  const { insert } = createBulkWriter(connections.raw, 'mobility')
  const title = await titleOf(context, trial)
  const label = settled.publish ? 'campaign.reoffer' : 'campaign.decide'
  const { result } = await door.change(label, { title }, async (trx) => {
    const differences = countDifferences(snapshot, await instanceNow())
    if (differences > 0) throw new DomainError('scenario-stale', { count: differences })
    const isPublished = (await listScenarios(trx, campaign.id)).some(
      ({ publishedOn }) => publishedOn !== null,
    )
    for (const decision of trial) {
      const own = { ...decision, campaignId: campaign.id, reason: settled.reason }
      await recordDecision(trx, context.deps, { decision: own, campaign, isPublished })
    }
    const scenarioId = await keepScenario(trx, context, settled.name, snapshot)
    if (!settled.publish) return { scenarioId, published: null }
    const publishing = { campaign, snapshot, scenarioId, insert, reason: settled.overbookingReason }
    return { scenarioId, published: await publish(trx, deps, publishing) }
  })
  return result
}

/** Whom it is about, as the history tells it. */
async function titleOf(context: AppContext, trial: Asked['trial']): Promise<string> {
  const student = await context.office
    .current()
    .connections.read.selectFrom('student')
    .select(['familyName', 'givenNames'])
    .where('id', '=', trial[0]?.studentId ?? '')
    .executeTakeFirst()
  return student === undefined ? '' : `${student.familyName} ${student.givenNames}`
}
