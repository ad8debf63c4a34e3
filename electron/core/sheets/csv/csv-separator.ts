/** Separators in use, likeliest first in a French office: the order settles ties. */
const separators = [';', '\t', ',', '|'] as const

const sampleRecords = 100
const sampleCharacters = 200_000

export interface CsvDialect {
  readonly separator: string
  /** The text without the `sep=` line that Excel understands. */
  readonly text: string
  /** Number of its first line in the file. */
  readonly firstLine: number
}

/** Finds the separator: the one that a `sep=` line names, else the one that cuts the first records most evenly. */
export function findSeparator(text: string): CsvDialect {
  const named = /^"?sep=([^\r\n"])"?(?:\n|$)/i.exec(text)
  if (named?.[1] !== undefined) {
    return { separator: named[1], text: text.slice(named[0].length), firstLine: 2 }
  }
  const sample = text.slice(0, sampleCharacters)
  let best: string = ';'
  let bestScore = 0
  for (const separator of separators) {
    const score = consistency(countFields(sample, separator))
    if (score > bestScore) {
      best = separator
      bestScore = score
    }
  }
  return { separator: best, text, firstLine: 1 }
}

/** Share of records that have the commonest number of fields, 0 when that number is one; wider cuts win near-ties. */
function consistency(counts: readonly number[]): number {
  const frequencies = new Map<number, number>()
  for (const count of counts) frequencies.set(count, (frequencies.get(count) ?? 0) + 1)
  let best = 0
  for (const [count, frequency] of frequencies) {
    if (count > 1) best = Math.max(best, frequency / counts.length + Math.min(count, 100) / 1_000)
  }
  return best
}

/**
 * Number of fields of each of the first records that are not blank, 0 for one where text follows a closing quote: the
 * surest sign of a wrong separator. Separators and line breaks within quotes do not count.
 */
function countFields(sample: string, separator: string): readonly number[] {
  const counts: number[] = []
  let at = 0
  while (at < sample.length && counts.length < sampleRecords) {
    const record = readRecord(sample, at, separator)
    if (record.end > at) counts.push(record.fields)
    at = record.end + 1
  }
  return counts
}

/** The record that begins here: where its line break is, and its number of fields. */
function readRecord(
  sample: string,
  from: number,
  separator: string,
): { readonly end: number; readonly fields: number } {
  let at = from
  let fields = 0
  let isSound = true
  for (;;) {
    fields++
    if (sample[at] === '"') {
      const closing = closingQuote(sample, at + 1)
      at = fieldEnd(sample, closing + 1, separator)
      if (sample.slice(closing + 1, at).trim() !== '') isSound = false
    } else at = fieldEnd(sample, at, separator)
    if (sample[at] !== separator) return { end: at, fields: isSound ? fields : 0 }
    at++
  }
}

/** The quote that closes a field, doubled ones being part of it; the end of the sample when there is none. */
function closingQuote(sample: string, from: number): number {
  let at = sample.indexOf('"', from)
  while (at !== -1 && sample[at + 1] === '"') at = sample.indexOf('"', at + 2)
  return at === -1 ? sample.length : at
}

function fieldEnd(sample: string, from: number, separator: string): number {
  let at = from
  while (at < sample.length && sample[at] !== separator && sample[at] !== '\n') at++
  return at
}
