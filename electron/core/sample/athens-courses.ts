import type { SessionCourse } from './athens-course-types.ts'
import { coursesOfNovember2026 } from './athens-courses-2026-11.ts'
import { coursesOfMarch2027 } from './athens-courses-2027-03.ts'

export type SampleAthensSession = '2026-11' | '2027-03'

/** A course of one ATHENS session: `CTU10` at the institution with this Erasmus code, 30 hours in one week. */
export interface SampleAthensCourse {
  readonly session: SampleAthensSession
  readonly code: string
  readonly title: string
  readonly hostErasmusCode: string
  readonly city: string
  readonly ects: 2 | 3
  readonly hours: number
  readonly language: 'en' | 'fr'
  readonly capacity: number
  readonly isBip: boolean
}

/** Where the courses of each code prefix are held. TPT is Télécom Paris: for students coming in. */
const hosts: ReadonlyMap<string, { readonly erasmusCode: string; readonly city: string }> = new Map([
  ['AUTH', { erasmusCode: 'G  THESSAL01', city: 'Thessaloniki' }],
  ['BME', { erasmusCode: 'HU BUDAPES02', city: 'Budapest' }],
  ['CTU', { erasmusCode: 'CZ PRAHA10', city: 'Praha' }],
  ['IST', { erasmusCode: 'P  LISBOA109', city: 'Lisboa' }],
  ['ITU', { erasmusCode: 'TR ISTANBU04', city: 'İstanbul' }],
  ['KUL', { erasmusCode: 'B  LEUVEN01', city: 'Leuven' }],
  ['NTNU', { erasmusCode: 'N  TRONDHE01', city: 'Trondheim' }],
  ['POLIMI', { erasmusCode: 'I  MILANO02', city: 'Milano' }],
  ['TPT', { erasmusCode: 'F  PARIS083', city: 'Palaiseau' }],
  ['TUD', { erasmusCode: 'NL DELFT01', city: 'Delft' }],
  ['TUM', { erasmusCode: 'D  MUNCHEN02', city: 'München' }],
  ['TUW', { erasmusCode: 'A  WIEN02', city: 'Wien' }],
  ['UPB', { erasmusCode: 'RO BUCURES43', city: 'București' }],
  ['UPM', { erasmusCode: 'E  MADRID05', city: 'Madrid' }],
  ['WUT', { erasmusCode: 'PL WARSZAW02', city: 'Warszawa' }],
])

/** The course catalogue of two sessions. Titles, codes and capacities are invented; a few courses run in both. */
export const sampleAthensCourses: readonly SampleAthensCourse[] = [
  ...coursesOfNovember2026.map((course) => inSession('2026-11', course)),
  ...coursesOfMarch2027.map((course) => inSession('2027-03', course)),
]

function inSession(session: SampleAthensSession, course: SessionCourse): SampleAthensCourse {
  const { code, title, ects, language, capacity } = course
  const host = hosts.get(code.replace(/\d+$/, ''))
  if (host === undefined) throw new Error(`No ATHENS member has the courses ${code}`)
  return {
    session,
    code,
    title,
    hostErasmusCode: host.erasmusCode,
    city: host.city,
    ects,
    hours: 30,
    language,
    capacity,
    isBip: course.bip === true,
  }
}
