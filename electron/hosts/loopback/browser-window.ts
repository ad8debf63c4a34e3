import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from './find-browser.ts'

export interface WindowRequest {
  readonly url: string
  /** The browser's own data for this window: nothing of the user's browser is seen or touched. */
  readonly profileFolder: string
  readonly platform: NodeJS.Platform
  /** Chromium's sandbox refuses to run for the superuser. */
  readonly isRoot: boolean
  /** The profile is new: the browser does not know yet where the user likes its window. */
  readonly isFirst: boolean
}

/** A browser in application mode: a window of its own, without tabs or address bar, that speaks to nobody but us. */
export function windowArguments(request: WindowRequest): readonly string[] {
  return [
    `--app=${request.url}`,
    `--user-data-dir=${request.profileFolder}`,
    '--class=Escale',
    ...(request.isFirst ? ['--window-size=1440,900'] : []),
    '--no-first-run',
    '--no-default-browser-check',
    '--no-service-autorun',
    '--no-pings',
    '--disable-background-mode',
    '--disable-background-networking',
    '--disable-breakpad',
    '--disable-client-side-phishing-detection',
    '--disable-component-extensions-with-background-pages',
    '--disable-component-update',
    '--disable-default-apps',
    '--disable-domain-reliability',
    '--disable-extensions',
    '--disable-sync',
    `--disable-features=${unwantedFeatures.join(',')}`,
    '--password-store=basic', // no password is ever kept, so the keyring need not be unlocked
    '--metrics-recording-only',
    ...(request.platform === 'darwin' ? ['--use-mock-keychain'] : []),
    ...(request.platform === 'linux' && request.isRoot ? ['--no-sandbox', '--test-type'] : []),
  ]
}

/** Offers to translate, to search, to sign in, to warm up connections: each would open the network. */
const unwantedFeatures = [
  'AutofillServerCommunication',
  'CertificateTransparencyComponentUpdater',
  'DialMediaRouteProvider',
  'InterestFeedContentSuggestions',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'OptimizationGuideModelDownloading',
  'PrivacySandboxSettings4',
  'Translate',
] as const

export interface BrowserWindow {
  /** Resolves when the browser has ended, with how long it ran. Rejects when it could not be run. */
  readonly ended: Promise<{ readonly ranMs: number }>
  /** Asks it to end and, after three seconds, makes it. */
  readonly close: () => Promise<void>
}

/** Opens a window that lives as long as the host wants it. */
export function openWindow(browserPath: string, request: WindowRequest): BrowserWindow {
  const startedAt = performance.now()
  const child = run(browserPath, request, false)
  const ended = new Promise<{ readonly ranMs: number }>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', () => resolve({ ranMs: performance.now() - startedAt }))
  })
  return { ended, close: () => end(child) }
}

/** Opens a window that outlives us: a second start shows the running host and goes. */
export async function openWindowAndLeave(browserPath: string, request: WindowRequest): Promise<void> {
  const child = run(browserPath, request, true)
  await once(child, 'spawn') // rejects when it cannot be run
  child.unref()
}

function run(browserPath: string, request: WindowRequest, detached: boolean): ChildProcess {
  mkdirSync(request.profileFolder, { recursive: true, mode: 0o700 })
  // What a browser writes on its own account (missing buses, graphics drivers) says nothing to the user.
  return spawn(browserPath, windowArguments(request), { stdio: 'ignore', detached })
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
  const exit = once(child, 'exit')
  child.kill('SIGTERM')
  const hurry = setTimeout(() => child.kill('SIGKILL'), 3000)
  await exit
  clearTimeout(hurry)
}

/** Where a browser keeps the profile of one of our windows. */
export function profileFolderOf(browser: Browser, key: string, stateFolder: string, home: string): string {
  const folder = `browser-${key}`
  return browser.snap === undefined
    ? join(stateFolder, folder)
    : join(home, 'snap', browser.snap, 'common', 'escale', folder)
}

/** Whether a window can be shown at all: on Linux, only where there is a display. */
export function hasDisplay(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): boolean {
  return platform !== 'linux' || Boolean(env['DISPLAY'] ?? '') || Boolean(env['WAYLAND_DISPLAY'] ?? '')
}
