import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { root } from './project.mjs'

const oldest = 20

/** Ends with one sentence on a Node that cannot even install the rest. */
export function requireNode() {
  if (Number(process.versions.node.split('.')[0]) >= oldest) return
  fail(
    `Escale needs Node.js ${oldest} or newer; this is ${process.versions.node}. Get it from https://nodejs.org`,
  )
}

/**
 * The Node 24 that comes with the packages: the sources are run by it directly, and the database needs it.
 * @returns {string}
 */
export function findNode24() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  const program = join(
    root,
    'node_modules',
    'node',
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  )
  const version = spawnSync(program, ['--version'], { encoding: 'utf8' })
  if (version.status === 0 && version.stdout.startsWith('v24.')) return program
  return fail(
    `Node 24, which comes with the packages, does not run (${program}). Delete the folder node_modules and start again; ` +
      'if npm is told to ignore install scripts, allow them for the package “node”.',
  )
}

/**
 * Ends the program with one sentence.
 * @param {string} sentence
 * @returns {never}
 */
export function fail(sentence) {
  console.error(sentence)
  process.exit(1)
}
