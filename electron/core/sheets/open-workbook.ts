import { stat } from 'node:fs/promises'
import { defaultLimits } from './limits.ts'
import type { SheetLimits } from './limits.ts'
import { createReaderCage } from './reader-cage.ts'
import type { ReaderCage } from './reader-cage.ts'
import type { ReaderAnswer } from './reader-messages.ts'
import { nodeSpawnReader, readerEntryPath, readerExecArgv } from './reader-process.ts'
import type { SpawnReader } from './reader-process.ts'
import { createRowAssembler } from './row-batch.ts'
import { toSheetData } from './sheet-data.ts'
import { SheetError } from './types.ts'
import type { OpenedWorkbook, SheetData, SheetWarning } from './types.ts'

/** A foreign file: its bytes or where it lies, and the name that it had for the user. */
export type SheetFile = { readonly name: string } & (
  | { readonly bytes: Uint8Array }
  | { readonly path: string }
)

export interface OpenOptions {
  /** Ends the reading process, at any time; pending and later calls reject with `cancelled`. */
  readonly signal?: AbortSignal
  readonly limits?: Partial<SheetLimits>
  /** How to start the reading process; a child of Node unless given. */
  readonly spawn?: SpawnReader
  /** The program of the reading process; `reader-child.ts` in the sources unless given. */
  readonly entryPath?: string
}

/**
 * Opens a foreign spreadsheet in a process of its own, which is ended when it takes more time or memory than the limits
 * allow. Rejects with `SheetError` for anything wrong with the file; errors of the file system pass as they are.
 */
export async function openWorkbook(file: SheetFile, options: OpenOptions = {}): Promise<OpenedWorkbook> {
  const limits = { ...defaultLimits, ...options.limits }
  const fileBytes = 'path' in file ? (await stat(file.path)).size : file.bytes.byteLength
  if (fileBytes === 0) throw new SheetError('file-empty')
  if (fileBytes > limits.fileBytes) {
    throw new SheetError('file-too-large', { megabytes: Math.floor(limits.fileBytes / (1024 * 1024)) })
  }
  if (options.signal?.aborted === true) throw new SheetError('cancelled')
  const spawn = options.spawn ?? nodeSpawnReader
  const child = spawn.start(options.entryPath ?? readerEntryPath(), readerExecArgv(limits.memoryBytes))
  const cage = createReaderCage(child, limits, fileBytes)
  const stopListening = endOnAbort(cage, options.signal)
  const close = async (): Promise<void> => {
    stopListening()
    await cage.end(new SheetError('cancelled'))
  }
  try {
    const opened = await cage.ask({
      type: 'open',
      file: 'path' in file ? { path: file.path } : { bytes: file.bytes },
      name: file.name,
      limits,
    })
    if (opened.type !== 'opened') throw unexpected(opened)
    return toOpenedWorkbook(cage, opened, close)
  } catch (error) {
    await close()
    throw error
  }
}

function endOnAbort(cage: ReaderCage, signal: AbortSignal | undefined): () => void {
  const onAbort = (): void => void cage.end(new SheetError('cancelled'))
  signal?.addEventListener('abort', onAbort, { once: true })
  return () => signal?.removeEventListener('abort', onAbort)
}

function toOpenedWorkbook(
  cage: ReaderCage,
  opened: ReaderAnswer & { readonly type: 'opened' },
  close: () => Promise<void>,
): OpenedWorkbook {
  let warnings: readonly SheetWarning[] = opened.warnings

  async function readSheet(
    name: string,
    maxRows: number,
    onProgress: (rows: number) => void,
  ): Promise<SheetData> {
    const info = opened.sheets.find((sheet) => sheet.name === name)
    if (info === undefined) throw new SheetError('sheet-not-found', { name })
    const assembler = createRowAssembler()
    const answer = await cage.ask({ type: 'read', sheet: name, maxRows }, (batch) => {
      assembler.add(batch)
      onProgress(assembler.rows.length)
    })
    if (answer.type !== 'read') throw unexpected(answer)
    warnings = answer.warnings
    return toSheetData(info, assembler.rows, answer.summary, maxRows)
  }

  return {
    format: opened.format,
    sheets: opened.sheets,
    async heads(maxRows) {
      const heads: SheetData[] = []
      for (const { name } of opened.sheets) heads.push(await readSheet(name, maxRows, () => undefined))
      return heads
    },
    async read(sheet, onProgress = () => undefined) {
      const throttled = throttle(onProgress)
      const data = await readSheet(sheet, Infinity, throttled)
      onProgress(data.rows.length)
      return data
    },
    get warnings() {
      return warnings
    },
    close,
  }
}

const progressMs = 100

/** Lets through one call in each tenth of a second. */
function throttle(onProgress: (rows: number) => void): (rows: number) => void {
  let last = performance.now()
  return (rows) => {
    const now = performance.now()
    if (now - last < progressMs) return
    last = now
    onProgress(rows)
  }
}

function unexpected(answer: ReaderAnswer): Error {
  return new Error(`unexpected answer of the reading process: ${answer.type}`)
}
