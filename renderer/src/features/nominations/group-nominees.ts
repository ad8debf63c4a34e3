import type { Nominee } from '#shared/contract/nominations.ts'

/** The students to name to one partner. */
export interface PartnerGroup {
  readonly institutionId: string
  readonly name: string
  readonly nominees: readonly Nominee[]
  /** How many of them lack something. */
  readonly lacking: number
  readonly deadlines: readonly Deadline[]
}

/** The next day by which a partner wants the nominations for a semester. */
export interface Deadline {
  readonly institutionId: string
  readonly date: string
  readonly semester: string
}

/**
 * Nominees by partner: partners with something missing first, then those whose deadline is nearest, then by name. Within
 * a partner the order stays, which puts those who lack something first.
 */
export function groupNominees(
  nominees: readonly Nominee[],
  deadlines: readonly Deadline[],
  compare: (a: string, b: string) => number,
): readonly PartnerGroup[] {
  const deadlinesOf = Map.groupBy(deadlines, (deadline) => deadline.institutionId)
  const groups = [...Map.groupBy(nominees, (nominee) => nominee.institutionId)].map(
    ([institutionId, members]) => ({
      institutionId,
      name: members[0]?.institution ?? '',
      nominees: members,
      lacking: members.filter((nominee) => nominee.missing.length > 0).length,
      deadlines: nearestBySemester(deadlinesOf.get(institutionId) ?? []),
    }),
  )
  const nearest = (group: PartnerGroup) => group.deadlines[0]?.date ?? '9999'
  return groups.toSorted(
    (a, b) =>
      Number(b.lacking > 0) - Number(a.lacking > 0) ||
      nearest(a).localeCompare(nearest(b)) ||
      compare(a.name, b.name),
  )
}

/** Several agreements can each have their deadlines: the first one of each semester counts. */
function nearestBySemester(deadlines: readonly Deadline[]): readonly Deadline[] {
  const inOrder = deadlines.toSorted((a, b) => a.date.localeCompare(b.date))
  return inOrder.filter(
    (deadline, place) => inOrder.findIndex(({ semester }) => semester === deadline.semester) === place,
  )
}

/** The year to begin with: the current one if it has somebody to nominate, else the next that has, else the latest. */
export function yearToBegin(
  years: readonly { readonly academicYear: string; readonly count: number }[],
  current: string,
): string | undefined {
  const waiting = years
    .filter((year) => year.count > 0)
    .map((year) => year.academicYear)
    .toSorted()
  return waiting.find((year) => year >= current) ?? waiting.at(-1) ?? years[0]?.academicYear
}
