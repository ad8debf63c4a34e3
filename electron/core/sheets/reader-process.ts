import { fork } from 'node:child_process'
import { join } from 'node:path'
import type { ReaderRequest } from './reader-messages.ts'

/** Starts reading processes. The default is a child of Node; Electron gives its own, with `utilityProcess`. */
export interface SpawnReader {
  start(entryPath: string, execArgv: readonly string[]): ReaderProcess
}

/** A reading process that was started. Listeners are set once, before the first message is posted. */
export interface ReaderProcess {
  readonly pid: number | undefined
  post(request: ReaderRequest): void
  onMessage(listener: (message: unknown) => void): void
  /** Called once, when the process is gone or could not be started. */
  onExit(listener: (exit: ReaderExit) => void): void
  kill(): void
}

export interface ReaderExit {
  readonly isOutOfMemory: boolean
  /** For whoever looks for the cause of an exit nobody asked for. */
  readonly detail: string
}

/** The program as it lies beside this file in the sources; a bundle passes its own path to `openWorkbook`. */
export function readerEntryPath(): string {
  return join(import.meta.dirname, 'reader-child.ts')
}

/** Options of Node for the process: a heap of its own limit, and no `__proto__` for a file's names to reach. */
export function readerExecArgv(memoryBytes: number): readonly string[] {
  const megabytes = Math.max(32, Math.floor(memoryBytes / (1024 * 1024)))
  return [`--max-old-space-size=${megabytes}`, '--disable-proto=delete']
}

const keptErrorBytes = 4_096

/** Node's own cage: the process may read files, to load its program; it may write none and start no other program. */
const permissions = ['--permission', '--allow-fs-read=*']

/** Runs the program with Node, as a child process without terminal, input or environment. */
export const nodeSpawnReader: SpawnReader = {
  start(entryPath, execArgv) {
    const child = fork(entryPath, [], {
      execArgv: [...execArgv, ...permissions],
      env: systemEnvironment(),
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    let errors = ''
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      errors = (errors + text).slice(-keptErrorBytes)
    })
    return {
      pid: child.pid,
      post: (request) => void child.send(request, () => undefined), // a lost process is told by onExit
      onMessage: (listener) => void child.on('message', listener),
      onExit(listener) {
        child.once('error', (error) => listener({ isOutOfMemory: false, detail: error.message }))
        child.once('close', (code, signal) =>
          listener({
            isOutOfMemory: signal === 'SIGABRT' || code === 134 || errors.includes('out of memory'),
            detail: `exit ${code ?? signal}: ${errors}`,
          }),
        )
      },
      kill: () => void child.kill('SIGKILL'),
    }
  },
}

/** What Windows needs to start a process at all; nothing else of the parent's environment. */
function systemEnvironment(): NodeJS.ProcessEnv {
  const { SystemRoot } = process.env
  return SystemRoot === undefined ? {} : { SystemRoot }
}
