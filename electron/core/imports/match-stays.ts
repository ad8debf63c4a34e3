import type { StayRow } from './office-stays.ts'

/** What a row says of a stay, as far as it tells it from the student's others. */
export interface StayKey {
  readonly academicYear: string
  /** Null where neither the list nor its options say it: any form may be meant. */
  readonly form: string | null
  readonly semester: string | null
  readonly plannedStart: string | null
  /** The host's record; `new` for one that the office does not have, null where the row names none. */
  readonly institutionId: string | null
}

export type MatchedStay =
  | { readonly kind: 'none'; readonly alike: StayRow | undefined }
  | { readonly kind: 'one'; readonly stay: StayRow }
  | { readonly kind: 'several' }

/**
 * Finds the stay of a student that a row is about: of the same year and form, neither in another semester nor at
 * another host; where several could be meant, the one that agrees on most. A stay has no number of its own.
 */
export function matchStay(stays: readonly StayRow[], key: StayKey): MatchedStay {
  const sameYear = stays.filter(
    (stay) => stay.academicYear === key.academicYear && (key.form === null || stay.form === key.form),
  )
  const possible = sameYear.filter(
    (stay) =>
      agree(stay.semester, key.semester) &&
      (agree(stay.institutionId, key.institutionId) || isSameDay(stay, key)),
  )
  const ranked = possible
    .map((stay) => ({ stay, score: scoreOf(stay, key) }))
    .toSorted((a, b) => b.score - a.score)
  const [best, second] = ranked
  if (best === undefined) return { kind: 'none', alike: sameYear.find(isUnderWay) }
  return second?.score === best.score ? { kind: 'several' } : { kind: 'one', stay: best.stay }
}

function agree(held: string | null, given: string | null): boolean {
  return held === null || given === null || held === given
}

/** A stay that begins on the very day is the same one, whatever its host is called. */
function isSameDay(stay: StayRow, { plannedStart }: StayKey): boolean {
  return plannedStart !== null && stay.plannedStart === plannedStart
}

function scoreOf(stay: StayRow, key: StayKey): number {
  const same = (held: string | null, given: string | null) => (held !== null && held === given ? 1 : 0)
  return (
    2 * same(stay.institutionId, key.institutionId) +
    2 * same(stay.plannedStart, key.plannedStart) +
    same(stay.semester, key.semester)
  )
}

function isUnderWay({ status }: StayRow): boolean {
  return status !== 'refused' && status !== 'withdrawn'
}

/** What makes two rows of one list the same stay. */
export function keyText(studentId: string, { academicYear, form, semester, ...key }: StayKey): string {
  return [
    studentId,
    academicYear,
    form ?? '',
    semester ?? '',
    key.institutionId ?? '',
    key.plannedStart ?? '',
  ].join('|')
}
