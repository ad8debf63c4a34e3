import type { Buffer } from 'node:buffer'
import Papa from 'papaparse'
import type { SheetLimits } from '#core/sheets/limits.ts'
import { createRowWriter } from '#core/sheets/row-writer.ts'
import type { RowWriter } from '#core/sheets/row-writer.ts'
import type { WarningCollector } from '#core/sheets/sheet-warnings.ts'
import { SheetError } from '#core/sheets/types.ts'
import type { ReadOptions, SheetSummary, WorkbookReader } from '#core/sheets/workbook-reader.ts'
import { findSeparator } from './csv-separator.ts'
import type { CsvDialect } from './csv-separator.ts'
import { decodeCsv } from './decode-csv.ts'

/** Opens a csv file as a workbook of one sheet, called like the file. All values are text. */
export function openCsv(
  bytes: Buffer,
  name: string,
  limits: SheetLimits,
  warnings: WarningCollector,
): WorkbookReader {
  const { text, guessed } = decodeCsv(bytes)
  if (text.trim() === '') throw new SheetError('file-empty')
  if (guessed !== undefined) warnings.set({ code: 'encoding-guessed', params: { encoding: guessed } })
  const dialect = findSeparator(text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text)
  const sheet = name.replace(/\.[^.]*$/, '') || name
  return {
    format: 'csv',
    sheets: [{ name: sheet, state: 'visible' }],
    warnings: warnings.list,
    async read(wanted, options) {
      if (wanted !== sheet) throw new SheetError('sheet-not-found', { name: wanted })
      return readRecords(dialect, limits, options)
    },
  }
}

function readRecords(dialect: CsvDialect, limits: SheetLimits, options: ReadOptions): SheetSummary {
  const writer = createRowWriter(limits, options.onBatch)
  let record = 0
  let isPartial = false
  Papa.parse<string[]>(dialect.text, {
    delimiter: dialect.separator,
    newline: '\n',
    quoteChar: '"',
    step({ data: fields, errors: [error], meta }, parser) {
      if (error !== undefined) throw unclosedQuote(dialect, error.index ?? 0)
      const longest = fields.find((text) => text.length > limits.textLength)
      if (longest !== undefined) throw tooLong(dialect, meta.cursor - longest.length, longest)
      record++
      writeRecord(writer, fields, record, limits)
      isPartial = writer.filledRows >= options.maxRows
      if (isPartial) parser.abort()
    },
  })
  writer.finish()
  return { rowCount: writer.rowCount, merged: [], isPartial }
}

function writeRecord(
  writer: RowWriter,
  fields: readonly string[],
  number: number,
  limits: SheetLimits,
): void {
  if (number > limits.rows) throw new SheetError('too-many-cells', { limit: limits.rows })
  if (fields.length > limits.csvColumns) throw new SheetError('too-many-cells', { limit: limits.csvColumns })
  writer.startRow(number, false)
  for (const [column, text] of fields.entries()) if (text !== '') writer.putText(column, text)
  writer.endRow()
}

/** A field too long to be one: a quote closed much too late, or no table at all. */
function tooLong(dialect: CsvDialect, start: number, field: string): SheetError {
  return field.includes('\n') ? unclosedQuote(dialect, start) : new SheetError('not-a-spreadsheet')
}

/** Names the line, from 1, that holds the given position of the text. */
function unclosedQuote(dialect: CsvDialect, position: number): SheetError {
  let line = dialect.firstLine
  for (
    let at = dialect.text.indexOf('\n');
    at !== -1 && at < position;
    at = dialect.text.indexOf('\n', at + 1)
  ) {
    line++
  }
  return new SheetError('csv-unclosed-quote', { line })
}
