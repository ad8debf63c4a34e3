import { resolve } from 'node:path'
import { parseStartArguments } from '../../electron/hosts/arguments.ts'
import { runLoopback } from '../../electron/hosts/loopback.ts'
import { openTerminal } from '../../electron/hosts/loopback/terminal.ts'
import { ownPaths } from '../../electron/hosts/paths.ts'
import { ensureBuilt, hasBuild } from './build.mjs'
import { ensureElectron } from './electron-runtime.mjs'
import { markInUse, processesUsing } from './in-use.mjs'
import { root } from './project.mjs'
import { relay } from './relay.mjs'

/**
 * Starts Escale: as a desktop application where the Electron runtime is here or can be had, else in the browser of the computer.
 * @param {readonly string[]} args
 */
export async function start(args) {
  const options = parseStartArguments(args)
  const { say, complain } = openTerminal()
  if (!options.ok) {
    complain(`hosts.argument.${options.error.reason}`, options.error.params)
    process.exitCode = 1
    return
  }
  if (options.value.help) return say('hosts.usage')
  // npm runs its scripts in the project's folder and says where the user was.
  const folder = process.env['INIT_CWD'] ?? process.cwd()
  const { browser, window, port, officeFile } = options.value
  const wantsDesktop = !browser && window && port === undefined
  const electron = wantsDesktop ? await ensureElectron(ownPaths().stateFolder) : undefined
  if (electron !== undefined) {
    // What runs from here is not replaced under a running Escale: this start only shows its window.
    if (processesUsing().length === 0 || !hasBuild('desktop')) ensureBuilt('desktop')
    markInUse()
    say('hosts.desktop')
    process.exitCode = await relay(electron, desktopArguments(officeFile, folder), { channel: false })
    return
  }
  ensureBuilt('web')
  markInUse()
  await runLoopback(options.value, folder, browser ? 'asked' : 'no-electron')
}

/**
 * @param {string | undefined} officeFile
 * @param {string} folder
 */
function desktopArguments(officeFile, folder) {
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0
  return [
    root,
    ...(isRoot ? ['--no-sandbox'] : []), // Chromium's sandbox refuses to run for the superuser
    ...(officeFile === undefined ? [] : [resolve(folder, officeFile)]),
  ]
}
