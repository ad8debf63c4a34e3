import type { Language } from '#shared/text/define-texts.ts'

/** The part of a keyboard event that a shortcut looks at. */
export interface KeyPress {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

const frenchWords: Readonly<Record<string, string>> = {
  shift: 'Maj',
  escape: 'Échap',
  enter: 'Entrée',
  delete: 'Suppr',
  space: 'Espace',
}
const englishWords: Readonly<Record<string, string>> = {
  shift: 'Shift',
  escape: 'Esc',
  enter: 'Enter',
  delete: 'Del',
  space: 'Space',
}
const arrows: Readonly<Record<string, string>> = {
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
}
const macWords: Readonly<Record<string, string>> = { mod: '⌘', shift: '⇧', alt: '⌥' }

/**
 * Whether a key press is the shortcut `keys`, such as `mod+shift+z`, `f2` or `?`. `mod` is Ctrl, and ⌘ on a Mac.
 * Shift counts only where it is named or the key is a letter: `?` needs it on some keyboards and not on others.
 */
export function matchesKeys(keys: string, press: KeyPress, isMac: boolean): boolean {
  const parts = keys.toLowerCase().split('+')
  const key = parts.at(-1) ?? ''
  const pressed = press.key === ' ' ? 'space' : press.key.toLowerCase()
  const mod = isMac ? press.metaKey : press.ctrlKey
  const otherMod = isMac ? press.ctrlKey : press.metaKey
  if (pressed !== key || otherMod || mod !== parts.includes('mod') || press.altKey !== parts.includes('alt'))
    return false
  const isShiftMeaningful = key.length > 1 || /\p{Letter}/u.test(key)
  return !isShiftMeaningful || press.shiftKey === parts.includes('shift')
}

/** Whether the shortcut would write a character, and so must not act while the user types. */
export function isTypingKey(keys: string): boolean {
  const parts = keys.split('+')
  return !parts.includes('mod') && !parts.includes('alt') && (parts.at(-1) ?? '').length === 1
}

/** The keys of a shortcut in words of the user's language, for showing. */
export function keyWords(keys: string, language: Language, isMac: boolean): readonly string[] {
  const words = language === 'fr' ? frenchWords : englishWords
  return keys.split('+').map((part) => {
    const key = part.toLowerCase()
    if (isMac && macWords[key] !== undefined) return macWords[key]
    if (key === 'mod') return 'Ctrl'
    if (key === 'alt') return 'Alt'
    return words[key] ?? arrows[key] ?? (part.length <= 3 ? part.toUpperCase() : part)
  })
}
