import { createHash } from 'node:crypto'
import { bmFieldKind, isWritten, type BmFieldKey } from '#shared/domain/bm/bm-fields.ts'
import { writeCell, type BmCell } from '#shared/domain/bm/bm-style.ts'
import { bmValues } from '#shared/domain/bm/bm-values.ts'
import { DomainError } from '#shared/domain/errors.ts'
import type { BmChoice, BmFillRemark, BmScope } from '#shared/contract/bm.ts'
import type { JobResult } from '#shared/contract/jobs.ts'
import { createCountryReader } from '#core/imports/country-names.ts'
import type { ImportFile } from '#core/imports/read-file.ts'
import type { JobContext } from '#core/jobs/job-runner.ts'
import type { AppContext } from '#core/rpc/context.ts'
import { fillCsv } from '#core/templates/fill-csv.ts'
import {
  fillWorkbook,
  type CellWrite,
  type FillFinding,
  type FillValue,
} from '#core/workbooks/fill/fill-workbook.ts'
import { checkFacts, describeCheck, factsOf, nameOf, type BmYearFacts } from './check.service.ts'
import { assertOids, assertProject } from './file-checks.ts'
import { matchFile, type BmColumn } from './match-file.ts'
import { readBmFile, type BmFile } from './read-bm-file.ts'
import { rowsOfStays } from './read-rows.ts'
import { findRemembered, rememberTemplate } from './template-memory.ts'
import { usualWord } from './word-readers.ts'

interface FillAsked extends BmScope {
  readonly file: ImportFile
  readonly choices: readonly BmChoice[]
}

/**
 * Fills a template of the module with the mobilities of a year or a project: those that it holds already in their rows,
 * the others below. The rest of the workbook stays as it was, and how the columns were matched is remembered.
 * @throws DomainError as `readBmFile`, `bm-no-mobilities`, `bm-other-project`, `bm-shared-oid`
 */
export async function fillBm(context: AppContext, asked: FillAsked, job: JobContext): Promise<JobResult> {
  const office = context.office.current()
  const today = context.deps.clock.today()
  const file = await readBmFile(asked.file, job, context.deps.sheets ?? {})
  const countries = createCountryReader()
  const memory = await findRemembered(office.connections.read, 'beneficiary-module', file.labels)
  const columns = matchFile(file, memory, asked.choices, countries)
  job.onProgress('checking', 0, null)
  const scope = { academicYear: asked.academicYear, callId: asked.callId }
  const facts = factsOf(office, scope)
  if (facts.reported.length === 0) throw new DomainError('bm-no-mobilities', { year: asked.academicYear })
  assertOids(file, columns)
  assertProject(file, columns, numbersOf(facts))
  const planned = planWrites(file, columns, facts)
  job.onProgress('writing', 0, facts.reported.length)
  const made = await write(file, planned.writes)
  if (job.signal.aborted) throw new DomainError('job-cancelled')
  await office.door.change('bm.fill', { file: file.name, count: facts.reported.length }, (trx) =>
    rememberTemplate(trx, context.deps.ids, 'beneficiary-module', {
      fileName: file.name,
      labels: file.labels,
      columns,
      now: context.deps.clock.now(),
    }),
  )
  return {
    kind: 'bm-fill',
    file: new File([new Uint8Array(made.bytes)], nameOfFilled(file.name, asked.academicYear)),
    rows: facts.reported.length,
    updated: planned.updated,
    sha256: createHash('sha256').update(made.bytes).digest('hex'),
    remarks: [...planned.remarks, ...made.remarks],
    check: describeCheck(scope, facts, checkFacts(facts, today), null),
  }
}

/** Beside the template, not over it: `template.xlsx` becomes `template 2026-2027.xlsx`. */
function nameOfFilled(name: string, academicYear: string): string {
  const dot = name.lastIndexOf('.')
  const year = academicYear.replace('/', '-')
  return dot > 0 ? `${name.slice(0, dot)} ${year}${name.slice(dot)}` : `${name} ${year}`
}

/** Grant agreement numbers of the mobilities, in capitals. */
export function numbersOf({
  reported,
  givenUp,
}: Pick<BmYearFacts, 'reported' | 'givenUp'>): ReadonlySet<string> {
  return new Set(
    [...reported, ...givenUp].flatMap(({ project }) => project?.agreementNumber?.trim().toUpperCase() ?? []),
  )
}

interface PlannedCell {
  readonly row: number
  readonly column: number
  readonly cell: Exclude<BmCell, { readonly kind: 'empty' | 'not-listed' }>
}

interface PlannedWrites {
  readonly writes: readonly PlannedCell[]
  readonly updated: number
  readonly remarks: readonly BmFillRemark[]
}

type WrittenColumn = BmColumn & { readonly field: BmFieldKey; readonly style: NonNullable<BmColumn['style']> }

function isWrittenColumn(column: BmColumn): column is WrittenColumn {
  return column.field !== null && column.style !== null && isWritten(column.field) && !column.hasFormula
}

function planWrites(
  file: BmFile,
  columns: readonly BmColumn[],
  { reported, school }: BmYearFacts,
): PlannedWrites {
  const written = columns.filter(isWrittenColumn)
  const own = reported.map((stay) => ({ stay, values: bmValues(stay, school) }))
  const held = rowsOfStays(
    file,
    columns,
    own.map(({ stay, values }) => ({
      stayId: stay.id,
      values,
      isOver: false,
      isGivenUp: false,
      hasReport: true,
    })),
  )
  const country = createCountryNames()
  const writes: PlannedCell[] = []
  const unlisted = new Map<string, Unlisted>()
  let nextRow = Math.max(file.firstRow, (file.rows.at(-1)?.number ?? 0) + 1)
  for (const { stay, values } of own) {
    const row = held.get(stay.id) ?? nextRow++
    for (const { column, field, label, style } of written) {
      const names = { country, choice: (code: string) => usualWord(field, code) }
      const cell = writeCell(values[field], bmFieldKind(field), style, names)
      if (cell.kind === 'empty') continue
      if (cell.kind === 'not-listed') {
        const key = `${label}\n${cell.value}`
        const known = unlisted.get(key)
        if (known === undefined)
          unlisted.set(key, {
            header: label,
            value: cell.value,
            student: nameOf(stay),
            count: 1,
            column,
            code: String(values[field]),
          })
        else known.count += 1
      } else writes.push({ row, column, cell })
    }
  }
  const remarks: BmFillRemark[] = [...unlisted.values()].map(({ ...params }) => ({
    code: 'not-listed',
    params,
  }))
  const supposed = written.filter(isSupposed).map(({ label }) => label)
  if (supposed.length > 0)
    remarks.push({ code: 'words-supposed', params: { columns: supposed.join(', '), count: supposed.length } })
  const left = file.rows.length - held.size
  if (left > 0) remarks.push({ code: 'rows-left', params: { count: left } })
  return { writes, updated: held.size, remarks }
}

/** A value that a column's list has no word for. */
type Unlisted = {
  readonly header: string
  readonly column: number
  readonly value: string
  /** Ours, for which the user can say the template's word. */
  readonly code: string
  readonly student: string
  count: number
}

/** A choice of which the template shows no word at all: what is written is plain English, and may be another word there. */
function isSupposed({ field, style }: WrittenColumn): boolean {
  const isWord =
    field === 'gender' || field === 'transport' || field === 'distanceBand' || field === 'language'
  return isWord && Object.keys(style.terms).length === 0
}

function createCountryNames(): (code: string) => string {
  const names = new Intl.DisplayNames(['en'], { type: 'region' })
  return (code) => names.of(code) ?? code
}

async function write(
  file: BmFile,
  writes: readonly PlannedCell[],
): Promise<{ readonly bytes: Uint8Array; readonly remarks: readonly BmFillRemark[] }> {
  if (file.format === 'csv') {
    const { bytes, isReencoded } = fillCsv(
      file.bytes,
      writes.map(({ row, column, cell }) => ({ row, column, text: textOf(cell) })),
    )
    return { bytes, remarks: isReencoded ? [{ code: 'reencoded', params: { file: file.name } }] : [] }
  }
  const sheet = file.sheet.name
  const cells = writes.map(({ row, column, cell }): CellWrite => ({
    sheet,
    row,
    column,
    value: valueOf(cell),
  }))
  const { bytes, findings } = await fillWorkbook(file.bytes, cells, { bodyFrom: { [sheet]: file.firstRow } })
  return { bytes, remarks: fillRemarks(findings, file) }
}

function valueOf(cell: PlannedCell['cell']): FillValue {
  switch (cell.kind) {
    case 'text':
      return cell.text
    case 'number':
      return cell.number
    case 'boolean':
      return cell.flag
    case 'date':
      return cell.text === null
        ? { kind: 'date', iso: cell.iso }
        : { kind: 'date', iso: cell.iso, text: cell.text }
  }
}

function textOf(cell: PlannedCell['cell']): string {
  switch (cell.kind) {
    case 'text':
      return cell.text
    case 'number':
      return String(cell.number)
    case 'boolean':
      return cell.flag ? 'TRUE' : 'FALSE'
    case 'date':
      return cell.text ?? `${cell.iso.slice(8)}/${cell.iso.slice(5, 7)}/${cell.iso.slice(0, 4)}`
  }
}

const mostNamed = 5

function fillRemarks(findings: readonly FillFinding[], file: BmFile): readonly BmFillRemark[] {
  const byCode = new Map<string, string[]>()
  for (const { code, cell = '' } of findings) byCode.set(code, [...(byCode.get(code) ?? []), cell])
  return [...byCode].map(([code, cells]) => ({
    code,
    params: {
      file: file.name,
      sheet: file.sheet.name,
      cells: cells.slice(0, mostNamed).join(', ') + (cells.length > mostNamed ? '…' : ''),
      count: cells.length,
    },
  }))
}
