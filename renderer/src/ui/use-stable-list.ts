import { useState } from 'react'

/** The list given, or the one given before where it holds the same items: what depends on it is not redrawn. */
export function useStableList<T>(list: readonly T[]): readonly T[] {
  const [kept, setKept] = useState(list)
  const isSame = kept.length === list.length && kept.every((item, index) => item === list[index])
  if (isSame) return kept
  setKept(list)
  return list
}
