import { describe, expect, test } from 'vitest'
import { findBrowser, type BrowserSearch } from '../../../electron/hosts/loopback/find-browser.ts'

function computer(
  platform: NodeJS.Platform,
  programs: readonly string[],
  env: BrowserSearch['env'] = {},
): BrowserSearch {
  return { platform, env, home: '/home/ada', isProgram: (path) => programs.includes(path) }
}

describe('on Linux', () => {
  test('Debian’s Chromium is found even when the path does not name /usr/bin', () => {
    expect(findBrowser(computer('linux', ['/usr/bin/chromium'], { PATH: '/opt/tools' }))).toEqual({
      name: 'Chromium',
      path: '/usr/bin/chromium',
    })
  })

  test('a browser on the path comes before one in the usual folders, and Chrome before Chromium', () => {
    const programs = ['/usr/bin/chromium', '/home/ada/bin/google-chrome', '/usr/bin/google-chrome']
    expect(findBrowser(computer('linux', programs, { PATH: '/home/ada/bin:/usr/bin' }))?.path).toBe(
      '/home/ada/bin/google-chrome',
    )
  })

  test('a folder of the path that is relative is never looked into', () => {
    expect(findBrowser(computer('linux', ['bin/chromium', './chromium'], { PATH: 'bin:.' }))).toBeUndefined()
  })
})

test('on Windows, programs of the computer and of the user are found', () => {
  const env = { PROGRAMFILES: 'C:\\Program Files', LOCALAPPDATA: 'C:\\Users\\ada\\AppData\\Local' }
  const edge = 'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe'
  const ownChrome = 'C:\\Users\\ada\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe'
  expect(findBrowser(computer('win32', [edge], env))).toEqual({ name: 'Microsoft Edge', path: edge })
  expect(findBrowser(computer('win32', [edge, ownChrome], env))?.path).toBe(ownChrome)
})

test('on macOS, applications of the computer and of the user are found', () => {
  const brave = '/home/ada/Applications/Brave Browser.app/Contents/MacOS/Brave Browser'
  expect(findBrowser(computer('darwin', [brave]))).toEqual({ name: 'Brave', path: brave })
})

test('a computer without such a browser has none', () => {
  expect(findBrowser(computer('linux', ['/usr/bin/firefox'], { PATH: '/usr/bin' }))).toBeUndefined()
})

test('ESCALE_BROWSER is taken before all others, and refused when it names no program', () => {
  const env = { ESCALE_BROWSER: '/opt/vivaldi/vivaldi' }
  expect(findBrowser(computer('linux', ['/usr/bin/chromium', '/opt/vivaldi/vivaldi'], env))).toEqual({
    name: 'vivaldi',
    path: '/opt/vivaldi/vivaldi',
  })
  expect(() => findBrowser(computer('linux', ['/usr/bin/chromium'], env))).toThrow('/opt/vivaldi/vivaldi')
})
