import { join } from 'node:path'
import { DomainError } from '#shared/domain/errors.ts'
import { formatCell } from '#shared/lists/format-cell.ts'
import { listOf } from '#shared/lists/index.ts'
import type { ListCell, ListColumn, ListName } from '#shared/lists/types.ts'
import { isTextKey, type TextKey } from '#shared/text/text.ts'
import { safeFileName } from '#core/workbooks/file-names.ts'
import type {
  ColumnFormat,
  WorkbookCell,
  WorkbookColumn,
  WorkbookRow,
} from '#core/workbooks/workbook-types.ts'
import { writeWorkbook } from '#core/workbooks/write-workbook.ts'
import {
  defineExport,
  type ExportContext,
  type Exported,
  type ExportFormat,
  type Words,
} from './define-export.ts'

/** A list of the application as a workbook: all its columns, whether the screen shows them or not. */
function listExport(list: ListName, titleKey: TextKey): ExportFormat {
  return defineExport({
    id: list,
    titleKey,
    extension: 'xlsx',
    params: [],
    run: (context) => exportList(context, list),
  })
}

export const listExports: readonly ExportFormat[] = [
  listExport('partners', 'export.title.partners'),
  listExport('agreements', 'export.title.agreements'),
  listExport('students', 'export.title.students'),
  listExport('mobilities', 'export.title.mobilities'),
  listExport('obligations', 'export.title.obligations'),
]

const wholeList = { search: '', filters: [], sort: [] }
const batchSize = 500

async function exportList(context: ExportContext, list: ListName): Promise<Exported> {
  const { lists, words, today, signal, progress, outFolder } = context
  progress('collecting', 0, null)
  const ids = await lists.ids(list, wholeList)
  if (ids.length === 0) throw new DomainError('nothing-to-export', { reason: 'no-rows', list })
  const { title } = listOf(list)
  const packageName = words.t('export.file.list', { list: words.t(title), day: today })
  const name = `${safeFileName(packageName)}.xlsx`
  const path = join(outFolder, name)
  const rows = await writeWorkbook({
    path,
    title: words.t(title),
    language: words.language,
    today,
    signal,
    sheets: [
      {
        name: words.t(title),
        columns: sheetColumns(list, words),
        batches: rowsOf(context, list, ids),
      },
    ],
    onRows: (done) => progress('writing', done, ids.length),
  })
  return { files: [{ name, path, rows }], packageName, leftOut: 0 }
}

/** The columns of a list as those of a sheet; names that two columns share are told apart, as Excel's tables need. */
export function sheetColumns(list: ListName, { t }: Words): readonly WorkbookColumn[] {
  const used = new Map<string, number>()
  return listOf(list).columns.map((column) => {
    const word = t(column.label)
    const times = (used.get(word) ?? 0) + 1
    used.set(word, times)
    return { header: times === 1 ? word : `${word} (${times})`, format: formatOf(column) }
  })
}

export async function* rowsOf(
  { lists, words }: ExportContext,
  list: ListName,
  ids: readonly string[],
): AsyncGenerator<readonly WorkbookRow[]> {
  const { columns } = listOf(list)
  for (let offset = 0; offset < ids.length; offset += batchSize) {
    const rows = await lists.rows(list, ids.slice(offset, offset + batchSize))
    yield rows.map((row) =>
      columns.map((column) => toWorkbookCell(column, row.cells[column.key] ?? null, words)),
    )
  }
}

function formatOf({ type }: ListColumn): ColumnFormat {
  if (type === 'date' || type === 'instant') return type
  return type === 'integer' || type === 'decimal' ? 'number' : 'text'
}

/** Numbers and dates stay what they are; choices, countries and languages become words. */
function toWorkbookCell(column: ListColumn, value: ListCell, words: Words): WorkbookCell {
  if (value === null || value === '') return null
  if (formatOf(column) !== 'text') return typeof value === 'boolean' ? String(value) : value
  if (column.key === 'kinds') return kindsOfAgreement(String(value), words)
  return formatCell(column, value, words.t, words.formats)
}

/** The kinds of a partner's agreements, which the list gives as codes: `double-degree,erasmus`. */
function kindsOfAgreement(kinds: string, { t }: Words): string {
  return kinds
    .split(',')
    .map((kind) => {
      const key = `choice.agreement.kind.${kind.trim()}`
      return isTextKey(key) ? t(key) : kind
    })
    .join(', ')
}
