import { describe, expect, it } from 'vitest'
import { isTypingKey, keyWords, matchesKeys } from '#renderer/ui/shortcut-keys.ts'
import { createShortcutRegistry } from '#renderer/ui/shortcut-registry.ts'

const press = (
  key: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', boolean>> = {},
) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  defaultPrevented: false,
  ...held,
})

describe('keys of a shortcut', () => {
  it('means Ctrl by mod, and Command on a Mac', () => {
    expect(matchesKeys('mod+k', press('k', { ctrlKey: true }), false)).toBe(true)
    expect(matchesKeys('mod+k', press('k', { metaKey: true }), false)).toBe(false)
    expect(matchesKeys('mod+k', press('k', { metaKey: true }), true)).toBe(true)
  })

  it('tells undo from redo', () => {
    expect(matchesKeys('mod+z', press('Z', { ctrlKey: true, shiftKey: true }), false)).toBe(false)
    expect(matchesKeys('mod+shift+z', press('Z', { ctrlKey: true, shiftKey: true }), false)).toBe(true)
    expect(matchesKeys('mod+z', press('z', { ctrlKey: true }), false)).toBe(true)
  })

  it('takes a question mark with or without Shift, as keyboards differ', () => {
    expect(matchesKeys('?', press('?', { shiftKey: true }), false)).toBe(true)
    expect(matchesKeys('?', press('?'), false)).toBe(true)
  })

  it('leaves a key with more modifiers alone', () => {
    expect(matchesKeys('k', press('k', { ctrlKey: true }), false)).toBe(false)
    expect(matchesKeys('mod+k', press('k', { ctrlKey: true, altKey: true }), false)).toBe(false)
  })

  it('knows which keys write a character', () => {
    expect(isTypingKey('?')).toBe(true)
    expect(isTypingKey('shift+n')).toBe(true)
    expect(isTypingKey('mod+k')).toBe(false)
    expect(isTypingKey('f2')).toBe(false)
  })

  it('names keys in the user’s language', () => {
    expect(keyWords('mod+shift+z', 'fr', false)).toEqual(['Ctrl', 'Maj', 'Z'])
    expect(keyWords('escape', 'en', false)).toEqual(['Esc'])
    expect(keyWords('mod+k', 'en', true)).toEqual(['⌘', 'K'])
  })
})

describe('registry of shortcuts', () => {
  it('runs the shortcut added last', () => {
    const registry = createShortcutRegistry(false)
    const ran: string[] = []
    registry.add({ keys: 'mod+f', label: 'page', group: 'g', run: () => ran.push('page') })
    const remove = registry.add({ keys: 'mod+f', label: 'list', group: 'g', run: () => ran.push('list') })
    registry.press(press('f', { ctrlKey: true }), false)
    remove()
    registry.press(press('f', { ctrlKey: true }), false)
    expect(ran).toEqual(['list', 'page'])
  })

  it('does not take characters from somebody who types', () => {
    const registry = createShortcutRegistry(false)
    let count = 0
    registry.add({ keys: '?', label: 'help', group: 'g', run: () => (count += 1) })
    expect(registry.press(press('?'), true)).toBe(false)
    expect(registry.press(press('?'), false)).toBe(true)
    expect(count).toBe(1)
  })

  it('leaves a key alone that somebody has already answered', () => {
    const registry = createShortcutRegistry(false)
    registry.add({ keys: 'mod+f', label: 'find', group: 'g', run: () => undefined })
    expect(registry.press({ ...press('f', { ctrlKey: true }), defaultPrevented: true }, false)).toBe(false)
  })
})
