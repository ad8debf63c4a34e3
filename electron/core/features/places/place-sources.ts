import type { ListName } from '#shared/lists/types.ts'
import type { ListSource } from '#core/features/lists/list-source.ts'

type PlaceList = Extract<
  ListName,
  'placesLedger' | 'partnerBalance' | 'quotaPools' | 'quotaPoolMembers' | 'incomingCounts'
>

const ofPool = (figure: string) =>
  `(SELECT ${figure} FROM temp.placeLedger l WHERE l.poolId = r.id AND l.academicYear = ifnull(r.academicYear, :year))`

/** Where the lists of places come from. */
export const placeSources: Readonly<Record<PlaceList, ListSource>> = {
  placesLedger: {
    from: `temp.placeLedger r JOIN institution i ON i.id = r.institutionId JOIN agreement a ON a.id = r.agreementId`,
    columns: {
      institution: 'i.name',
      country: 'i.country',
      erasmusCode: 'i.erasmusCode',
      agreementKind: 'a.kind',
      left: 'r.leftPlaces',
      opened: `(SELECT sum(o.opened) FROM campaignPlace o JOIN campaign k ON k.id = o.campaignId
        WHERE o.placeId = r.placeId AND o.isOpen = 1 AND k.academicYear = r.academicYear)`,
      wished: `(SELECT count(DISTINCT w.studentId) FROM campaignWish w JOIN campaignPlace o ON o.id = w.campaignPlaceId
        JOIN campaign k ON k.id = o.campaignId WHERE o.placeId = r.placeId AND k.academicYear = r.academicYear)`,
    },
    searched: ['r.institutionId', 'r.placeId'],
    entity: 'place',
  },
  partnerBalance: {
    from: 'temp.partnerBalance r JOIN institution i ON i.id = r.institutionId',
    columns: { institution: 'i.name', country: 'i.country' },
    searched: ['r.institutionId'],
    entity: 'mobility',
  },
  quotaPools: {
    from: 'quotaPool r',
    columns: {
      members: '(SELECT count(*) FROM quotaPoolMember b WHERE b.poolId = r.id)',
      reserved: '(SELECT ifnull(sum(b.reserved), 0) FROM quotaPoolMember b WHERE b.poolId = r.id)',
      taken: ofPool('ifnull(sum(l.taken), 0)'),
      left: `r.total - ${ofPool('ifnull(sum(l.taken), 0)')}`,
    },
    searched: ['r.id'],
    entity: 'quotaPool',
  },
  quotaPoolMembers: {
    from: `quotaPoolMember r JOIN quotaPool p ON p.id = r.poolId JOIN condition c ON c.id = r.conditionId
      JOIN agreement a ON a.id = c.agreementId JOIN institution i ON i.id = a.institutionId`,
    columns: { pool: 'p.name', institution: 'i.name', agreementKind: 'a.kind' },
    searched: ['r.id', 'r.poolId', 'a.institutionId'],
    entity: 'quotaPoolMember',
  },
  incomingCounts: {
    from: `incomingCount r JOIN condition c ON c.id = r.conditionId JOIN agreement a ON a.id = c.agreementId
      JOIN institution i ON i.id = a.institutionId`,
    columns: { institution: 'i.name', country: 'i.country', agreementKind: 'a.kind' },
    searched: ['r.id', 'a.institutionId'],
    entity: 'incomingCount',
  },
}

/** Keys by which links narrow the lists of places. */
export const placeLinks: Readonly<Record<PlaceList, Readonly<Record<string, string>>>> = {
  placesLedger: {
    id: 'r.id',
    conditionId: 'r.conditionId',
    agreementId: 'r.agreementId',
    institutionId: 'r.institutionId',
    poolId: 'r.poolId',
  },
  partnerBalance: { id: 'r.id', institutionId: 'r.institutionId' },
  quotaPools: { id: 'r.id' },
  quotaPoolMembers: { id: 'r.id', poolId: 'r.poolId', conditionId: 'r.conditionId' },
  incomingCounts: { id: 'r.id', conditionId: 'r.conditionId', institutionId: 'a.institutionId' },
}
