/** SheetJS (@e965/xlsx), in its lighter dense form, to rows of values. */
import { readFileSync } from 'node:fs'
import { read, utils } from '@e965/xlsx'

const workbook = read(readFileSync(process.argv[2] ?? ''), { dense: true, cellDates: true, UTC: true })
const sheet = workbook.Sheets[workbook.SheetNames[0] ?? '']
if (sheet === undefined || utils.sheet_to_json(sheet, { header: 1 }).length === 0)
  throw new Error('rows are missing')
