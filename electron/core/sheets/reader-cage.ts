import { readFile } from 'node:fs/promises'
import { timeAllowedMs } from './limits.ts'
import type { SheetLimits } from './limits.ts'
import { isReaderReply } from './reader-messages.ts'
import type { ReaderAnswer, ReaderReply, ReaderRequest } from './reader-messages.ts'
import type { ReaderProcess } from './reader-process.ts'
import type { RowBatch } from './row-batch.ts'
import { SheetError } from './types.ts'

/** A reading process under watch: it is ended when it takes too long or too much memory, or when told to. */
export interface ReaderCage {
  /** Puts a request; requests wait for each other. Rejects with `SheetError` for refusals and limits. */
  ask(request: ReaderRequest, onRows?: (batch: RowBatch) => void): Promise<ReaderAnswer>
  /** Ends the process; what is pending or asked later is rejected with the reason. Resolves when it is gone. */
  end(reason: Error): Promise<void>
}

const memoryCheckMs = 100

export function createReaderCage(child: ReaderProcess, limits: SheetLimits, fileBytes: number): ReaderCage {
  let failure: Error | undefined
  let onReply: ((reply: ReaderReply) => void) | undefined
  let onFailure: ((reason: Error) => void) | undefined
  let last: Promise<unknown> = Promise.resolve()
  let isGone = false
  const gone = new Promise<void>((resolve) => {
    child.onExit(({ isOutOfMemory, detail }) => {
      isGone = true
      fail(
        isOutOfMemory ? new SheetError('too-much-memory') : new Error(`the reading process ended: ${detail}`),
      )
      resolve()
    })
  })
  child.onMessage((message) => {
    if (isReaderReply(message)) onReply?.(message)
  })

  function fail(reason: Error): void {
    failure ??= reason
    onFailure?.(failure)
  }

  async function end(reason: Error): Promise<void> {
    fail(reason)
    if (!isGone) child.kill()
    await gone
  }

  function checkMemory(rssBytes: number): void {
    if (rssBytes > limits.memoryBytes) void end(new SheetError('too-much-memory'))
  }

  async function put(request: ReaderRequest, onRows?: (batch: RowBatch) => void): Promise<ReaderAnswer> {
    if (failure !== undefined) throw failure
    const timer = setTimeout(() => void end(new SheetError('too-slow')), timeAllowedMs(limits, fileBytes))
    const watch = watchMemory(child, checkMemory)
    try {
      return await new Promise<ReaderAnswer>((resolve, reject) => {
        onFailure = reject
        onReply = (reply) => {
          if (reply.type === 'rows') onRows?.(reply.batch)
          else if (reply.type === 'memory') checkMemory(reply.rssBytes)
          else resolve(reply)
        }
        child.post(request)
      })
    } finally {
      onFailure = undefined
      onReply = undefined
      clearTimeout(timer)
      clearInterval(watch)
    }
  }

  async function ask(request: ReaderRequest, onRows?: (batch: RowBatch) => void): Promise<ReaderAnswer> {
    const answer = last.then(() => put(request, onRows))
    last = answer.catch(() => undefined) // whoever asked is told; the next request has its turn
    const reply = await answer
    if (reply.type === 'refused') throw new SheetError(reply.code, reply.params)
    if (reply.type === 'failed') throw new Error(`the reading process failed: ${reply.message}`)
    return reply
  }

  return { ask, end }
}

/** Linux tells the memory of any process at any time; elsewhere the process reports its own. */
function watchMemory(child: ReaderProcess, onMemory: (rssBytes: number) => void): NodeJS.Timeout | undefined {
  if (process.platform !== 'linux') return undefined
  return setInterval(() => {
    const { pid } = child // known only once it has started
    if (pid === undefined) return
    readFile(`/proc/${pid}/status`, 'utf8').then(
      (status) => onMemory(Number(/^VmRSS:\s*(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024),
      () => undefined, // gone meanwhile: its exit is told elsewhere
    )
  }, memoryCheckMs)
}
