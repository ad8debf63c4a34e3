import { expect, it } from 'vitest'
import { fillWorkbook } from '#core/workbooks/fill/fill-workbook.ts'
import { hasLibreOffice, openInLibreOffice } from '#tests/fixtures/workbooks/office-program.ts'
import { englishForm, frenchTable, germanForm } from '#tests/fixtures/workbooks/partner-workbooks.ts'

it('gives workbooks that an independent program reads, dates and lists included', async ({ skip }) => {
  if (!(await hasLibreOffice())) {
    console.info('LibreOffice is not installed: the filled forms are not opened with it')
    skip()
  }
  const day = { kind: 'date', iso: '2004-02-29' } as const
  const forms = [
    {
      name: 'english.xlsx',
      bytes: await englishForm(),
      sheet: 'Nominations',
      row: 7,
      column: 2,
      dateColumn: 6,
    },
    { name: 'german.xlsx', bytes: germanForm(), sheet: 'Anmeldung', row: 5, column: 2, dateColumn: 7 },
    { name: 'french.xlsx', bytes: await frenchTable(), sheet: 'Candidats', row: 5, column: 2, dateColumn: 5 },
  ]
  const filled = []
  for (const { name, bytes, sheet, row, column, dateColumn } of forms) {
    const made = await fillWorkbook(bytes, [
      { sheet, row, column, value: 'Łódź & «=1+1»' },
      { sheet, row, column: dateColumn, value: day },
    ])
    filled.push({ name, bytes: made.bytes })
  }
  const read = await openInLibreOffice(filled)
  for (const { name } of forms) {
    expect(read.get(name)).toContain('Łódź & «=1+1»')
    expect(read.get(name)).toMatch(/29[./]02[./]2004|02\/29\/(?:20)?04/)
  }
  expect(read.get('english.xlsx')).toContain('Łódź & «=1+1» ') // its formula was worked out again
}, 120_000)
