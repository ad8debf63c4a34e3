/**
 * Draws lots: a number from 0 to 2³²−1 for a key, from a seed that is recorded. The same seed and key give the same
 * number on every computer, and a student who joins or leaves changes nobody else's number. FNV-1a over the UTF-16
 * code units, then the finaliser of MurmurHash3 (both are public domain).
 */
export function drawLot(seed: number, key: string): number {
  let hash = 0x811c9dc5
  const text = `${seed}:${key}`
  for (let index = 0; index < text.length; index += 1) {
    hash ^= text.charCodeAt(index)
    hash = Math.imul(hash, 0x01000193)
  }
  hash ^= hash >>> 16
  hash = Math.imul(hash, 0x85ebca6b)
  hash ^= hash >>> 13
  hash = Math.imul(hash, 0xc2b2ae35)
  hash ^= hash >>> 16
  return hash >>> 0
}
