import type { FieldValue } from '#shared/entities/fields.ts'
import type { PartnerGroup } from './group-partners.ts'
import type { InstitutionRow } from './office-partners.ts'
import type { PartnerReading } from './partner-terms.ts'
import { agreementFields, conditionFields, type RowPlacement } from './place-partners.ts'
import type { CellChange } from './plan.ts'
import type { RowRead } from './read-rows.ts'
import { isSameValue } from './same-value.ts'
import type { ImportTarget } from './targets.ts'

/** What each cell of a row would change in the office. */
export function partnerCellChanges(
  read: RowRead,
  group: PartnerGroup,
  placement: RowPlacement,
  { reader }: PartnerReading,
): ReadonlyMap<number, CellChange> {
  const changes = new Map<number, CellChange>()
  const { office } = group
  if (office === undefined) return changes
  for (const [slot, value] of read.values.entries()) {
    const column = reader.columnOf(slot)
    const target = reader.targetOf(slot)
    if (value === null || column === undefined || target === undefined || changes.has(column)) continue
    const change = fieldChange(target, group.values[slot] ?? value, office, placement)
    if (change !== undefined) changes.set(column, change)
  }
  for (const [at, place] of placement.places.entries()) {
    const column = reader.placeColumns[at]?.index
    if (place === undefined || column === undefined || place.office?.count === place.count) continue
    changes.set(column, { before: shown(place.office?.count ?? null), after: shown(place.count) })
  }
  return changes
}

function fieldChange(
  { field }: ImportTarget,
  value: FieldValue,
  office: InstitutionRow,
  { agreement, condition }: RowPlacement,
): CellChange | undefined {
  if (field === undefined) return undefined
  const held = heldValue(field.entity, field.name, office, { agreement, condition })
  if (held === undefined) return undefined
  const after =
    field.entity === 'institution'
      ? value
      : (planValue(field.entity, field.name, { agreement, condition }) ?? value)
  return isSameValue(field.field, held, after) ? undefined : { before: shown(held), after: shown(after) }
}

type Placed = Pick<RowPlacement, 'agreement' | 'condition'>

function heldValue(
  entity: string,
  name: string,
  office: InstitutionRow,
  { agreement, condition }: Placed,
): FieldValue | undefined {
  const record: Readonly<Record<string, FieldValue>> | undefined =
    entity === 'institution' ? office : entity === 'agreement' ? agreement?.office : condition?.office
  if (record !== undefined) return record[name] ?? null
  const isPlanned = entity === 'agreement' ? agreement !== undefined : condition !== undefined
  return isPlanned ? null : undefined
}

function planValue(entity: string, name: string, { agreement, condition }: Placed): FieldValue | undefined {
  if (entity === 'agreement')
    return name === 'kind'
      ? agreement?.kind
      : agreement?.values[agreementFields.find((f) => f === name) ?? 'notes']
  const field = conditionFields.find((known) => known === name)
  return field === undefined ? undefined : condition?.values[field]
}

function shown(value: FieldValue): string {
  return value === null ? '' : String(value)
}
