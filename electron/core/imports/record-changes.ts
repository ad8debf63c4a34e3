import type { EntityName } from '#shared/entities/index.ts'
import type { FieldValue } from '#shared/entities/fields.ts'
import type { CellChange } from './plan.ts'
import type { RowRead, RowReader } from './read-rows.ts'
import { isSameValue } from './same-value.ts'

/** The fields of one record that a row, or several brought together, fill; blanks are left out. */
export function valuesOfRecord(
  entity: EntityName,
  values: readonly FieldValue[],
  reader: RowReader,
): Record<string, FieldValue> {
  const own: Record<string, FieldValue> = {}
  for (const [slot, value] of values.entries()) {
    const field = reader.targetOf(slot)?.field
    if (field?.entity === entity && value !== null) own[field.name] = value
  }
  return own
}

/** What the cells of a row change in a record that the office holds, by column; `values` are those of its group. */
export function changesOfRecord(
  entity: EntityName,
  held: Readonly<Record<string, FieldValue>>,
  read: RowRead,
  values: readonly FieldValue[],
  reader: RowReader,
): ReadonlyMap<number, CellChange> {
  const changes = new Map<number, CellChange>()
  for (const [slot, own] of read.values.entries()) {
    const column = reader.columnOf(slot)
    const field = reader.targetOf(slot)?.field
    const value = values[slot] ?? own
    if (own === null || value === null || column === undefined || field?.entity !== entity) continue
    if (changes.has(column)) continue
    const before = heldValue(field.field.type, held[field.name] ?? null)
    if (isSameValue(field.field, before, value)) continue
    changes.set(column, { before: before === null ? '' : String(before), after: String(value) })
  }
  return changes
}

/** A boolean is stored as 0 or 1. */
function heldValue(type: string, value: FieldValue): FieldValue {
  return type === 'boolean' && typeof value === 'number' ? value === 1 : value
}
