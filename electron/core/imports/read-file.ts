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
import type { TableSearch } from './find-table.ts'
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
  readonly sheets: readonly SheetInfo[]
  readonly warnings: readonly SheetWarning[]
}

/** Rows of each sheet that are looked at to choose one. */
const headRows = 400

/**
 * Reads the sheet of a file that is asked for, else the one with the best table.
 * @throws DomainError `sheet-refused`, `import-no-table`, `job-cancelled`
 */
export async function readList(
  file: ImportFile,
  sheet: string | undefined,
  search: TableSearch,
  job: ImportJob,
  options: ReaderOptions,
): Promise<ReadList> {
  job.onProgress('reading', 0, null)
  return await withWorkbook(file, { ...options, signal: job.signal }, async (workbook) => {
    const name = sheet ?? (await findSheet(workbook, search, file.name))
    const read = await workbook.read(name, (rows) => job.onProgress('reading', rows, null))
    return { sheet: fillMergedCells(read), sheets: workbook.sheets, warnings: workbook.warnings }
  })
}

/** Reads another sheet of a file that has been read before. */
export async function readSheet(file: ImportFile, name: string, options: ReaderOptions): Promise<SheetData> {
  return await withWorkbook(file, { ...options, signal: quietJob.signal }, async (workbook) =>
    fillMergedCells(await workbook.read(name)),
  )
}

async function findSheet(workbook: OpenedWorkbook, search: TableSearch, fileName: string): Promise<string> {
  const [only, ...others] = workbook.sheets
  if (only !== undefined && others.length === 0) return only.name
  const heads = await workbook.heads(headRows)
  const name = chooseSheet(heads.map(fillMergedCells), search)
  if (name === undefined)
    throw new DomainError('import-no-table', {
      file: fileName,
      sheets: workbook.sheets.map((tried) => tried.name).join(', '),
    })
  return name
}

/** Opens the file in its own process for one reading, and says in the application's words why it cannot be read. */
async function withWorkbook<T>(
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
