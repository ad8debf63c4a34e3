import type { ImportKind } from '#shared/contract/imports.ts'
import type { Planner } from './plan.ts'
import { planAthensChoices } from './plan-athens-choices.ts'
import { planCourses } from './plan-courses.ts'
import { planMobilities } from './plan-mobilities.ts'
import { planPartners } from './plan-partners.ts'
import { planWishes } from './plan-wishes.ts'
import { planStudents } from './plan-students.ts'

/** What compares a list of each kind with the office. */
export const planners: Readonly<Record<ImportKind, Planner>> = {
  partners: planPartners,
  students: planStudents,
  mobilities: planMobilities,
  wishes: planWishes,
  courses: planCourses,
  'athens-choices': planAthensChoices,
}
