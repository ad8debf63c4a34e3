import type { FieldValue } from '#shared/entities/fields.ts'
import type { RowRead, RowReader } from './read-rows.ts'
import type { TargetKey } from './targets.ts'

/** What a row says for a target; null when it says nothing. */
function valueIn(
  { values }: Pick<RowRead, 'values'>,
  { slotOf }: Pick<RowReader, 'slotOf'>,
  key: TargetKey,
): FieldValue {
  const slot = slotOf.get(key)
  return slot === undefined ? null : (values[slot] ?? null)
}

export function textIn(
  read: Pick<RowRead, 'values'>,
  reader: Pick<RowReader, 'slotOf'>,
  key: TargetKey,
): string | null {
  const value = valueIn(read, reader, key)
  return typeof value === 'string' ? value : null
}
