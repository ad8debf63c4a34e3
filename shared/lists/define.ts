import { fieldOf, type EntityName } from '#shared/entities/index.ts'
import type { Field } from '#shared/entities/fields.ts'
import { choiceLabel, fieldLabel, textKey } from '#shared/entities/labels.ts'
import type { TextKey } from '#shared/text/text.ts'
import type { ColumnType, ListColumn, ListDefinition, ListName } from './types.ts'

const widthsPx: Readonly<Record<ColumnType, number>> = {
  text: 180,
  code: 140,
  integer: 90,
  decimal: 90,
  boolean: 90,
  date: 110,
  'month-day': 110,
  instant: 150,
  'academic-year': 110,
  choice: 140,
  country: 130,
  language: 110,
}

interface ColumnOptions {
  readonly shown?: boolean
  readonly widthPx?: number
  readonly total?: 'sum'
  /** Another word than the field's own: the name of an institution is *Host* among stays. */
  readonly label?: TextKey
}

/** A column that is a field of the list's own records: it can be edited in place. */
export function fieldColumn(entity: EntityName, field: string, options: ColumnOptions = {}): ListColumn {
  const description = fieldOf(entity, field)
  if (description === undefined) throw new Error(`${entity} has no field ${field}`)
  const type = columnTypeOf(description)
  return {
    key: field,
    label: options.label ?? fieldLabel(entity, field),
    type,
    ...(description.type === 'choice' || description.type === 'choices'
      ? { choices: choicesOf(entity, field, description.choices) }
      : {}),
    isShown: options.shown ?? false,
    widthPx: options.widthPx ?? widthsPx[type],
    ...(options.total === undefined ? {} : { total: options.total }),
    // several choices are ticked on the record's page: a cell of the grid takes one
    ...(description.readOnly === true || description.type === 'choices' ? {} : { field }),
  }
}

/** A column that shows a field of another record: the student of a mobility, the partner of an agreement. */
export function foreignColumn(
  key: string,
  entity: EntityName,
  field: string,
  options: ColumnOptions = {},
): ListColumn {
  const { field: _own, ...column } = fieldColumn(entity, field, options)
  return { ...column, key }
}

/** A column worked out by the core. */
export function computedColumn(
  list: ListName,
  key: string,
  type: ColumnType,
  options: ColumnOptions = {},
): ListColumn {
  return {
    key,
    label: options.label ?? textKey(`column.${list}.${key}`),
    type,
    isShown: options.shown ?? true,
    widthPx: options.widthPx ?? widthsPx[type],
    ...(options.total === undefined ? {} : { total: options.total }),
  }
}

export function defineList(definition: ListDefinition): ListDefinition {
  return definition
}

function choicesOf(entity: EntityName, field: string, choices: readonly string[]) {
  return choices.map((value) => ({ value, label: choiceLabel(entity, field, value) }))
}

function columnTypeOf(field: Field): ColumnType {
  switch (field.type) {
    case 'text':
    case 'email':
    case 'url':
    case 'reference':
      return 'text'
    case 'choices':
      return 'choice'
    case 'integer':
    case 'decimal':
    case 'boolean':
    case 'date':
    case 'month-day':
    case 'academic-year':
    case 'choice':
    case 'country':
    case 'language':
    case 'code':
      return field.type
  }
}
