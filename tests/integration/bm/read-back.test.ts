import { describe, expect, it } from 'vitest'
import type { BmReadBack } from '#shared/contract/bm.ts'
import { finishJob } from '#tests/fixtures/register/finish-job.ts'
import { aReportingOffice, agreementNumber, bmYear, type ReportingOffice } from '#tests/fixtures/bm/office.ts'
import { feedbackFile, moduleTemplate, templateRow } from '#tests/fixtures/bm/templates.ts'
import { everything } from '#tests/fixtures/test-app.ts'

const ours = {
  'Grant Agreement Number': agreementNumber,
  'Mobility ID': '123456-MOB-00001',
  'Last Name': 'MÜLLER',
}

async function readBack(office: ReportingOffice, bytes: Uint8Array, dryRun = false): Promise<BmReadBack> {
  const file = new File([new Uint8Array(bytes)], 'feedback.xlsx')
  const result = await finishJob(office, { kind: 'bm-read-back', file, choices: [], dryRun, ...bmYear })
  if (result.kind !== 'bm-read-back') throw new Error(result.kind)
  return result.report
}

const openRemarks = async ({ client }: ReportingOffice) =>
  (
    await client.lists.page({
      list: 'bmRemarks',
      query: { ...everything, filters: [{ key: 'status', test: 'is', values: ['open'] }] },
      offset: 0,
      limit: 50,
    })
  ).rows.map(({ cells }) => [cells['kind'], cells['label'], cells['message'], cells['ours'], cells['theirs']])

const wrong = () =>
  feedbackFile([
    {
      values: {
        ...ours,
        'Start Date': '2027-02-03',
        'End Date': '2027-06-30',
        'Travel Days': 9,
        Status: 'ERROR',
        Errors: 'Travel Days: must be between 0 and 2',
      },
      note: ['Last Name', 'Please check the spelling'],
    },
    {
      values: { 'Mobility ID': 'X-1', 'Last Name': 'OTHER', 'Start Date': '2027-01-01', Status: 'IMPORTED' },
    },
  ])

describe('a feedback file', () => {
  it('lands each error on its mobility and field, and lists what differs', async () => {
    const office = await aReportingOffice()
    const report = await readBack(office, await wrong())
    expect(report).toMatchObject({
      isFeedback: true,
      rows: 2,
      matched: 1,
      errors: 2,
      differences: 3,
      isKept: true,
    })
    expect(
      report.findings.map(({ kind, name, field, at, ours: here, theirs }) => [
        kind,
        name,
        field,
        at?.field ?? null,
        here,
        theirs,
      ]),
    ).toEqual([
      ['error', 'MÜLLER Zoé', 'travelDays', 'travelDays', '2', '9'],
      ['error', 'MÜLLER Zoé', 'familyName', 'familyName', 'MÜLLER', 'MÜLLER'],
      ['difference', 'MÜLLER Zoé', 'startDate', 'plannedStart', '2027-02-01', '2027-02-03'],
      ['difference', 'MÜLLER Zoé', 'travelDays', 'travelDays', '2', '9'],
      ['unknown-row', 'X-1 OTHER', null, null, null, 'X-1 OTHER'],
    ])
    expect(await office.client.bm.remarks({ mobilityId: office.stayId })).toMatchObject([
      {
        kind: 'error',
        label: 'Travel Days',
        message: 'Travel Days: must be between 0 and 2',
        at: { entity: 'mobility', id: office.stayId, field: 'travelDays' },
        fileName: 'feedback.xlsx',
      },
      {
        kind: 'error',
        label: 'Last Name',
        message: 'Please check the spelling',
        at: { entity: 'student', id: office.studentId, field: 'familyName' },
      },
      { kind: 'difference', label: 'Start Date', at: { entity: 'mobility', field: 'plannedStart' } },
      { kind: 'difference', label: 'Travel Days' },
    ])
  })

  it('may tell no more than which mobility and what is wrong', async () => {
    const office = await aReportingOffice()
    const bytes = await feedbackFile([
      {
        values: {
          'Mobility ID': '123456-MOB-00001',
          Status: 'ERROR',
          Errors: 'The start date is before the project',
        },
      },
    ])
    expect(await readBack(office, bytes)).toMatchObject({ matched: 1, errors: 1, differences: 0 })
  })

  it('says it all without keeping anything when it is a dry run', async () => {
    const office = await aReportingOffice()
    expect(await readBack(office, await wrong(), true)).toMatchObject({ errors: 2, isKept: false })
    expect(await openRemarks(office)).toEqual([])
  })

  it('a second time changes nothing; a better one settles what it does not repeat, and undo opens it again', async () => {
    const office = await aReportingOffice()
    const file = await wrong()
    await readBack(office, file)
    const actions = (await office.client.history.list({ offset: 0, limit: 1 })).total
    expect((await readBack(office, file)).settled).toBe(0)
    const better = await feedbackFile([
      { values: { ...ours, 'Start Date': '2027-02-03', 'Travel Days': 2, Status: 'IMPORTED', Errors: '' } },
    ])
    expect((await office.client.history.list({ offset: 0, limit: 1 })).total).toBe(actions)
    expect((await readBack(office, better)).settled).toBe(3)
    expect(await openRemarks(office)).toEqual([
      ['difference', 'Start Date', null, '2027-02-01', '2027-02-03'],
    ])
    await office.client.history.undo({})
    expect(await openRemarks(office)).toHaveLength(4)
  })

  it('of another project, or of nobody we know, is refused and nothing is kept', async () => {
    const office = await aReportingOffice()
    const other = await feedbackFile([
      {
        values: {
          ...ours,
          'Grant Agreement Number': '2025-1-DE01-KA131-HED-000999999',
          'Start Date': '2027-02-01',
        },
      },
    ])
    await expect(readBack(office, other)).rejects.toMatchObject({
      data: {
        code: 'bm-other-project',
        data: { theirs: '2025-1-DE01-KA131-HED-000999999', ours: agreementNumber, cell: 'A2' },
      },
    })
    const nobody = await feedbackFile([
      { values: { 'Mobility ID': 'X', 'Last Name': 'OTHER', 'Start Date': '2027-02-01', Status: 'ERROR' } },
    ])
    await expect(readBack(office, nobody)).rejects.toMatchObject({
      data: { code: 'bm-nothing-known', data: { rows: 1 } },
    })
    expect(await openRemarks(office)).toEqual([])
  })
})

describe('an export of the whole project', () => {
  it('tells which mobilities it lacks, and reads dates and amounts in its own style', async () => {
    const office = await aReportingOffice()
    const held = [
      templateRow({
        'Project Code': agreementNumber,
        'Mobility ID': '123456-MOB-00001',
        'Start Date': '01-02-2027',
        'End Date': '29-06-2027',
        'Travel Days (max. 2)': 2,
      }),
    ]
    const report = await readBack(office, await moduleTemplate(held))
    expect(report).toMatchObject({ isFeedback: false, matched: 1, errors: 0, differences: 1 })
    expect(report.findings).toMatchObject([
      { kind: 'difference', field: 'endDate', ours: '2027-06-30', theirs: '2027-06-29' },
    ])
  })
})
