import type { App } from '#core/app.ts'
import { servePort } from '#core/rpc/serve-port.ts'
import { createBrokeredReaders } from './brokered-readers.ts'
import { parseCoreArguments, parseToCore, type FromCore } from './host-messages.ts'
import { openLogFile } from './log-file.ts'
import { createOwnApp } from './own-app.ts'
import { ownPaths } from './paths.ts'
import type { ToReaders } from './reader-messages.ts'
import { startRefusal } from './start-refusal.ts'

// The core as a utility process of Electron: main starts it, hands it the ports of its windows, and asks it to end.

const tell: (message: FromCore | ToReaders) => void = process.parentPort.postMessage.bind(process.parentPort)
const readers = createBrokeredReaders(tell)
const { suggestedLanguage, officeFile } = parseCoreArguments(process.argv.at(-1))
const paths = ownPaths()
const log = openLogFile(paths.stateFolder, 'desktop')
process.on('uncaughtExceptionMonitor', (error, origin) => log.error('crash', error, { origin }))

// Ports may arrive before the office is open: their windows wait.
const app = createFirstApp()
process.parentPort.on('message', (event) => {
  if (readers.take(event.data)) return
  void answer(event.data, event.ports) // a failure is a bug: it ends the process, and main says so
})
await app
tell({ type: 'ready' })

/** A file that cannot be opened is told, and the application opens without it. */
async function createFirstApp(): Promise<App> {
  const options = { log, paths, suggestedLanguage, sheets: { spawn: readers.spawn } }
  try {
    return await createOwnApp({ ...options, officeFile })
  } catch (error) {
    refuse(error)
    return await createOwnApp({ ...options, officeFile: null })
  }
}

async function answer(data: unknown, ports: readonly Electron.MessagePortMain[]): Promise<void> {
  const message = parseToCore(data)
  switch (message?.type) {
    case 'connect': {
      const [port] = ports
      if (port === undefined) return
      servePort(await app, port)
      port.start()
      return
    }
    case 'open-office':
      try {
        await (await app).context.office.open(message.path)
      } catch (error) {
        refuse(error)
      }
      return
    case 'end':
      await (await app).close()
      return process.exit()
    case undefined:
      throw new Error('Main sent a message that the core does not know')
  }
}

/** Tells the user a refusal through main; anything else is a bug and ends the process. */
function refuse(error: unknown): void {
  const reason = startRefusal(error, suggestedLanguage)
  if (reason === undefined) throw error
  tell({ type: 'refused', reason })
}
