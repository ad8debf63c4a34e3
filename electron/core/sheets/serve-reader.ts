import { Buffer } from 'node:buffer'
import { readFile } from 'node:fs/promises'
import { openReader } from './open-reader.ts'
import { isReaderRequest } from './reader-messages.ts'
import type { ReaderAnswer, ReaderReply, ReaderRequest } from './reader-messages.ts'
import { SheetError } from './types.ts'
import type { WorkbookReader } from './workbook-reader.ts'

/** The line to the parent, whatever kind of process this is. */
export interface ReaderPort {
  post(reply: ReaderReply): void
  onMessage(listener: (message: unknown) => void): void
}

const memoryReportMs = 100

/**
 * Reads one file for the parent, as it asks, until the process is ended from outside. Its memory is told from time to
 * time and before all that it hands over: work that is done before the first tick, or that leaves the timer no turn,
 * does not pass unweighed.
 */
export function serveReader(port: ReaderPort): void {
  let reader: WorkbookReader | undefined
  let last: Promise<void> = Promise.resolve()

  port.onMessage((message) => {
    if (isReaderRequest(message)) last = last.then(() => answer(message))
  })
  setInterval(tellMemory, memoryReportMs).unref()

  function tellMemory(): void {
    port.post({ type: 'memory', rssBytes: process.memoryUsage.rss() })
  }

  function handOver(reply: ReaderReply): void {
    tellMemory()
    port.post(reply)
  }

  async function answer(request: ReaderRequest): Promise<void> {
    try {
      handOver(await answerTo(request))
    } catch (error) {
      handOver(toAnswer(error))
    }
  }

  async function answerTo(request: ReaderRequest): Promise<ReaderAnswer> {
    switch (request.type) {
      case 'open':
        return await open(request)
      case 'read':
        return await read(request)
      case 'read-xml': {
        const { readXmlTree } = await import('./xml/read-xml-tree.ts')
        return { type: 'xml', root: await readXmlTree(toBuffer(request.bytes)) }
      }
    }
  }

  async function open(request: ReaderRequest & { readonly type: 'open' }): Promise<ReaderAnswer> {
    const { file, name, limits } = request
    const bytes = 'path' in file ? await readFile(file.path) : toBuffer(file.bytes)
    reader = await openReader(bytes, name, limits)
    return { type: 'opened', format: reader.format, sheets: reader.sheets, warnings: reader.warnings() }
  }

  async function read(request: ReaderRequest & { readonly type: 'read' }): Promise<ReaderAnswer> {
    if (reader === undefined) throw new Error('a sheet was asked for before a file was opened')
    const summary = await reader.read(request.sheet, {
      maxRows: request.maxRows,
      onBatch: (batch) => handOver({ type: 'rows', batch }),
    })
    return { type: 'read', summary, warnings: reader.warnings() }
  }
}

function toBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** Refusals travel by their code; anything else is a fault of ours, told as it is. */
function toAnswer(error: unknown): ReaderAnswer {
  if (error instanceof SheetError) return { type: 'refused', code: error.code, params: error.params }
  return { type: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) }
}
