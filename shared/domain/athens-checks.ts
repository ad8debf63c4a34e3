import { checkAthensChoices, parseAthensCourse, type AthensCourse, type AthensCourseCode } from './athens.ts'

/** A course as far as it decides who may have it. */
export interface CheckedCourse extends AthensCourse {
  readonly code: string
  /** As the catalogue writes them; null: none. */
  readonly prerequisites: string | null
  readonly minEcts: number | null
  readonly minStudyYear: number | null
}

export interface CheckedWish {
  readonly rank: number
  readonly course: CheckedCourse
  /** What somebody found who looked at the prerequisites; null: nobody has. */
  readonly meetsPrerequisites: boolean | null
}

/** What the rules of the network and of the session say of one student. */
export interface CheckedStudent {
  /** Where the student may not go: our own school, and the home member of an exchange or double-degree student. */
  readonly homes: readonly AthensCourse[]
  readonly ectsAcquired: number | null
  readonly studyYear: number | null
  /** The code of the course in which the student is registered for the session already. */
  readonly registered: string | null
  /** Sessions in which the student was registered and did not come. */
  readonly absences: readonly string[]
  /** Whether another stay covers days of the session. */
  readonly isAway: boolean
}

export interface AthensCheck {
  readonly code: string
  /** `refuses`: the student may not have the course of that rank; `look`: somebody should look. */
  readonly level: 'refuses' | 'look'
  readonly rank: number | null
  readonly params: Readonly<Record<string, string | number>>
}

const refusing: ReadonlySet<string> = new Set([
  'malformed-code',
  'unknown-course',
  'home-institution',
  'home-town',
])

/**
 * All that is found on a student's ranked choices. Source: registration conditions of the network (home institution
 * and town, the course's requirements, once registered one must attend; TU Delft asks for years and ECTS completed);
 * that choices are ranked without gap is practice [I].
 */
export function checkAthensStudent(
  student: CheckedStudent,
  wishes: readonly CheckedWish[],
  rules: { readonly minChoices: number; readonly maxChoices: number },
): readonly AthensCheck[] {
  const catalogue = new Map<AthensCourseCode, AthensCourse>()
  for (const { course } of wishes) {
    const code = parseAthensCourse(course.code)
    if (code.ok) catalogue.set(code.value, course)
  }
  const written = codesByRank(wishes)
  const choices = checkAthensChoices(written, { ...rules, catalogue, homes: student.homes }).map(
    ({ reason, rank, params }): AthensCheck => ({
      code: reason,
      level: refusing.has(reason) ? 'refuses' : 'look',
      rank,
      params: { ...params },
    }),
  )
  return [
    ...sharedRanks(wishes),
    ...choices,
    ...wishes.flatMap((wish) => requirementChecks(student, wish)),
    ...studentChecks(student),
  ]
}

/** The codes at ranks 1, 2, 3…, an empty text where there is none; of several at one rank, the first. */
function codesByRank(wishes: readonly CheckedWish[]): readonly string[] {
  const last = wishes.reduce((most, { rank }) => Math.max(most, rank), 0)
  return Array.from(
    { length: last },
    (_, index) => wishes.find(({ rank }) => rank === index + 1)?.course.code ?? '',
  )
}

function sharedRanks(wishes: readonly CheckedWish[]): readonly AthensCheck[] {
  const ranks = [...new Set(wishes.map(({ rank }) => rank))]
  return ranks.flatMap((rank) => {
    const codes = wishes.filter((wish) => wish.rank === rank).map(({ course }) => course.code)
    return codes.length < 2
      ? []
      : [{ code: 'same-rank', level: 'look', rank, params: { rank, codes: codes.join(', ') } }]
  })
}

function requirementChecks(
  { ectsAcquired, studyYear }: CheckedStudent,
  { rank, course, meetsPrerequisites }: CheckedWish,
): readonly AthensCheck[] {
  const { code, minEcts, minStudyYear, prerequisites } = course
  const found: AthensCheck[] = []
  const say = (check: string, level: AthensCheck['level'], params: AthensCheck['params'] = {}) =>
    found.push({ code: check, level, rank, params: { rank, code, ...params } })
  if (minEcts !== null && ectsAcquired === null) say('ects-unknown', 'look', { min: minEcts })
  if (minEcts !== null && ectsAcquired !== null && ectsAcquired < minEcts)
    say('ects-below', 'refuses', { min: minEcts, held: ectsAcquired })
  if (minStudyYear !== null && studyYear === null) say('year-unknown', 'look', { min: minStudyYear })
  if (minStudyYear !== null && studyYear !== null && studyYear < minStudyYear)
    say('year-below', 'refuses', { min: minStudyYear, held: studyYear })
  if (prerequisites !== null && meetsPrerequisites === null) say('prerequisites-open', 'look')
  if (meetsPrerequisites === false) say('prerequisites-not-met', 'refuses')
  return found
}

function studentChecks({ registered, absences, isAway }: CheckedStudent): readonly AthensCheck[] {
  const found: AthensCheck[] = []
  if (registered !== null)
    found.push({ code: 'must-attend', level: 'look', rank: null, params: { code: registered } })
  if (absences.length > 0)
    found.push({ code: 'was-absent', level: 'look', rank: null, params: { sessions: absences.join(', ') } })
  if (isAway) found.push({ code: 'away', level: 'look', rank: null, params: {} })
  return found
}

/** Why a student may not have the course of a rank; empty when eligible. */
export function refusalsAt(checks: readonly AthensCheck[], rank: number): readonly AthensCheck[] {
  return checks.filter((check) => check.level === 'refuses' && check.rank === rank)
}
