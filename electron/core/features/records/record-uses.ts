import type { Translate } from '#shared/text/text.ts'
import { DomainError } from '#shared/domain/errors.ts'
import { entityNames, entityOf, type EntityName } from '#shared/entities/index.ts'
import type { Trx } from '#core/db/change.ts'
import { titlesOf } from './record-titles.ts'
import { countReferring } from './records.repo.ts'
import { referredEntity } from './record-values.ts'

/** Records that are part of another one go with it; all other references hold it back. */
const ownedBy: Readonly<Partial<Record<EntityName, string>>> = {
  condition: 'agreementId',
  place: 'conditionId',
  nomination: 'mobilityId',
  interruption: 'mobilityId',
  document: 'mobilityId',
  laComponent: 'mobilityId',
  laSignature: 'mobilityId',
  transcriptLine: 'mobilityId',
  funding: 'mobilityId',
  instalment: 'fundingId',
  campaignPool: 'campaignId',
  campaignPlace: 'campaignId',
  campaignWish: 'campaignPlaceId',
  campaignCriterion: 'campaignId',
  campaignScore: 'criterionId',
  campaignRule: 'campaignId',
  campaignDecision: 'campaignId',
  scenario: 'campaignId',
  scenarioLine: 'scenarioId',
  registerEntry: 'registerId',
  bmRemark: 'mobilityId',
  mobilityStep: 'mobilityId',
  quotaPoolMember: 'poolId',
  nominationProfile: 'institutionId',
}

/** Refuses to remove a record that others refer to. @throws record-in-use, with the kind and number of the others */
export async function assertUnused(trx: Trx, t: Translate, entity: EntityName, id: string): Promise<void> {
  for (const other of entityNames) {
    for (const [name, field] of Object.entries(entityOf(other).fields)) {
      if (referredEntity(field) !== entity || ownedBy[other] === name) continue
      const count = await countReferring(trx, other, name, id)
      if (count === 0) continue
      const [title] = await titlesOf(trx, t, entity, [id])
      throw new DomainError('record-in-use', { title: title?.title ?? '', kind: other, count })
    }
  }
}
