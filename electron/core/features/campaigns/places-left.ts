import type { Kysely } from 'kysely'
import type { Database } from '#core/db/schema.ts'
import { computeLedger } from '#core/features/places/compute-ledger.ts'
import { findLedgerFacts } from '#core/features/places/ledger-facts.ts'
import { listStays, type CampaignPlaceRow, type CampaignRow } from './campaigns.repo.ts'

/**
 * What the ledger still has at each place of a campaign, by the id of the place of the agreement, were none of the
 * campaign's own students anywhere: what others hold is gone. Null is unknown.
 */
export async function readPlacesLeft(
  db: Kysely<Database>,
  campaign: CampaignRow,
  places: readonly CampaignPlaceRow[],
  candidateIds: readonly string[],
): Promise<ReadonlyMap<string, number | null>> {
  const own = await listStays(db, candidateIds, campaign.academicYear, campaign.form)
  const ownIds = new Set(own.map(({ id }) => id))
  const facts = await findLedgerFacts(db, [...new Set(places.map(({ conditionId }) => conditionId))])
  const stays = facts.stays.filter(({ id }) => !ownIds.has(id))
  const { rows } = computeLedger({ ...facts, stays }, campaign.academicYear)
  return new Map(
    rows.flatMap(({ placeId, academicYear, left }) =>
      placeId !== null && academicYear === campaign.academicYear ? [[placeId, left] as const] : [],
    ),
  )
}
