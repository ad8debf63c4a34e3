import { Buffer } from 'node:buffer'
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'
import { defaultLimits } from '#core/sheets/limits.ts'
import { SheetError } from '#core/sheets/types.ts'

/**
 * One part of a zip, packed as it was found: a part that nobody changes is written back without being unpacked, so that
 * it cannot come out different. Source: PKWARE APPNOTE 6.3.
 */
export interface ZipEntry {
  readonly name: string
  readonly nameBytes: Buffer
  readonly flags: number
  readonly method: number
  /** Time and date of MS-DOS, four bytes. */
  readonly modified: number
  readonly madeBy: number
  readonly attributes: number
  readonly crc: number
  readonly size: number
  readonly packed: Buffer
}

const signature = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50, end64: 0x06064b50 } as const
const stored = 0
const deflated = 8
const utf8Flag = 0x0800
const encryptedFlag = 1
const descriptorFlag = 8
const endBytes = 22
const locator64Bytes = 20
const none32 = 0xffff_ffff
const none16 = 0xffff
/** 1 January 2020: parts that we add say no time of their own, so that the same work makes the same file. */
const addedAt = (2020 - 1980) * 2 ** 25 + 2 ** 21 + 2 ** 16

/**
 * The parts of a zip in their order.
 * @throws SheetError `zip-damaged`, `zip-suspicious`
 */
export function readZip(bytes: Uint8Array): readonly ZipEntry[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const entries = readDirectory(file)
    check(entries, file.length)
    return entries
  } catch (error) {
    // Node says so when a length in the file points outside of it
    if (error instanceof RangeError) throw new SheetError('zip-damaged', { reason: error.message })
    throw error
  }
}

function readDirectory(file: Buffer): readonly ZipEntry[] {
  const { count, offset } = findDirectory(file)
  if (count > defaultLimits.parts) throw new SheetError('zip-suspicious', { reason: 'parts' })
  const entries: ZipEntry[] = []
  let at = offset
  for (let index = 0; index < count; index++) {
    if (file.readUInt32LE(at) !== signature.central) throw new SheetError('zip-damaged')
    const nameLength = file.readUInt16LE(at + 28)
    const extraLength = file.readUInt16LE(at + 30)
    const header = file.subarray(at, at + 46 + nameLength + extraLength)
    at += header.length + file.readUInt16LE(at + 32)
    const entry = readEntry(file, header, nameLength)
    if (!entry.name.endsWith('/')) entries.push(entry)
  }
  return entries
}

function findDirectory(file: Buffer): { readonly count: number; readonly offset: number } {
  const end = file.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end === -1 || end + endBytes > file.length) throw new SheetError('zip-damaged')
  const count = file.readUInt16LE(end + 10)
  const offset = file.readUInt32LE(end + 16)
  if (count !== none16 && offset !== none32) return { count, offset }
  const at = Number(file.readBigUInt64LE(end - locator64Bytes + 8))
  if (file.readUInt32LE(at) !== signature.end64) throw new SheetError('zip-damaged')
  return { count: Number(file.readBigUInt64LE(at + 32)), offset: Number(file.readBigUInt64LE(at + 48)) }
}

function readEntry(file: Buffer, header: Buffer, nameLength: number): ZipEntry {
  const flags = header.readUInt16LE(8)
  if ((flags & encryptedFlag) !== 0) throw new SheetError('zip-suspicious', { reason: 'encrypted' })
  const nameBytes = header.subarray(46, 46 + nameLength)
  const { size, packedSize, offset } = sizesOf(header, header.subarray(46 + nameLength))
  if (file.readUInt32LE(offset) !== signature.local) throw new SheetError('zip-damaged')
  const from = offset + 30 + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28)
  const packed = file.subarray(from, from + packedSize)
  if (packed.length !== packedSize) throw new SheetError('zip-damaged')
  return {
    name: nameBytes.toString('utf8').replaceAll('\\', '/').replace(/^\/+/, ''),
    nameBytes,
    flags: flags & ~descriptorFlag,
    method: header.readUInt16LE(10),
    modified: header.readUInt32LE(12),
    madeBy: header.readUInt16LE(4),
    attributes: header.readUInt32LE(38),
    crc: header.readUInt32LE(16),
    size,
    packed,
  }
}

/** Sizes and position, which move to the extra field of zip64 when they are said not to fit. */
function sizesOf(header: Buffer, extra: Buffer) {
  const large: bigint[] = []
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue
    const end = at + 4 + extra.readUInt16LE(at + 2)
    for (let value = at + 4; value + 8 <= end; value += 8) large.push(extra.readBigUInt64LE(value))
  }
  const read = (at: number): number => {
    const value = header.readUInt32LE(at)
    return value === none32 ? Number(large.shift() ?? none32) : value
  }
  const size = read(24)
  const packedSize = read(20)
  return { size, packedSize, offset: read(42) }
}

function check(entries: readonly ZipEntry[], fileBytes: number): void {
  const { unpackedBytes, ratio, ratioFromBytes } = defaultLimits
  const unpacked = entries.reduce((sum, entry) => sum + entry.size, 0)
  if (unpacked > unpackedBytes) throw new SheetError('zip-suspicious', { reason: 'size' })
  if (unpacked > ratioFromBytes && unpacked > ratio * fileBytes)
    throw new SheetError('zip-suspicious', { reason: 'ratio' })
  if (new Set(entries.map((entry) => entry.name.toLowerCase())).size < entries.length)
    throw new SheetError('zip-suspicious', { reason: 'duplicate' })
}

/** The content of a part, its length and checksum verified. */
export function unpack(entry: ZipEntry): Buffer {
  const content = inflate(entry)
  if (content.length !== entry.size || crc32(content) !== entry.crc) throw new SheetError('zip-damaged')
  return content
}

function inflate({ method, packed, size }: ZipEntry): Buffer {
  if (method === stored) return packed
  if (method !== deflated) throw new SheetError('zip-suspicious', { reason: 'method' })
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) })
  } catch (error) {
    throw new SheetError('zip-damaged', { reason: error instanceof Error ? error.message : 'unknown' })
  }
}

/** A part with new content; it keeps the place, the name and the date of the one it replaces. */
export function pack(name: string, content: Uint8Array, before?: ZipEntry): ZipEntry {
  const packed = deflateRawSync(content)
  return {
    name,
    nameBytes: before?.nameBytes ?? Buffer.from(name, 'utf8'),
    flags: before?.flags ?? utf8Flag,
    modified: before?.modified ?? addedAt,
    madeBy: before?.madeBy ?? 20,
    attributes: before?.attributes ?? 0,
    method: deflated,
    crc: crc32(content),
    size: content.byteLength,
    packed,
  }
}

/** Writes a zip without zip64: no workbook that we accept comes near four gigabytes. */
export function writeZip(entries: readonly ZipEntry[]): Buffer {
  const chunks: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const common = commonHeader(entry)
    const local = Buffer.concat([uint32(signature.local), common, entry.nameBytes, entry.packed])
    directory.push(centralHeader(entry, common, offset))
    chunks.push(local)
    offset += local.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(endBytes)
  end.writeUInt32LE(signature.end, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...chunks, central, end])
}

/** The 26 bytes that the local and the central header share; no extra field. */
function commonHeader(entry: ZipEntry): Buffer {
  const header = Buffer.alloc(26)
  header.writeUInt16LE(20, 0)
  header.writeUInt16LE(entry.flags, 2)
  header.writeUInt16LE(entry.method, 4)
  header.writeUInt32LE(entry.modified, 6)
  header.writeUInt32LE(entry.crc, 10)
  header.writeUInt32LE(entry.packed.length, 14)
  header.writeUInt32LE(entry.size, 18)
  header.writeUInt16LE(entry.nameBytes.length, 22)
  return header
}

function centralHeader(entry: ZipEntry, common: Buffer, offset: number): Buffer {
  const madeBy = Buffer.alloc(2)
  madeBy.writeUInt16LE(entry.madeBy)
  const tail = Buffer.alloc(14)
  tail.writeUInt32LE(entry.attributes, 6)
  tail.writeUInt32LE(offset, 10)
  return Buffer.concat([uint32(signature.central), madeBy, common, tail, entry.nameBytes])
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
