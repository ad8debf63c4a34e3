import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import * as z from 'zod'
import { matchKey } from '#shared/domain/text-folding.ts'
import type { Trx } from '#core/db/change.ts'
import type { Database } from '#core/db/schema.ts'
import type { Ids } from '#core/ports/ports.ts'
import type { BmColumn } from './match-file.ts'

/*
 * How the columns of a template were matched the last time: kept in the memory of mappings that imports have, under a kind
 * of its own. Labels are kept too, since the next release is compared with them: they are the module's, not a person's.
 */

/** Templates to fill and files that come back are remembered apart: their columns differ. */
export type BmPurpose = 'beneficiary-module' | 'beneficiary-module-back'

const stored = z.object({
  fileName: z.string(),
  columns: z.array(
    z.object({ label: z.string(), field: z.string().nullable(), terms: z.record(z.string(), z.string()) }),
  ),
})

export interface RememberedTemplate extends z.infer<typeof stored> {
  readonly usedAt: string
}

/** The template with the same labels, else the one used last; undefined before the first. */
export async function findRemembered(
  db: Kysely<Database>,
  kind: BmPurpose,
  labels: readonly string[],
): Promise<RememberedTemplate | undefined> {
  const rows = await db
    .selectFrom('importMapping')
    .select(['fingerprint', 'mapping', 'usedAt'])
    .where('kind', '=', kind)
    .orderBy('usedAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const fingerprint = fingerprintOf(kind, labels)
  const row = rows.find((one) => one.fingerprint === fingerprint) ?? rows[0]
  return row === undefined ? undefined : { ...stored.parse(JSON.parse(row.mapping)), usedAt: row.usedAt }
}

function fingerprintOf(kind: BmPurpose, labels: readonly string[]): string {
  const folded = labels.map(matchKey)
  while (folded.at(-1) === '') folded.pop()
  return createHash('sha256')
    .update(`${kind}:${folded.join('|')}`)
    .digest('hex')
}

/** Keeps how a template was matched, inside the change that uses it. The same match again leaves no trace. */
export async function rememberTemplate(
  trx: Trx,
  ids: Ids,
  kind: BmPurpose,
  template: {
    readonly fileName: string
    readonly labels: readonly string[]
    readonly columns: readonly BmColumn[]
    readonly now: string
  },
): Promise<void> {
  const fingerprint = fingerprintOf(kind, template.labels)
  const byColumn = new Map(template.columns.map((column) => [column.column, column]))
  const mapping = JSON.stringify({
    fileName: template.fileName,
    columns: template.labels.map((label, index) => {
      const column = byColumn.get(index + 1)
      return { label, field: column?.field ?? null, terms: { ...column?.ownTerms } }
    }),
  } satisfies z.infer<typeof stored>)
  const known = await trx
    .selectFrom('importMapping')
    .select(['id', 'mapping'])
    .where('kind', '=', kind)
    .where('fingerprint', '=', fingerprint)
    .executeTakeFirst()
  if (known === undefined)
    await trx
      .insertInto('importMapping')
      .values({ id: ids.next(), kind, fingerprint, mapping, usedAt: template.now })
      .execute()
  else if (known.mapping !== mapping)
    await trx
      .updateTable('importMapping')
      .set({ mapping, usedAt: template.now })
      .where('id', '=', known.id)
      .execute()
}
