import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { processesUsing } from './in-use.mjs'
import { fail } from './node.mjs'
import { root } from './project.mjs'

const lockFile = join(root, 'package-lock.json')

/** Inside node_modules, so that it goes with it. */
const stampFile = join(root, 'node_modules', '.escale-installed')

/** Installs the packages when they are missing or are not those of package-lock.json. Says so in one line. */
export function ensureInstalled() {
  const reason = reasonToInstall()
  if (reason === undefined) return
  const [user] = processesUsing()
  if (user !== undefined) {
    fail(`${reason}, but Escale is running from this folder (process ${user}). End it, then start again.`)
  }
  console.log(`${reason}: installing them from the npm registry (about a minute)…`)
  const result = npm(installCommand())
  if (result.status === 0) return writeFileSync(stampFile, lockHash())
  console.error(result.stdout, result.stderr)
  fail('The packages could not be installed: the reason is above. A first start needs the network.')
}

function lockHash() {
  return createHash('sha256').update(readFileSync(lockFile)).digest('hex')
}

/**
 * There is none after an installation of ours from this very lock file, nor after one made by hand that agrees with it:
 * once npm is done, it writes what it has installed to a lock file of its own inside node_modules.
 * @returns {string | undefined}
 */
function reasonToInstall() {
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === lockHash()) return undefined
  const wanted = packagesIn(lockFile)
  const installed = packagesIn(join(root, 'node_modules', '.package-lock.json'))
  if (installed === undefined || wanted === undefined) return 'The packages of Escale are not installed yet'
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '') continue
    const present = installed[path]
    // Packages for other systems are listed and not installed.
    if (present === undefined ? entry.optional !== true : present.version !== entry.version) {
      return 'The packages of Escale have changed'
    }
  }
  return undefined
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean }> | undefined}
 */
function packagesIn(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined
}

/** `npm ci` deletes node_modules first, which Windows refuses while the Node inside it is the one that runs this. */
function installCommand() {
  const runsFromInside = process.execPath.startsWith(join(root, 'node_modules'))
  return process.platform === 'win32' && runsFromInside ? ['install', '--no-save'] : ['ci']
}

/** @param {string[]} args */
function npm(args) {
  const npmProgram = process.env['npm_execpath']
  const quiet = [...args, '--no-fund', '--no-audit', '--loglevel=error']
  /** @type {import('node:child_process').SpawnSyncOptionsWithStringEncoding} */
  const options = { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }
  if (npmProgram?.endsWith('.js')) return spawnSync(process.execPath, [npmProgram, ...quiet], options)
  // On Windows npm is a batch file, which only a shell can run; the arguments are ours alone.
  return process.platform === 'win32'
    ? spawnSync(['npm', ...quiet].join(' '), { ...options, shell: true })
    : spawnSync('npm', quiet, options)
}
