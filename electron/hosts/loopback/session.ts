import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import type { App } from '#core/app.ts'
import {
  hasDisplay,
  openWindow,
  openWindowAndLeave,
  profileFolderOf,
  type BrowserWindow,
  type WindowRequest,
} from './browser-window.ts'
import { findOwnBrowser, type Browser } from './find-browser.ts'
import { holdPlaces, type Places } from './places.ts'
import { openRunningHosts, type Taken } from './running.ts'
import type { LoopbackServer } from './server.ts'
import { untilAskedToEnd, type Terminal } from './terminal.ts'
import { windowEnd } from './window-end.ts'

export interface SessionOptions {
  /** The office file to open, an absolute path that exists; without it, the one used last. */
  readonly officeFile?: string | undefined
  readonly stateFolder: string
  readonly terminal: Terminal
  /** Why the window is a browser's; `none` when no window is wanted. */
  readonly window: WindowWish
  readonly createApp: () => Promise<App>
  readonly serve: (app: App) => Promise<LoopbackServer>
}

export type WindowWish = 'none' | 'asked' | 'no-electron' | 'direct'

const endingMs = 15_000

/**
 * One run of the loopback host, from start to end: shows the running one if the office is already open, else opens it,
 * shows it, and waits until the window is closed or the end is asked for. Resolves when everything is put away.
 */
export async function runSession(options: SessionOptions): Promise<void> {
  const { terminal } = options
  const asked = untilAskedToEnd()
  const browser = chooseBrowser(options)
  const places = holdPlaces(openRunningHosts(options.stateFolder), options.officeFile)
  const taken = await places.take()
  if (!taken.ok) {
    terminal.complain('hosts.silent', taken.error.params)
    process.exitCode = 1
    return
  }
  if (taken.value.kind === 'running') return await showRunning(taken.value, browser, options)

  await using cleanup = new AsyncDisposableStack()
  cleanup.defer(places.leave)
  const app = await options.createApp()
  cleanup.defer(() => app.close())
  cleanup.defer(places.follow(app))
  const server = await options.serve(app)
  cleanup.defer(server.close)
  if ('path' in browser) {
    const window = openOwnWindow(browser, places, server, options.stateFolder)
    cleanup.defer(window.close)
    terminal.say(windowSentence(options.window), { browser: browser.name, path: browser.path })
    terminal.say('hosts.window.how-to-end')
    await Promise.race([asked, untilWindowEnds(window, browser, server, terminal)])
  } else {
    places.announce({ url: server.url })
    if (browser.none !== 'unwanted') terminal.say(`hosts.why.${browser.none}`)
    sayAddress(terminal, server)
    await asked
  }
  endInTime(terminal)
}

type NoBrowser = { readonly none: 'unwanted' | 'no-display' | 'no-browser' }

function chooseBrowser(options: SessionOptions): Browser | NoBrowser {
  if (options.window === 'none') return { none: 'unwanted' }
  if (!hasDisplay(process.platform, process.env)) return { none: 'no-display' }
  return findOwnBrowser(homedir()) ?? { none: 'no-browser' }
}

function windowRequest(url: string, profileFolder: string): WindowRequest {
  return {
    url,
    profileFolder,
    platform: process.platform,
    isRoot: process.getuid?.() === 0,
    isFirst: !existsSync(profileFolder),
  }
}

/** Opens one more window on the host that already has this office. */
async function showRunning(
  running: Extract<Taken, { kind: 'running' }>,
  browser: Browser | NoBrowser,
  { terminal, stateFolder }: SessionOptions,
): Promise<void> {
  if (!('path' in browser)) {
    terminal.say('hosts.running-at', { url: running.record.url ?? running.openingUrl })
    return
  }
  // Its own browser and profile, so that both windows are one program and end with it.
  const { browser: path, profile } = running.record.window ?? {
    browser: browser.path,
    profile: profileFolderOf(browser, 'profile-extra', stateFolder, homedir()),
  }
  await openWindowAndLeave(path, windowRequest(running.openingUrl, profile))
  terminal.say('hosts.running-here')
}

function openOwnWindow(
  browser: Browser,
  places: Places,
  server: LoopbackServer,
  stateFolder: string,
): BrowserWindow {
  const profile = profileFolderOf(browser, places.takeProfile(), stateFolder, homedir())
  places.announce({ url: server.url, window: { browser: browser.path, profile } })
  return openWindow(browser.path, windowRequest(server.openingUrl(), profile))
}

function windowSentence(wish: WindowWish) {
  return wish === 'none' ? ('hosts.window.direct' as const) : (`hosts.window.${wish}` as const)
}

/** Never resolves when no window came: the address is given instead, and the host stays. */
async function untilWindowEnds(
  window: BrowserWindow,
  browser: Browser,
  server: LoopbackServer,
  terminal: Terminal,
): Promise<void> {
  const outcome = await windowEnd({ ...server, ended: window.ended }).catch(() => 'cannot-run' as const)
  if (outcome === 'closed') return
  terminal.complain(`hosts.why.${outcome}`, { browser: browser.name })
  sayAddress(terminal, server)
  await new Promise(() => {})
}

function sayAddress(terminal: Terminal, server: LoopbackServer): void {
  terminal.say('hosts.address', { url: server.url })
  terminal.say('hosts.address.keep')
}

/** What is put away after this has a limited time: an end that hangs would hold the terminal and the office file. */
function endInTime(terminal: Terminal): void {
  setTimeout(() => {
    terminal.complain('hosts.ending-late', { seconds: endingMs / 1000 })
    process.exit(1)
  }, endingMs).unref()
}
