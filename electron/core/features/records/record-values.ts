import type { Translate } from '#shared/text/text.ts'
import { DomainError } from '#shared/domain/errors.ts'
import { entityNames, fieldOf, type EntityName } from '#shared/entities/index.ts'
import type { Field, FieldValue } from '#shared/entities/fields.ts'
import { checkFieldValue } from '#shared/entities/field-values.ts'
import { checkRecord, type FieldProblem } from '#shared/entities/record-rules.ts'
import type { Trx } from '#core/db/change.ts'
import { titlesOf } from './record-titles.ts'
import { findRecordIdBy, type RecordValues } from './records.repo.ts'

/** All values of a new record, each in the shape that is stored. @throws record-invalid, with the field and the problem */
export function checkValues(entity: EntityName, values: RecordValues): RecordValues {
  const own = Object.entries(values)
  const untouched = own.filter(([name, value]) => value === null && fieldOf(entity, name)?.readOnly === true)
  const typed = own.filter((entry) => !untouched.includes(entry))
  const checked = { ...Object.fromEntries(untouched), ...checkPatch(entity, Object.fromEntries(typed)) }
  const problem = checkRecord(entity, checked)
  if (problem !== undefined) throw invalid(entity, problem.field, problem.problem)
  return checked
}

/** The values that change a record, likewise. */
export function checkPatch(entity: EntityName, given: RecordValues): RecordValues {
  const checked: Record<string, FieldValue> = {}
  for (const [name, value] of Object.entries(given)) checked[name] = checkOne(entity, name, value)
  return checked
}

function checkOne(entity: EntityName, name: string, value: FieldValue): FieldValue {
  const field = fieldOf(entity, name)
  if (field === undefined)
    throw invalid(entity, name, { code: 'record.unknown-field', params: { field: name } })
  if (field.readOnly === true) throw invalid(entity, name, { code: 'record.read-only', params: {} })
  const result = checkFieldValue(field, value)
  if (!result.ok) throw invalid(entity, name, result.error)
  return result.value
}

/** What only the other records can tell: a value used twice, a reference to nothing. */
export async function assertStorable(
  trx: Trx,
  t: Translate,
  entity: EntityName,
  values: RecordValues,
  own: readonly string[],
): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    const field = fieldOf(entity, name)
    if (field === undefined || value === null) continue
    if (field.unique === true) {
      const other = await findRecordIdBy(trx, entity, name, value)
      if (other !== undefined && !own.includes(other)) {
        const [title] = await titlesOf(trx, t, entity, [other])
        throw invalid(entity, name, { code: 'record.not-unique', params: { title: title?.title ?? '' } })
      }
    }
    const target = referredEntity(field)
    if (target !== undefined && (await findRecordIdBy(trx, target, 'id', value)) === undefined)
      throw invalid(entity, name, { code: 'record.unknown-reference', params: {} })
  }
}

/** The kind of record that a field names; undefined for a field that names none. */
export function referredEntity(field: Field): EntityName | undefined {
  return field.type === 'reference' ? entityNames.find((name) => name === field.entity) : undefined
}

/** A value of a record that is refused, and why. */
export function invalid(entity: EntityName, field: string, problem: FieldProblem): DomainError {
  return new DomainError('record-invalid', { ...problem.params, entity, field, problem: problem.code })
}
