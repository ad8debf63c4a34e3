import { spawn } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findElectron } from '../../electron/hosts/find-electron.ts'
import { findNode24 } from './node.mjs'
import { root } from './project.mjs'

// The Electron runtime is a download of its own, from GitHub, that many offices block.
const packageFolder = join(root, 'node_modules', 'electron')
const retryAfterMs = 24 * 3_600_000
const reachableMs = 3_000
const silenceMs = 20_000

/**
 * The Electron program, fetched when it is missing and can be had. A failure is remembered for a day, so that each start where
 * it is blocked is not slow. Proxies and mirrors are those that Electron's own installer knows.
 * @param {string} stateFolder
 * @returns {Promise<string | undefined>}
 */
export async function ensureElectron(stateFolder) {
  const present = findElectron(root)
  if (present !== undefined || process.env['ELECTRON_SKIP_BINARY_DOWNLOAD']) return present
  const memory = join(stateFolder, 'electron-not-available.json')
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'))
  if (hasFailedLately(memory, version)) return undefined
  if (await isReachable()) {
    console.log('Fetching the Electron runtime (about 110 MB, once)…')
    await download()
  }
  const program = findElectron(root)
  mkdirSync(stateFolder, { recursive: true, mode: 0o700 })
  if (program === undefined) writeFileSync(memory, JSON.stringify({ version, at: new Date().toISOString() }))
  else rmSync(memory, { force: true })
  return program
}

/**
 * @param {string} memory
 * @param {string} version
 */
function hasFailedLately(memory, version) {
  if (!existsSync(memory)) return false
  const failure = JSON.parse(readFileSync(memory, 'utf8'))
  const agoMs = Date.now() - Date.parse(failure.at)
  return failure.version === version && agoMs >= 0 && agoMs < retryAfterMs
}

async function isReachable() {
  const mirror = process.env['ELECTRON_MIRROR'] ?? process.env['npm_config_electron_mirror']
  try {
    await fetch(mirror ?? 'https://github.com/electron/electron/releases', {
      method: 'HEAD',
      signal: AbortSignal.timeout(reachableMs),
    })
    return true
  } catch {
    // A proxy that only the installer knows how to use is worth its attempt.
    return ['HTTPS_PROXY', 'https_proxy', 'ELECTRON_GET_USE_PROXY'].some((name) => process.env[name])
  }
}

/** Runs Electron's own installer, and gives up when nothing has arrived for twenty seconds. */
async function download() {
  const folder = mkdtempSync(join(tmpdir(), 'escale-electron-'))
  const installer = spawn(findNode24(), [join(packageFolder, 'install.js')], {
    cwd: root,
    stdio: 'ignore',
    env: { ...process.env, TMPDIR: folder, TEMP: folder, TMP: folder },
  })
  let size = 0
  let grownAt = Date.now()
  const watch = setInterval(() => {
    const now = sizeOf(folder) + sizeOf(join(packageFolder, 'dist'))
    if (now !== size) grownAt = Date.now()
    size = now
    if (Date.now() - grownAt > silenceMs) installer.kill()
  }, 1000)
  await new Promise((resolve) => {
    installer.once('exit', resolve).once('error', resolve)
  })
  clearInterval(watch)
  rmSync(folder, { recursive: true, force: true })
}

/**
 * @param {string} path
 * @returns {number} bytes; 0 when absent
 */
function sizeOf(path) {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (!stats?.isDirectory()) return stats?.size ?? 0
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0)
}
