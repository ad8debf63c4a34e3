import { useCallback, useState } from 'react'

/**
 * A choice of layout (a width, a folded rail) kept on this computer for the next start. A browser that refuses
 * storage only forgets it: such a choice is never data.
 */
export function useLocalChoice(name: string, initial: string): readonly [string, (value: string) => void] {
  const key = `escale.${name}`
  const [value, setValue] = useState(() => readChoice(key) ?? initial)
  const choose = useCallback(
    (next: string) => {
      setValue(next)
      writeChoice(key, next)
    },
    [key],
  )
  return [value, choose]
}

function readChoice(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined
  } catch (error) {
    if (error instanceof DOMException) return undefined
    throw error
  }
}

function writeChoice(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
  }
}
