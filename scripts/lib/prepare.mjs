// Runs before anything is installed, on whatever Node the computer has: only Node's own modules here.
import { join } from 'node:path'
import { requireNode, findNode24 } from './node.mjs'
import { ensureInstalled } from './install.mjs'
import { cacheFolder } from './project.mjs'
import { relay } from './relay.mjs'

/**
 * Makes sure that the packages are installed and that this script runs on Node 24: on an older Node it is run again on the
 * one of the project, and this process ends with it.
 */
export async function prepare() {
  requireNode()
  ensureInstalled()
  if (Number(process.versions.node.split('.')[0]) >= 24) {
    const { enableCompileCache } = await import('node:module') // Node 20 has no such thing
    enableCompileCache(join(cacheFolder, 'node')) // halves the time of each start: the sources are TypeScript
    return
  }
  process.exit(await relay(findNode24(), process.argv.slice(1)))
}
