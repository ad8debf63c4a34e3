import { courseJudges } from './fit-courses.ts'
import type { KindDescription } from './kind-types.ts'
import { courseTargets, type CourseTargetKey } from './targets-courses.ts'
import { courseWords } from './vocabulary-courses.ts'

export const coursesKind: KindDescription<CourseTargetKey> = {
  targets: courseTargets,
  identifying: ['athensCourse.code'],
  naming: ['athensCourse.title'],
  weights: { 'athensCourse.code': 2.5, 'athensCourse.title': 2.5, 'institution.name': 1.5 },
  words: courseWords,
  judges: courseJudges,
}
