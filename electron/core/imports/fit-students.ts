import { fit, most } from './judging.ts'
import type { Judge } from './kind-types.ts'
import type { StudentTargetKey } from './targets-students.ts'

/** How the values of a column of students are judged. */
export const studentJudges: Readonly<Record<StudentTargetKey, Judge>> = {
  'student.studentNumber': (p) => {
    const isNumber = Math.max(p.identifier, p.integer) > 0.8 && p.serial < 0.9
    const isDistinct = p.distinct >= 0.9
    if (isNumber) return fit(isDistinct ? 1 : 0.7, isDistinct && p.meanLength >= 5 ? 0.6 : 0)
    return fit(isDistinct && p.meanLength <= 20 ? 0.5 : 0.15)
  },
  fullName: (p) => fit(Math.max(most(p.fullName), p.personName > 0.6 && p.institution < 0.3 ? 0.6 : 0), 0.7),
  'student.familyName': (p) => fit(p.personName > 0.6 ? (p.fullName > 0.6 ? 0.4 : 0.95) : 0.1),
  'student.givenNames': (p) => fit(p.personName > 0.6 ? (p.fullName > 0.6 ? 0.3 : 0.95) : 0.1),
  'student.gender': (p) => fit(most(p.gender), p.integer < 0.5 ? 0.7 : 0),
  'student.birthDate': (p) => fit(most(Math.max(p.birthDate, 0.5 * p.date)), 0.75 * p.birthDate),
  'student.nationality': (p) => fit(most(p.nationality), 0.55),
  'student.email': (p) => fit(most(p.email), 0.78),
  'student.phone': (p) => fit(most(Math.max(p.phone, 0.6 * p.integer)), 0.6 * p.phone),
  'student.cohort': (p) => fit(p.distinct < 0.5 || p.count < 10 ? 0.9 : 0.3),
  'student.programme': (p) => (p.text < 0.4 ? fit(0.2) : fit(p.distinct < 0.6 || p.count < 10 ? 0.9 : 0.4)),
  'student.track': (p) => (p.text < 0.4 ? fit(0.2) : fit(p.distinct < 0.7 || p.count < 10 ? 0.9 : 0.4)),
  'student.department': (p) => (p.text < 0.4 ? fit(0.2) : fit(p.distinct < 0.6 || p.count < 10 ? 0.9 : 0.4)),
  'student.studyYear': (p) => fit(p.smallInteger > 0.8 && p.meanLength <= 2 ? 1 : 0.25),
  'student.eqfLevel': (p) => fit(most(p.eqf)),
  'student.iscedCode': (p) => fit(most(p.isced), 0.4),
  'student.ectsAcquired': (p) => fit(most(Math.max(p.smallInteger, p.decimal, p.integer))),
  'student.status': (p) => fit(most(p.studentStatus), 0.6),
  'student.isSchooledInFrance': (p) => fit(p.distinct < 0.3 || p.count < 8 ? 0.9 : 0.2),
  'student.languages': (p) => fit(p.cefr > 0.3 ? 1 : 0.5, 0.7 * p.cefr),
  'student.esi': (p) => fit(most(p.esi), 1),
  'student.notes': (p) => fit(p.integer > 0.6 ? 0.2 : null),
}

/** How a column that says which student a row is about is judged, in a list of something else. */
export const personJudges = {
  'student.studentNumber': studentJudges['student.studentNumber'],
  fullName: studentJudges.fullName,
  'student.familyName': studentJudges['student.familyName'],
  'student.givenNames': studentJudges['student.givenNames'],
  'student.email': studentJudges['student.email'],
  'student.esi': studentJudges['student.esi'],
} as const
