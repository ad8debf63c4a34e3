import type { XmlNode } from '#shared/domain/ewp/xml-tree.ts'
import { defaultLimits } from './limits.ts'
import type { OpenOptions } from './open-workbook.ts'
import { createReaderCage } from './reader-cage.ts'
import { nodeSpawnReader, readerEntryPath, readerExecArgv } from './reader-process.ts'
import { SheetError } from './types.ts'

/**
 * Reads a foreign XML document in a process of its own, under the same limits as spreadsheets. Rejects with
 * `SheetError` for anything wrong with it.
 */
export async function openXml(bytes: Uint8Array, options: OpenOptions = {}): Promise<XmlNode> {
  const limits = { ...defaultLimits, ...options.limits }
  if (bytes.byteLength === 0) throw new SheetError('file-empty')
  if (bytes.byteLength > limits.fileBytes)
    throw new SheetError('file-too-large', { megabytes: Math.floor(limits.fileBytes / (1024 * 1024)) })
  if (options.signal?.aborted === true) throw new SheetError('cancelled')
  const spawn = options.spawn ?? nodeSpawnReader
  const child = spawn.start(options.entryPath ?? readerEntryPath(), readerExecArgv(limits.memoryBytes))
  const cage = createReaderCage(child, limits, bytes.byteLength)
  const onAbort = (): void => void cage.end(new SheetError('cancelled'))
  options.signal?.addEventListener('abort', onAbort, { once: true })
  try {
    const answer = await cage.ask({ type: 'read-xml', bytes })
    if (answer.type !== 'xml') throw new Error(`unexpected answer of the reading process: ${answer.type}`)
    return answer.root
  } finally {
    options.signal?.removeEventListener('abort', onAbort)
    await cage.end(new SheetError('cancelled'))
  }
}
