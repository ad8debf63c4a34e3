import { Buffer } from 'node:buffer'
import exceljs from 'exceljs'
import { describe, expect, it } from 'vitest'
import type { JobResult } from '#shared/contract/jobs.ts'
import { csvFile } from '#tests/fixtures/imports/make-files.ts'
import { finishJob } from '#tests/fixtures/register/finish-job.ts'
import {
  aReportingOffice,
  aStayOf,
  agreementNumber,
  bmYear,
  type ReportingOffice,
} from '#tests/fixtures/bm/office.ts'
import {
  firstRow,
  moduleTemplate,
  release,
  templateRow,
  templateSheet,
} from '#tests/fixtures/bm/templates.ts'
import { changedParts } from '#tests/fixtures/workbooks/parts-of.ts'

const fileOf = (bytes: Uint8Array, name = 'template.xlsx') => new File([new Uint8Array(bytes)], name)

async function fill(
  office: ReportingOffice,
  file: File,
  choices: Extract<Parameters<typeof finishJob>[1], { kind: 'bm-fill' }>['choices'] = [],
): Promise<Extract<JobResult, { kind: 'bm-fill' }>> {
  const result = await finishJob(office, { kind: 'bm-fill', file, choices, ...bmYear })
  if (result.kind !== 'bm-fill') throw new Error(result.kind)
  return result
}

async function cellsOf(file: File, row: number): Promise<Readonly<Record<string, unknown>>> {
  const book = new exceljs.Workbook()
  await book.xlsx.load(await file.arrayBuffer())
  const sheet = book.getWorksheet(templateSheet)
  return Object.fromEntries(
    release.map(([group, label], index) => [
      `${group} ${label}`,
      sheet?.getCell(row, index + 1).value ?? null,
    ]),
  )
}

describe('a template', () => {
  it('is recognised by its labels under their groups, and the row of formats is no mobility', async () => {
    const office = await aReportingOffice()
    const template = await office.client.bm.look({ file: fileOf(await moduleTemplate()), choices: [] })
    expect(template).toMatchObject({
      sheet: templateSheet,
      headerFirst: 3,
      headerLast: 4,
      firstRow,
      mobilities: 0,
      changes: null,
      isRemembered: false,
    })
    const fields = Object.fromEntries(template.columns.map(({ label, field }) => [label, field]))
    expect(fields).toMatchObject({
      'Activity Mobility ID': 'mobilityId',
      'Receiving Organisation OID': 'receivingOid',
      'Receiving Organisation Country': 'receivingOrganisationCountry',
      'Participant Participant Email': 'email',
      'Mobility Start Date': 'startDate',
      'Participant Racial or ethnic origin': null,
      'Budget Checked sum': null,
    })
    expect(template.missing).toContain('sendingOid')
  })

  it('is filled in its own style, below its header, and the rest of it stays as it was', async () => {
    const office = await aReportingOffice()
    const before = await moduleTemplate()
    const { file, rows, updated, remarks } = await fill(office, fileOf(before))
    expect({ name: file.name, rows, updated }).toEqual({
      name: 'template 2026-2027.xlsx',
      rows: 1,
      updated: 0,
    })
    expect(await cellsOf(file, firstRow)).toMatchObject({
      'Activity Project Code': agreementNumber,
      'Activity Mobility ID': '123456-MOB-00001',
      'Activity Activity Type': 'HE-SMS - Student mobility for studies',
      'Activity Long-term Activity': 'YES',
      'Participant Participant Gender': 'Female',
      'Participant Participant Date of Birth': '06-05-2004',
      'Participant Nationality': 'FR - France',
      'Participant Fewer Opportunities': 'NO',
      'Participant Field of Education': '0613',
      'Participant Racial or ethnic origin': null,
      'Receiving Organisation Country': 'EL',
      'Mobility Receiving Country': 'EL - Greece',
      'Mobility Start Date': '01-02-2027',
      'Mobility Interruption Duration (days)': 0,
      'Mobility Travel Days (max. 2)': 2,
      'Budget Checked sum': { formula: `W${firstRow}+0` },
    })
    expect(remarks.filter(({ code }) => code === 'not-listed')).toEqual([])
    expect(changedParts(before, new Uint8Array(await file.arrayBuffer()))).toEqual([
      'xl/worksheets/sheet2.xml',
      'xl/workbook.xml',
    ])
  })

  it('keeps the mobilities that it holds: ours are brought up to date in their rows, others are left', async () => {
    const office = await aReportingOffice()
    await aStayOf({ ...office, studentId: await another(office) }, { bmId: '123456-MOB-00002' })
    const held = [
      templateRow({
        'Project Code': agreementNumber,
        'Mobility ID': '123456-MOB-99999',
        'Participant Last Name': 'OTHER',
      }),
      templateRow({
        'Project Code': agreementNumber,
        'Mobility ID': '123456-MOB-00002',
        'Start Date': '03-03-2027',
      }),
    ]
    const { file, rows, updated, remarks } = await fill(office, fileOf(await moduleTemplate(held)))
    expect({ rows, updated }).toEqual({ rows: 2, updated: 1 })
    expect(remarks).toContainEqual({ code: 'rows-left', params: { count: 1 } })
    expect(await cellsOf(file, firstRow)).toMatchObject({
      'Participant Participant Last Name': 'OTHER',
      'Mobility Start Date': null,
    })
    expect(await cellsOf(file, firstRow + 1)).toMatchObject({
      'Activity Mobility ID': '123456-MOB-00002',
      'Mobility Start Date': '01-02-2027',
    })
    expect(await cellsOf(file, firstRow + 2)).toMatchObject({ 'Activity Mobility ID': '123456-MOB-00001' })
  })

  it('says a value that its list lacks, once, and takes the word that the user gives; both are remembered', async () => {
    const office = await aReportingOffice()
    await office.client.records.update({
      entity: 'student',
      ids: [office.studentId],
      values: { nationality: 'MA' },
    })
    const template = fileOf(await moduleTemplate())
    const first = await fill(office, template)
    expect(first.remarks).toContainEqual({
      code: 'not-listed',
      params: {
        header: 'Participant Nationality',
        value: 'Morocco',
        student: 'MÜLLER Zoé',
        count: 1,
        code: 'MA',
        column: 9,
      },
    })
    const column = release.findIndex(([, label]) => label === 'Nationality') + 1
    const choices = [{ column, field: 'nationality' as const, terms: { MA: 'ES - Spain' } }]
    expect(await cellsOf((await fill(office, template, choices)).file, firstRow)).toMatchObject({
      'Participant Nationality': 'ES - Spain',
    })
    expect(await cellsOf((await fill(office, template)).file, firstRow)).toMatchObject({
      'Participant Nationality': 'ES - Spain',
    })
  })

  it('remembers the match: the next release says what appeared, vanished and moved, and keeps the choices', async () => {
    const office = await aReportingOffice()
    const own = release.findIndex(([, label]) => label === 'Racial or ethnic origin') + 1
    await fill(office, fileOf(await moduleTemplate()), [{ column: own, field: 'studentNumber', terms: {} }])
    const again = await office.client.bm.look({ file: fileOf(await moduleTemplate()), choices: [] })
    expect(again).toMatchObject({ isRemembered: true, changes: null })
    const next = [
      ...release.slice(0, 4),
      ['Activity', 'New question'] as const,
      ...release.slice(4).filter(([, label]) => label !== 'Distance Band'),
    ]
    const moved = await office.client.bm.look({
      file: fileOf(await moduleTemplate([], { labels: next })),
      choices: [],
    })
    expect(moved.changes).toMatchObject({
      fileName: 'template.xlsx',
      appeared: ['Activity New question'],
      vanished: ['Mobility Distance Band'],
      moved: [],
    })
    expect(moved.columns.find(({ label }) => label.includes('ethnic'))).toMatchObject({
      field: 'studentNumber',
      confidence: 'remembered',
    })
  })

  it('is undone like anything else: what was remembered goes', async () => {
    const office = await aReportingOffice()
    const template = fileOf(await moduleTemplate())
    await fill(office, template)
    await office.client.history.undo({})
    expect((await office.client.bm.look({ file: template, choices: [] })).isRemembered).toBe(false)
  })

  it('in csv keeps its separator, mark and quotes, and is written as its rows show', async () => {
    const office = await aReportingOffice()
    const text = [
      '\uFEFF"Mobility ID";"Participant Last Name";"Start Date";"End Date";"Receiving Country";"Long-term Activity";"EU Individual Support"',
      '"X-1";"OTHER";"25/12/2026";"26/12/2026";"UK";"No";"12,50"',
      '',
    ].join('\r\n')
    const { file, remarks } = await fill(office, fileOf(Buffer.from(text), 'export.csv'))
    const lines = Buffer.from(await file.arrayBuffer())
      .toString('utf8')
      .split('\r\n')
    expect(lines.slice(0, 2)).toEqual(text.split('\r\n').slice(0, 2))
    expect(lines[2]).toMatch(/^"123456-MOB-00001";"MÜLLER";"01\/02\/2027";"30\/06\/2027";"EL";"Yes";/)
    expect(remarks).toEqual([{ code: 'rows-left', params: { count: 1 } }])
  })
})

async function another(office: ReportingOffice): Promise<string> {
  const { id } = await office.client.records.create({
    entity: 'student',
    values: {
      studentNumber: 'S2',
      familyName: 'ALBERT',
      givenNames: 'Léo',
      status: 'student',
      isSchooledInFrance: true,
      email: 'leo@prova.example',
    },
  })
  return id
}

describe('a file that is not the template', () => {
  it.each([
    [
      'bm-other-action',
      { action: 'KA171', where: `${templateSheet}, A1` },
      () => moduleTemplate([], { action: 'KA171' }),
    ],
    ['bm-other-action', { action: 'KA122' }, () => moduleTemplate([], { action: 'KA122' })],
    [
      'bm-no-header',
      { file: 'template.xlsx' },
      () =>
        Promise.resolve(
          csvFile([
            ['Name', 'Town'],
            ['a', 'b'],
          ]),
        ),
    ],
    ['sheet-refused', { reason: 'file-empty' }, () => Promise.resolve(new Uint8Array())],
  ] as const)('%s', async (code, data, make) => {
    const office = await aReportingOffice()
    const before = (await office.client.history.list({ offset: 0, limit: 1 })).total
    await expect(fill(office, fileOf(await make()))).rejects.toMatchObject({ data: { code, data } })
    expect((await office.client.history.list({ offset: 0, limit: 1 })).total).toBe(before)
  })

  it('in csv with a separator that nobody uses is told by its row and text', async () => {
    const office = await aReportingOffice()
    const text = 'Mobility ID~Last Name~Start Date~End Date~Receiving Country\nX~Y~1~2~3\n'
    await expect(fill(office, fileOf(Buffer.from(text), 'wrong.csv'))).rejects.toMatchObject({
      data: { code: 'bm-one-column', data: { file: 'wrong.csv', row: 1 } },
    })
  })

  it('of another project names both numbers and the cell', async () => {
    const office = await aReportingOffice()
    const rows = [templateRow({ 'Project Code': '2025-1-DE01-KA131-HED-000999999', 'Mobility ID': 'X' })]
    const labels = release
    const bytes = await moduleTemplate(rows, { labels })
    await expect(fill(office, fileOf(bytes))).rejects.toMatchObject({
      data: {
        code: 'bm-other-project',
        data: { theirs: '2025-1-DE01-KA131-HED-000999999', ours: agreementNumber, cell: `A${firstRow}` },
      },
    })
  })

  it('in which two organisations share an OID names both and their rows', async () => {
    const office = await aReportingOffice()
    const rows = ['Uni One', 'Uni Two'].map((name) =>
      templateRow({
        'Project Code': agreementNumber,
        'Mobility ID': name,
        'Receiving Organisation OID': 'E10000009',
        'Receiving Organisation Legal Name': name,
      }),
    )
    await expect(fill(office, fileOf(await moduleTemplate(rows)))).rejects.toMatchObject({
      data: {
        code: 'bm-shared-oid',
        data: {
          oid: 'E10000009',
          one: 'Uni One',
          other: 'Uni Two',
          rowOne: firstRow,
          rowOther: firstRow + 1,
        },
      },
    })
  })

  it('is not filled when there is no mobility', async () => {
    const office = await aReportingOffice()
    const file = fileOf(await moduleTemplate())
    await expect(
      finishJob(office, { kind: 'bm-fill', file, choices: [], academicYear: '2030/2031', callId: null }),
    ).rejects.toMatchObject({
      data: { code: 'bm-no-mobilities', data: { year: '2030/2031' } },
    })
  })
})
