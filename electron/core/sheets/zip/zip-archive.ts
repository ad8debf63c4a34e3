import type { Buffer } from 'node:buffer'
import { crc32, createInflateRaw } from 'node:zlib'
import { fromBufferPromise, getFileNameLowLevel } from 'yauzl'
import type { Entry, ZipFile } from 'yauzl'
import type { SheetLimits } from '#core/sheets/limits.ts'
import { SheetError } from '#core/sheets/types.ts'

/** A zip whose table of contents was checked. Nothing is unpacked before it is asked for. */
export interface ZipArchive {
  /** Normalised names of all parts. */
  readonly names: Iterable<string>
  has(name: string): boolean
  /** Unpacked size, as the zip claims it; reading fails if it lies. */
  size(name: string): number
  /** Unpacks a part piece by piece. The name's case and the direction of its slashes do not matter. */
  read(name: string): AsyncGenerator<Buffer>
}

const chunkBytes = 64 * 1024
/** The end record without its comment, whose length is in the last two bytes. */
const endRecordBytes = 22
const stored = 0
const deflated = 8

/** Reads the table of contents. Throws `zip-damaged`, or `zip-suspicious` before anything is unpacked. */
export async function openZip(file: Buffer, limits: SheetLimits): Promise<ZipArchive> {
  const bytes = withoutTrailingBytes(file)
  const zip = await orDamaged(fromBufferPromise(bytes, { decodeStrings: false, validateEntrySizes: false }))
  if (zip.entryCount > limits.parts) throw suspicious('parts')
  const entries = await orDamaged(readEntries(zip))
  checkSizes(entries, bytes.length, limits)
  const parts = indexByName(entries)
  return {
    names: parts.keys(),
    has: (name) => parts.has(partKey(name)),
    size: (name) => getPart(parts, name).uncompressedSize,
    read: (name) => readPart(bytes, zip, getPart(parts, name)),
  }
}

/** Mail gateways and portals append line breaks or blanks: what follows the end record is no part of the zip. */
function withoutTrailingBytes(bytes: Buffer): Buffer {
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end === -1 || end + endRecordBytes > bytes.length) return bytes
  return bytes.subarray(0, end + endRecordBytes + bytes.readUInt16LE(end + endRecordBytes - 2))
}

async function readEntries(zip: ZipFile): Promise<readonly Entry[]> {
  const entries: Entry[] = []
  for await (const entry of zip.eachEntry()) entries.push(entry)
  return entries
}

function checkSizes(entries: readonly Entry[], fileBytes: number, limits: SheetLimits): void {
  const unpacked = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0)
  if (unpacked > limits.unpackedBytes) throw suspicious('size')
  if (unpacked > limits.ratioFromBytes && unpacked > limits.ratio * fileBytes) throw suspicious('ratio')
}

function indexByName(entries: readonly Entry[]): ReadonlyMap<string, Entry> {
  const parts = new Map<string, Entry>()
  for (const entry of entries) {
    if (entry.isEncrypted()) throw suspicious('encrypted')
    const name = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false)
    const key = partKey(name)
    if (name.endsWith('/')) continue
    if (parts.has(key)) throw suspicious('duplicate')
    parts.set(key, entry)
  }
  return parts
}

/** Part names differ neither by case nor by the direction of their slashes. */
function partKey(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase()
}

function getPart(parts: ReadonlyMap<string, Entry>, name: string): Entry {
  const entry = parts.get(partKey(name))
  if (entry === undefined) throw new SheetError('workbook-damaged', { part: name, reason: 'missing' })
  return entry
}

async function* readPart(bytes: Buffer, zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  const header = await orDamaged(zip.readLocalFileHeaderPromise(entry, { minimal: true }))
  const packed = bytes.subarray(header.fileDataStart, header.fileDataStart + entry.compressedSize)
  if (packed.length !== entry.compressedSize) throw new SheetError('zip-damaged')
  let size = 0
  let checksum = 0
  for await (const chunk of unpack(packed, entry.compressionMethod)) {
    size += chunk.length
    if (size > entry.uncompressedSize) throw new SheetError('zip-damaged', { reason: 'size' })
    checksum = crc32(chunk, checksum)
    yield chunk
  }
  if (size !== entry.uncompressedSize || checksum !== entry.crc32) throw new SheetError('zip-damaged')
}

async function* unpack(packed: Buffer, method: number): AsyncGenerator<Buffer> {
  if (method === stored) {
    for (let at = 0; at < packed.length; at += chunkBytes) yield packed.subarray(at, at + chunkBytes)
    return
  }
  if (method !== deflated) throw suspicious('method')
  const inflate = createInflateRaw({ chunkSize: chunkBytes })
  inflate.end(packed)
  const chunks: AsyncIterator<Buffer> = inflate[Symbol.asyncIterator]()
  try {
    for (
      let next = await orDamaged(chunks.next());
      next.done !== true;
      next = await orDamaged(chunks.next())
    ) {
      yield next.value
    }
  } finally {
    inflate.destroy()
  }
}

/** Whatever yauzl or zlib find wrong means the same to the user. */
async function orDamaged<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading
  } catch (error) {
    if (error instanceof SheetError) throw error
    throw new SheetError('zip-damaged', { reason: error instanceof Error ? error.message : 'unknown' })
  }
}

function suspicious(reason: 'parts' | 'size' | 'ratio' | 'encrypted' | 'duplicate' | 'method'): SheetError {
  return new SheetError('zip-suspicious', { reason })
}
