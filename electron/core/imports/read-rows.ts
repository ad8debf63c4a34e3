import { parseErasmusCode } from '#shared/domain/erasmus-code.ts'
import type { FieldValue } from '#shared/entities/fields.ts'
import type { Cell, SheetData, SheetRow } from '#core/sheets/types.ts'
import { cellText, findRow, isBlank } from './cell-text.ts'
import type { Continuation } from './classify-rows.ts'
import { cleaned, warning, type CellIssue } from './issues.ts'
import type { ImportKind } from '#shared/contract/imports.ts'
import type { MappedColumn, Mapping } from './mapping.ts'
import { nameOrderOf, splitPersonName, type NameOrder } from './person-names.ts'
import { createCellReader, meaningOfM, type CellOptions, type CellReader } from './read-cells.ts'
import { findTarget, type ImportTarget, type TargetKey } from './targets.ts'

/** A row of data as it was read, before it is compared with anything. */
export interface RowRead {
  readonly row: number
  /** By slot; null where the cell is blank or could not be read. */
  readonly values: readonly FieldValue[]
  /** Counts of places by column of places; null is unknown, never 0. */
  readonly places: readonly (number | null)[]
  /** By column of `manyColumns`. */
  readonly many: readonly FieldValue[]
  readonly issues: readonly ColumnIssue[]
}

export interface ColumnIssue {
  readonly column: number
  readonly issue: CellIssue
}

/** Reads the rows of a sheet under one mapping. */
export interface RowReader {
  readonly mapping: Mapping
  readonly placeColumns: Mapping
  /** Columns of the other targets that several columns may have: ranked choices. */
  readonly manyColumns: Mapping
  /** The header of a column, as found. */
  readonly headerOf: (column: number) => string
  /** Where a target's value is among `values`; undefined when no column holds it. */
  readonly slotOf: ReadonlyMap<TargetKey, number>
  /** The column that a slot was read from. */
  readonly columnOf: (slot: number) => number | undefined
  readonly targetOf: (slot: number) => ImportTarget | undefined
  read(row: SheetRow): RowRead
}

const noIssues: readonly ColumnIssue[] = []

export interface RowReaderDeps extends Omit<CellOptions, 'meaningOfM'> {
  readonly kind: ImportKind
  readonly headers: readonly string[]
  readonly continuations: readonly Continuation[]
}

export function createRowReader(sheet: SheetData, mapping: Mapping, deps: RowReaderDeps): RowReader {
  const singles = mapping.filter(({ target }) => !target.many)
  const placeColumns = mapping.filter(({ target }) => target.key === 'places')
  const manyColumns = mapping.filter(({ target }) => target.many && target.key !== 'places')
  const slotOf = new Map(singles.map(({ target }, slot) => [target.key, slot]))
  const columns = singles.map(({ index }) => index)
  for (const [from, to] of impliedTargets) {
    const source = slotOf.get(from)
    if (source === undefined || slotOf.has(to) || findTarget(deps.kind, to) === undefined) continue
    slotOf.set(to, columns.length)
    columns.push(columns[source] ?? 0)
  }
  const targets = [...slotOf.keys()].map((key) => findTarget(deps.kind, key))
  const cellOptions = { ...deps, meaningOfM: meaningOfMIn(sheet, singles) }
  const readers = singles.map(({ target }) => createCellReader(target, cellOptions))
  const placeReaders = placeColumns.map(({ target }) => createCellReader(target, cellOptions))
  const manyReaders = manyColumns.map(({ target }) => createCellReader(target, cellOptions))
  const joined = joinContinuations(sheet, deps.continuations, mapping)
  const complete = createCompletion(slotOf, columns, deps.headers)
  return {
    mapping,
    placeColumns,
    manyColumns,
    headerOf: (column) => deps.headers[column] ?? '',
    slotOf,
    columnOf: (slot) => columns[slot],
    targetOf: (slot) => targets[slot],
    read(row) {
      const issues: ColumnIssue[] = []
      const cells = joined.get(row.number)?.cells ?? row.cells
      const values = readCells(cells, singles, readers, issues)
      const places =
        placeColumns.length === 0 ? noPlaces : readCounts(cells, placeColumns, placeReaders, issues)
      const many = manyColumns.length === 0 ? noValues : readCells(cells, manyColumns, manyReaders, issues)
      for (let slot = values.length; slot < columns.length; slot++) values.push(null)
      complete(values, issues)
      for (const column of joined.get(row.number)?.columns ?? [])
        issues.push({ column, issue: cleaned('imports.issue.continuation-joined') })
      return { row: row.number, values, places, many, issues: issues.length === 0 ? noIssues : issues }
    },
  }
}

const noPlaces: readonly (number | null)[] = []
const noValues: readonly FieldValue[] = []

/** Targets whose value may stand inside the cell of another one. */
const impliedTargets: readonly (readonly [from: TargetKey, to: TargetKey])[] = [
  ['institution.name', 'institution.erasmusCode'],
  ['fullName', 'student.familyName'],
  ['fullName', 'student.givenNames'],
]

function readCells(
  cells: readonly Cell[],
  columns: Mapping,
  readers: readonly CellReader[],
  issues: ColumnIssue[],
): FieldValue[] {
  const values: FieldValue[] = []
  for (const [slot, reader] of readers.entries()) {
    const column = columns[slot]?.index ?? 0
    const read = reader(cells[column])
    if (read.issue !== undefined) issues.push({ column, issue: read.issue })
    values.push(read.value)
  }
  return values
}

function readCounts(
  cells: readonly Cell[],
  columns: Mapping,
  readers: readonly CellReader[],
  issues: ColumnIssue[],
): readonly (number | null)[] {
  return readCells(cells, columns, readers, issues).map((value) => (typeof value === 'number' ? value : null))
}

/** Fills the values that stand inside another cell: a code before a name, the two parts of a whole name. */
function createCompletion(
  slotOf: ReadonlyMap<TargetKey, number>,
  columns: readonly number[],
  headers: readonly string[],
): (values: FieldValue[], issues: ColumnIssue[]) => void {
  const name = slotOf.get('institution.name')
  const code = slotOf.get('institution.erasmusCode')
  const whole = slotOf.get('fullName')
  const family = slotOf.get('student.familyName')
  const given = slotOf.get('student.givenNames')
  const order = whole === undefined ? undefined : nameOrderOf(headers[columns[whole] ?? 0] ?? '')
  return (values, issues) => {
    if (name !== undefined && code !== undefined && values[code] === null)
      takeCode(values, issues, { name, code, column: columns[name] ?? 0 })
    if (whole !== undefined && family !== undefined && given !== undefined)
      takeNames(values, issues, { whole, family, given, column: columns[whole] ?? 0, order })
  }
}

/** `D BERLIN32 / INTERNATIONAL PSYCHOANALYTIC UNIVERSITY`: both in one cell. */
function takeCode(
  values: FieldValue[],
  issues: ColumnIssue[],
  { name, code, column }: { name: number; code: number; column: number },
): void {
  const text = values[name]
  if (typeof text !== 'string' || !/\d/.test(text)) return
  const parts = /^(\S{1,3}\s+\S[^/]*?\d{2,3}|(?:IRL|LUX)\S+\d{2,3})\s*(?:[/:|]|\s[-–])\s*(\S.{2,})$/.exec(
    text,
  )
  const parsed = parts?.[1] === undefined ? undefined : parseErasmusCode(parts[1])
  if (parsed?.ok !== true) return
  values[code] = parsed.value
  values[name] = parts?.[2] ?? text
  issues.push({
    column,
    issue: cleaned('imports.issue.code-in-name', { from: text, code: parsed.value, name: parts?.[2] ?? '' }),
  })
}

function takeNames(
  values: FieldValue[],
  issues: ColumnIssue[],
  at: { whole: number; family: number; given: number; column: number; order: NameOrder | undefined },
): void {
  const text = values[at.whole]
  if (typeof text !== 'string' || values[at.family] !== null || values[at.given] !== null) return
  const names = splitPersonName(text, at.order)
  if (names === undefined) {
    issues.push({ column: at.column, issue: warning('imports.issue.name-not-split', { value: text }) })
    return
  }
  values[at.family] = names.familyName
  values[at.given] = names.givenNames
  const params = { family: names.familyName, given: names.givenNames }
  issues.push({
    column: at.column,
    issue: names.isGuessed
      ? warning('imports.issue.name-split-guessed', params)
      : cleaned('imports.issue.name-split', params),
  })
}

function meaningOfMIn(sheet: SheetData, columns: readonly MappedColumn[]) {
  const column = columns.find(({ target }) => target.key === 'student.gender')
  if (column === undefined) return 'male'
  return meaningOfM(sheet.rows.slice(0, 2000).map((row) => cellText(row.cells[column.index])))
}

interface JoinedRow {
  readonly cells: readonly Cell[]
  readonly columns: readonly number[]
}

/** Rows whose texts were cut into lines of their own, put together again; only columns that are read as text. */
function joinContinuations(
  sheet: SheetData,
  continuations: readonly Continuation[],
  mapping: Mapping,
): ReadonlyMap<number, JoinedRow> {
  const textColumns = new Set(
    mapping
      .filter(({ target }) => target.field?.field.type === 'text' || target.key === 'programme')
      .map(({ index }) => index),
  )
  const used = continuations.filter(({ column }) => textColumns.has(column))
  if (used.length === 0) return new Map()
  const joined = new Map<number, { cells: Cell[]; columns: number[]; above: Map<number, string> }>()
  for (const { row, of, column, position } of used) {
    const target = findRow(sheet, of)
    const text = cellText(findRow(sheet, row)?.cells[column]).trim()
    if (target === undefined || isBlank(text)) continue
    const made = joined.get(of) ?? { cells: [...target.cells], columns: [], above: new Map<number, string>() }
    if (position === 'after') made.cells[column] = `${cellText(made.cells[column])} ${text}`
    else {
      // Lines above come in the order of the sheet: each goes after the ones before it, in front of the cell.
      const above = [made.above.get(column), text].filter((part) => part !== undefined).join(' ')
      made.above.set(column, above)
      made.cells[column] = `${above} ${cellText(target.cells[column])}`
    }
    if (!made.columns.includes(column)) made.columns.push(column)
    joined.set(of, made)
  }
  return joined
}
