import type { Database as RawDatabase } from 'better-sqlite3'
import type { ReadBackKind } from '#shared/domain/bm/bm-read-back.ts'
import { createBulkWriter, insertRows } from '#core/db/bulk.ts'
import type { Trx } from '#core/db/change.ts'
import type { Database } from '#core/db/schema.ts'
import type { Ids } from '#core/ports/ports.ts'

export interface RemarkToKeep {
  readonly kind: ReadBackKind
  readonly mobilityId: string | null
  readonly row: number | null
  readonly bmField: string | null
  readonly label: string | null
  readonly message: string | null
  readonly ours: string | null
  readonly theirs: string | null
}

interface StoredRemark extends RemarkToKeep {
  readonly id: string
}

/** What makes two remarks the same one, told again. */
function keyOf({ mobilityId, kind, label, message, ours, theirs }: RemarkToKeep): string {
  return JSON.stringify([mobilityId, kind, label, message, ours, theirs])
}

/**
 * Keeps what a file said: remarks that were open already and are said again stay, those on the mobilities that it tells
 * of and that it does not repeat are settled, the others are new. The same file again changes nothing. Call it inside
 * `change`. @returns how many were settled
 */
export async function keepRemarks(
  trx: Trx,
  raw: RawDatabase,
  ids: Ids,
  read: {
    readonly reading: Database['bmReading']
    /** Mobilities that the file says something of, be it that all is well. */
    readonly told: readonly string[]
    readonly findings: readonly RemarkToKeep[]
  },
): Promise<number> {
  const told = new Set(read.told)
  const open = raw
    .prepare<[], StoredRemark>(
      `SELECT id, mobilityId, kind, row, bmField, label, message, ours, theirs FROM bmRemark WHERE status = 'open'`,
    )
    .all()
    .filter(({ mobilityId }) => mobilityId !== null && told.has(mobilityId))
  const said = new Set(read.findings.map(keyOf))
  const known = new Set(open.map(keyOf))
  const settled = open.filter((remark) => !said.has(keyOf(remark)))
  const added = read.findings.filter((finding) => finding.mobilityId !== null && !known.has(keyOf(finding)))
  const isRepeated = settled.length + added.length === 0 && (await isKnownFile(trx, read.reading.sha256))
  if (isRepeated) return 0
  await trx.insertInto('bmReading').values(read.reading).execute()
  const writer = createBulkWriter(raw, 'bmRemark')
  for (const { id } of settled) writer.update(id, { status: 'settled' })
  insertRows(
    raw,
    'bmRemark',
    added.map((remark) => ({ ...remark, id: ids.next(), readingId: read.reading.id, status: 'open' })),
  )
  return settled.length
}

async function isKnownFile(trx: Trx, sha256: string): Promise<boolean> {
  const row = await trx.selectFrom('bmReading').select('id').where('sha256', '=', sha256).executeTakeFirst()
  return row !== undefined
}
