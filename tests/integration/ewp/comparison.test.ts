import { describe, expect, it } from 'vitest'
import { csvFile } from '#tests/fixtures/imports/make-files.ts'
import { aRecord, aTestAppWithOffice, type TestApp } from '#tests/fixtures/test-app.ts'
import { snapshotOf } from '#tests/fixtures/test-office.ts'

const spec = (people: number, isced = '0613', level = 'B2') => `<student-studies-mobility-spec>
  <sending-hei-id>ours.example</sending-hei-id><receiving-hei-id>theirs.example</receiving-hei-id>
  <receiving-first-academic-year-id>2025/2026</receiving-first-academic-year-id>
  <receiving-last-academic-year-id>2027/2028</receiving-last-academic-year-id>
  <mobilities-per-year>${people}</mobilities-per-year>
  <recommended-language-skill><language>en</language><cefr-level>${level}</cefr-level></recommended-language-skill>
  <subject-area><isced-f-code>${isced}</isced-f-code></subject-area><blended>false</blended>
</student-studies-mobility-spec>`
const document = (specs: string, hei = 'theirs.example', id = 'B1') =>
  `<iias-get-response xmlns="https://github.com/erasmus-without-paper/ewp-specs-api-iias/blob/stable-v7/endpoints/get-response.xsd">
  ${iia(specs, hei, id)}</iias-get-response>`
const iia = (specs: string, hei: string, id: string) => `<iia>
  <partner><hei-id>${hei}</hei-id><iia-id>${id}</iia-id></partner>
  <partner><hei-id>ours.example</hei-id></partner><in-effect>true</in-effect>
  <cooperation-conditions>${specs.replaceAll('theirs.example', hei)}</cooperation-conditions>
  <iia-hash>${'a'.repeat(64)}</iia-hash></iia>`
const file = (text: string | Uint8Array<ArrayBuffer>, name: string) => new File([text], name)

async function anOffice() {
  const office = await aTestAppWithOffice()
  await office.client.settings.updateSchool({ schac: 'ours.example' })
  const institutionId = await aRecord(office, 'institution', {
    name: 'Theirs',
    schac: 'theirs.example',
    erasmusCode: 'F PROVA01',
    country: 'FR',
  })
  const agreementId = await aRecord(office, 'agreement', {
    institutionId,
    firstYear: '2025/2026',
    lastYear: '2027/2028',
  })
  await aRecord(office, 'condition', {
    agreementId,
    peoplePerYear: 3,
    iscedCodes: '0613',
    languages: 'en:B2',
  })
  return { office, institutionId, agreementId }
}

const said = (compared: Awaited<ReturnType<TestApp['client']['ewp']['compare']>>) =>
  compared.pairs.flatMap(({ differences }) =>
    differences.map(
      ({ field, ours, theirs, change }) => `${field} ${String(ours)} ${String(theirs)} ${change}`,
    ),
  )

describe('the partner’s copy of an agreement', () => {
  it('as an EWP document says where it differs; nothing is written', async () => {
    const { office, agreementId } = await anOffice()
    const { connections } = office.app.context.office.current()
    const before = snapshotOf(connections)
    const b = { file: file(document(spec(5)), 'theirs.xml') }
    expect(said(await office.client.ewp.compare({ a: { agreementId }, b }))).toEqual([
      'peoplePerYear 3 5 together',
    ])
    expect(snapshotOf(connections)).toEqual(before)
  })

  it('is found among several by its institution; when nothing tells, that is said', async () => {
    const { office, agreementId, institutionId } = await anOffice()
    const both = document(spec(4)).replace('</iia>', `</iia>${iia(spec(9), 'other.example', 'C1')}`)
    const found = await office.client.ewp.compare({
      a: { institutionId },
      b: { file: file(both, 'all.xml') },
    })
    expect(said(found)).toEqual(['peoplePerYear 3 4 together'])
    const twice = document(spec(4)).replace('</iia>', `</iia>${iia(spec(9), 'theirs.example', 'B2')}`)
    await expect(
      office.client.ewp.compare({ a: { agreementId }, b: { file: file(twice, 'all.xml') } }),
    ).rejects.toMatchObject({ data: { code: 'comparison-several', data: { count: 2 } } })
    const others = document(spec(4), 'other.example').replace(
      '</iia>',
      `</iia>${iia(spec(9), 'third.example', 'C2')}`,
    )
    await expect(
      office.client.ewp.compare({ a: { agreementId }, b: { file: file(others, 'all.xml') } }),
    ).rejects.toMatchObject({ data: { code: 'comparison-empty' } })
  })

  it('as two documents, whichever side each comes from', async () => {
    const { office } = await anOffice()
    const a = { file: file(document(spec(3)), 'a.xml') }
    const b = { file: file(document(spec(3, '0613', 'C1')), 'b.xml') }
    expect(said(await office.client.ewp.compare({ a, b }))).toEqual(['languages en:B2 en:C1 ours'])
    expect(said(await office.client.ewp.compare({ a, b: a }))).toEqual([])
  })

  it('as a list says only what a list can say', async () => {
    const { office, agreementId } = await anOffice()
    const list = csvFile([
      ['University', 'Erasmus code', 'ISCED', 'Places', 'Language'],
      ['Theirs', 'F  PROVA01', '0714', '3', 'English B2'],
      ['Somebody else', 'F  AUTRE02', '0613', '9', 'English B1'],
    ])
    const compared = await office.client.ewp.compare({
      a: { agreementId },
      b: { file: file(new Uint8Array(list), 'their-list.csv') },
    })
    expect(said(compared)).toEqual(['iscedCodes 0613 0714 together'])
  })

  it('that cannot be read says why', async () => {
    const { office, agreementId } = await anOffice()
    await expect(
      office.client.ewp.compare({ a: { agreementId }, b: { file: file('<x>', 'x.xml') } }),
    ).rejects.toMatchObject({ data: { code: 'sheet-refused' } })
  })
})
