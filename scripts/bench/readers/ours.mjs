/** Our reader as the application uses it: from the caged process into this one. */
import { openWorkbook } from '../../../electron/core/sheets/open-workbook.ts'

const [, , path = '', entryPath] = process.argv
const workbook = await openWorkbook(
  { path, name: 'mixed.xlsx' },
  entryPath === undefined ? {} : { entryPath },
)
const { rows } = await workbook.read(workbook.sheets[0]?.name ?? '')
await workbook.close()
if (rows.at(-1)?.cells.length !== 20) throw new Error('rows are missing')
