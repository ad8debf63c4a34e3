import { entityOf, type EntityName } from '#shared/entities/index.ts'
import type { Field } from '#shared/entities/fields.ts'
import type { ImportKind } from '#shared/contract/imports.ts'

/**
 * What a column can be read as. A target is a field of a record, or one of a few readings that no single field
 * holds: a count of places, the period or the programme that a row's places belong to, a whole personal name.
 */
export interface ImportTarget {
  /** `institution.name`, `places`: its words are `import.target.<key>`. */
  readonly key: TargetKey
  /** May be given to several columns. */
  readonly many: boolean
  /** A new record cannot be made without it. */
  readonly required: boolean
  /** The field that checks and keeps the value; absent for readings of their own. */
  readonly field?: { readonly entity: EntityName; readonly name: string; readonly field: Field }
}

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

const studentFields = [
  'studentNumber',
  'familyName',
  'givenNames',
  'gender',
  'birthDate',
  'nationality',
  'email',
  'phone',
  'cohort',
  'programme',
  'track',
  'department',
  'studyYear',
  'eqfLevel',
  'iscedCode',
  'ectsAcquired',
  'status',
  'isSchooledInFrance',
  'languages',
  'esi',
  'notes',
] as const

type PartnerFields = typeof partnerFields
export type PartnerTargetKey =
  | { [E in keyof PartnerFields]: `${E}.${PartnerFields[E][number]}` }[keyof PartnerFields]
  | 'places'
  | 'academicYear'
  | 'semester'
  | 'programme'
export type StudentTargetKey = `student.${(typeof studentFields)[number]}` | 'fullName'
export type TargetKey = PartnerTargetKey | StudentTargetKey

const required: ReadonlySet<TargetKey> = new Set<TargetKey>([
  'institution.name',
  'student.studentNumber',
  'student.familyName',
  'student.givenNames',
])

function fieldTarget(entity: EntityName, name: string, key: TargetKey): ImportTarget {
  const field = entityOf(entity).fields[name]
  if (field === undefined) throw new Error(`No field ${entity}.${name}`)
  return { key, many: false, required: required.has(key), field: { entity, name, field } }
}

const own = (key: TargetKey, many = false): ImportTarget => ({ key, many, required: false })

const partnerTargets: readonly ImportTarget[] = [
  ...partnerFields.institution.map((name) => fieldTarget('institution', name, `institution.${name}`)),
  own('places', true),
  own('academicYear'),
  own('semester'),
  own('programme'),
  ...partnerFields.agreement.map((name) => fieldTarget('agreement', name, `agreement.${name}`)),
  ...partnerFields.condition.map((name) => fieldTarget('condition', name, `condition.${name}`)),
]

const studentTargets: readonly ImportTarget[] = [
  fieldTarget('student', 'studentNumber', 'student.studentNumber'),
  own('fullName'),
  ...studentFields.slice(1).map((name) => fieldTarget('student', name, `student.${name}`)),
]

/** What the columns of a kind of list can be read as, in the order to show. */
export function targetsOf(kind: ImportKind): readonly ImportTarget[] {
  return kind === 'partners' ? partnerTargets : studentTargets
}

const targetsByKey: ReadonlyMap<string, ImportTarget> = new Map(
  [...partnerTargets, ...studentTargets].map((target) => [target.key, target]),
)

export function findTarget(kind: ImportKind, key: string): ImportTarget | undefined {
  const target = targetsByKey.get(key)
  return target !== undefined && targetsOf(kind).includes(target) ? target : undefined
}

export function getTarget(key: TargetKey): ImportTarget {
  const target = targetsByKey.get(key)
  if (target === undefined) throw new Error(`No target ${key}`)
  return target
}

/** Targets of which one at least must be given to a column before anything can be read: they say whom a row is about. */
export function identifyingTargets(kind: ImportKind): readonly TargetKey[] {
  return kind === 'partners'
    ? [
        'institution.name',
        'institution.erasmusCode',
        'institution.pic',
        'institution.oid',
        'institution.localCode',
      ]
    : ['student.studentNumber', 'student.esi', 'student.email']
}
