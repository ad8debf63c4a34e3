import { isTypingKey, matchesKeys } from './shortcut-keys.ts'
import type { KeyPress } from './shortcut-keys.ts'

export interface Shortcut {
  /** `mod+k`, `mod+shift+z`, `f2`, `?` */
  readonly keys: string
  readonly label: string
  /** The heading it is listed under. */
  readonly group: string
  readonly run: () => void
}

export interface ShortcutRegistry {
  /** Adds a shortcut and gives back its removal. */
  readonly add: (shortcut: Shortcut) => () => void
  /** Runs the shortcut of a key press, if there is one; says whether it did. */
  readonly press: (press: KeyPress & { readonly defaultPrevented: boolean }, isTyping: boolean) => boolean
  readonly list: () => readonly Shortcut[]
  readonly subscribe: (onChange: () => void) => () => void
}

/** The one list of keyboard shortcuts of a window. Of two with the same keys, the latest added acts. */
export function createShortcutRegistry(isMac: boolean): ShortcutRegistry {
  let shortcuts: readonly Shortcut[] = []
  const listeners = new Set<() => void>()
  const change = (next: readonly Shortcut[]) => {
    shortcuts = next
    for (const listener of listeners) listener()
  }
  return {
    add: (shortcut) => {
      change([...shortcuts, shortcut])
      return () => change(shortcuts.filter((other) => other !== shortcut))
    },
    press: (press, isTyping) => {
      if (press.defaultPrevented) return false
      const found = shortcuts.findLast((shortcut) => matchesKeys(shortcut.keys, press, isMac))
      if (found === undefined || (isTyping && isTypingKey(found.keys))) return false
      found.run()
      return true
    },
    list: () => shortcuts,
    subscribe: (onChange) => {
      listeners.add(onChange)
      return () => listeners.delete(onChange)
    },
  }
}
