import { describe, expect, test } from 'vitest'
import { computerLanguage, createHostText } from '../../../electron/hosts/host-text.ts'
import { parseCoreArguments, parseFromCore, parseToCore } from '../../../electron/hosts/host-messages.ts'
import { menuTemplate, type MenuEntry } from '../../../electron/hosts/menu-template.ts'
import { hostsTexts } from '#shared/text/areas/hosts.ts'

describe('sentences', () => {
  test('placeholders are filled as written, even where a name looks like one of the replacer’s', () => {
    expect(createHostText('en')('hosts.file-missing', { path: '/home/$&/a.escale' })).toBe(
      'There is no file /home/$&/a.escale.',
    )
  })

  test.each(Object.keys(hostsTexts.en))('%s has the same placeholders in both languages', (key) => {
    const placeholders = (texts: Readonly<Record<string, string>>) =>
      new Set([...(texts[key] ?? '').matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name))
    expect(placeholders(hostsTexts.fr)).toEqual(placeholders(hostsTexts.en))
  })

  test.each([
    ['fr-FR', 'fr'],
    ['fr', 'fr'],
    ['FR_ca', 'fr'],
    ['fry-NL', 'en'],
    ['en-GB', 'en'],
    ['de-DE', 'en'],
  ])('a computer that speaks %s is spoken to in %s', (locale, language) => {
    expect(computerLanguage(locale)).toBe(language)
  })
})

const menu = (platform: NodeJS.Platform, isDeveloping: boolean) =>
  menuTemplate({ text: createHostText('fr'), platform, isDeveloping })

describe('the menu', () => {
  const roles = (entries: readonly MenuEntry[]): string[] =>
    entries.flatMap((entry) => [
      ...(entry.role === undefined ? [] : [entry.role]),
      ...roles(entry.submenu ?? []),
    ])
  test('leaves Ctrl Z to the window, where it undoes changes of data', () => {
    expect(roles(menu('win32', true))).not.toContain('undo')
  })

  test('offers reloading and developer tools only while programming', () => {
    expect(roles(menu('linux', false))).not.toEqual(expect.arrayContaining(['reload']))
    expect(roles(menu('linux', true))).toEqual(expect.arrayContaining(['reload', 'toggleDevTools']))
  })

  test('quits from the application’s own menu on macOS, from the file menu elsewhere', () => {
    expect(menu('darwin', false)[0]).toMatchObject({ label: 'Escale' })
    expect(menu('win32', false)[0]).toMatchObject({ label: 'Fichier', submenu: [{ role: 'quit' }] })
  })
})

describe('messages between main and the core', () => {
  test('what main says is understood, and anything else is no message', () => {
    expect(parseToCore({ type: 'open-office', path: '/a.escale', more: 1 })).toEqual({
      type: 'open-office',
      path: '/a.escale',
    })
    for (const strange of [null, 'end', {}, { type: 'open-office' }, { type: 'eval', code: 'x' }]) {
      expect(parseToCore(strange)).toBeUndefined()
    }
  })

  test('what the core says is understood, and anything else is no message', () => {
    expect(parseFromCore({ type: 'refused', reason: 'Locked.' })).toEqual({
      type: 'refused',
      reason: 'Locked.',
    })
    for (const strange of [undefined, { type: 'refused' }, { type: 'refused', reason: 7 }]) {
      expect(parseFromCore(strange)).toBeUndefined()
    }
  })

  test('the core’s arguments survive the way', () => {
    const given = { suggestedLanguage: 'fr', officeFile: '/home/ada/École.escale' }
    expect(parseCoreArguments(JSON.stringify(given))).toEqual(given)
    expect(parseCoreArguments(undefined)).toEqual({ suggestedLanguage: 'en' })
  })
})
