import { describe, expect, test } from 'vitest'
import { listOf } from '#shared/lists/index.ts'
import { createTranslate } from '#shared/text/text.ts'
import {
  aMobility,
  anAgreement,
  anExportingOffice,
  anInstitution,
  aPartner,
  aStudent,
} from '#tests/fixtures/exports/office.ts'
import { partOf, readFirstSheet } from '#tests/fixtures/exports/read-book.ts'

async function anOffice() {
  const office = await anExportingOffice()
  const partner = aPartner({
    name: 'École de Prova',
    country: 'CH',
    erasmusCode: 'CH LAUSANN99',
    isAthensMember: 1,
    latitude: 46.52,
  })
  const student = aStudent({ familyName: 'ÉLUARD', nationality: 'DE', notes: '=1+1\nsecond line' })
  await office.add({
    institution: [partner.institution, anInstitution({ name: 'Not a partner' })],
    agreement: [
      partner.agreement,
      anAgreement({ institutionId: partner.institution.id, kind: 'double-degree', reference: null }),
    ],
    condition: [partner.condition],
    student: [student],
    mobility: [
      aMobility({ studentId: student.id, institutionId: partner.institution.id, status: 'arrived' }),
    ],
  })
  return office
}

describe('a list as a workbook', () => {
  test.each(['partners', 'agreements', 'students', 'mobilities'] as const)(
    '%s: has all the columns of the list, in the user’s language, frozen and ready to filter',
    async (list) => {
      const office = await anOffice()
      const { file } = await office.export(list, {}, { language: 'fr' })
      const t = createTranslate('fr')
      const { name, header } = await readFirstSheet(file.bytes)
      expect(name).toBe(t(listOf(list).title))
      expect(header).toEqual(listOf(list).columns.map((column) => t(column.label)))
      const sheet = partOf(file.bytes, 'xl/worksheets/sheet1.xml')
      expect(sheet).toContain('state="frozen"')
      expect(sheet).toContain('<autoFilter ref="A1:')
    },
  )

  test('partners: countries and choices are words, numbers are numbers, codes keep their spaces', async () => {
    const office = await anOffice()
    const { file, rows } = await office.export('partners', {}, { language: 'fr' })
    expect(file.name).toBe('Partenaires 2026-11-22.xlsx')
    expect(rows).toBe(1)
    const sheet = await readFirstSheet(file.bytes)
    expect(sheet.rows[0]).toMatchObject({
      Nom: 'École de Prova',
      Pays: 'Suisse',
      'Code Erasmus': 'CH LAUSANN99',
      'Types d’accord': 'Double diplôme, Erasmus',
      Accords: 2,
      'Membre ATHENS': 'Oui',
      Latitude: 46.52,
      PIC: null,
    })
  })

  test('agreements: dates are real dates, yearly days are words', async () => {
    const office = await anOffice()
    const { file } = await office.export('agreements')
    const sheet = await readFirstSheet(file.bytes)
    const erasmus = sheet.rows.find((row) => row['Type'] === 'Erasmus')
    expect(erasmus).toMatchObject({
      Partner: 'École de Prova',
      Country: 'Switzerland',
      Status: 'Active',
      'Signed on': { kind: 'date', iso: '2022-03-01', raw: '44621', format: 'dd/mm/yyyy' },
      'Nomination deadline, autumn': '15 April',
      'First academic year': '2022/2023',
    })
  })

  test('students: texts stay texts, several lines included', async () => {
    const office = await anOffice()
    const { file } = await office.export('students')
    const [row] = (await readFirstSheet(file.bytes)).rows
    expect(row).toMatchObject({
      'Family name': 'ÉLUARD',
      Nationality: 'Germany',
      'Field (ISCED-F)': '0714',
      'ECTS acquired': 90,
      'Schooled entirely in France': 'Yes',
      Notes: '=1+1\nsecond line',
    })
    expect(partOf(file.bytes, 'xl/worksheets/sheet1.xml')).not.toContain('<f>')
  })

  test('mobilities: a row per stay, with its student and host', async () => {
    const office = await anOffice()
    const { file } = await office.export('mobilities')
    const [row] = (await readFirstSheet(file.bytes)).rows
    expect(row).toMatchObject({
      'Family name': 'ÉLUARD',
      Form: 'Exchange semester',
      Status: 'Arrived',
      Host: 'École de Prova',
      'Planned start': expect.objectContaining({ kind: 'date', iso: '2027-02-01' }),
    })
  })

  test('an empty list is not a file', async () => {
    const office = await anExportingOffice()
    await expect(office.export('students')).rejects.toMatchObject({
      code: 'nothing-to-export',
      data: { reason: 'no-rows', list: 'students' },
    })
  })
})
