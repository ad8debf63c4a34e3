import type { ImportKind } from '#shared/contract/imports.ts'
import { DomainError } from '#shared/domain/errors.ts'
import { openWorkbook, type OpenOptions } from '#core/sheets/open-workbook.ts'
import {
  SheetError,
  type OpenedWorkbook,
  type SheetData,
  type SheetInfo,
  type SheetWarning,
} from '#core/sheets/types.ts'
import { chooseSheet } from './choose-sheet.ts'
import type { FoundTable, TableSearch } from './find-table.ts'
import { quietJob, type ImportJob } from './import-job.ts'
import { fillMergedCells } from './merged-cells.ts'

export interface ImportFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** How the reading process is started, where it is not a child of Node. */
export type ReaderOptions = Pick<OpenOptions, 'spawn' | 'entryPath'>

export interface ReadList {
  readonly sheet: SheetData
  /** Where the whole sheet was looked at to find it. */
  readonly table?: FoundTable
  readonly kind: ImportKind
  readonly sheets: readonly SheetInfo[]
  readonly warnings: readonly SheetWarning[]
}

/** Rows of each sheet that are looked at to choose one. */
const headRows = 400

/**
 * Reads the sheet of a file that is asked for, else the one with the best table of the first kind searched; where no sheet
 * has one, the best table of the other kinds.
 * @throws DomainError `sheet-refused`, `import-no-table`, `job-cancelled`
 */
export async function readList(
  file: ImportFile,
  wanted: string | undefined,
  searches: readonly TableSearch[],
  job: ImportJob,
  options: ReaderOptions,
): Promise<ReadList> {
  job.onProgress('reading', 0, null)
  return await withWorkbook(file, { ...options, signal: job.signal }, async (workbook) => {
    const { sheets } = workbook
    const read = async (name: string) =>
      fillMergedCells(await workbook.read(name, (rows) => job.onProgress('reading', rows, null)))
    const only = wanted ?? (sheets.length === 1 ? sheets[0]?.name : undefined)
    const whole = only === undefined ? undefined : await read(only)
    const heads = whole === undefined ? (await workbook.heads(headRows)).map(fillMergedCells) : [whole]
    const found = chooseSheet(heads, searches)
    if (found === undefined)
      throw new DomainError('import-no-table', {
        file: file.name,
        sheets: heads.map((tried) => tried.name).join(', '),
      })
    const { kind, name, table } = found
    return whole === undefined
      ? { sheet: await read(name), kind, sheets, warnings: workbook.warnings }
      : { sheet: whole, table, kind, sheets, warnings: workbook.warnings }
  })
}

/** Reads another sheet of a file that has been read before. */
export async function readSheet(file: ImportFile, name: string, options: ReaderOptions): Promise<SheetData> {
  return await withWorkbook(file, { ...options, signal: quietJob.signal }, async (workbook) =>
    fillMergedCells(await workbook.read(name)),
  )
}

/** Opens the file in its own process for one reading, and says in the application's words why it cannot be read. */
export async function withWorkbook<T>(
  file: ImportFile,
  options: OpenOptions,
  use: (workbook: OpenedWorkbook) => Promise<T>,
): Promise<T> {
  try {
    const workbook = await openWorkbook({ name: file.name, bytes: file.bytes }, options)
    try {
      return await use(workbook)
    } finally {
      await workbook.close()
    }
  } catch (error) {
    if (!(error instanceof SheetError)) throw error
    if (error.code === 'cancelled') throw new DomainError('job-cancelled')
    throw new DomainError('sheet-refused', { ...error.params, reason: error.code, file: file.name })
  }
}
