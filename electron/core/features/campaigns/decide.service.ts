import { DomainError } from '#shared/domain/errors.ts'
import type { Trx } from '#core/db/change.ts'
import { moveMobilities } from '#core/features/mobilities/move-mobilities.service.ts'
import type { Clock, Ids } from '#core/ports/ports.ts'
import type { AppContext } from '#core/rpc/context.ts'
import { findCampaign, listScenarios, listStays, type CampaignRow } from './campaigns.repo.ts'

export interface Decision {
  readonly campaignId: string
  readonly studentId: string
  readonly kind: 'lock' | 'ban' | 'withdrawal'
  readonly campaignPlaceId: string | null
  readonly reason: string | null
  readonly takeBack: boolean
}

/**
 * Records what somebody decided by hand, in place of an earlier decision of the same kind; a withdrawal after the
 * results were published also withdraws the stay. One step to undo.
 */
export async function decide(context: AppContext, decision: Decision): Promise<void> {
  const office = context.office.current()
  const campaign = await findCampaign(office.connections.read, decision.campaignId)
  if (campaign === undefined) throw new DomainError('campaign-missing')
  const student = await office.connections.read
    .selectFrom('student')
    .select(['familyName', 'givenNames'])
    .where('id', '=', decision.studentId)
    .executeTakeFirst()
  if (student === undefined) throw new DomainError('record-missing', { entity: 'student' })
  const published = (await listScenarios(office.connections.read, campaign.id)).some(
    (one) => one.publishedOn !== null,
  )
  const title = `${student.familyName} ${student.givenNames}`
  await office.door.change('campaign.decide', { title }, async (trx) => {
    if (decision.takeBack) await removeDecision(trx, decision)
    else await recordDecision(trx, context.deps, { decision, campaign, isPublished: published })
  })
}

/** Writes a decision, and withdraws the stay of one who leaves after the results. Inside a change. */
export async function recordDecision(
  trx: Trx,
  { ids, clock }: { readonly ids: Ids; readonly clock: Clock },
  given: {
    readonly decision: Omit<Decision, 'takeBack'>
    readonly campaign: CampaignRow
    readonly isPublished: boolean
  },
): Promise<void> {
  const { decision, campaign, isPublished } = given
  const { campaignId, studentId, kind, campaignPlaceId, reason } = decision
  const today = clock.today()
  await removeDecision(trx, decision)
  await trx
    .insertInto('campaignDecision')
    .values({ id: ids.next(), campaignId, studentId, kind, campaignPlaceId, decidedOn: today, reason })
    .execute()
  if (kind !== 'withdrawal' || !isPublished) return
  const stays = await listStays(trx, [studentId], campaign.academicYear, campaign.form)
  const input = { ids: stays.map((stay) => stay.id), to: 'withdrawn', remark: reason } as const
  await moveMobilities(trx, { ids, today }, input)
}

async function removeDecision(
  trx: Trx,
  { campaignId, studentId, kind, campaignPlaceId }: Omit<Decision, 'takeBack'>,
): Promise<void> {
  const all = trx
    .deleteFrom('campaignDecision')
    .where('campaignId', '=', campaignId)
    .where('studentId', '=', studentId)
    .where('kind', '=', kind)
  await (
    kind === 'ban' && campaignPlaceId !== null ? all.where('campaignPlaceId', '=', campaignPlaceId) : all
  ).execute()
}

/** Removes a kept result that was not published. */
export async function removeScenario(context: AppContext, scenarioId: string): Promise<void> {
  const { connections, door } = context.office.current()
  const row = await connections.read
    .selectFrom('scenario')
    .select(['name', 'publishedOn'])
    .where('id', '=', scenarioId)
    .executeTakeFirst()
  if (row === undefined) throw new DomainError('scenario-missing')
  if (row.publishedOn !== null) throw new DomainError('scenario-published')
  await door.change('record.delete', { count: 1, title: row.name }, async (trx) => {
    await trx.deleteFrom('scenario').where('id', '=', scenarioId).execute()
  })
}
