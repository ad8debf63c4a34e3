import type { EntityName } from '#shared/entities/index.ts'
import { campaignRelations } from './campaign-relations.ts'
import type { ListName } from '#shared/lists/types.ts'

/** The lists that show what belongs to a record: the list, and the key by which it is narrowed to the record. */
export const relatedLists: Readonly<
  Record<EntityName, readonly { readonly list: ListName; readonly key: string }[]>
> = {
  institution: [
    { list: 'agreements', key: 'institutionId' },
    { list: 'conditions', key: 'institutionId' },
    { list: 'places', key: 'institutionId' },
    { list: 'mobilities', key: 'institutionId' },
    { list: 'nominations', key: 'institutionId' },
    { list: 'nominationProfiles', key: 'institutionId' },
    { list: 'athensCourses', key: 'institutionId' },
    { list: 'placesLedger', key: 'institutionId' },
    { list: 'partnerBalance', key: 'institutionId' },
    { list: 'incomingStays', key: 'institutionId' },
  ],
  agreement: [
    { list: 'conditions', key: 'agreementId' },
    { list: 'places', key: 'agreementId' },
  ],
  condition: [
    { list: 'places', key: 'conditionId' },
    { list: 'mobilities', key: 'conditionId' },
    { list: 'placesLedger', key: 'conditionId' },
    { list: 'incomingCounts', key: 'conditionId' },
    { list: 'quotaPoolMembers', key: 'conditionId' },
    { list: 'incomingStays', key: 'conditionId' },
  ],
  place: [
    { list: 'mobilities', key: 'placeLineId' },
    { list: 'campaignPlaces', key: 'placeId' },
  ],
  student: [
    { list: 'mobilities', key: 'studentId' },
    { list: 'nominations', key: 'studentId' },
    { list: 'wishes', key: 'studentId' },
    { list: 'athensRegistrations', key: 'studentId' },
    { list: 'campaignWishes', key: 'studentId' },
    { list: 'campaignScores', key: 'studentId' },
    { list: 'campaignDecisions', key: 'studentId' },
    { list: 'scenarioLines', key: 'studentId' },
    { list: 'documents', key: 'studentId' },
    { list: 'fundings', key: 'studentId' },
  ],
  mobility: [
    { list: 'mobilitySteps', key: 'mobilityId' },
    { list: 'nominations', key: 'mobilityId' },
    { list: 'athensRegistrations', key: 'mobilityId' },
    { list: 'documents', key: 'mobilityId' },
    { list: 'interruptions', key: 'mobilityId' },
    { list: 'laComponents', key: 'mobilityId' },
    { list: 'laSignatures', key: 'mobilityId' },
    { list: 'transcriptLines', key: 'mobilityId' },
    { list: 'fundings', key: 'mobilityId' },
  ],
  mobilityStep: [],
  nomination: [],
  athensSession: [],
  athensCourse: [
    { list: 'wishes', key: 'courseId' },
    { list: 'athensRegistrations', key: 'courseId' },
  ],
  athensHostQuota: [],
  nominationProfile: [],
  wish: [],
  interruption: [],
  document: [],
  laComponent: [],
  laSignature: [],
  transcriptLine: [],
  aidScheme: [{ list: 'fundings', key: 'schemeId' }],
  funding: [{ list: 'instalments', key: 'fundingId' }],
  instalment: [],
  athensRegistration: [],
  quotaPool: [
    { list: 'quotaPoolMembers', key: 'poolId' },
    { list: 'placesLedger', key: 'poolId' },
  ],
  quotaPoolMember: [],
  incomingCount: [],
  ...campaignRelations,
  incomingStay: [],
  register: [{ list: 'registerEntries', key: 'registerId' }],
  registerEntry: [],
}
