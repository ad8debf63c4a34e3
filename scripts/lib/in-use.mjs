import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cacheFolder } from './project.mjs'

const folder = join(cacheFolder, 'in-use')

/** Marks this folder as used by a running Escale until this process ends, so that nothing is replaced under it. */
export function markInUse() {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, String(process.pid))
  writeFileSync(file, '')
  process.on('exit', () => rmSync(file, { force: true }))
}

/**
 * The processes that run Escale from this folder. Marks of processes that died without a word are removed.
 * @returns {number[]}
 */
export function processesUsing() {
  mkdirSync(folder, { recursive: true })
  const marked = readdirSync(folder).map(Number)
  for (const pid of marked) if (!isAlive(pid)) rmSync(join(folder, String(pid)), { force: true })
  return marked.filter((pid) => pid !== process.pid && isAlive(pid))
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM' // another user's
  }
}
