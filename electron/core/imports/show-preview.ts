import type { FieldValue } from '#shared/entities/fields.ts'
import type { ImportView, PreviewRow, RowOutcome } from '#shared/contract/imports.ts'
import { rowOutcomes } from '#shared/contract/imports.ts'
import type { SheetRow } from '#core/sheets/types.ts'
import { cellText, columnLetter, findRow, isBlank } from './cell-text.ts'
import { reasonOf } from './classify-rows.ts'
import type { CellIssue, Severity } from './issues.ts'
import type { RowRead } from './read-rows.ts'
import { isTextKey } from '#shared/text/text.ts'
import { refusalOf } from './refusal.ts'
import type { Preview, Reading, SourceFile } from './session.ts'
import { targetsOf } from './targets.ts'

const shownIssues = 1000

/** What the screens and the command line see of an import. */
export function viewOf(importId: string, source: SourceFile, reading: Reading, preview: Preview): ImportView {
  const { table, sheet } = reading
  const { plan, decided } = preview
  return {
    importId,
    kind: source.kind,
    fileName: source.fileName,
    sha256: source.sha256,
    sheets: source.sheets.map(({ name, state }) => ({ name, state })),
    sheet: sheet.name,
    headerRows: table.headerRows === null ? null : [table.headerRows[0], table.headerRows[1]],
    columns: reading.columns.map(({ index, target, confidence, place }) => ({
      index,
      target,
      ...place,
      letter: columnLetter(index),
      header: table.headers[index] ?? '',
      confidence: Math.round(confidence * 100) / 100,
      samples: [...(preview.columnUse[index]?.samples ?? [])],
      filled: preview.columnUse[index]?.filled ?? 0,
    })),
    targets: targetsOf(source.kind).map(({ key, many, required }) => ({ key, many, required })),
    options: { ...decided.options },
    optionSources: { ...decided.sources },
    isRecognised: reading.memory !== undefined,
    counts: { ...plan.counts },
    entities: { ...plan.entities },
    updates: { ...plan.updates },
    issues: [...plan.issues.list(shownIssues)],
    issueCounts: { ...plan.issues.counts },
    issueCodes: plan.issues.byCode().map((entry) => ({ ...entry })),
    refusal: refusalOf(source, reading, preview) ?? null,
    warnings: source.warnings.map(({ code, sheet: name, cell, params }) => ({
      code,
      params: {
        ...params,
        ...(name === undefined ? {} : { sheet: name }),
        ...(cell === undefined ? {} : { cell }),
      },
    })),
  }
}

/** A page of rows, all of them or those of one outcome, in the order of the sheet. */
export function pageOf(
  reading: Reading,
  preview: Preview,
  { outcome, offset, limit }: { outcome: RowOutcome | null; offset: number; limit: number },
): { total: number; rows: PreviewRow[] } {
  const { bytes } = preview.plan.outcomes
  const wanted = outcome === null ? undefined : rowOutcomes.indexOf(outcome)
  const numbers: number[] = []
  let total = 0
  for (let row = 1; row < bytes.length; row++) {
    if (wanted !== undefined && bytes[row] !== wanted) continue
    if (total >= offset && numbers.length < limit) numbers.push(row)
    total += 1
  }
  return { total, rows: numbers.map((number) => rowOf(number, reading, preview)) }
}

function rowOf(number: number, reading: Reading, preview: Preview): PreviewRow {
  const { plan, kinds } = preview
  const outcome = plan.outcomes.get(number)
  const reason =
    outcome === 'not-data'
      ? { reason: reasonOf(kinds.codes[number] ?? 0) ?? 'blank', params: {} }
      : plan.reasons.get(number)
  return {
    number,
    outcome,
    reason: reason?.reason ?? null,
    reasonParams: { ...reason?.params },
    cells: cellsOf(number, outcome, reading, preview),
  }
}

function cellsOf(
  number: number,
  outcome: RowOutcome,
  reading: Reading,
  preview: Preview,
): PreviewRow['cells'] {
  const row = findRow(reading.sheet, number) ?? { number, cells: [] }
  const isData = outcome !== 'not-data'
  const read = isData ? preview.reader.read(row) : undefined
  const changes = preview.plan.changesOf(number)
  const problems = isData ? problemsOf(row, read, preview) : new Map<string, CellIssue>()
  return reading.columns.map(({ index }) => {
    const text = cellText(row.cells[index])
    const change = changes.get(index)
    const value = read === undefined ? undefined : readingOf(index, read, preview)
    const problem = problems.get(columnLetter(index))
    return {
      text,
      ...(value === undefined || value === text.trim() ? {} : { read: value }),
      ...change,
      ...(problem === undefined ? {} : { problem: { ...problem, params: { ...problem.params } } }),
    }
  })
}

/** What a cell was read as; undefined for a column that is not read and for a value that was left out. */
function readingOf(column: number, read: RowRead, { reader, mapping }: Preview): string | undefined {
  const target = mapping.find(({ index }) => index === column)?.target
  if (target === undefined) return undefined
  if (target.key === 'places') {
    const count = read.places[reader.placeColumns.findIndex(({ index }) => index === column)]
    return count === null || count === undefined ? undefined : String(count)
  }
  if (target.many) return shownValue(read.many[reader.manyColumns.findIndex(({ index }) => index === column)])
  return shownValue(read.values[reader.slotOf.get(target.key) ?? -1])
}

function shownValue(value: FieldValue | undefined): string | undefined {
  return value === null || value === undefined ? undefined : String(value)
}

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, cleaned: 2 }

/** The gravest thing to say of each cell: what its reading showed, and what the comparison with the office did. */
function problemsOf(
  row: SheetRow,
  read: RowRead | undefined,
  { plan }: Preview,
): ReadonlyMap<string, CellIssue> {
  const problems = new Map<string, CellIssue>()
  const take = (letter: string | null, issue: CellIssue) => {
    const known = letter === null ? undefined : problems.get(letter)
    if (letter !== null && (known === undefined || rank[issue.severity] < rank[known.severity]))
      problems.set(letter, issue)
  }
  for (const { column, issue } of read?.issues ?? []) {
    if (!isBlank(row.cells[column])) take(columnLetter(column), issue)
  }
  for (const { column, code, severity, params } of plan.issues.ofRow(row.number)) {
    if (isTextKey(code)) take(column, { code, severity, params })
  }
  return problems
}
