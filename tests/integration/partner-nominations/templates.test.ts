import { describe, expect, test } from 'vitest'
import { readFileInProcess } from '#tests/fixtures/sheets/read-in-process.ts'
import { aRecord, aTestAppWithOffice } from '#tests/fixtures/test-app.ts'
import { aPartnerWithStudents, fileOf, fill, keep } from '#tests/fixtures/workbooks/nominating-office.ts'
import { buildWorkbook } from '#tests/fixtures/sheets/workbook-builder.ts'
import { changedParts } from '#tests/fixtures/workbooks/parts-of.ts'
import {
  englishForm,
  frenchTable,
  germanForm,
  twoHeaders,
} from '#tests/fixtures/workbooks/partner-workbooks.ts'
import { openPackage } from '#core/workbooks/fill/package.ts'

async function rowsOf(bytes: Uint8Array, sheet: string) {
  const { sheets } = await readFileInProcess(bytes)
  return new Map(sheets.find(({ name }) => name === sheet)?.rows.map((row) => [row.number, row.cells]))
}

describe('the workbook of a partner', () => {
  test('in English, with instructions, an example, lists and a formula, is understood and filled', async () => {
    const app = await aTestAppWithOffice()
    const institutionId = await aPartnerWithStudents(app)
    const form = await englishForm()
    const { reading, candidates } = await keep(app, institutionId, form)
    expect(candidates).toHaveLength(1)
    expect(reading).toMatchObject({
      sheet: 'Nominations',
      headerFirst: 5,
      headerLast: 5,
      firstRow: 7,
      lastRow: null,
      isProtected: false,
      formulas: ['D · Full name'],
    })
    expect(Object.fromEntries(reading.columns.map(({ header, source }) => [header, source]))).toEqual({
      'No.': null,
      'Surname (as in passport)': 'familyName',
      'First name (as in passport)': 'givenNames',
      Gender: 'gender',
      'Date of birth': 'birthDate',
      Nationality: 'nationality',
      'Student e-mail': 'email',
      'Erasmus code of home institution': 'sendingCode',
      'Study cycle (B/M/D)': 'cycle',
      Semester: 'period',
      Comments: 'comment',
    })
    const terms = new Map(reading.columns.map(({ source, terms: own }) => [source, own]))
    expect(terms.get('gender')).toEqual({ '1': 'M', '2': 'F', '9': 'X' })
    expect(terms.get('period')).toEqual({ autumn: 'Autumn', spring: 'Spring', year: 'Full year' })
    expect(terms.get('cycle')).toEqual({ bachelor: 'B', master: 'M', doctorate: 'D' })

    const { bytes, nominated, remarks } = await fill(app, institutionId)
    expect(nominated).toBe(3)
    const rows = await rowsOf(bytes, 'Nominations')
    expect(rows.get(6)?.slice(0, 3)).toEqual(['e.g.', 'ROSSI', 'Maria'])
    expect(rows.get(7)).toEqual([
      1,
      'Dupont',
      'Élise',
      expect.anything(),
      'F',
      expect.objectContaining({ iso: '2004-02-29' }),
      'France',
      's0@example.org',
      'F  PARIS083',
      'M',
      'Autumn',
    ])
    expect(rows.get(8)?.slice(4)).toEqual([
      'M',
      expect.objectContaining({ iso: '2004-07-14' }),
      null,
      's2@example.org',
      'F  PARIS083',
      'M',
      'Spring',
    ])
    expect(remarks).toEqual([
      { code: 'value-not-allowed', params: { student: 'Öz Deniz', header: 'Nationality', value: 'Türkiye' } },
    ])
    expect(changedParts(form, bytes).toSorted()).toEqual(['xl/workbook.xml', 'xl/worksheets/sheet1.xml'])
    const before = await openPackage(form).readXml('xl/worksheets/sheet1.xml')
    const after = await openPackage(bytes).readXml('xl/worksheets/sheet1.xml')
    const tail = (text: string) => text.slice(text.indexOf('</sheetData>'))
    expect(tail(after)).toBe(tail(before))
  })

  test('in German, of two header rows, protected, in prefixed XML with dates from 1904, in as many copies as it takes', async () => {
    const app = await aTestAppWithOffice()
    const institutionId = await aPartnerWithStudents(app)
    const { reading } = await keep(app, institutionId, germanForm())
    expect(reading).toMatchObject({
      sheet: 'Anmeldung',
      headerFirst: 4,
      headerLast: 4,
      firstRow: 5,
      lastRow: 7,
    })
    expect(reading.isProtected).toBe(true)
    const bySource = new Map(reading.columns.map((column) => [column.source, column]))
    expect([...bySource.keys()]).toEqual([
      'sendingName',
      'familyName',
      'givenNames',
      'gender',
      'birthDate',
      'period',
      'plannedStart',
      'fieldCode',
    ])
    expect(bySource.get('gender')?.terms).toEqual({ '1': 'M', '2': 'W' })
    expect(bySource.get('birthDate')?.datePattern).toBe('dd.mm.yyyy')
    expect(bySource.get('period')?.allowed).toEqual(['Wintersemester', 'Sommersemester', 'Studienjahr'])
    const place = { sheet: 'Anmeldung', headerFirst: 4, headerLast: 4, firstRow: 5, lastRow: 6 }
    await app.client.partnerNominations.keepTemplate({ institutionId, place, columns: reading.columns })

    const { file, bytes, remarks, nominated } = await fill(app, institutionId)
    expect(file.name).toMatch(/\.zip$/)
    expect(nominated).toBe(3)
    expect(remarks.map(({ code }) => code)).toEqual(['locked', 'locked', 'several-copies'])
    const zip = openPackage(bytes)
    const [first = '', second = ''] = zip.names
    const rows = await rowsOf(zip.read(first), 'Anmeldung')
    expect(rows.get(5)).toEqual([
      'Télécom Paris',
      'Dupont',
      'Élise',
      'W',
      '29.02.2004',
      'Wintersemester',
      expect.objectContaining({ iso: '2026-09-01' }),
      '0613',
    ])
    expect(rows.get(6)?.slice(1, 6)).toEqual(['Öz', 'Deniz', 'M', '14.07.2004', 'Sommersemester'])
    expect(rows.get(8)?.[1]).toBe('Datum, Unterschrift')
    expect((await rowsOf(zip.read(second), 'Anmeldung')).get(5)?.[1]).toBe('Weiß')
  })

  test('whose list is a table grows with it', async () => {
    const app = await aTestAppWithOffice()
    const institutionId = await aPartnerWithStudents(app)
    const form = await frenchTable()
    const { reading } = await keep(app, institutionId, form)
    expect(reading.columns.map(({ source }) => source)).toEqual([
      'sendingName', // above the table, once
      'familyName',
      'givenNames',
      'gender',
      'birthDate',
      'email',
      'sendingCode',
      'period',
      'cycle',
      'academicYear',
    ])
    const { bytes } = await fill(app, institutionId)
    const rows = await rowsOf(bytes, 'Candidats')
    expect(rows.get(1)?.slice(1)).toEqual(['Établissement d’origine :', 'Télécom Paris'])
    expect(rows.get(5)?.slice(1)).toEqual([
      'Öz',
      'Deniz',
      'M.',
      expect.objectContaining({ iso: '2004-07-14' }),
      's2@example.org',
      'F  PARIS083',
      'S2',
      'M',
      '2026/2027',
    ])
    expect(await openPackage(bytes).readXml('xl/tables/table1.xml')).toContain('ref="B3:J6"')
  })

  test('is kept as one step that can be undone, and can be looked at again', async () => {
    const app = await aTestAppWithOffice()
    const institutionId = await aPartnerWithStudents(app)
    await keep(app, institutionId, await frenchTable())
    await keep(app, institutionId, await englishForm())
    expect(await app.client.partnerNominations.template({ institutionId })).toMatchObject({
      sheet: 'Nominations',
    })
    await app.client.history.undo()
    expect(await app.client.partnerNominations.template({ institutionId })).toMatchObject({
      sheet: 'Candidats',
    })
    const again = await app.client.partnerNominations.lookAtTemplate({ institutionId })
    expect(again.reading.sheet).toBe('Candidats')
    await app.client.partnerNominations.removeTemplate({ institutionId })
    expect(await app.client.partnerNominations.template({ institutionId })).toBeNull()
  })

  test('that was sent stays in the office file, with what it said', async () => {
    const app = await aTestAppWithOffice()
    const institutionId = await aPartnerWithStudents(app)
    await keep(app, institutionId, await englishForm())
    const { sha256, bytes } = await fill(app, institutionId)
    const kept = await app.client.files.get({ sha256, name: 'sent.xlsx' })
    expect(new Uint8Array(await kept.arrayBuffer())).toEqual(bytes)
    await app.client.history.undo()
    const { total } = await app.client.lists.page({
      list: 'nominations',
      query: { search: '', filters: [], sort: [] },
      offset: 0,
      limit: 10,
    })
    expect(total).toBe(0)
  })
})

describe('a workbook that cannot be filled', () => {
  const look = async (bytes: Uint8Array, name = 'form.xlsx') => {
    const app = await aTestAppWithOffice()
    const institutionId = await aRecord(app, 'institution')
    return {
      app,
      institutionId,
      looking: app.client.partnerNominations.lookAtTemplate({ institutionId, file: fileOf(bytes, name) }),
    }
  }

  test('says that it has no header, and takes the row that the user points to', async () => {
    const sheet = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`
    const bytes = buildWorkbook({
      sheets: [{ name: 'Blatt', data: `<row r="3">${['Kolumne', 'Spalte', 'X'].map(sheet).join('')}</row>` }],
    })
    const { app, institutionId, looking } = await look(bytes)
    await expect(looking).rejects.toMatchObject({
      data: { code: 'template-no-header', data: { file: 'form.xlsx', sheets: 'Blatt' } },
    })
    const header = { sheet: 'Blatt', first: 3, last: 3 }
    const { reading } = await app.client.partnerNominations.lookAtTemplate({
      institutionId,
      file: fileOf(bytes),
      header,
    })
    expect(reading.columns.map(({ header: text, source }) => [text, source])).toEqual([
      ['Kolumne', null],
      ['Spalte', null],
      ['X', null],
    ])
    const { columns, formulas: _formulas, isProtected: _isProtected, ...place } = reading
    const kept = app.client.partnerNominations.keepTemplate({
      institutionId,
      file: fileOf(bytes),
      place,
      columns,
    })
    await expect(kept).rejects.toMatchObject({ data: { code: 'template-no-name' } })
  })

  test('is refused when a password protects it, when it is a csv file, when it is damaged', async () => {
    const protectedBook = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2_000)])
    const encrypted = Buffer.from('EncryptedPackage', 'utf16le')
    encrypted.copy(protectedBook, 1_024)
    await expect((await look(protectedBook)).looking).rejects.toMatchObject({
      data: { code: 'sheet-refused', data: { reason: 'password-protected' } },
    })
    await expect(
      (await look(Buffer.from('Name;First name\nA;B\n'), 'list.csv')).looking,
    ).rejects.toMatchObject({
      data: { code: 'template-not-workbook' },
    })
    await expect((await look(germanForm().subarray(0, 900))).looking).rejects.toMatchObject({
      data: { code: 'sheet-refused' },
    })
  })

  test('that has two headers shows both', async () => {
    const { looking } = await look(twoHeaders())
    const { candidates, reading } = await looking
    expect(candidates.map(({ headerFirst }) => headerFirst)).toEqual([2, 20])
    expect(reading.lastRow).toBe(19)
  })

  test('keeps nothing that could not be written', async () => {
    const { app, institutionId, looking } = await look(await englishForm())
    const { reading } = await looking
    const { columns, formulas: _formulas, isProtected: _isProtected, ...place } = reading
    const file = fileOf(await englishForm())
    const keepIt = app.client.partnerNominations.keepTemplate
    await expect(
      keepIt({ institutionId, file, place: { ...place, firstRow: 5 }, columns }),
    ).rejects.toMatchObject({ data: { code: 'template-row-taken' } })
    const text = {
      column: 9,
      row: null,
      header: '',
      source: 'text' as const,
      text: '{{nonsense}}',
      terms: {},
      allowed: null,
      datePattern: null,
    }
    await expect(keepIt({ institutionId, file, place, columns: [...columns, text] })).rejects.toMatchObject({
      data: { code: 'text-unknown-placeholder' },
    })
    expect(await app.client.partnerNominations.template({ institutionId })).toBeNull()
  })
})
