import { createWriteStream, type WriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { once } from 'node:events'
import { DomainError } from '#shared/domain/errors.ts'
import type { Language } from '#shared/text/define-texts.ts'
import type { stream, Style, Worksheet } from 'exceljs'
import { columnWidths, toCellValue } from './cell-values.ts'
import { safeSheetName } from './file-names.ts'
import type { ColumnFormat, WorkbookRow, WorkbookSheet } from './workbook-types.ts'
import { writeRefusal } from './write-refusal.ts'

export interface WorkbookOptions {
  /** Where the workbook goes; it is there whole, or not at all. */
  readonly path: string
  readonly title: string
  readonly language: Language
  /** The day that the file's properties name, `YYYY-MM-DD`. */
  readonly today: string
  readonly sheets: readonly WorkbookSheet[]
  readonly signal: AbortSignal
  /** Called after each batch with the rows written so far, all sheets together. */
  readonly onRows?: (rows: number) => void
}

type Writer = stream.xlsx.WorkbookWriter

/**
 * Writes a workbook of our own, row by row, so that a list of any length takes little memory. Every text is a text
 * cell, whatever it begins with; the file's properties name the application, never the user.
 * @returns the rows written, headers not counted
 * @throws DomainError `job-cancelled`, `disk-full`, `folder-read-only`
 */
export async function writeWorkbook(options: WorkbookOptions): Promise<number> {
  const part = `${options.path}.part`
  const output = createWriteStream(part)
  const failed = new Promise<never>((_resolve, reject) => output.on('error', reject))
  failed.catch(() => undefined) // whoever waits for the workbook gets it; nobody else has to
  try {
    const writer = await openWriter(output, options)
    let rows = 0
    for (const sheet of options.sheets)
      rows = await Promise.race([writeSheet(writer, sheet, options, rows), failed])
    await Promise.race([writer.commit(), failed])
    await rename(part, options.path)
    return rows
  } catch (error) {
    await discard(output, part)
    throw writeRefusal(error, options.path)
  }
}

async function openWriter(output: WriteStream, { title, language, today }: WorkbookOptions): Promise<Writer> {
  const { default: exceljs } = await import('exceljs') // heavy: loaded by those who write only
  const writer = new exceljs.stream.xlsx.WorkbookWriter({
    stream: output,
    useStyles: true,
    // without, texts are written as results of formulas, which some readers do not take for texts
    useSharedStrings: true,
  })
  const day = new Date(`${today}T00:00:00Z`)
  Object.assign(writer, {
    creator: 'Escale',
    lastModifiedBy: 'Escale',
    created: day,
    modified: day,
    title,
    language,
  })
  return writer
}

async function writeSheet(
  writer: Writer,
  { name, columns, batches, isTable }: WorkbookSheet,
  { signal, onRows }: WorkbookOptions,
  rowsBefore: number,
): Promise<number> {
  let sheet: Worksheet | undefined
  let rows = 0
  for await (const batch of batches) {
    assertNotCancelled(signal)
    sheet ??= openSheet(writer, name, columns, batch)
    for (const row of batch) addRow(sheet, columns, row)
    rows += batch.length
    onRows?.(rowsBefore + rows)
    // lets the file be written, and a cancellation be heard
    await new Promise((resolve) => setImmediate(resolve))
  }
  assertNotCancelled(signal)
  sheet ??= openSheet(writer, name, columns, [])
  if (isTable !== true)
    sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: rows + 1, column: columns.length } }
  sheet.commit()
  return rowsBefore + rows
}

function addRow(sheet: Worksheet, columns: WorkbookSheet['columns'], row: WorkbookRow): void {
  const added = sheet.addRow(columns.map(({ format }, index) => toCellValue(row[index] ?? null, format)))
  added.eachCell((cell, number) => {
    const column = columns[number - 1]
    // one object for all cells of a kind: the library makes one for each, and looks each one up by its XML
    if (column !== undefined) cell.style = styles[column.format]
  })
  added.commit()
}

function openSheet(
  writer: Writer,
  name: string,
  columns: WorkbookSheet['columns'],
  firstRows: readonly WorkbookRow[],
): Worksheet {
  const sheet = writer.addWorksheet(safeSheetName(name), {
    views: [{ state: 'frozen', ySplit: 1, topLeftCell: 'A2', activeCell: 'A2' }],
    pageSetup: {
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '1:1',
    },
    headerFooter: { oddFooter: '&C&A – &P / &N' },
  })
  Object.assign(sheet.pageSetup, { paperSize: a4 })
  const widths = columnWidths(columns, firstRows)
  sheet.columns = columns.map(({ format }, index) => ({
    width: widths[index] ?? 10,
    style: styles[format],
  }))
  const header = sheet.addRow(columns.map((column) => column.header))
  header.height = 32
  header.eachCell((cell) => {
    cell.style = headerStyle
  })
  header.commit()
  return sheet
}

/** Number of the paper size. Source: ECMA-376, pageSetup. */
const a4 = 9

const top = { vertical: 'top' } as const

const styles: Readonly<Record<ColumnFormat, Partial<Style>>> = {
  text: { numFmt: '@', alignment: top }, // stays text when somebody types over it: leading zeros, equal signs
  number: { alignment: top },
  date: { numFmt: 'dd/mm/yyyy', alignment: { ...top, horizontal: 'center' } },
  instant: { numFmt: 'dd/mm/yyyy hh:mm', alignment: { ...top, horizontal: 'center' } },
}

const headerStyle: Partial<Style> = {
  font: { name: 'Calibri', family: 2, size: 11, bold: true, color: { argb: 'FF1D3B4F' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE6EEF2' } },
  border: { bottom: { style: 'thin', color: { argb: 'FF8FA8B7' } } },
  alignment: { vertical: 'middle', wrapText: true },
}

function assertNotCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw new DomainError('job-cancelled')
}

/** Leaves nothing behind of a workbook that was not finished. */
async function discard(output: WriteStream, part: string): Promise<void> {
  if (!output.closed) {
    const closed = once(output, 'close')
    output.destroy()
    await closed // Windows removes no file that is open
  }
  await rm(part, { force: true })
}
