import { isPlacedByHand } from '#shared/domain/allocation/types.ts'
import { measureAssignment } from '#shared/domain/allocation/measure.ts'
import { insertRows } from '#core/db/bulk.ts'
import type { Trx } from '#core/db/change.ts'
import { keepFile } from '#core/files/file-store.ts'
import type { AppContext } from '#core/rpc/context.ts'
import { rankOf } from './snapshot-views.ts'
import { packSnapshot, type Snapshot } from './snapshot.ts'

/** Keeps a result as a scenario with all that it was made from. Inside a change. @returns its id */
export async function keepScenario(
  trx: Trx,
  context: AppContext,
  name: string,
  snapshot: Snapshot,
): Promise<string> {
  const { ids, clock } = context.deps
  const { raw } = context.office.current().connections
  const measure = measureAssignment(snapshot.instance, snapshot.assignment)
  const { sha256, sizeBytes } = await keepFile(trx, name, packSnapshot(snapshot))
  const id = ids.next()
  const { rule } = snapshot
  await trx
    .insertInto('scenario')
    .values({
      id,
      name,
      campaignId: snapshot.campaign.id,
      mechanism: rule.mechanism,
      isFair: Number(rule.isFair),
      keepsPresent: Number(rule.keepsPresent),
      seed: rule.seed,
      madeOn: clock.today(),
      publishedOn: null,
      isCertified: Number(snapshot.certificate.isValid),
      students: measure.students,
      placed: measure.placed,
      atRisk: measure.atRisk,
      atRiskPlaced: measure.atRiskPlaced,
      rankTotal: measure.rankTotal,
      sha256,
      sizeBytes,
      notes: null,
    })
    .execute()
  insertRows(
    raw,
    'scenarioLine',
    snapshot.instance.students.map((student, index) => ({
      id: ids.next(),
      scenarioId: id,
      studentId: student.id,
      campaignPlaceId: snapshot.assignment[index] ?? null,
      rank: rankOf(snapshot, index),
      score: student.score,
      isAtRisk: student.isAtRisk,
      isByHand: isPlacedByHand(student),
    })),
  )
  return id
}
