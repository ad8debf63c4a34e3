import { foldText } from '#shared/domain/text-folding.ts'

/** Values by the key that each one has, in the order in which keys and values are met. */
export function groupBy<K, V>(values: readonly V[], keyOf: (value: V) => K): ReadonlyMap<K, readonly V[]> {
  const groups = new Map<K, V[]>()
  for (const value of values) {
    const key = keyOf(value)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [value])
    else group.push(value)
  }
  return groups
}

/** Values in the order of some texts, one after the other, without regard to case and accents. */
export function sortByText<V>(values: readonly V[], textsOf: (value: V) => readonly string[]): readonly V[] {
  const keyed = values.map((value) => ({ value, key: textsOf(value).map(foldText).join('\u0000') }))
  return keyed.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ value }) => value)
}
