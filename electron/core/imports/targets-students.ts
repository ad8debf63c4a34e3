import { fieldTarget, ownTarget, type ImportTarget } from './kind-types.ts'

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

export type StudentTargetKey = `student.${(typeof studentFields)[number]}` | 'fullName'

const required: readonly string[] = ['studentNumber', 'familyName', 'givenNames']

/** What the columns of a list of students can be read as. */
export const studentTargets: readonly ImportTarget<StudentTargetKey>[] = [
  fieldTarget('student.studentNumber', 'student', 'studentNumber', true),
  ownTarget('fullName'),
  ...studentFields
    .slice(1)
    .map((name) => fieldTarget(`student.${name}`, 'student', name, required.includes(name))),
]
