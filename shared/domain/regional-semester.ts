import type { CheckFinding } from './stay-checks.ts'
import { daysOf, type StayFacts } from './stay-facts.ts'
import { foldText } from './text-folding.ts'

/** A school of the region, named as its record is, and the tracks whose students may spend their ninth semester there. */
export interface Correspondence {
  readonly institution: string
  readonly tracks: readonly string[]
}

/** The most times a student may have repeated beyond the fifth semester. Source: the school's guide, `not twice`. */
const maxRepeats = 1

/**
 * Whether a student may take the regional semester DEFI DIVERSITES, and if not, why: it is the ninth semester, the one
 * that begins in September (not S9*); the student's track is on the correspondence list of the school; the student has
 * not repeated twice beyond the fifth semester. It is never abroad. Source: the students' guide of ENIT, page on
 * mobility, 2020.
 */
export function checkRegionalSemester(
  facts: StayFacts,
  correspondences: readonly Correspondence[],
): readonly CheckFinding[] {
  return [
    ...checkTrack(facts, correspondences),
    ...checkSemester(facts),
    ...checkRepeats(facts.student.repeatsAfterS5),
  ]
}

function checkTrack({ student, host }: StayFacts, correspondences: readonly Correspondence[]) {
  const found: CheckFinding[] = []
  const track = student.track?.trim() ?? ''
  if (track === '') return [{ code: 'track-unknown', field: 'student.track', params: {} } as const]
  // a school that keeps no list at all has nothing to compare with
  if (host === null || correspondences.length === 0) return found
  const names = [host.name, ...host.otherNames].map(foldText)
  const school = correspondences.find((one) => names.includes(foldText(one.institution)))
  if (school === undefined)
    found.push({ code: 'school-not-listed', field: 'institutionId', params: { host: host.name } })
  else if (!school.tracks.some((one) => foldText(one) === foldText(track)))
    found.push({ code: 'track-not-listed', field: 'institutionId', params: { track, host: host.name } })
  return found
}

function checkSemester(facts: StayFacts): readonly CheckFinding[] {
  const found: CheckFinding[] = []
  const { studySemester } = facts
  const { start } = daysOf(facts)
  if (studySemester !== 'S9')
    found.push({
      code: 'not-ninth-semester',
      field: 'studySemester',
      params: { semester: studySemester ?? '' },
    })
  if (start !== null && start.slice(5, 7) !== '09')
    found.push({ code: 'not-in-september', field: 'plannedStart', params: { date: start } })
  return found
}

function checkRepeats(repeats: number | null): readonly CheckFinding[] {
  if (repeats === null) return [{ code: 'repeats-unknown', field: 'student.repeatsAfterS5', params: {} }]
  return repeats > maxRepeats
    ? [{ code: 'repeated-twice', field: 'student.repeatsAfterS5', params: { count: repeats } }]
    : []
}
