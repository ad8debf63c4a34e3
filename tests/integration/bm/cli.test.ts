import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import exceljs from 'exceljs'
import { describe, expect, it } from 'vitest'
import {
  agreementNumber,
  aReportingOffice,
  aStayOf,
  type ReportingOffice,
} from '#tests/fixtures/bm/office.ts'
import {
  feedbackFile,
  firstRow,
  moduleTemplate,
  release,
  templateRow,
  templateSheet,
} from '#tests/fixtures/bm/templates.ts'
import { runCommand } from '#tests/fixtures/command-line.ts'

const inYear = ['--year', '2026/2027'] as const

/** `escale bm …` on the office's own file. */
async function bm(office: ReportingOffice, ...args: readonly string[]) {
  return await runCommand('bm', ...args, '--file', office.app.officePath() ?? '')
}

function fileWith(office: ReportingOffice, name: string, bytes: Uint8Array): string {
  const path = join(office.folder, name)
  writeFileSync(path, bytes)
  return path
}

async function actions({ client }: ReportingOffice): Promise<number> {
  return (await client.history.list({ offset: 0, limit: 1 })).total
}

describe('escale bm check', () => {
  it('says of each mobility what the module would refuse, and counts them', async () => {
    const office = await aReportingOffice()
    await aStayOf(office, { bmId: '123456-MOB-00002', plannedEnd: '2027-02-20' })
    const { status, out, err } = await bm(office, 'check', ...inYear)
    expect([status, err]).toEqual([0, ''])
    expect(out).toMatch(
      /^Mobilities of 2026\/2027: 2\. In order: \d, to look at: \d, would be refused: 1\.$/m,
    )
    expect(out).toMatch(/^MÜLLER Zoé \(123456-MOB-00002\)\n {2}Error – /m)
  })

  it('as JSON has the same in words and by field', async () => {
    const office = await aReportingOffice()
    await aStayOf(office, { bmId: null })
    const { status, out } = await bm(office, 'check', ...inYear, '--json')
    const idMissing = expect.objectContaining({
      code: 'id-missing',
      at: expect.objectContaining({ entity: 'mobility', field: 'bmId' }),
      message: expect.stringContaining('has no ID'),
    })
    expect(status).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      academicYear: '2026/2027',
      counts: { stays: 2, refused: 1 },
      withoutId: 1,
      stays: [{ bmId: '123456-MOB-00001' }, { findings: expect.arrayContaining([idMissing]) }],
    })
  })

  it('takes the present year when none is named, and a year as people write it', async () => {
    const office = await aReportingOffice()
    const asWritten = await bm(office, 'check', '--year', '2026-27')
    expect(asWritten).toMatchObject({ status: 0, err: '' })
    expect(await bm(office, 'check')).toEqual(asWritten)
  })

  it('of a year without mobilities says which mobilities are reported', async () => {
    const office = await aReportingOffice()
    const { status, out } = await bm(office, 'check', '--year', '2031/2032')
    expect(status).toBe(0)
    expect(out).toMatch(/Mobilities of 2031\/2032: 0\..*\n.*is reported once it is selected/)
  })
})

describe('escale bm number', () => {
  it('gives an ID to each mobility that has none, once', async () => {
    const office = await aReportingOffice()
    await aStayOf(office, { bmId: null })
    expect(await bm(office, 'number', ...inYear)).toMatchObject({
      status: 0,
      out: '1 mobility has an ID now.\n',
    })
    expect(await bm(office, 'number', ...inYear)).toMatchObject({
      status: 0,
      out: 'Every mobility that can have an ID has one already.\n',
    })
  })
})

describe('escale bm fill', () => {
  it('writes the mobilities of the year into the template, in a new file beside it', async () => {
    const office = await aReportingOffice()
    const template = fileWith(office, 'template.xlsx', await moduleTemplate())
    const out = join(office.folder, 'filled.xlsx')
    const ran = await bm(office, 'fill', template, ...inYear, '--out', out)
    expect(ran).toMatchObject({ status: 0, err: '' })
    expect(ran.out).toContain(`${out}: mobilities written: 1, of which in rows that were there: 0`)
    const book = new exceljs.Workbook()
    await book.xlsx.readFile(out)
    const row = book.getWorksheet(templateSheet)?.getRow(firstRow)
    expect(release.map(([, label], index) => [label, row?.getCell(index + 1).value])).toContainEqual([
      'Mobility ID',
      '123456-MOB-00001',
    ])
  })

  it('refuses a template of another action, and writes nothing', async () => {
    const office = await aReportingOffice()
    const template = fileWith(office, 'template.xlsx', await moduleTemplate([], { action: 'KA171' }))
    const before = await actions(office)
    const out = join(office.folder, 'filled.xlsx')
    const { status, err } = await bm(office, 'fill', template, ...inYear, '--out', out)
    expect(status).toBe(1)
    expect(err).toContain('KA171')
    expect(() => readFileSync(out)).toThrow('ENOENT')
    expect(await actions(office)).toBe(before)
  })

  it('refuses a year without mobilities, a file that is no workbook, and one that is not there', async () => {
    const office = await aReportingOffice()
    const template = fileWith(office, 'template.xlsx', await moduleTemplate())
    const noYear = await bm(office, 'fill', template, '--year', '2031/2032')
    expect(noYear).toMatchObject({ status: 1, out: '', err: expect.stringContaining('2031/2032') })
    const text = fileWith(office, 'text.xlsx', new TextEncoder().encode('PK\u0003\u0004 not a workbook'))
    expect(await bm(office, 'fill', text, ...inYear)).toMatchObject({
      status: 1,
      err: expect.stringContaining('The file is damaged'),
    })
    expect(await bm(office, 'fill', join(office.folder, 'absent.xlsx'), ...inYear)).toMatchObject({
      status: 1,
      err: expect.stringContaining('absent.xlsx'),
    })
  })

  it('puts the refusal into the JSON document when one is asked for', async () => {
    const office = await aReportingOffice()
    const template = fileWith(office, 'template.xlsx', await moduleTemplate([], { action: 'KA122' }))
    const { status, out } = await bm(office, 'fill', template, ...inYear, '--json')
    expect(status).toBe(1)
    expect(JSON.parse(out)).toMatchObject({
      error: {
        code: 'bm-other-action',
        data: { action: 'KA122' },
        message: expect.stringContaining('KA122'),
      },
    })
  })
})

describe('escale bm read-back', () => {
  const feedback = (number: string) =>
    feedbackFile([
      {
        values: {
          'Grant Agreement Number': number,
          'Mobility ID': '123456-MOB-00001',
          'Last Name': 'MÜLLER',
          'Travel Days': 9,
          Status: 'ERROR',
          Errors: 'Travel Days: must be between 0 and 2',
        },
        note: ['Last Name', 'Please check the spelling'],
      },
    ])

  it('tells each error with its student, and keeps it unless it is a dry run', async () => {
    const office = await aReportingOffice()
    const path = fileWith(office, 'feedback.xlsx', await feedback(agreementNumber))
    const before = await actions(office)
    const dry = await bm(office, 'read-back', path, ...inYear, '--dry-run')
    expect(dry).toMatchObject({ status: 0, err: '' })
    expect(dry.out).toContain('must be between 0 and 2')
    expect(dry.out).toContain('Please check the spelling')
    expect(await actions(office)).toBe(before)
    const kept = await bm(office, 'read-back', path, ...inYear, '--json')
    expect(JSON.parse(kept.out)).toMatchObject({ matched: 1, errors: 2, isKept: true })
    expect(await actions(office)).toBe(before + 1)
    expect(await office.client.bm.remarks({ mobilityId: office.stayId })).toHaveLength(3)
  })

  it('refuses the file of another project, and keeps nothing', async () => {
    const office = await aReportingOffice()
    const path = fileWith(office, 'feedback.xlsx', await feedback('2025-1-DE01-KA131-HED-000999999'))
    const before = await actions(office)
    const { status, err } = await bm(office, 'read-back', path, ...inYear)
    expect(status).toBe(1)
    expect(err).toContain('2025-1-DE01-KA131-HED-000999999')
    expect(await actions(office)).toBe(before)
  })

  it('refuses a list in which two organisations share an OID', async () => {
    const office = await aReportingOffice()
    const row = (id: string, name: string) =>
      templateRow({
        'Mobility ID': id,
        'Participant Last Name': 'MÜLLER',
        'Receiving Organisation OID': 'E10000002',
        'Receiving Organisation Legal Name': name,
      })
    const bytes = await moduleTemplate([
      row('123456-MOB-00001', 'Kupfertal'),
      row('123456-MOB-00009', 'Prova'),
    ])
    const { status, err } = await bm(office, 'read-back', fileWith(office, 'shared.xlsx', bytes), ...inYear)
    expect(status).toBe(1)
    expect(err).toContain('E10000002')
  })
})

describe('escale bm written wrong', () => {
  it.each([
    { args: [], said: 'The command is written: bm' },
    { args: ['mend'], said: 'not “bm mend”' },
    { args: ['fill'], said: 'The command is written: bm' },
    { args: ['read-back'], said: 'The command is written: bm' },
    { args: ['check', 'template.xlsx'], said: 'The command is written: bm' },
    { args: ['check', '--year'], said: '--year' },
    { args: ['check', '--year', '2026'], said: '“2026” is not an academic year' },
    { args: ['fill', 'template.xlsx', '--year', '2026/2029'], said: '“2026/2029” is not an academic year' },
    {
      args: ['check', '--call', 'Call 1999'],
      said: 'There is no Erasmus+ call “Call 1999”. Calls: Call 2026.',
    },
  ])('$args is said with the usage, exit status 2', async ({ args, said }) => {
    const office = await aReportingOffice()
    const { status, out, err } = await bm(office, ...args)
    expect([status, out]).toEqual([2, ''])
    expect(err).toContain(said)
    expect(err).toContain('npm run -s escale')
  })
})
