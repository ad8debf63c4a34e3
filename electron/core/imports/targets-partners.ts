import { fieldTarget, ownTarget, type ImportTarget } from './kind-types.ts'

/** Fields of records that a list of partners can fill, in the order to show. */
const partnerFields = {
  institution: [
    'name',
    'nameEn',
    'shortName',
    'country',
    'city',
    'erasmusCode',
    'pic',
    'oid',
    'schac',
    'ror',
    'localCode',
    'website',
    'contactName',
    'contactEmail',
    'phone',
    'latitude',
    'longitude',
    'notes',
  ],
  agreement: ['kind', 'reference', 'firstYear', 'lastYear', 'signedOn', 'notes'],
  condition: ['iscedCodes', 'eqfLevels', 'languages', 'peoplePerYear'],
} as const

type PartnerFields = typeof partnerFields
export type PartnerTargetKey =
  | { [E in keyof PartnerFields]: `${E}.${PartnerFields[E][number]}` }[keyof PartnerFields]
  | 'places'
  | 'academicYear'
  | 'semester'
  | 'programme'

/** What the columns of a list of partners can be read as. */
export const partnerTargets: readonly ImportTarget<PartnerTargetKey>[] = [
  ...partnerFields.institution.map((name) =>
    fieldTarget(`institution.${name}`, 'institution', name, name === 'name'),
  ),
  ownTarget('places', true),
  ownTarget('academicYear'),
  ownTarget('semester'),
  ownTarget('programme'),
  ...partnerFields.agreement.map((name) => fieldTarget(`agreement.${name}`, 'agreement', name)),
  ...partnerFields.condition.map((name) => fieldTarget(`condition.${name}`, 'condition', name)),
]
