import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { App } from '#core/app.ts'
import { serveWebSocket } from '#core/rpc/serve-websocket.ts'
import { parseStartArguments, type StartOptions } from './arguments.ts'
import { computerLanguage } from './host-text.ts'
import { openLogFile } from './log-file.ts'
import { WishedBrowserMissing } from './loopback/find-browser.ts'
import { startServer, type LoopbackServer } from './loopback/server.ts'
import { runSession, type WindowWish } from './loopback/session.ts'
import { openTerminal, type Terminal } from './loopback/terminal.ts'
import { createOwnApp } from './own-app.ts'
import { ownPaths } from './paths.ts'
import { startRefusal } from './start-refusal.ts'

/** Serves an application to the windows of this computer, over HTTP for the page and a WebSocket for the core. */
export function startLoopback(options: {
  readonly app: Pick<App, 'context'>
  readonly rendererFolder: string
  readonly port?: number
}): Promise<LoopbackServer> {
  return startServer({ ...options, serve: (socket) => serveWebSocket(options.app, socket) })
}

/**
 * The application without Electron: the core in this process, its window in the browser of this computer.
 * `folder` is where a relative office file is looked for. Sets the exit code when it could not start.
 */
export async function runLoopback(start: StartOptions, folder: string, window: WindowWish): Promise<void> {
  const terminal = openTerminal()
  const paths = ownPaths()
  const officeFile = start.officeFile === undefined ? undefined : resolve(folder, start.officeFile)
  if (officeFile !== undefined && !existsSync(officeFile)) {
    terminal.complain('hosts.file-missing', { path: officeFile })
    process.exitCode = 1
    return
  }
  const rendererFolder = join(import.meta.dirname, '../../out/renderer')
  const entryPath = join(import.meta.dirname, '../../out/reader/sheet-reader.mjs')
  if (!existsSync(rendererFolder) || !existsSync(entryPath)) {
    terminal.complain('hosts.not-built')
    process.exitCode = 1
    return
  }
  const log = openLogFile(paths.stateFolder, 'loopback')
  process.on('uncaughtExceptionMonitor', (error, origin) => log.error('crash', error, { origin }))
  try {
    await runSession({
      officeFile,
      stateFolder: paths.stateFolder,
      terminal,
      window: start.window ? window : 'none',
      createApp: () =>
        createOwnApp({
          log,
          paths,
          suggestedLanguage: computerLanguage(),
          officeFile,
          sheets: { entryPath },
        }),
      serve: (app) =>
        startLoopback({ app, rendererFolder, ...(start.port === undefined ? {} : { port: start.port }) }),
    })
  } catch (error) {
    explain(error, start, terminal)
    process.exitCode = 1
  }
}

/** Says why the start failed when the user can do something about it; anything else is a bug and is thrown on. */
function explain(error: unknown, start: StartOptions, terminal: Terminal): void {
  const reason = startRefusal(error, computerLanguage())
  if (reason !== undefined) {
    terminal.complain('hosts.refused', { reason })
  } else if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    terminal.complain('hosts.port-taken', { port: start.port ?? 0 })
  } else if (error instanceof WishedBrowserMissing) {
    terminal.complain('hosts.browser-missing', { path: error.program })
  } else {
    throw error
  }
}

if (import.meta.main) {
  const start = parseStartArguments(process.argv.slice(2))
  const { say, complain } = openTerminal()
  if (!start.ok) {
    complain(`hosts.argument.${start.error.reason}`, start.error.params)
    process.exitCode = 1
  } else if (start.value.help) {
    say('hosts.usage')
  } else {
    await runLoopback(start.value, process.cwd(), 'direct')
  }
}
