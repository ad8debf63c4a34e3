import { matchKey } from '#shared/domain/text-folding.ts'
import { bmFieldKeys, type BmFieldKey } from './bm-fields.ts'

/** How sure the match of a column is. `remembered`: the user applied it before; `chosen`: the user says so now. */
export type BmConfidence = 'remembered' | 'chosen' | 'sure' | 'likely' | 'none'

export interface MatchedColumn {
  /** From 1. */
  readonly column: number
  readonly label: string
  readonly field: BmFieldKey | null
  readonly confidence: BmConfidence
}

/** How well a label names each field, 0 to 1. */
export type LabelScorer = (label: string) => ReadonlyMap<BmFieldKey, number>

/** From here on a label says nothing but the field's name. */
const sureScore = 0.8
/** Under this a column is unknown: a wrong column costs more than a choice. */
const leastScore = 0.45

/**
 * Matches labels with fields: each field with the label that names it best, each label with one field. What the user
 * chose, now or before, is taken first. Labels that are empty are no columns.
 */
export function matchTemplate(
  labels: readonly string[],
  score: LabelScorer,
  chosen: ReadonlyMap<
    number,
    { readonly field: BmFieldKey | null; readonly confidence: BmConfidence }
  > = new Map(),
): readonly MatchedColumn[] {
  const taken = new Set<BmFieldKey>()
  for (const { field } of chosen.values()) if (field !== null) taken.add(field)
  const found = new Map<number, { readonly field: BmFieldKey | null; readonly confidence: BmConfidence }>(
    chosen,
  )
  const scored = labels.flatMap((label, index) =>
    found.has(index + 1) ? [] : [...score(label)].map(([field, points]) => ({ index, field, points })),
  )
  for (const { index, field, points } of scored.toSorted(
    (a, b) => b.points - a.points || a.index - b.index,
  )) {
    if (points < leastScore) break
    if (found.has(index + 1) || taken.has(field)) continue
    found.set(index + 1, { field, confidence: points >= sureScore ? 'sure' : 'likely' })
    taken.add(field)
  }
  return labels.flatMap((label, index): readonly MatchedColumn[] => {
    if (label === '') return []
    const match = found.get(index + 1)
    return [
      { column: index + 1, label, field: match?.field ?? null, confidence: match?.confidence ?? 'none' },
    ]
  })
}

/** Fields that no column has, in the order of the catalogue. */
export function fieldsWithoutColumn(columns: readonly MatchedColumn[]): readonly BmFieldKey[] {
  const have = new Set(columns.map(({ field }) => field))
  return bmFieldKeys.filter((key) => !have.has(key))
}

/** What became of a template's columns between two releases. Columns are named as the newer release does. */
export interface ReleaseChanges {
  readonly appeared: readonly string[]
  readonly vanished: readonly string[]
  /** Columns that stand elsewhere among the others: positions from 1 in the older and in the newer release. */
  readonly moved: readonly { readonly label: string; readonly from: number; readonly to: number }[]
}

/** Compares the labels of two releases of a template; a label that stands several times counts each time. */
export function compareReleases(before: readonly string[], after: readonly string[]): ReleaseChanges {
  const old = numbered(before)
  const current = numbered(after)
  const positions = new Map(old.map(({ key, at }) => [key, at]))
  const present = new Set(current.map(({ key }) => key))
  const common = current.flatMap(({ key, label, at }) => {
    const from = positions.get(key)
    return from === undefined ? [] : [{ label, from, to: at }]
  })
  const steady = longestRising(common.map(({ from }) => from))
  return {
    appeared: current.filter(({ key }) => !positions.has(key)).map(({ label }) => label),
    vanished: old.filter(({ key }) => !present.has(key)).map(({ label }) => label),
    moved: common.filter((_, index) => !steady.has(index)),
  }
}

function numbered(labels: readonly string[]) {
  const counts = new Map<string, number>()
  return labels.flatMap((label, index) => {
    const folded = matchKey(label)
    if (folded === '') return []
    const count = (counts.get(folded) ?? 0) + 1
    counts.set(folded, count)
    return [{ key: `${folded}#${count}`, label, at: index + 1 }]
  })
}

/** The indexes of a longest rising run of numbers: what keeps its place among the others. */
function longestRising(numbers: readonly number[]): ReadonlySet<number> {
  const tails: number[] = []
  const previous: number[] = []
  for (const [index, value] of numbers.entries()) {
    let at = tails.findIndex((tail) => (numbers[tail] ?? 0) >= value)
    if (at === -1) at = tails.length
    previous[index] = tails[at - 1] ?? -1
    tails[at] = index
  }
  const kept = new Set<number>()
  for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) kept.add(index)
  return kept
}
