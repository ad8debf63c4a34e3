import { DomainError } from '#shared/domain/errors.ts'
import { createBulkWriter, type BulkWriter } from '#core/db/bulk.ts'
import type { Trx } from '#core/db/change.ts'
import type { Database } from '#core/db/schema.ts'
import { moveMobilities, type MoveDeps } from '#core/features/mobilities/move-mobilities.service.ts'
import { groupBy } from '#core/features/nominations/order.ts'
import type { AppContext } from '#core/rpc/context.ts'
import { presentInstance } from './allocate.service.ts'
import { readScenario } from './campaigns.service.ts'
import {
  findCampaign,
  listPlaces,
  listStays,
  type CampaignPlaceRow,
  type CampaignRow,
} from './campaigns.repo.ts'
import { countDifferences, type Snapshot } from './snapshot.ts'

type Stay = Database['mobility']

export interface Published {
  readonly created: number
  readonly changed: number
  readonly unchanged: number
  readonly released: number
  readonly refused: { readonly studentId: string; readonly student: string; readonly reason: string }[]
}

/**
 * Makes a result the campaign's: each student placed has a stay at the host, made or changed, that is *selected*; one
 * who had a place in the result published before and has none now is withdrawn from it. One step to undo.
 * @throws DomainError `scenario-stale`, `scenario-not-certified`, `scenario-missing`
 */
export async function publishScenario(context: AppContext, scenarioId: string): Promise<Published> {
  const office = context.office.current()
  const { row, snapshot } = await readScenario(context, scenarioId)
  const campaign = await findCampaign(office.connections.read, row.campaignId)
  if (campaign === undefined) throw new DomainError('campaign-missing')
  if (row.isCertified !== 1) throw new DomainError('scenario-not-certified')
  const differences = countDifferences(snapshot, await presentInstance(context, campaign))
  if (differences > 0) throw new DomainError('scenario-stale', { count: differences })
  const deps: MoveDeps = { ids: context.deps.ids, today: context.deps.clock.today() }
  const { insert } = createBulkWriter(office.connections.raw, 'mobility')
  const placed = snapshot.assignment.filter((place) => place !== null).length
  const { result } = await office.door.change('campaign.publish', { name: row.name, count: placed }, (trx) =>
    publish(trx, deps, { campaign, snapshot, scenarioId, insert }),
  )
  return result
}

interface Publishing {
  readonly campaign: CampaignRow
  readonly snapshot: Snapshot
  readonly scenarioId: string
  readonly insert: BulkWriter['insert']
}

async function publish(
  trx: Trx,
  deps: MoveDeps,
  { campaign, snapshot, scenarioId, insert }: Publishing,
): Promise<Published> {
  const places = new Map((await listPlaces(trx, campaign.id)).map((place) => [place.id, place]))
  const ids = snapshot.students.map((student) => student.id)
  const stays = groupBy(
    await listStays(trx, ids, campaign.academicYear, campaign.form),
    (stay) => stay.studentId,
  )
  const before = await publishedPlaces(trx, campaign.id)
  const counts = { created: 0, changed: 0, unchanged: 0, released: 0 }
  const toSelect: string[] = []
  const ownerOf = new Map<string, string>()
  const toWithdraw: string[] = []
  for (const [index, student] of snapshot.students.entries()) {
    const place = places.get(snapshot.assignment[index] ?? '')
    const stay = stayToFill(stays.get(student.id) ?? [], place)
    if (place === undefined) {
      if (stay === undefined || !before.has(student.id)) continue
      toWithdraw.push(stay.id)
      counts.released += 1
      continue
    }
    const id = stay?.id ?? deps.ids.next()
    ownerOf.set(id, student.id)
    const values = stayValues(place, stay)
    if (stay === undefined) {
      insert({
        ...values,
        id,
        studentId: student.id,
        form: campaign.form,
        status: 'draft',
        academicYear: campaign.academicYear,
      })
      counts.created += 1
    } else if (
      stay.institutionId !== values.institutionId ||
      stay.conditionId !== values.conditionId ||
      stay.semester !== values.semester
    ) {
      await trx.updateTable('mobility').set(values).where('id', '=', id).execute()
      counts.changed += 1
    } else if (isSelectedOrLater(stay)) counts.unchanged += 1
    else counts.changed += 1
    if (stay === undefined || !isSelectedOrLater(stay)) toSelect.push(id)
  }
  const report = await moveMobilities(trx, deps, { ids: toSelect, to: 'selected' })
  await moveMobilities(trx, deps, { ids: toWithdraw, to: 'withdrawn' })
  await trx.updateTable('scenario').set({ publishedOn: null }).where('campaignId', '=', campaign.id).execute()
  await trx.updateTable('scenario').set({ publishedOn: deps.today }).where('id', '=', scenarioId).execute()
  await trx.updateTable('campaign').set({ status: 'published' }).where('id', '=', campaign.id).execute()
  const names = new Map(snapshot.students.map(({ id, name }) => [id, name]))
  const refused = report.refused.map(({ id, reason, issues }) => {
    const studentId = ownerOf.get(id) ?? ''
    return { studentId, student: names.get(studentId) ?? '', reason: issues[0]?.code ?? reason }
  })
  return { ...counts, refused }
}

const earlier: readonly string[] = ['draft', 'applied', 'approved']

function isSelectedOrLater(stay: Stay): boolean {
  return !earlier.includes(stay.status)
}

/** The stay that a place fills in: one there already, else one still without a host. */
function stayToFill(stays: readonly Stay[], place: CampaignPlaceRow | undefined): Stay | undefined {
  return (
    stays.find((stay) => place !== undefined && stay.institutionId === place.institutionId) ??
    stays.find((stay) => stay.institutionId === null) ??
    stays.find((stay) => earlier.includes(stay.status) || stay.status === 'selected')
  )
}

function stayValues(place: CampaignPlaceRow, stay: Stay | undefined) {
  const semester = place.semester === 'any' ? (stay?.semester ?? null) : place.semester
  return { institutionId: place.institutionId, conditionId: place.conditionId, semester }
}

/** Who had a place in the result that was published before. */
async function publishedPlaces(trx: Trx, campaignId: string): Promise<ReadonlySet<string>> {
  const rows = await trx
    .selectFrom('scenarioLine as l')
    .innerJoin('scenario as n', 'n.id', 'l.scenarioId')
    .where('n.campaignId', '=', campaignId)
    .where('n.publishedOn', 'is not', null)
    .where('l.campaignPlaceId', 'is not', null)
    .select('l.studentId')
    .execute()
  return new Set(rows.map((row) => row.studentId))
}
