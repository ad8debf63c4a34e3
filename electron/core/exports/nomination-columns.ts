import type { School } from '#shared/contract/settings.ts'
import type { EntityName } from '#shared/entities/index.ts'
import { choiceLabel } from '#shared/entities/labels.ts'
import { cycleOfLevel } from '#shared/domain/nomination.ts'
import type { TextKey } from '#shared/text/text.ts'
import type {
  ColumnFormat,
  WorkbookCell,
  WorkbookRow,
  WorkbookSheet,
} from '#core/workbooks/workbook-types.ts'
import type { Words } from './define-export.ts'

/** One column of a nomination file, and what it says of a subject (a nominee) in the reader's language. */
export interface NominationColumn<S> {
  readonly header: TextKey
  readonly format: ColumnFormat
  readonly value: (subject: S, school: School, words: Words) => WorkbookCell
}

/** Makes the columns of one kind of subject. */
export function columnMaker<S>() {
  return (header: TextKey, value: NominationColumn<S>['value'], format: ColumnFormat = 'text') =>
    ({ header, format, value }) satisfies NominationColumn<S>
}

/** A sheet with one row per subject, in one batch. */
export function subjectSheet<S>(
  name: string,
  columns: readonly NominationColumn<S>[],
  subjects: readonly S[],
  school: School,
  words: Words,
): WorkbookSheet & { readonly batches: readonly (readonly WorkbookRow[])[] } {
  return {
    name,
    columns: columns.map(({ header, format }) => ({ header: words.t(header), format })),
    batches: [subjects.map((subject) => columns.map(({ value }) => value(subject, school, words)))],
  }
}

export function choiceWord(
  entity: EntityName,
  field: string,
  value: string | null,
  { t }: Words,
): WorkbookCell {
  return value === null ? null : t(choiceLabel(entity, field, value))
}

export function countryWord(code: string | null, { formats }: Words): WorkbookCell {
  return code === null ? null : formats.country(code)
}

export function cycleWord(eqfLevel: number | null, { t }: Words): WorkbookCell {
  const cycle = cycleOfLevel(eqfLevel)
  return cycle === undefined ? null : t(`nomination.cycle.${cycle}`)
}
