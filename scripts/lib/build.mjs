import { createHash } from 'node:crypto'
import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { fail, findNode24 } from './node.mjs'
import { cacheFolder, root } from './project.mjs'

/** @typedef {'web' | 'desktop'} Target `web`: the window for a browser, and the reader of files; `desktop`: the window, and the programs around it. */

const windowSources = ['renderer', 'shared', 'vite.config.ts', 'package.json', 'package-lock.json']
const sources = {
  web: [...windowSources, 'electron/core/sheets', 'vite.reader.config.ts'],
  desktop: [...windowSources, 'electron', 'electron.vite.config.ts'],
}
const results = {
  web: ['out/renderer/index.html', 'out/reader/sheet-reader.mjs'],
  desktop: ['out/renderer/index.html', 'out/main/index.js'],
}

/**
 * Builds what is not built yet or is older than its sources. Says so in one line; ends with what the builder said when it fails.
 * @param {Target} target
 */
export function ensureBuilt(target) {
  if (isBuilt(target)) return
  console.log('Building the window, which is new or has changed (a few seconds)…')
  const { ok, output } = build(target)
  if (ok) return
  console.error(output)
  fail('The window could not be built: the reason is above.')
}

/**
 * Builds in any case.
 * @param {Target} target
 * @returns {{ ok: boolean, output: string }}
 */
export function build(target) {
  const before = fingerprint(target)
  const result = target === 'web' ? buildWeb() : run('electron-vite/bin/electron-vite.js', ['build'])
  if (result.ok) {
    mkdirSync(cacheFolder, { recursive: true })
    writeFileSync(stampOf(target), before)
    // Both write the window to the same place.
    if (target === 'desktop') writeFileSync(stampOf('web'), fingerprint('web'))
  }
  return result
}

/** @param {Target} target */
function isBuilt(target) {
  return (
    hasBuild(target) &&
    existsSync(stampOf(target)) &&
    readFileSync(stampOf(target), 'utf8') === fingerprint(target)
  )
}

/**
 * Whether something was built, even long ago.
 * @param {Target} target
 */
export function hasBuild(target) {
  return results[target].every((file) => existsSync(join(root, file)))
}

function buildWeb() {
  const reader = buildAside('reader', ['--config', 'vite.reader.config.ts'])
  return reader.ok ? buildAside('renderer', []) : reader
}

/**
 * Builds aside and then changes places, so that a start at the same moment finds a whole result, the old or the new one.
 * @param {string} name of the folder in `out`
 * @param {string[]} args
 */
function buildAside(name, args) {
  const draft = join(root, 'out', `${name}-draft-${process.pid}`)
  const former = join(root, 'out', `${name}-former-${process.pid}`)
  const final = join(root, 'out', name)
  const result = run('vite/bin/vite.js', ['build', ...args, '--outDir', draft, '--emptyOutDir'])
  if (result.ok) {
    if (existsSync(final)) renameSync(final, former)
    renameSync(draft, final)
  }
  rmSync(draft, { recursive: true, force: true })
  rmSync(former, { recursive: true, force: true })
  return result
}

/**
 * @param {string} program
 * @param {string[]} args
 */
function run(program, args) {
  const { status, stdout, stderr, error } = spawnSync(
    findNode24(),
    [join(root, 'node_modules', program), ...args],
    {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_ENV: 'production' },
    },
  )
  return { ok: status === 0, output: [stdout, stderr, error?.message].filter(Boolean).join('\n') }
}

/** @param {Target} target */
function stampOf(target) {
  return join(cacheFolder, `built-${target}.txt`)
}

/**
 * Names, sizes and times of change of all sources: also different when a file is gone or an older one came back.
 * @param {Target} target
 */
function fingerprint(target) {
  const hash = createHash('sha256')
  for (const source of sources[target]) addTo(hash, source)
  return hash.digest('hex')
}

/**
 * @param {import('node:crypto').Hash} hash
 * @param {string} path relative to the project
 */
function addTo(hash, path) {
  const stats = statSync(join(root, path), { throwIfNoEntry: false })
  if (stats?.isDirectory()) {
    for (const name of readdirSync(join(root, path)).toSorted()) addTo(hash, `${path}/${name}`)
  } else {
    hash.update(`${path}\0${stats?.size}\0${stats?.mtimeMs}\n`)
  }
}
