import { fieldTarget, type ImportTarget } from './kind-types.ts'

const courseFields = [
  'code',
  'title',
  'session',
  'city',
  'ects',
  'language',
  'hours',
  'capacity',
  'prerequisites',
  'minEcts',
  'minStudyYear',
  'isBip',
  'notes',
] as const

const hostFields = ['name', 'erasmusCode', 'country'] as const

export type CourseTargetKey =
  | `athensCourse.${(typeof courseFields)[number]}`
  | `institution.${(typeof hostFields)[number]}`

const required: readonly string[] = ['code', 'title']

/** What the columns of a catalogue of ATHENS courses can be read as. */
export const courseTargets: readonly ImportTarget<CourseTargetKey>[] = [
  ...courseFields
    .slice(0, 2)
    .map((name) => fieldTarget(`athensCourse.${name}`, 'athensCourse', name, required.includes(name))),
  ...hostFields.map((name) => fieldTarget(`institution.${name}`, 'institution', name)),
  ...courseFields.slice(2).map((name) => fieldTarget(`athensCourse.${name}`, 'athensCourse', name)),
]
