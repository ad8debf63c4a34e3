import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { pageHeaders } from '../../../electron/hosts/page-policy.ts'

/*
 * The items of Electron's security checklist that source text alone can show; those that a running window shows are in
 * tests/e2e/desktop.spec.ts, the fuses are read back from the package.
 */

const root = join(import.meta.dirname, '../../..')
const sources = ['electron/main', 'electron/preload'].flatMap((folder) =>
  readdirSync(join(root, folder)).map((name) => ({
    name: `${folder}/${name}`,
    text: readFileSync(join(root, folder, name), 'utf8'),
  })),
)
const textOf = (name: string) => sources.find((source) => source.name === name)?.text ?? ''
const holders = (pattern: RegExp) => sources.filter(({ text }) => pattern.test(text)).map(({ name }) => name)

describe('the desktop program', () => {
  test('has sources to look at', () => {
    expect(sources.length).toBeGreaterThan(10)
  })

  test.each([
    ['weakens the web’s own rules', /webSecurity|allowRunningInsecureContent|allowDisplayingInsecureContent/],
    ['turns on features under trial', /experimentalFeatures|enableBlinkFeatures|commandLine\.appendSwitch/],
    [
      'gives Node to the page',
      /nodeIntegration: true|nodeIntegrationIn|contextIsolation: false|sandbox: false/,
    ],
    ['allows a page inside the page', /webviewTag: true|<webview/],
    ['opens addresses outside', /openExternal|openPath/],
    ['loads from files or the network', /file:\/\/|loadFile\(|https?:\/\/(?!\S*w3\.org)/],
    ['lets the page call the main process by name', /ipcMain\.handle|ipcRenderer\.(?:invoke|sendSync|on)\b/],
    ['runs text as a program', /\beval\(|new Function\(|executeJavaScript/],
  ])('nowhere %s', (_what, pattern) => {
    expect(holders(pattern)).toEqual([])
  })

  test('isolates and sandboxes the window, and every other one', () => {
    expect(textOf('electron/main/main-window.ts')).toMatch(
      /contextIsolation: true,\s+nodeIntegration: false,\s+sandbox: true/,
    )
    expect(textOf('electron/main/index.ts')).toMatch(/^app\.enableSandbox\(\)$/m)
    expect(holders(/new BrowserWindow\(/)).toEqual(['electron/main/main-window.ts'])
  })

  test('asks at each door whether it may: requests, permissions and their checks, devices, navigation, windows', () => {
    const session = textOf('electron/main/guard-session.ts')
    for (const door of [
      'onBeforeRequest',
      'setPermissionRequestHandler',
      'setPermissionCheckHandler',
      'setDevicePermissionHandler',
      'setDisplayMediaRequestHandler',
    ])
      expect(session).toContain(door)
    const contents = textOf('electron/main/guard-web-contents.ts')
    for (const door of [
      'will-navigate',
      'will-frame-navigate',
      'will-redirect',
      'will-attach-webview',
      'setWindowOpenHandler',
    ])
      expect(contents).toContain(door)
  })

  test('takes one message of the page, at one place, after looking at who sent it', () => {
    expect(holders(/ipcMain\.on\(/)).toEqual(['electron/main/port-broker.ts'])
    expect(textOf('electron/main/port-broker.ts')).toContain('senderFrame')
  })

  test('exposes two values to the page, and nothing of Electron', () => {
    expect(holders(/exposeInMainWorld/)).toEqual(['electron/preload/index.ts'])
    expect(textOf('electron/preload/index.ts')).toContain(
      `exposeInMainWorld('escale', { isDesktop: true, platform: process.platform })`,
    )
  })

  test('serves pages under a policy without inline scripts, eval, frames or addresses outside', () => {
    const policy = pageHeaders([])['Content-Security-Policy'] ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toMatch(/script-src 'self'(?:;|$)/)
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe|\*|https?:/)
  })
})
