import type { Database as RawDatabase } from 'better-sqlite3'
import * as z from 'zod'
import {
  importOptions,
  type ColumnChoice,
  type ImportKind,
  type ImportOptions,
} from '#shared/contract/imports.ts'
import type { Ids } from '#core/ports/ports.ts'
import { fingerprintOf } from './fingerprint.ts'
import { describePlaces } from './place-columns.ts'
import type { ProposedColumn } from './propose-columns.ts'

/** How a list was read the last time that it was applied. */
export interface RememberedMapping {
  readonly id: string
  readonly columns: readonly ColumnChoice[]
  readonly options: ImportOptions
}

const semester = z.enum(['any', 'autumn', 'spring', 'year'])
const stored = z.object({
  columns: z.array(
    z.object({
      index: z.number().int(),
      target: z.string().nullable(),
      programme: z.string().optional(),
      semester: semester.optional(),
    }),
  ),
  options: importOptions,
})

/** Mappings of one kind by the fingerprint of their headers. */
export function readMappings(raw: RawDatabase, kind: ImportKind): ReadonlyMap<string, RememberedMapping> {
  const rows = raw
    .prepare<[string], { id: string; fingerprint: string; mapping: string }>(
      'SELECT id, fingerprint, mapping FROM importMapping WHERE kind = ?',
    )
    .all(kind)
  return new Map(
    rows.map(({ id, fingerprint, mapping }) => {
      const { columns, options } = stored.parse(JSON.parse(mapping))
      return [fingerprint, { id, columns, options }]
    }),
  )
}

/** What to keep of a mapping. Years are read again from the headers of the next list. */
export function mappingToStore(columns: readonly ProposedColumn[], options: ImportOptions): string {
  const choices = columns.map(({ index, target, place }) => ({
    index,
    target,
    ...(target === 'places' ? { programme: place?.programme ?? '', semester: place?.semester } : {}),
  }))
  return JSON.stringify({ columns: choices, options })
}

/** Gives the columns of a list what they were read as the last time. */
export function withMemory(
  columns: readonly ProposedColumn[],
  headers: readonly string[],
  memory: RememberedMapping,
): readonly ColumnChoice[] {
  const choices = new Map(memory.columns.map((choice) => [choice.index, choice]))
  return columns.map(({ index }) => {
    const choice = choices.get(index)
    if (choice === undefined) return { index, target: null }
    const year =
      choice.target === 'places' ? describePlaces(headers[index] ?? '', true).academicYear : undefined
    return year === undefined ? choice : { ...choice, academicYear: year }
  })
}

interface Saved {
  readonly kind: ImportKind
  readonly headers: readonly string[]
  readonly mapping: string
  readonly now: string
}

/** Keeps a mapping for the next time, inside the change that applies it. Writes nothing when it is known already. */
export function saveMapping(raw: RawDatabase, ids: Ids, { kind, headers, mapping, now }: Saved): void {
  const fingerprint = fingerprintOf(kind, headers)
  const known = raw
    .prepare<[string, string], { id: string; mapping: string }>(
      'SELECT id, mapping FROM importMapping WHERE kind = ? AND fingerprint = ?',
    )
    .get(kind, fingerprint)
  if (known === undefined)
    raw
      .prepare('INSERT INTO importMapping (id, kind, fingerprint, mapping, usedAt) VALUES (?, ?, ?, ?, ?)')
      .run(ids.next(), kind, fingerprint, mapping, now)
  else if (known.mapping !== mapping)
    raw.prepare('UPDATE importMapping SET mapping = ?, usedAt = ? WHERE id = ?').run(mapping, now, known.id)
}
