import type { ReaderExit, ReaderProcess, SpawnReader } from '#core/sheets/reader-process.ts'
import { parseFromReaders, type ToReaders } from './reader-messages.ts'

/** The core's end of the readers that main starts for it. */
export interface BrokeredReaders {
  readonly spawn: SpawnReader
  /** Takes a message from main. Returns whether it was about a reader. */
  readonly take: (message: unknown) => boolean
}

interface Known {
  pid: number | undefined
  onMessage: (message: unknown) => void
  onExit: (exit: ReaderExit) => void
}

/** `post` sends to main, which starts the reading program of its own bundle and no other. */
export function createBrokeredReaders(post: (message: ToReaders) => void): BrokeredReaders {
  const readers = new Map<number, Known>()
  let lastId = 0

  function start(execArgv: readonly string[]): ReaderProcess {
    lastId += 1
    const id = lastId
    const known: Known = { pid: undefined, onMessage: () => {}, onExit: () => {} }
    readers.set(id, known)
    post({ type: 'reader-start', id, execArgv })
    return {
      get pid() {
        return known.pid
      },
      post: (message) => post({ type: 'reader-post', id, message }),
      onMessage: (listener) => (known.onMessage = listener),
      onExit: (listener) => (known.onExit = listener),
      kill: () => post({ type: 'reader-kill', id }),
    }
  }

  return {
    spawn: { start: (_entryPath, execArgv) => start(execArgv) },
    take: (value) => {
      const message = parseFromReaders(value)
      if (message === undefined) return false
      const known = readers.get(message.id)
      if (message.type === 'reader-started' && known !== undefined) known.pid = message.pid
      if (message.type === 'reader-said') known?.onMessage(message.message)
      if (message.type === 'reader-gone') {
        readers.delete(message.id)
        known?.onExit({ isOutOfMemory: message.isOutOfMemory, detail: message.detail })
      }
      return true
    },
  }
}
