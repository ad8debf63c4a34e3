import { fit, most } from './judging.ts'
import { findStudent } from './find-students.ts'
import { fieldTarget, ownTarget, type HeaderWords, type ImportTarget, type Judge } from './kind-types.ts'
import { findRepeats } from './merge-rows.ts'
import { readOfficeStudents, type StudentRow } from './office-students.ts'
import { breathEvery, type PlanInput } from './plan.ts'
import type { RowRead } from './read-rows.ts'
import type { RowReason, RowReasonCode } from './row-reasons.ts'
import { studentWords } from './vocabulary-students.ts'

/*
 * What lists of ranked choices have in common, whether of places or of courses: whose they are, one column per rank or
 * one row per choice, and how the choices of the list take the place of those that the office holds.
 */

const studentFields = ['studentNumber', 'familyName', 'givenNames', 'email', 'esi'] as const
export type ChooserKey = `student.${(typeof studentFields)[number]}` | 'fullName'

/** What tells whose choices a row holds. */
export const chooserTargets: readonly ImportTarget<ChooserKey>[] = [
  fieldTarget('student.studentNumber', 'student', 'studentNumber', true),
  ownTarget('fullName'),
  ...studentFields.slice(1).map((name) => fieldTarget(`student.${name}`, 'student', name)),
]

export const choosers: readonly ChooserKey[] = [
  'student.studentNumber',
  'student.esi',
  'student.email',
  'fullName',
  'student.familyName',
]

/** What lists call those who are named in them. */
export const chooserWords: Readonly<Partial<Record<ChooserKey, HeaderWords>>> = Object.fromEntries(
  (['student.studentNumber', 'fullName', ...chooserTargets.slice(2).map(({ key }) => key)] as const).flatMap(
    (key) => (studentWords[key] === undefined ? [] : [[key, studentWords[key]]]),
  ),
)

export const rankJudge: Judge = (p) => fit(most(p.smallInteger))

const ordinals = [
  '1st first 1er premier 1ere',
  '2nd second 2e 2eme deuxieme',
  '3rd third 3e 3eme troisieme',
  '4th fourth 4e 4eme quatrieme',
  '5th fifth 5e 5eme cinquieme',
  '6th sixth 6e 6eme sixieme',
  '7th seventh 7e 7eme septieme',
  '8th eighth 8e 8eme huitieme',
  '9th ninth 9e 9eme neuvieme',
  '10th tenth 10e 10eme dixieme',
]

/** One entry per column of a rank: `Choice 1`, `1er choix`, `Vœu 1`, `First choice`. */
export function rankWords<K extends string>(
  columns: readonly K[],
  nouns: readonly string[],
  beside: string,
): Readonly<Partial<Record<K, HeaderWords>>> {
  const words: Partial<Record<K, HeaderWords>> = {}
  for (const [at, key] of columns.entries()) {
    const rank = at + 1
    const written = nouns.flatMap((noun) => [
      `${noun} ${rank}`,
      `${rank} ${noun}`,
      `${noun} no ${rank}`,
      `${noun} n ${rank}`,
    ])
    const said = (ordinals[at] ?? '')
      .split(' ')
      .flatMap((ordinal) => nouns.map((noun) => `${ordinal} ${noun}`))
    words[key] = { names: [...written, ...said].join('|'), beside }
  }
  return words
}

export const rankNouns = ['choice', 'choix', 'voeu', 'wish', 'preference', 'opcion', 'scelta', 'wahl']

/** The rows of each student, in the order of the list; `refused` is why no row can be taken at all. */
export async function groupByStudent(
  { reads, reader, raw, issues, pace }: PlanInput,
  refused: RowReasonCode | undefined,
) {
  const students = readOfficeStudents(raw)
  const repeats = findRepeats(reads)
  const rejected = new Map<number, RowReason>()
  const byStudent = new Map<string, { readonly student: StudentRow; readonly rows: RowRead[] }>()
  for (const [at, read] of reads.entries()) {
    if (at % breathEvery === 0) await pace(at)
    if (repeats.has(read.row)) continue
    if (refused !== undefined) {
      rejected.set(read.row, { reason: refused, params: {} })
      continue
    }
    const found = findStudent(read, reader, students, issues)
    if (!found.ok) {
      rejected.set(read.row, found.reason)
      continue
    }
    const known = byStudent.get(found.student.id)
    if (known === undefined) byStudent.set(found.student.id, { student: found.student, rows: [read] })
    else known.rows.push(read)
  }
  return { choosing: [...byStudent.values()], rejected, repeats }
}

/** One choice: of a place or a course, by its id. */
export interface RankedChoice {
  readonly item: string
  readonly rank: number
}

/** Something chosen twice keeps its better rank. @returns the choices by rank, and how many were dropped */
export function withoutRepeats<C extends RankedChoice>(
  choices: readonly C[],
): { readonly kept: readonly C[]; readonly dropped: number } {
  const inOrder = choices.toSorted((a, b) => a.rank - b.rank)
  const kept = inOrder.filter((one, at) => inOrder.findIndex(({ item }) => item === one.item) === at)
  return { kept, dropped: inOrder.length - kept.length }
}

export type ChoiceChange =
  | { readonly kind: 'rank'; readonly id: string; readonly rank: number }
  | { readonly kind: 'replace'; readonly id: string; readonly item: string; readonly rank: number }
  | { readonly kind: 'add'; readonly item: string; readonly rank: number }

/** Choices of the office take the items and ranks of the list; those that the list does not name give way first. */
export function choiceChanges(
  wanted: readonly RankedChoice[],
  held: readonly (RankedChoice & { readonly id: string })[],
): readonly ChoiceChange[] {
  const rankOf = new Map(wanted.map(({ item, rank }) => [item, rank]))
  const heldItems = new Set(held.map(({ item }) => item))
  const free = held.filter(({ item }) => !rankOf.has(item))
  return [
    ...held.flatMap(({ id, item, rank }): ChoiceChange[] => {
      const next = rankOf.get(item) ?? rank
      return next === rank ? [] : [{ kind: 'rank', id, rank: next }]
    }),
    ...wanted
      .filter(({ item }) => !heldItems.has(item))
      .map(({ item, rank }, at): ChoiceChange => {
        const replaced = free[at]
        return replaced === undefined
          ? { kind: 'add', item, rank }
          : { kind: 'replace', id: replaced.id, item, rank }
      }),
  ]
}
