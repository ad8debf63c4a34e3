import { join } from 'node:path'
import { utilityProcess, type MessagePortMain, type UtilityProcess } from 'electron'
import { parseFromCore, type CoreArguments, type FromCore, type ToCore } from '../hosts/host-messages.ts'
import { createReaderBroker } from './reader-broker.ts'

/** The core in its own process: a long query does not freeze the window, and its end is not ours. */
export interface CoreProcess {
  readonly connect: (port: MessagePortMain) => void
  readonly openOffice: (path: string) => void
  /** Resolves when it has closed the office and ended; after ten seconds it is made to. */
  readonly end: () => Promise<void>
  /** Starts it again after it ended by itself. */
  readonly restart: () => void
  readonly onMessage: (listener: (message: FromCore) => void) => void
  /** It ended and nobody asked it to. */
  readonly onLoss: (listener: (exitCode: number) => void) => void
}

const endingMs = 10_000

export function startCore(options: CoreArguments): CoreProcess {
  const messageListeners = new Set<(message: FromCore) => void>()
  const lossListeners = new Set<(exitCode: number) => void>()
  let isEnding = false
  let child = fork(options)

  function fork(given: CoreArguments): UtilityProcess {
    const started = utilityProcess.fork(join(import.meta.dirname, 'utility.js'), [JSON.stringify(given)], {
      serviceName: 'Escale core',
    })
    const readers = createReaderBroker((message) => started.postMessage(message, []))
    started.on('message', (data: unknown) => {
      if (readers.take(data)) return
      const message = parseFromCore(data)
      if (message !== undefined) for (const listener of messageListeners) listener(message)
    })
    started.on('exit', (exitCode) => {
      readers.endAll()
      if (!isEnding) for (const listener of lossListeners) listener(exitCode)
    })
    return started
  }
  const send = (message: ToCore, ports?: MessagePortMain[]) => child.postMessage(message, ports)

  return {
    connect: (port) => send({ type: 'connect' }, [port]),
    openOffice: (path) => send({ type: 'open-office', path }),
    end: () =>
      new Promise((resolve) => {
        isEnding = true
        if (child.pid === undefined) return resolve()
        child.once('exit', () => resolve())
        setTimeout(() => child.kill(), endingMs)
        send({ type: 'end' })
      }),
    // The office that was open is the one used last: it opens by itself.
    restart: () => {
      child = fork({ suggestedLanguage: options.suggestedLanguage })
    },
    onMessage: (listener) => messageListeners.add(listener),
    onLoss: (listener) => lossListeners.add(listener),
  }
}
