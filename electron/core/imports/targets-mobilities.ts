import { fieldTarget, ownTarget, type ImportTarget } from './kind-types.ts'

/** What tells whose stay a row is; nothing of the student is changed by a list of stays. */
const studentFields = ['studentNumber', 'familyName', 'givenNames', 'email', 'esi'] as const

/** What tells where it is spent: a host that the office knows, or one to add. */
const hostFields = [
  'name',
  'erasmusCode',
  'pic',
  'oid',
  'localCode',
  'country',
  'city',
  'contactName',
  'contactEmail',
] as const

const stayFields = [
  'form',
  'status',
  'academicYear',
  'semester',
  'plannedStart',
  'plannedEnd',
  'actualStart',
  'actualEnd',
  'iscedCode',
  'language',
  'title',
  'degree',
  'studySemester',
  'supervisorName',
  'supervisorEmail',
  'ectsAsked',
  'ectsObtained',
  'overbookingReason',
  'notes',
] as const

export type MobilityTargetKey =
  | `student.${(typeof studentFields)[number]}`
  | 'fullName'
  | `institution.${(typeof hostFields)[number]}`
  | `mobility.${(typeof stayFields)[number]}`

/** What the columns of a list of stays can be read as. */
export const mobilityTargets: readonly ImportTarget<MobilityTargetKey>[] = [
  fieldTarget('student.studentNumber', 'student', 'studentNumber', true),
  ownTarget('fullName'),
  ...studentFields.slice(1).map((name) => fieldTarget(`student.${name}`, 'student', name)),
  ...stayFields.map((name) => fieldTarget(`mobility.${name}`, 'mobility', name)),
  ...hostFields.map((name) => fieldTarget(`institution.${name}`, 'institution', name)),
]
