import { accessSync, constants, readFileSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'

/** A browser of the Chromium family that this computer has. */
export interface Browser {
  readonly name: string
  readonly path: string
  /** A snap may only write below `~/snap/<name>`; the name of the snap when it is one. */
  readonly snap?: string
}

/** `ESCALE_BROWSER` names something that is no program. */
export class WishedBrowserMissing extends Error {
  readonly program: string
  constructor(program: string) {
    super(`ESCALE_BROWSER names no program: ${program}`)
    this.name = 'WishedBrowserMissing'
    this.program = program
  }
}

/** What is looked at to find a browser; the computer itself, or a description of one in tests. */
export interface BrowserSearch {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  readonly home: string
  readonly isProgram: (path: string) => boolean
}

/** In this order: Chrome and Edge are kept up to date by themselves; a bare Chromium may be old. */
const windowsPrograms: readonly (readonly [string, string])[] = [
  ['Google Chrome', 'Google\\Chrome\\Application\\chrome.exe'],
  ['Microsoft Edge', 'Microsoft\\Edge\\Application\\msedge.exe'],
  ['Chromium', 'Chromium\\Application\\chrome.exe'],
  ['Brave', 'BraveSoftware\\Brave-Browser\\Application\\brave.exe'],
]
const macPrograms: readonly (readonly [string, string])[] = [
  ['Google Chrome', 'Google Chrome.app/Contents/MacOS/Google Chrome'],
  ['Microsoft Edge', 'Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
  ['Chromium', 'Chromium.app/Contents/MacOS/Chromium'],
  ['Brave', 'Brave Browser.app/Contents/MacOS/Brave Browser'],
]
const linuxPrograms: readonly (readonly [string, readonly string[]])[] = [
  ['Google Chrome', ['google-chrome', 'google-chrome-stable']],
  ['Microsoft Edge', ['microsoft-edge', 'microsoft-edge-stable']],
  ['Chromium', ['chromium', 'chromium-browser']],
  ['Brave', ['brave-browser', 'brave']],
]
/** Looked at even when the path of a service or a desktop icon does not name them. */
const linuxFolders = [
  '/usr/bin',
  '/usr/local/bin',
  '/opt/google/chrome',
  '/opt/microsoft/msedge',
  '/snap/bin',
]

/**
 * Finds a browser to show the window in: the one that `ESCALE_BROWSER` names, else Chrome, Edge, Chromium or Brave where
 * their installers put them. No registry is read, no program is run. A wish that is silently ignored is worse than a refusal.
 * @throws WishedBrowserMissing
 */
export function findBrowser(
  search: BrowserSearch,
): { readonly name: string; readonly path: string } | undefined {
  const wished = search.env['ESCALE_BROWSER']
  if (wished !== undefined && wished !== '') {
    if (!search.isProgram(wished)) throw new WishedBrowserMissing(wished)
    return { name: path.parse(wished).name, path: wished }
  }
  for (const [name, program] of candidates(search)) {
    if (search.isProgram(program)) return { name, path: program }
  }
  return undefined
}

type Candidates = readonly (readonly [name: string, path: string])[]

function candidates(search: BrowserSearch): Candidates {
  if (search.platform === 'win32') return windowsCandidates(search)
  if (search.platform === 'darwin') return macCandidates(search)
  return linuxCandidates(search)
}

function windowsCandidates(search: BrowserSearch): Candidates {
  const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(
    (name) => search.env[name] || [],
  )
  return windowsPrograms.flatMap(([name, program]) =>
    roots.map((root) => [name, path.win32.join(root, program)] as const),
  )
}

function macCandidates(search: BrowserSearch): Candidates {
  const roots = ['/Applications', path.posix.join(search.home, 'Applications')]
  return macPrograms.flatMap(([name, program]) =>
    roots.map((root) => [name, path.posix.join(root, program)] as const),
  )
}

function linuxCandidates(search: BrowserSearch): Candidates {
  const listed = (search.env['PATH'] ?? '').split(':').filter((folder) => folder.startsWith('/'))
  const folders = [...new Set([...listed, ...linuxFolders])]
  return linuxPrograms.flatMap(([name, programs]) =>
    programs.flatMap((program) => folders.map((folder) => [name, path.posix.join(folder, program)] as const)),
  )
}

/** Finds a browser on this very computer. */
export function findOwnBrowser(home: string): Browser | undefined {
  const found = findBrowser({ platform: process.platform, env: process.env, home, isProgram })
  if (found === undefined) return undefined
  const snap = snapOf(found.path)
  return snap === undefined ? found : { ...found, snap }
}

function isProgram(file: string): boolean {
  try {
    if (!statSync(file).isFile()) return false
    accessSync(file, constants.X_OK) // on Windows: that it exists
    return true
  } catch {
    return false // absent, or not for this user: not a program that can be run
  }
}

/** The snap that a program belongs to: run from /snap/bin, or through the script that Ubuntu puts in /usr/bin. */
function snapOf(file: string): string | undefined {
  if (process.platform !== 'linux') return undefined
  if (file.startsWith('/snap/')) return path.posix.basename(file)
  const real = realpathSync(file)
  if (statSync(real).size > 10_000) return undefined // a real program, or a link to one
  return /\/snap\/bin\/(\w+)/.exec(readFileSync(real, 'utf8'))?.[1]
}
