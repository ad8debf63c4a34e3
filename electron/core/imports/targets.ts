import type { ImportKind } from '#shared/contract/imports.ts'
import { mobilitiesKind } from './kind-mobilities.ts'
import { athensChoicesKind } from './kind-athens-choices.ts'
import { coursesKind } from './kind-courses.ts'
import { partnersKind } from './kind-partners.ts'
import { wishesKind } from './kind-wishes.ts'
import { studentsKind } from './kind-students.ts'
import type { HeaderWords, ImportTarget as TargetOf, Judge, KindDescription } from './kind-types.ts'

/**
 * The kinds of lists by what their columns can be. To add one:
 * 1. its name in `importKinds` (shared/contract/imports.ts), with the options that it needs, if any;
 * 2. `targets-x.ts` (what columns can be), `vocabulary-x.ts` (the words of headers), `fit-x.ts` (what values say),
 *    joined in `kind-x.ts`: a line here;
 * 3. `plan-x.ts`, a `Planner` that brings the rows together and hands them to `planGroups`: a line in `planners.ts`;
 * 4. its words: `imports.target.*` for new targets, `imports.reason.*` for new reasons, `importing.kind.x` (and `.about`),
 *    `importing.creates.*` and `importing.done.show.x`; its list in `listOfKind` (renderer).
 * The compiler asks for each of these; words for choices go to `choice-words.ts`, options to `decide-options.ts`.
 */
const kinds = {
  partners: partnersKind,
  students: studentsKind,
  mobilities: mobilitiesKind,
  wishes: wishesKind,
  courses: coursesKind,
  'athens-choices': athensChoicesKind,
} satisfies Readonly<Record<ImportKind, KindDescription>>

export type TargetKey = { [K in ImportKind]: (typeof kinds)[K]['targets'][number]['key'] }[ImportKind]
export type ImportTarget = TargetOf<TargetKey>

/** What the columns of a kind of list can be read as, in the order to show. */
export function targetsOf(kind: ImportKind): readonly ImportTarget[] {
  return kinds[kind].targets
}

export function findTarget(kind: ImportKind, key: string): ImportTarget | undefined {
  return targetsOf(kind).find((target) => target.key === key)
}

/** Targets of which one at least must be given to a column before anything can be read: they say whom a row is about. */
export function identifyingTargets(kind: ImportKind): readonly TargetKey[] {
  return kinds[kind].identifying
}

/** Targets that show that a row is about somebody: those that identify, and names. */
export function tellingTargets(kind: ImportKind): readonly TargetKey[] {
  return [...kinds[kind].identifying, ...kinds[kind].naming]
}

/** The words by which headers name a target. */
export function wordsOf(kind: ImportKind, key: TargetKey): HeaderWords | undefined {
  const words: Readonly<Partial<Record<string, HeaderWords>>> = kinds[kind].words
  return words[key]
}

/** How the values of a column are judged as those of a target. */
export function judgeOf(kind: ImportKind, key: TargetKey): Judge | undefined {
  const judges: Readonly<Partial<Record<string, Judge>>> = kinds[kind].judges
  return judges[key]
}

const usualWeight = 0.8

/** What finding a target in a table is worth, to choose between sheets and headers. */
export function weightOf(kind: ImportKind, key: TargetKey): number {
  const weights: Readonly<Partial<Record<string, number>>> = kinds[kind].weights
  return weights[key] ?? usualWeight
}
