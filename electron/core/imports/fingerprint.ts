import { createHash } from 'node:crypto'
import { matchKey } from '#shared/domain/text-folding.ts'
import type { ImportKind } from '#shared/contract/imports.ts'

/**
 * What makes two lists the same to the memory of mappings: their kind and their headers in order. Years are left out,
 * so that the list of next year is recognised (`Spring 2019`, `Spring 2020`). A digest, so that headers of columns that
 * are not read leave no trace in the office.
 */
export function fingerprintOf(kind: ImportKind, headers: readonly string[]): string {
  const folded = headers.map((header) => matchKey(header).replace(/\b(?:19|20)\d\d\b(?: \d\d\b)?/g, '#'))
  while (folded.at(-1) === '') folded.pop()
  return createHash('sha256')
    .update(`${kind}:${folded.join('|')}`)
    .digest('hex')
}
