import { createHash } from 'node:crypto'
import { listDateIn } from '#shared/domain/charter-register.ts'
import { DomainError } from '#shared/domain/errors.ts'
import { foldText, cleanText } from '#shared/domain/text-folding.ts'
import { readDateText } from '#shared/domain/date-text.ts'
import { isCivilDate } from '#shared/domain/civil-date.ts'
import type { BulkRow } from '#core/db/bulk.ts'
import { cellText, columnLetter, isBlank } from '#core/imports/cell-text.ts'
import { classifyRows } from '#core/imports/classify-rows.ts'
import type { CountryReader } from '#core/imports/country-names.ts'
import { findTable, type FoundTable } from '#core/imports/find-table.ts'
import type { ImportJob } from '#core/imports/import-job.ts'
import { keyColumnsOf, mappingOf, withChoices, type Mapping } from '#core/imports/mapping.ts'
import { readList, type ImportFile, type ReaderOptions } from '#core/imports/read-file.ts'
import { createRowReader } from '#core/imports/read-rows.ts'
import type { TargetKey } from '#core/imports/targets.ts'
import type { SheetData, SheetRow } from '#core/sheets/types.ts'

/** A list of charters as it was read: nothing is kept yet. */
export interface ReadRegister {
  readonly fileName: string
  readonly sha256: string
  readonly sheet: string
  /** By the file's name; undefined when it says none. */
  readonly listDate: string | undefined
  /** Columns of `registerEntry` without ids. */
  readonly rows: readonly BulkRow[]
  /** Rows that name nobody. */
  readonly skipped: readonly number[]
  /** Values that were brought to their usual writing. */
  readonly cleaned: number
  /** Cells whose value could not be read and is left empty. */
  readonly unread: readonly { readonly cell: string; readonly value: string }[]
}

interface ReadDeps {
  readonly countries: CountryReader
  readonly today: string
  readonly reading: ReaderOptions
}

/** Fields that any list of institutions has, read as the import of partners reads them. */
const shared: readonly (readonly [target: TargetKey, column: string])[] = [
  ['institution.name', 'name'],
  ['institution.erasmusCode', 'erasmusCode'],
  ['institution.pic', 'pic'],
  ['institution.oid', 'oid'],
  ['institution.country', 'country'],
  ['institution.city', 'city'],
  ['institution.website', 'website'],
]

/**
 * Reads a release of the list of charters: header and columns are found as for any list, by their words and by what
 * they hold, whatever the release calls them.
 * @throws DomainError `sheet-refused`, `register-no-table`, `job-cancelled`
 */
export async function readRegister(file: ImportFile, deps: ReadDeps, job: ImportJob): Promise<ReadRegister> {
  const search = { kind: 'partners', countries: deps.countries, remembered: new Set<string>() } as const
  const { sheet } = await readList(file, undefined, [search], job, deps.reading).catch((error: unknown) => {
    throw error instanceof DomainError && error.code === 'import-no-table'
      ? new DomainError('register-no-table', { file: file.name })
      : error
  })
  const table = findTable(sheet, search)
  const mapping = table === undefined ? [] : mappingOf('partners', withRightPic(sheet, table))
  if (table === undefined || !isRegister(mapping))
    throw new DomainError('register-no-table', { file: file.name })
  return {
    fileName: file.name,
    sha256: createHash('sha256').update(file.bytes).digest('hex'),
    sheet: sheet.name,
    listDate: listDateIn(file.name),
    ...readRows(sheet, table, mapping, deps),
  }
}

/**
 * Without headers, the numbers of proposals look like PICs: nine digits both. Proposals begin with 10, no PIC does
 * (measured on the 17,263 rows of three lists).
 */
function withRightPic(sheet: SheetData, { columns, headers, headerRows }: FoundTable) {
  const sample = sheet.rows.filter(({ number }) => number > (headerRows?.[1] ?? 0)).slice(0, 200)
  const shareOf = (index: number, shape: RegExp) =>
    sample.filter((row) => shape.test(cellText(row.cells[index]).trim())).length / Math.max(1, sample.length)
  const mapped = columns.find(({ target }) => target === 'institution.pic')
  if (mapped !== undefined && shareOf(mapped.index, /^10\d{7}$/) < 0.5) return columns
  const index = headers.findIndex((_, at) => shareOf(at, /^[2-9]\d{8}$/) > 0.5)
  if (index === -1) return columns
  const drop = mapped === undefined ? [] : [{ index: mapped.index, target: null }]
  return withChoices('partners', columns, [...drop, { index, target: 'institution.pic' }])
}

function isRegister(mapping: Mapping): boolean {
  const keys = new Set<string>(mapping.map(({ target }) => target.key))
  const hasCode = ['institution.erasmusCode', 'institution.pic', 'institution.oid'].some((key) =>
    keys.has(key),
  )
  return keys.has('institution.name') && hasCode
}

function readRows(sheet: SheetData, table: FoundTable, mapping: Mapping, { countries, today }: ReadDeps) {
  const kinds = classifyRows(sheet, table, keyColumnsOf('partners', mapping), countries)
  const reader = createRowReader(sheet, mapping, {
    kind: 'partners',
    headers: table.headers,
    continuations: kinds.continuations,
    country: countries.cell,
    latestYear: Number(today.slice(0, 4)) + 10,
  })
  const targets = new Set<string>(shared.map(([target]) => target))
  const taken = mapping.filter(({ target }) => targets.has(target.key)).map(({ index }) => index)
  const own = ownColumns(sheet, table, new Set(taken))
  const rows: BulkRow[] = []
  const skipped: number[] = []
  const unread: { cell: string; value: string }[] = []
  let cleaned = 0
  for (const row of sheet.rows) {
    if (kinds.codes[row.number] !== 0) continue
    const read = reader.read(row)
    for (const { column, issue } of read.issues) {
      if (issue.severity === 'cleaned') cleaned += 1
      else unread.push({ cell: `${columnLetter(column)}${row.number}`, value: cellText(row.cells[column]) })
    }
    const values: Record<string, string | number | null> = { row: row.number }
    for (const [target, name] of shared) {
      const slot = reader.slotOf.get(target)
      const value = slot === undefined ? null : read.values[slot]
      values[name] = typeof value === 'string' ? value : null
    }
    if (values['name'] === null) skipped.push(row.number)
    else rows.push({ ...values, ...own(row) })
  }
  return { rows, skipped, cleaned, unread }
}

const headerWords: readonly (readonly [column: string, words: RegExp])[] = [
  ['street', /\b(?:street|address|adresse|rue)\b/],
  ['postCode', /\b(?:post(?:al)?|zip|postcode|cp)\b/],
  ['startsOn', /\b(?:start|starts|from|debut)\b/],
  ['endsOn', /\b(?:end|ends|until|fin)\b/],
  ['proposal', /\b(?:proposal|project|application)\b/],
]

/** The columns that only lists of charters have: by their headers, the two days of a charter also by their content. */
function ownColumns(
  sheet: SheetData,
  { headers, headerRows }: FoundTable,
  taken: ReadonlySet<number>,
): (row: SheetRow) => Readonly<Record<string, string | null>> {
  const columns = new Map<string, number>()
  const free = headers.map((_, index) => index).filter((index) => !taken.has(index))
  for (const [name, words] of headerWords) {
    const found = free.find(
      (index) => words.test(foldText(headers[index] ?? '')) && ![...columns.values()].includes(index),
    )
    if (found !== undefined) columns.set(name, found)
  }
  const sample = sheet.rows.filter(({ number }) => number > (headerRows?.[1] ?? 0)).slice(0, 50)
  const days = free.filter(
    (index) =>
      ![...columns.values()].includes(index) &&
      sample.filter((row) => dayOf(row, index) !== null).length > sample.length / 2,
  )
  for (const name of ['startsOn', 'endsOn'])
    if (!columns.has(name)) {
      const next = days.shift()
      if (next !== undefined) columns.set(name, next)
    }
  return (row) =>
    Object.fromEntries(
      [...columns].map(([name, index]) => [
        name,
        name.endsWith('On') ? dayOf(row, index) : textOf(row, index),
      ]),
    )
}

function textOf(row: SheetRow, index: number): string | null {
  const cell = row.cells[index]
  return isBlank(cell) ? null : cleanText(cellText(cell))
}

function dayOf(row: SheetRow, index: number): string | null {
  const cell = row.cells[index]
  if (cell === null || cell === undefined || typeof cell === 'number' || typeof cell === 'boolean')
    return null
  const text = cellText(cell).trim()
  if (text === '') return null
  const day = text.slice(0, 10)
  if (isCivilDate(day)) return day
  const read = readDateText(text, { order: 'dmy' })
  return read.ok ? read.value.date : null
}
