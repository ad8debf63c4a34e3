import { fieldOf, type EntityName } from '#shared/entities/index.ts'
import type { FieldValue } from '#shared/entities/fields.ts'
import type { BulkRow } from '#core/db/bulk.ts'
import type { PlannedWrite } from './plan.ts'
import { isSameValue } from './same-value.ts'

/** The fields that a list fills otherwise than the office; a blank in the list erases nothing. */
export function patchOf(
  entity: EntityName,
  held: Readonly<Record<string, FieldValue>>,
  given: Readonly<Record<string, FieldValue>>,
): BulkRow {
  const patch: Record<string, FieldValue> = {}
  for (const [name, value] of Object.entries(given)) {
    const field = fieldOf(entity, name)
    if (value === null || field === undefined) continue
    if (!isSameValue(field, held[name] ?? null, value)) patch[name] = value
  }
  return patch
}

/** The write of a patch, if there is anything in it. */
export function* updateOf(table: EntityName, id: string, values: BulkRow): Generator<PlannedWrite> {
  if (Object.keys(values).length > 0) yield { table, kind: 'update', id, values }
}

export function isPatched(patch: BulkRow): boolean {
  for (const _name in patch) return true
  return false
}
