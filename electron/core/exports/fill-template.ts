import { writeDay } from '#shared/domain/date-pattern.ts'
import {
  nominationValueKeys,
  type NominationValue,
  type NominationValues,
} from '#shared/domain/nomination-values.ts'
import { fillPlaceholders } from '#shared/domain/placeholders.ts'
import { matchKey } from '#shared/domain/text-folding.ts'
import type { TemplateColumn, TemplatePlace } from '#shared/contract/nomination-templates.ts'
import type { CountryReader } from '#core/imports/country-names.ts'
import { termReader } from '#core/features/partner-nominations/terms.ts'
import { fillWorkbook, type CellWrite, type FillValue } from '#core/workbooks/fill/fill-workbook.ts'
import type { ExportRemark } from './define-export.ts'

export interface Template extends TemplatePlace {
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly columns: readonly TemplateColumn[]
}

/** A student to name, with all that can be said. */
export interface NamedStudent {
  readonly name: string
  readonly values: NominationValues
}

export interface FilledTemplate {
  readonly bytes: Uint8Array
  readonly remarks: readonly ExportRemark[]
}

/**
 * Fills a partner's workbook, one row per student. Where the workbook has rows for fewer of them, there are several
 * copies, each filled as far as it goes.
 * @throws SheetError as `fillWorkbook`
 */
export async function fillTemplate(
  template: Template,
  students: readonly NamedStudent[],
  countries: CountryReader,
): Promise<readonly FilledTemplate[]> {
  const { firstRow, lastRow } = template
  const room = lastRow === null ? students.length : lastRow - firstRow + 1
  const copies: FilledTemplate[] = []
  for (let from = 0; from < students.length; from += room)
    copies.push(await fillCopy(template, students.slice(from, from + room), countries))
  return copies
}

async function fillCopy(
  template: Template,
  students: readonly NamedStudent[],
  countries: CountryReader,
): Promise<FilledTemplate> {
  const { sheet, firstRow, headerLast, columns, fileName } = template
  const remarks: ExportRemark[] = []
  const writes = students.flatMap((student, index) =>
    columns.flatMap((column): readonly CellWrite[] => {
      if (column.source === null || (column.row !== null && index > 0)) return []
      const made = cellValue(column, student.values, countries)
      if (made.problem !== undefined)
        remarks.push({
          code: 'value-not-allowed',
          params: { student: student.name, header: column.header, value: made.problem },
        })
      return made.value === null
        ? []
        : [{ sheet, row: column.row ?? firstRow + index, column: column.column, value: made.value }]
    }),
  )
  const { bytes, findings } = await fillWorkbook(template.bytes, writes, {
    bodyFrom: { [sheet]: headerLast + 1 },
  })
  const byCode = new Map<string, string[]>()
  for (const { code, cell = '' } of findings) byCode.set(code, [...(byCode.get(code) ?? []), cell])
  for (const [code, cells] of byCode)
    remarks.push({ code, params: { file: fileName, sheet, cells: shortList(cells), count: cells.length } })
  return { bytes, remarks }
}

const mostNamed = 5

function shortList(cells: readonly string[]): string {
  return cells.length <= mostNamed ? cells.join(', ') : `${cells.slice(0, mostNamed).join(', ')}…`
}

interface MadeValue {
  readonly value: FillValue
  /** A value that the workbook's list does not hold: the cell stays empty. */
  readonly problem?: string
}

/** A value in the workbook's own terms. */
export function cellValue(
  column: TemplateColumn,
  values: NominationValues,
  countries: CountryReader,
): MadeValue {
  if (column.source === null) return { value: null }
  if (column.source === 'text') return allowed(fillPlaceholders(column.text, textsOf(values)), column)
  const said = values[column.source]
  if (said.text === null || said.code === null) return { value: null }
  const term = column.terms[said.code]
  if (term !== undefined && term !== '') return { value: asListed(term) }
  if (said.kind === 'date') return { value: dateValue(said.code, column) }
  if (column.allowed !== null) return fromList(column, column.allowed, said, countries)
  return { value: said.kind === 'number' ? Number(said.code) : said.text }
}

/** The item of the list that says the same: in the same words, or understood as the same. */
function fromList(
  column: TemplateColumn,
  list: readonly string[],
  { text, code }: NominationValue,
  countries: CountryReader,
): MadeValue {
  const wanted = matchKey(text ?? '')
  const read =
    column.source === null || column.source === 'text'
      ? undefined
      : termReader(column.source, list, countries)
  const item =
    list.find((one) => matchKey(one) === wanted) ??
    list.find((one) => matchKey(one) === matchKey(code ?? '')) ??
    list.find((one) => read?.(one) === code)
  return item === undefined ? { value: null, problem: text ?? '' } : { value: asListed(item) }
}

function allowed(text: string, { allowed: list }: TemplateColumn): MadeValue {
  if (text === '') return { value: null }
  const item = list?.find((one) => matchKey(one) === matchKey(text))
  return list === null || item !== undefined ? { value: item ?? text } : { value: null, problem: text }
}

/** A list of figures holds numbers; one of `01` and `02` holds texts. */
function asListed(term: string): FillValue {
  return /^(?:0|[1-9]\d{0,8})$/.test(term) ? Number(term) : term
}

function dateValue(iso: string, { datePattern }: TemplateColumn): FillValue {
  return datePattern === null
    ? { kind: 'date', iso }
    : { kind: 'date', iso, text: writeDay(iso, datePattern) }
}

/** The values as texts, to fill placeholders with. */
export function textsOf(values: NominationValues): Readonly<Record<string, string>> {
  return Object.fromEntries(nominationValueKeys.map((key) => [key, values[key].text ?? '']))
}
