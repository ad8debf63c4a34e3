import { partnerJudges } from './fit-partners.ts'
import type { KindDescription } from './kind-types.ts'
import { partnerTargets, type PartnerTargetKey } from './targets-partners.ts'
import { partnerWords } from './vocabulary-partners.ts'

export const partnersKind: KindDescription<PartnerTargetKey> = {
  targets: partnerTargets,
  identifying: [
    'institution.name',
    'institution.erasmusCode',
    'institution.pic',
    'institution.oid',
    'institution.localCode',
  ],
  naming: [],
  weights: { 'institution.name': 3, 'institution.erasmusCode': 2.5, 'institution.country': 1.2 },
  words: partnerWords,
  judges: partnerJudges,
}
