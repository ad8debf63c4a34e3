import { partnerJudges } from './fit-partners.ts'
import { fit, impossible, most, unlike } from './judging.ts'
import type { Judge } from './kind-types.ts'
import type { CourseTargetKey } from './targets-courses.ts'

const words: Judge = (p) => (p.text < 0.5 ? fit(impossible) : fit(0.85))
const number: Judge = (p) => fit(most(Math.max(p.smallInteger, p.integer, p.decimal)))

/** How the values of a column of courses are judged. */
export const courseJudges: Readonly<Record<CourseTargetKey, Judge>> = {
  'athensCourse.code': (p) => {
    const isCode = p.text > 0.8 && p.meanLength <= 9 && unlike(p) < 0.3
    return fit(isCode ? 1 : 0.15, isCode && p.distinct > 0.8 ? 0.5 : 0)
  },
  'athensCourse.title': (p) =>
    p.text < 0.6 ? fit(impossible) : fit(p.meanLength > 9 && p.distinct > 0.6 ? 1 : 0.3, 0.2),
  'athensCourse.session': (p) => fit(p.distinct < 0.3 || p.count < 8 ? 0.8 : 0.2),
  'athensCourse.city': (p) => (unlike(p) > 0.4 ? fit(impossible) : fit(p.text > 0.6 ? 0.9 : 0.2)),
  'athensCourse.ects': number,
  'athensCourse.language': (p) => fit(p.text > 0.6 && p.meanLength < 20 ? 0.9 : 0.2),
  'athensCourse.hours': number,
  'athensCourse.capacity': number,
  'athensCourse.prerequisites': words,
  'athensCourse.minEcts': number,
  'athensCourse.minStudyYear': number,
  'athensCourse.isBip': (p) => fit(p.distinct < 0.5 || p.count < 6 ? 0.9 : 0.2),
  'athensCourse.notes': (p) => fit(p.integer > 0.6 ? 0.2 : null),
  'institution.name': (p) => {
    const judged = partnerJudges['institution.name'](p)
    if (p.text < 0.5 || Math.max(unlike(p), p.country) > 0.5) return judged
    return fit(Math.max(judged.fit ?? 0, 0.75), judged.tell)
  },
  'institution.erasmusCode': partnerJudges['institution.erasmusCode'],
  'institution.country': partnerJudges['institution.country'],
}
