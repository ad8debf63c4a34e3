import { join } from 'node:path'
import { utilityProcess, type UtilityProcess } from 'electron'
import { parseToReaders, type FromReaders, type ToReaders } from '../hosts/reader-messages.ts'

/** Starts the processes that read foreign files, as the core asks, and carries their messages. */
export interface ReaderBroker {
  /** Takes a message of the core. Returns whether it was about a reader. */
  readonly take: (message: unknown) => boolean
  /** Ends all readers: whoever asked for them is gone. */
  readonly endAll: () => void
}

export function createReaderBroker(post: (message: FromReaders) => void): ReaderBroker {
  const readers = new Map<number, UtilityProcess>()

  function start({ id, execArgv }: ToReaders & { readonly type: 'reader-start' }): void {
    const reader = utilityProcess.fork(join(import.meta.dirname, 'sheet-reader.js'), [], {
      serviceName: 'Escale reader',
      execArgv: [...execArgv],
      env: {}, // a foreign file has nothing to learn from ours
      stdio: 'ignore',
    })
    let fatal = ''
    readers.set(id, reader)
    reader.once('spawn', () => post({ type: 'reader-started', id, pid: reader.pid }))
    reader.on('message', (message: unknown) => post({ type: 'reader-said', id, message }))
    reader.on('error', (type, location) => {
      fatal = `${type} ${location}`
    })
    reader.once('exit', (code) => {
      readers.delete(id)
      post({
        type: 'reader-gone',
        id,
        isOutOfMemory: /memory|heap/i.test(fatal),
        detail: `exit ${code} ${fatal}`,
      })
    })
  }

  return {
    take: (value) => {
      const message = parseToReaders(value)
      if (message === undefined) return false
      const reader = readers.get(message.id)
      if (message.type === 'reader-start') start(message)
      else if (message.type === 'reader-kill') reader?.kill()
      else reader?.postMessage(message.message, [])
      return true
    },
    endAll: () => {
      for (const reader of readers.values()) reader.kill()
    },
  }
}
