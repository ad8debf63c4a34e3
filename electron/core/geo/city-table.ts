import { Buffer } from 'node:buffer'

/** A place on earth and the key it is found by. */
export interface KeyedPlace {
  readonly key: string
  /** Degrees, WGS 84. */
  readonly latitude: number
  readonly longitude: number
}

/** Places by key, in memory that the threads of a process share: a hundred thousand of them are never copied. */
export interface CityTable {
  /** A place's number plus one at the slot of its key's hash or after it; 0 in empty slots. */
  readonly slots: Uint32Array<SharedArrayBuffer>
  /** Where each key begins among the bytes; one more than there are places. */
  readonly starts: Uint32Array<SharedArrayBuffer>
  /** The keys in UTF-8, one after the other. */
  readonly bytes: Uint8Array<SharedArrayBuffer>
  /** Latitude and longitude of each place. */
  readonly degrees: Float64Array<SharedArrayBuffer>
}

/** Makes a table of places, each with a key of its own. */
export function createCityTable(places: readonly KeyedPlace[]): CityTable {
  const keys = places.map(({ key }) => Buffer.from(key))
  const length = keys.reduce((sum, key) => sum + key.length, 0)
  const table = {
    slots: new Uint32Array(new SharedArrayBuffer(4 * slotsFor(places.length))),
    starts: new Uint32Array(new SharedArrayBuffer(4 * (places.length + 1))),
    bytes: new Uint8Array(new SharedArrayBuffer(length)),
    degrees: new Float64Array(new SharedArrayBuffer(16 * places.length)),
  }
  let start = 0
  for (const [index, { key, latitude, longitude }] of places.entries()) {
    const bytes = keys[index] ?? Buffer.alloc(0)
    table.bytes.set(bytes, start)
    start += bytes.length
    table.starts[index + 1] = start
    table.degrees.set([latitude, longitude], 2 * index)
    let slot = hashOf(key) % table.slots.length
    while (table.slots[slot] !== 0) slot = (slot + 1) % table.slots.length
    table.slots[slot] = index + 1
  }
  return table
}

/** The place of a key. */
export function placeOf(table: CityTable, key: string): KeyedPlace | undefined {
  const { slots, starts, bytes, degrees } = table
  for (let slot = hashOf(key) % slots.length; ; slot = (slot + 1) % slots.length) {
    const index = (slots[slot] ?? 0) - 1
    if (index < 0) return undefined
    const own = Buffer.from(bytes.buffer, starts[index], (starts[index + 1] ?? 0) - (starts[index] ?? 0))
    if (own.toString() === key)
      return { key, latitude: degrees[2 * index] ?? 0, longitude: degrees[2 * index + 1] ?? 0 }
  }
}

/** Twice as many slots as places, and always an empty one: a search ends there. */
function slotsFor(places: number): number {
  return 2 * places + 1
}

/** FNV-1a over the UTF-16 units of a text. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}
