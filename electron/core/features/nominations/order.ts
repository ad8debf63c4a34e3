import { foldText } from '#shared/domain/text-folding.ts'

/** Values in the order of some texts, one after the other, without regard to case and accents. */
export function sortByText<V>(values: readonly V[], textsOf: (value: V) => readonly string[]): readonly V[] {
  const keyed = values.map((value) => ({ value, key: textsOf(value).map(foldText).join('\u0000') }))
  return keyed.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ value }) => value)
}
