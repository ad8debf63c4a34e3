import { sql } from 'kysely'
import type { FieldValue } from '#shared/entities/fields.ts'
import type { EntityName } from '#shared/entities/index.ts'
import type { SchemaFinding } from '#shared/domain/ewp/schema.ts'
import type { XmlNode } from '#shared/domain/ewp/xml-tree.ts'
import type { MobilityStep } from '#shared/domain/mobility-steps.ts'
import type { Trx } from '#core/db/change.ts'
import { moveMobilities, type MoveDeps } from '#core/features/mobilities/move-mobilities.service.ts'
import type { EwpSourceTable } from '#core/db/schema.ts'

export type Stored = string | number | null
export type StoredValues = Readonly<Record<string, Stored>>

/** One write of an import of EWP documents. */
export type EwpWrite =
  | {
      readonly kind: 'insert'
      readonly table: EntityName
      readonly id: string
      readonly values: StoredValues
    }
  | {
      readonly kind: 'update'
      readonly table: EntityName
      readonly id: string
      readonly values: StoredValues
    }
  | { readonly kind: 'delete'; readonly table: EntityName; readonly id: string }
  | { readonly kind: 'move'; readonly id: string; readonly to: MobilityStep; readonly remark: string | null }
  | { readonly kind: 'source'; readonly row: Omit<EwpSourceTable, 'document'>; readonly node: XmlNode }

/** A value that the import would change, or give to a new record when there is nothing before. */
export interface EwpChange {
  readonly entity: EntityName
  readonly field: string
  /** What the change is about when the record has parts: `student-studies · outgoing · 0714`. */
  readonly of: string
  readonly before: FieldValue
  readonly after: FieldValue
}

/** Something to know that is not an error of the schema: its words are `ewp.note.<code>`. */
export interface EwpNote {
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
}

/** What would come of one part of a document. */
export interface EwpItem {
  readonly title: string
  readonly outcome: 'new' | 'changed' | 'unchanged' | 'rejected'
  readonly changes: readonly EwpChange[]
  readonly findings: readonly SchemaFinding[]
  readonly notes: readonly EwpNote[]
  /** The record that it is or becomes. */
  readonly record: { readonly entity: EntityName; readonly id: string } | null
  readonly writes: readonly EwpWrite[]
}

/**
 * Carries out the writes of a plan inside an open change.
 * @returns the stays that the school's rules did not let move
 */
export async function writeEwp(
  trx: Trx,
  writes: readonly EwpWrite[],
  deps: MoveDeps,
): Promise<readonly string[]> {
  const unmoved: string[] = []
  for (const write of writes) {
    if (write.kind === 'move') {
      const { id, to, remark } = write
      const { refused } = await moveMobilities(trx, deps, { ids: [id], to, remark })
      unmoved.push(...refused.map((one) => one.id))
    } else if (write.kind === 'source') await writeSource(trx, write)
    else if (write.kind === 'delete')
      await sql`DELETE FROM ${sql.table(write.table)} WHERE id = ${write.id}`.execute(trx)
    else await writeRow(trx, write)
  }
  return unmoved
}

async function writeRow(trx: Trx, write: Extract<EwpWrite, { kind: 'insert' | 'update' }>): Promise<void> {
  const names = Object.keys(write.values)
  if (write.kind === 'insert') {
    const columns = names.map((name) => sql.ref(name))
    const values = Object.values(write.values).map((value) => sql`${value}`)
    await sql`INSERT INTO ${sql.table(write.table)} (id, ${sql.join(columns)})
      VALUES (${write.id}, ${sql.join(values)})`.execute(trx)
  } else if (names.length > 0) {
    const sets = Object.entries(write.values).map(([name, value]) => sql`${sql.ref(name)} = ${value}`)
    await sql`UPDATE ${sql.table(write.table)} SET ${sql.join(sets)} WHERE id = ${write.id}`.execute(trx)
  }
}

/** Keeps a part of a document in the place of the one that its record had. */
async function writeSource(trx: Trx, { row, node }: Extract<EwpWrite, { kind: 'source' }>): Promise<void> {
  const document = JSON.stringify(node)
  const { agreementId, conditionId, mobilityId, part, position } = row
  const known = await trx
    .selectFrom('ewpSource')
    .select('id')
    .where('part', '=', part)
    .where(({ eb, or }) =>
      or([
        eb('agreementId', '=', agreementId),
        eb('conditionId', '=', conditionId),
        eb('mobilityId', '=', mobilityId),
      ]),
    )
    .executeTakeFirst()
  if (known === undefined)
    await trx
      .insertInto('ewpSource')
      .values({ ...row, document })
      .execute()
  else await trx.updateTable('ewpSource').set({ document, position }).where('id', '=', known.id).execute()
}
