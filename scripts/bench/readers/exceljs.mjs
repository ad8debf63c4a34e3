/** exceljs, whole workbook. */
import ExcelJS from 'exceljs'

const workbook = new ExcelJS.Workbook()
await workbook.xlsx.readFile(process.argv[2] ?? '')
const rows = []
workbook.worksheets[0]?.eachRow((row) => rows.push(row.values))
if (rows.length === 0) throw new Error('rows are missing')
