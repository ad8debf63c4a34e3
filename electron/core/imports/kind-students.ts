import { studentJudges } from './fit-students.ts'
import type { KindDescription } from './kind-types.ts'
import { studentTargets, type StudentTargetKey } from './targets-students.ts'
import { studentWords } from './vocabulary-students.ts'

export const studentsKind: KindDescription<StudentTargetKey> = {
  targets: studentTargets,
  identifying: ['student.studentNumber', 'student.esi', 'student.email'],
  naming: ['fullName', 'student.familyName'],
  weights: { 'student.studentNumber': 2.5, 'student.familyName': 2, fullName: 2.5 },
  words: studentWords,
  judges: studentJudges,
}
