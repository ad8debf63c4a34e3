import { bmFieldKind, isBmField, isWritten, type BmFieldKey } from '#shared/domain/bm/bm-fields.ts'
import { styleOf, type ColumnStyle, type SeenColumn } from '#shared/domain/bm/bm-style.ts'
import {
  compareReleases,
  fieldsWithoutColumn,
  matchTemplate,
  type BmConfidence,
  type MatchedColumn,
} from '#shared/domain/bm/match-template.ts'
import { matchKey } from '#shared/domain/text-folding.ts'
import type { BmChoice, BmTemplate } from '#shared/contract/bm.ts'
import { cellText, isBlank } from '#core/imports/cell-text.ts'
import type { CountryReader } from '#core/imports/country-names.ts'
import { scoreLabel } from './bm-headers.ts'
import type { BmFile } from './read-bm-file.ts'
import type { RememberedTemplate } from './template-memory.ts'
import { wordReaderOf } from './word-readers.ts'

/** A column of a file of the module: what it holds, and how it is written. */
export interface BmColumn extends MatchedColumn {
  readonly style: ColumnStyle | null
  readonly allowed: readonly string[] | null
  /** Words that the user gave, now or before: they are kept, those that the file shows are seen again. */
  readonly ownTerms: Readonly<Record<string, string>>
  readonly hasFormula: boolean
}

/** Samples of a column that are looked at for its style. */
const sampled = 300

/**
 * Matches the columns of a file with the fields: as the user says now, else as the last time, else by their labels; and
 * sees how each is written.
 */
export function matchFile(
  file: BmFile,
  memory: RememberedTemplate | undefined,
  choices: readonly BmChoice[],
  countries: CountryReader,
): readonly BmColumn[] {
  const remembered = rememberedChoices(file.labels, memory)
  const chosen = new Map<number, { readonly field: BmFieldKey | null; readonly confidence: BmConfidence }>()
  for (const [column, { field }] of remembered) chosen.set(column, { field, confidence: 'remembered' })
  for (const { column, field } of choices) chosen.set(column, { field, confidence: 'chosen' })
  const columns = withoutRivals(matchTemplate(file.labels, scoreLabel, chosen), choices)
  return columns.map((column) => {
    const hasFormula = file.look?.hasFormula(file.firstRow, column.column) ?? false
    if (column.field === null) return { ...column, style: null, allowed: null, ownTerms: {}, hasFormula }
    const seen = look(file, column.column, column.label)
    const style = styleOf(bmFieldKind(column.field), seen, wordReaderOf(column.field, countries))
    const ownTerms = { ...remembered.get(column.column)?.terms, ...termsOf(choices, column.column) }
    const terms = { ...style.terms, ...ownTerms }
    return { ...column, style: { ...style, terms }, allowed: seen.allowed, ownTerms, hasFormula }
  })
}

function termsOf(choices: readonly BmChoice[], column: number): Readonly<Record<string, string>> {
  return choices.find((choice) => choice.column === column)?.terms ?? {}
}

/** What the user chooses for one column leaves the column that had it. */
function withoutRivals(
  columns: readonly MatchedColumn[],
  choices: readonly BmChoice[],
): readonly MatchedColumn[] {
  const taken = new Map(
    choices.flatMap(({ column, field }) => (field === null ? [] : [[field, column] as const])),
  )
  return columns.map((column) => {
    const owner = column.field === null ? undefined : taken.get(column.field)
    return owner === undefined || owner === column.column
      ? column
      : { ...column, field: null, confidence: 'none' }
  })
}

/** What each column was the last time: by its label, wherever it stands now. */
function rememberedChoices(labels: readonly string[], memory: RememberedTemplate | undefined) {
  const known = new Map(
    numbered(memory?.columns.map(({ label }) => label) ?? []).map((key, index) => [
      key,
      memory?.columns[index],
    ]),
  )
  const found = new Map<
    number,
    { readonly field: BmFieldKey | null; readonly terms: Readonly<Record<string, string>> }
  >()
  for (const [index, key] of numbered(labels).entries()) {
    const column = known.get(key)
    if (column === undefined || labels[index] === '') continue
    const { field } = column
    // a column that was unknown then may be known now
    if (field !== null && isBmField(field)) found.set(index + 1, { field, terms: column.terms })
  }
  return found
}

function numbered(labels: readonly string[]): readonly string[] {
  const counts = new Map<string, number>()
  return labels.map((label) => {
    const folded = matchKey(label)
    const count = (counts.get(folded) ?? 0) + 1
    counts.set(folded, count)
    return `${folded}#${count}`
  })
}

function look(file: BmFile, column: number, label: string): SeenColumn {
  const cells = file.rows.slice(0, sampled).flatMap((row) => {
    const cell = row.cells[column - 1] ?? null
    return isBlank(cell) ? [] : [cell]
  })
  const has = (is: (cell: (typeof cells)[number]) => boolean) => cells.length > 0 && cells.every(is)
  const isDateColumn = file.look?.isDateAt(file.firstRow, column) ?? false
  const kind = file.look?.formatAt(file.firstRow, column).kind
  return {
    label,
    hint: cellText(file.formatRow?.cells[column - 1]),
    samples: cells.map((cell) => cellText(cell)),
    allowed: file.look?.allowedAt(file.firstRow, column) ?? null,
    hasDates:
      has((cell) => typeof cell === 'object' && cell?.kind === 'date') ||
      isDateColumn ||
      (cells.length === 0 && (kind === 'date' || kind === 'date-time')),
    hasNumbers:
      has((cell) => typeof cell === 'number') ||
      (cells.length === 0 &&
        file.format === 'xlsx' &&
        file.look?.formatAt(file.firstRow, column).format !== '@'),
    hasBooleans: has((cell) => typeof cell === 'boolean'),
  }
}

/** A file as its screen and the command line show it. */
export function describeFile(
  file: BmFile,
  columns: readonly BmColumn[],
  memory: RememberedTemplate | undefined,
): BmTemplate {
  const before = memory?.columns.map(({ label }) => label) ?? []
  const changes = memory === undefined ? undefined : compareReleases(before, file.labels)
  const hasChanged =
    changes !== undefined && changes.appeared.length + changes.vanished.length + changes.moved.length > 0
  return {
    fileName: file.name,
    format: file.format,
    sheet: file.sheet.name,
    headerFirst: file.headerFirst,
    headerLast: file.headerLast,
    firstRow: file.firstRow,
    mobilities: file.rows.length,
    columns: columns.map((column) => ({
      column: column.column,
      label: column.label,
      field: column.field,
      confidence: column.confidence,
      terms: { ...column.style?.terms },
      allowed: column.allowed === null ? null : [...column.allowed],
      isWritten: column.field !== null && isWritten(column.field) && !column.hasFormula,
      hasFormula: column.hasFormula,
      writes: column.field === null ? null : (column.style?.date ?? null),
    })),
    missing: [...fieldsWithoutColumn(columns)].filter(isWritten),
    isRemembered: memory !== undefined && !hasChanged,
    changes:
      memory === undefined || changes === undefined || !hasChanged
        ? null
        : {
            fileName: memory.fileName,
            usedAt: memory.usedAt,
            appeared: [...changes.appeared],
            vanished: [...changes.vanished],
            moved: changes.moved.map((one) => ({ ...one })),
          },
  }
}
