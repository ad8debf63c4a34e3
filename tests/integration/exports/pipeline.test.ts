import { expect, test } from 'vitest'
import { readBook } from '#tests/fixtures/exports/read-book.ts'
import { aMobility, anExportingOffice, aPartner, aStudent } from '#tests/fixtures/exports/office.ts'

test('shows every stay with its next step and what holds it back, and counts them by step', async () => {
  const office = await anExportingOffice()
  const { institution, agreement, condition } = aPartner({ name: 'Ålborg' })
  const student = aStudent({ studentNumber: 'N100' })
  await office.add({
    institution: [institution],
    agreement: [agreement],
    condition: [condition],
    student: [student],
    mobility: [aMobility({ studentId: student.id, institutionId: institution.id, status: 'accepted' })],
  })
  const { file } = await office.export('pipeline')
  const sheets = await readBook(file.bytes)
  expect(sheets.map((sheet) => sheet.name)).toEqual(['Pipeline', 'Mobilities'])
  const accepted = sheets[0]?.rows.find((row) => row['Step'] === 'Accepted')
  expect(accepted).toMatchObject({ Stays: 1, 'Could go on': 0 })
  expect(sheets[1]?.rows).toEqual([
    expect.objectContaining({
      'Next step': 'Agreement signed',
      'May move': 'No',
      'Held back by': expect.stringContaining('three parties (0 of 3 signatures)'),
    }),
  ])
})

test('says that there is nothing to export in an empty office', async () => {
  const office = await anExportingOffice()
  await expect(office.export('pipeline')).rejects.toMatchObject({ code: 'nothing-to-export' })
})
