import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  hasDisplay,
  profileFolderOf,
  windowArguments,
} from '../../../electron/hosts/loopback/browser-window.ts'

const request = {
  url: 'http://127.0.0.1:4321/open?code=abc',
  profileFolder: '/state/browser-profile-1',
  platform: 'linux',
  isRoot: false,
  isFirst: false,
} as const

test('the window is the application alone, in a profile of its own', () => {
  const args = windowArguments(request)
  expect(args).toContain('--app=http://127.0.0.1:4321/open?code=abc')
  expect(args).toContain('--user-data-dir=/state/browser-profile-1')
})

test('the size is ours to choose the first time only: afterwards the browser knows how the user left it', () => {
  const sizes = (args: readonly string[]) => args.filter((arg) => arg.startsWith('--window-size'))
  expect(sizes(windowArguments(request))).toEqual([])
  expect(sizes(windowArguments({ ...request, isFirst: true }))).toEqual(['--window-size=1440,900'])
})

test('what would open the network is off', () => {
  expect(windowArguments(request)).toEqual(
    expect.arrayContaining([
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      expect.stringMatching(/^--disable-features=.*Translate/),
    ]),
  )
})

test('Chromium’s sandbox stays on, save for the superuser of Linux, for whom it cannot run', () => {
  expect(windowArguments(request)).not.toContain('--no-sandbox')
  expect(windowArguments({ ...request, isRoot: true })).toContain('--no-sandbox')
  expect(windowArguments({ ...request, isRoot: true, platform: 'darwin' })).not.toContain('--no-sandbox')
})

test('a snap keeps the profile where it may write', () => {
  const browser = { name: 'Chromium', path: '/snap/bin/chromium' }
  expect(profileFolderOf(browser, 'profile-1', '/home/ada/.config/escale', '/home/ada')).toBe(
    join('/home/ada/.config/escale/browser-profile-1'),
  )
  expect(profileFolderOf({ ...browser, snap: 'chromium' }, 'profile-1', '/state', '/home/ada')).toBe(
    join('/home/ada/snap/chromium/common/escale/browser-profile-1'),
  )
})

test('Linux shows windows only where there is a display; the others always do', () => {
  expect(hasDisplay('linux', {})).toBe(false)
  expect(hasDisplay('linux', { DISPLAY: '' })).toBe(false)
  expect(hasDisplay('linux', { DISPLAY: ':0' })).toBe(true)
  expect(hasDisplay('linux', { DISPLAY: '', WAYLAND_DISPLAY: 'wayland-0' })).toBe(true)
  expect(hasDisplay('win32', {})).toBe(true)
})
