import { DomainError } from '#shared/domain/errors.ts'
import { createBulkWriter, type BulkWriter } from '#core/db/bulk.ts'
import type { Trx } from '#core/db/change.ts'
import { moveMobilities, type MoveDeps } from '#core/features/mobilities/move-mobilities.service.ts'
import type { AppContext } from '#core/rpc/context.ts'
import { presentInstance } from './present-instance.ts'
import { readScenario } from './campaigns.service.ts'
import { findCampaign, type CampaignRow } from './campaigns.repo.ts'
import { beyondView, planPublication, type Placement, type Publication } from './plan-publication.ts'
import { countDifferences, type Snapshot } from './snapshot.ts'

export interface Published {
  readonly created: number
  readonly changed: number
  readonly unchanged: number
  readonly released: number
  readonly refused: { readonly studentId: string; readonly student: string; readonly reason: string }[]
}

/** A result that may be published: it is certified, and the campaign is as it was when it was made. */
async function publishable(context: AppContext, scenarioId: string) {
  const { row, snapshot } = await readScenario(context, scenarioId)
  const campaign = await findCampaign(context.office.current().connections.read, row.campaignId)
  if (campaign === undefined) throw new DomainError('campaign-missing')
  if (row.isCertified !== 1) throw new DomainError('scenario-not-certified')
  const differences = countDifferences(snapshot, await presentInstance(context, campaign))
  if (differences > 0) throw new DomainError('scenario-stale', { count: differences })
  return { row, snapshot, campaign }
}

/**
 * What publishing a result would do, and who would go beyond the places of an agreement. Nothing is written.
 * @throws DomainError `scenario-stale`, `scenario-not-certified`, `scenario-missing`
 */
export async function previewPublication(context: AppContext, scenarioId: string) {
  const { snapshot, campaign } = await publishable(context, scenarioId)
  const { read } = context.office.current().connections
  const plan = await planPublication(read, context.deps.ids, { campaign, snapshot, reason: null })
  return { ...countsOf(plan), beyond: beyondView(plan, snapshot) }
}

/**
 * Makes a result the campaign's: each student placed has a stay at the host, made or changed, that is *selected*; one
 * who had a place in the result published before and has none now is withdrawn from it. Who goes beyond the places of
 * an agreement is left out unless a reason is given. One step to undo.
 * @throws DomainError `scenario-stale`, `scenario-not-certified`, `scenario-missing`
 */
export async function publishScenario(
  context: AppContext,
  { scenarioId, reason }: { readonly scenarioId: string; readonly reason: string | null },
): Promise<Published> {
  const office = context.office.current()
  const { row, snapshot, campaign } = await publishable(context, scenarioId)
  const deps: MoveDeps = { ids: context.deps.ids, today: context.deps.clock.today() }
  const { insert } = createBulkWriter(office.connections.raw, 'mobility')
  const count = snapshot.assignment.filter((place) => place !== null).length
  const { result } = await office.door.change('campaign.publish', { name: row.name, count }, (trx) =>
    publish(trx, deps, { campaign, snapshot, scenarioId, insert, reason }),
  )
  return result
}

export interface Publishing {
  readonly campaign: CampaignRow
  readonly snapshot: Snapshot
  readonly scenarioId: string
  readonly insert: BulkWriter['insert']
  /** Why those beyond the quota may go; they are left out when null. */
  readonly reason: string | null
}

/** Publishes inside an open change. */
export async function publish(trx: Trx, deps: MoveDeps, publishing: Publishing): Promise<Published> {
  const { campaign, snapshot, scenarioId, insert } = publishing
  const plan = await planPublication(trx, deps.ids, publishing)
  await moveMobilities(trx, deps, { ids: plan.toWithdraw, to: 'withdrawn' })
  for (const placement of plan.placements) await writePlacement(trx, placement, campaign, insert)
  const toSelect = plan.placements.filter(({ before }) => !isSelectedOrLater(before)).map(({ id }) => id)
  const report = await moveMobilities(trx, deps, { ids: toSelect, to: 'selected' })
  await trx.updateTable('scenario').set({ publishedOn: null }).where('campaignId', '=', campaign.id).execute()
  await trx.updateTable('scenario').set({ publishedOn: deps.today }).where('id', '=', scenarioId).execute()
  await trx.updateTable('campaign').set({ status: 'published' }).where('id', '=', campaign.id).execute()
  const names = new Map(snapshot.students.map(({ id, name }) => [id, name]))
  const ownerOf = new Map(plan.placements.map(({ id, studentId }) => [id, studentId]))
  const refused = [
    ...plan.refused.map(({ studentId }) => ({ studentId, reason: 'places-full' })),
    ...report.refused.map(({ id, reason, issues }) => ({
      studentId: ownerOf.get(id) ?? '',
      reason: issues[0]?.code ?? reason,
    })),
  ]
  return {
    ...countsOf(plan),
    refused: refused.map((one) => ({ ...one, student: names.get(one.studentId) ?? '' })),
  }
}

async function writePlacement(
  trx: Trx,
  { id, studentId, before, values, overbookingReason }: Placement,
  { form, academicYear }: CampaignRow,
  insert: BulkWriter['insert'],
): Promise<void> {
  const reason = overbookingReason === null ? {} : { overbookingReason }
  if (before === undefined)
    insert({ ...values, ...reason, id, studentId, form, status: 'draft', academicYear })
  else if (!isSame(before, values) || overbookingReason !== null)
    await trx
      .updateTable('mobility')
      .set({ ...values, ...reason })
      .where('id', '=', id)
      .execute()
}

function isSame(before: NonNullable<Placement['before']>, values: Placement['values']): boolean {
  return (
    before.institutionId === values.institutionId &&
    before.conditionId === values.conditionId &&
    before.semester === values.semester
  )
}

const earlier: readonly string[] = ['draft', 'applied', 'approved']

function isSelectedOrLater(stay: Placement['before']): boolean {
  return stay !== undefined && !earlier.includes(stay.status)
}

function countsOf({ placements, toWithdraw }: Publication) {
  const created = placements.filter(({ before }) => before === undefined).length
  const unchanged = placements.filter(
    ({ before, values }) => before !== undefined && isSelectedOrLater(before) && isSame(before, values),
  ).length
  return {
    created,
    changed: placements.length - created - unchanged,
    unchanged,
    released: toWithdraw.length,
  }
}
