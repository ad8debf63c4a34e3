import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { lasRule, omobilitiesRule } from '#shared/domain/ewp/mobility-rules.ts'
import { checkDocument } from '#shared/domain/ewp/schema.ts'
import { withoutLines, type XmlNode } from '#shared/domain/ewp/xml-tree.ts'
import { readXmlTree } from '#core/sheets/xml/read-xml-tree.ts'
import { createValidator, whyNoValidation } from '#tests/fixtures/ewp/xsd-folder.ts'
import { finishJob } from '#tests/fixtures/register/finish-job.ts'
import { aRecord, aTestAppWithOffice, everything, type TestApp } from '#tests/fixtures/test-app.ts'
import { snapshotOf, tempFolder } from '#tests/fixtures/test-office.ts'

const samples = join(import.meta.dirname, '../../../../shared/data/ewp')
const noValidation = whyNoValidation()

async function anOffice(schac = 'ours.example'): Promise<TestApp> {
  const office = await aTestAppWithOffice()
  await office.client.settings.updateSchool({
    schac,
    coordinatorName: 'Ada Lovelace',
    coordinatorEmail: 'ada@ours.example',
  })
  return office
}

async function imported({ client }: TestApp, xml: string, dryRun = false) {
  return await client.ewp.import({ file: new File([xml], 'stays.xml'), dryRun })
}

async function exported(office: TestApp, format: string, academicYear: string): Promise<string> {
  const result = await finishJob(office, { kind: 'export', format, params: { academicYear }, draft: true })
  if (result.kind !== 'export') throw new Error('not an export')
  return await result.file.text()
}

async function treeOf(xml: string): Promise<XmlNode> {
  return withoutLines(await readXmlTree(Buffer.from(xml)))
}

const nominations = (status = 'pending', id = 'M1', extra = '') => `<omobilities-get-response
  xmlns="https://github.com/erasmus-without-paper/ewp-specs-api-omobilities/blob/stable-v3/endpoints/get-response.xsd">
  <student-mobility><omobility-id>${id}</omobility-id>
    <student><given-names>Zoé</given-names><given-names xml:lang="ru-Cyrl">Зоя</given-names><family-name>Müller</family-name>
      <global-id>urn:schac:personalUniqueCode:int:esi:ours.example:4711</global-id><birth-date>2004-05-06</birth-date>
      <nationality>FR</nationality><gender>2</gender><email>zoe@ours.example</email></student>
    <nomination proposal-id="P1"><sending-hei><hei-id>ours.example</hei-id><iia-id>A1</iia-id></sending-hei>
      <receiving-hei><hei-id>theirs.example</hei-id></receiving-hei>
      <sending-academic-term-ewp-id>2026/2027-2/2</sending-academic-term-ewp-id>
      <receiving-academic-year-id>2026/2027</receiving-academic-year-id>
      <activity-type>student-studies</activity-type><activity-attributes>long-term</activity-attributes>
      <agreement-isced-f-code>0613</agreement-isced-f-code>
      <eqf-level-studied-at-departure>7</eqf-level-studied-at-departure>
      <nominee-isced-f-code>0613</nominee-isced-f-code>${extra}</nomination>
    <status>${status}</status></student-mobility></omobilities-get-response>`

describe('nominations from and to EWP', () => {
  it('come in with student, host and stay, once, and go out as they came', async () => {
    const office = await anOffice()
    const { connections } = office.app.context.office.current()
    const before = snapshotOf(connections)
    const report = await imported(office, nominations())
    expect(report).toMatchObject({ kind: 'nominations', version: 3, counts: { new: 1, rejected: 0 } })
    const page = await office.client.lists.page({
      list: 'mobilities',
      query: everything,
      offset: 0,
      limit: 5,
    })
    expect(page.rows[0]?.cells).toMatchObject({
      familyName: 'Müller',
      status: 'nominated',
      institution: 'theirs.example',
      semester: 'spring',
      iscedCode: '0613',
    })
    expect(await imported(office, nominations())).toMatchObject({
      isApplied: false,
      counts: { unchanged: 1 },
    })
    expect(await treeOf(await exported(office, 'omobilities', '2026/2027'))).toEqual(
      await treeOf(nominations()),
    )
    await office.client.history.undo({})
    expect(snapshotOf(connections)).toEqual(before)
  })

  it('carry the host’s answer into the pipeline, with its reason', async () => {
    const office = await anOffice()
    await imported(office, nominations())
    const { items } = await imported(
      office,
      nominations('rejected', 'M1', '<comment>No place left</comment>'),
      true,
    )
    expect(items[0]?.changes).toContainEqual(
      expect.objectContaining({ field: 'status', before: 'nominated', after: 'refused' }),
    )
    await imported(office, nominations('rejected', 'M1', '<comment>No place left</comment>'))
    const [id = ''] = await office.client.lists.ids({ list: 'mobilities', query: everything })
    expect((await office.client.records.get({ entity: 'mobility', id })).values).toMatchObject({
      status: 'refused',
    })
  })

  it('find the stay that Escale exported by its identifier, and the student by the ESI', async () => {
    const office = await anOffice()
    const institutionId = await aRecord(office, 'institution', { name: 'Theirs', schac: 'theirs.example' })
    const studentId = await aRecord(office, 'student', {
      esi: 'urn:schac:personalUniqueCode:int:esi:ours.example:4711',
      birthDate: '2004-05-06',
      nationality: 'FR',
      gender: '2',
      email: 'zoe@ours.example',
      eqfLevel: 7,
      iscedCode: '0613',
    })
    const id = await aRecord(office, 'mobility', {
      studentId,
      institutionId,
      academicYear: '2026/2027',
      semester: 'autumn',
    })
    const report = await imported(office, nominations('pending', id))
    expect(report.items[0]).toMatchObject({ outcome: 'changed', record: { id } })
    expect(await office.client.lists.ids({ list: 'students', query: everything })).toHaveLength(1)
  })

  it('of students of others are left alone', async () => {
    const office = await anOffice('third.example')
    expect((await imported(office, nominations())).items[0]).toMatchObject({
      outcome: 'rejected',
      notes: [{ code: 'not-our-student' }],
    })
  })

  it('of students who come to us become incoming stays, follow what is said later, and are undone', async () => {
    const office = await anOffice('theirs.example')
    const { connections } = office.app.context.office.current()
    const institutionId = await aRecord(office, 'institution', { name: 'Ours', schac: 'ours.example' })
    const agreementId = await aRecord(office, 'agreement', { institutionId })
    const conditionId = await aRecord(office, 'condition', { agreementId, direction: 'incoming' })
    const before = snapshotOf(connections)
    const report = await imported(office, nominations())
    expect(report).toMatchObject({ counts: { new: 1, rejected: 0 } })
    const id = report.items[0]?.record?.id ?? ''
    const values = async () => (await office.client.records.get({ entity: 'incomingStay', id })).values
    expect(await values()).toMatchObject({
      familyName: 'Müller',
      givenNames: 'Zoé',
      gender: '2',
      nationality: 'FR',
      email: 'zoe@ours.example',
      institutionId,
      conditionId,
      academicYear: '2026/2027',
      semester: 'spring',
      status: 'nominated',
      omobilityId: 'M1',
    })
    expect(await imported(office, nominations())).toMatchObject({
      isApplied: false,
      counts: { unchanged: 1 },
    })
    const { items } = await imported(office, nominations('approved'))
    expect(items[0]?.changes).toMatchObject([{ field: 'status', before: 'nominated', after: 'accepted' }])
    await office.client.records.update({ entity: 'incomingStay', ids: [id], values: { status: 'arrived' } })
    expect(await imported(office, nominations('approved'))).toMatchObject({ counts: { unchanged: 1 } })
    for (let i = 0; i < 3; i += 1) await office.client.history.undo({})
    expect(snapshotOf(connections)).toEqual(before)
  })

  it('say what is missing when nothing can be written', async () => {
    const office = await anOffice()
    const institutionId = await aRecord(office, 'institution', { name: 'Theirs' })
    const studentId = await aRecord(office, 'student')
    const mobility = await aRecord(office, 'mobility', {
      studentId,
      institutionId,
      academicYear: '2026/2027',
    })
    expect(mobility).not.toBe('')
    await expect(exported(office, 'omobilities', '2026/2027')).rejects.toMatchObject({
      data: { code: 'nothing-to-export', data: { reason: 'no-stays' } },
    })
  })
})

describe('learning agreements typed in the office', () => {
  it('go out with versions and signatures, and come back unchanged', async () => {
    const office = await anOffice()
    const institutionId = await aRecord(office, 'institution', {
      name: 'Theirs',
      schac: 'theirs.example',
      contactName: 'Jan Kowalski',
      contactEmail: 'jan@theirs.example',
    })
    const studentId = await aRecord(office, 'student', { eqfLevel: 7, iscedCode: '0613', languages: 'en:C1' })
    const mobilityId = await aRecord(office, 'mobility', {
      studentId,
      institutionId,
      academicYear: '2026/2027',
      plannedStart: '2026-09-01',
      plannedEnd: '2027-01-31',
      language: 'en',
      iscedCode: '0613',
    })
    const course = { mobilityId, table: 'A', ects: 6, status: 'inserted' }
    await aRecord(office, 'laComponent', { ...course, version: 1, title: 'Signals', code: 'SIG1', term: 1 })
    await aRecord(office, 'laComponent', { ...course, version: 1, table: 'B', title: 'Signaux' })
    await aRecord(office, 'laComponent', {
      ...course,
      version: 2,
      status: 'deleted',
      title: 'Signals',
      reasonCode: 'not-available',
    })
    for (const role of ['student', 'sending', 'receiving'])
      await aRecord(office, 'laSignature', {
        mobilityId,
        version: 1,
        role,
        signerName: role,
        signedOn: '2026-06-01',
      })
    for (const role of ['student', 'sending'])
      await aRecord(office, 'laSignature', {
        mobilityId,
        version: 2,
        role,
        signerName: role,
        signedOn: '2026-10-01',
      })
    const xml = await exported(office, 'learning-agreements', '2026/2027')
    expect(xml).toContain('<changes-proposal')
    expect(xml).toContain('<component status="deleted" reason-code="not-available">')
    const validator = noValidation === undefined ? createValidator(tempFolder()) : undefined
    expect(validator?.complaints(xml, 'las') ?? '').toBe('')
    const report = await imported(office, xml)
    expect(report.items[0]).toMatchObject({ outcome: 'changed', changes: [] }) // only the document is kept
    expect(await exported(office, 'learning-agreements', '2026/2027')).toBe(xml)
    expect(await imported(office, xml)).toMatchObject({ counts: { unchanged: 1 } })
  })
})

describe.skipIf(!existsSync(samples))('the official examples', () => {
  it('nominations go out as they came in', async () => {
    const office = await anOffice('uio.no')
    const xml = readFileSync(
      join(samples, 'ewp-specs-api-omobilities-endpoints-get-response-example.xml'),
      'utf8',
    )
    expect(await imported(office, xml)).toMatchObject({ counts: { new: 1, rejected: 0 } })
    expect(await treeOf(await exported(office, 'omobilities', '2022/2023'))).toEqual(await treeOf(xml))
  })

  it('learning agreements go out as they came in, with their changes', async () => {
    const office = await anOffice('uio.no')
    const xml = readFileSync(
      join(samples, 'ewp-specs-api-omobility-las-examples-get-response-example.xml'),
      'utf8',
    )
    expect(await imported(office, xml)).toMatchObject({ kind: 'learning-agreements', counts: { new: 1 } })
    expect(await treeOf(await exported(office, 'learning-agreements', '2018/2019'))).toEqual(
      await treeOf(xml),
    )
    const page = await office.client.lists.page({
      list: 'laComponents',
      query: everything,
      offset: 0,
      limit: 20,
    })
    expect(page.total).toBe(6)
  })

  it('the life of a learning agreement is read step by step, and each step goes out as it came in', async () => {
    const offices = new Map<string, TestApp>()
    const folder = join(samples, 'la-scenario')
    // others hold answers to an agreement, not the agreement itself
    const isAgreement = (name: string) => readFileSync(join(folder, name), 'utf8').includes('<la>')
    const names = readdirSync(folder)
      .filter(isAgreement)
      .toSorted((a, b) => Number(a.slice(2, -4)) - Number(b.slice(2, -4)))
    let taken = 0
    for (const name of names) {
      const xml = `<omobility-las-get-response xmlns="https://github.com/erasmus-without-paper/ewp-specs-api-omobility-las/blob/stable-v1/endpoints/get-response.xsd" xmlns:trm="https://github.com/erasmus-without-paper/ewp-specs-types-academic-term/tree/stable-v2">${readFileSync(
        join(folder, name),
        'utf8',
      )
        .replace(/<\?xml[^>]*>/, '')
        .replaceAll(/(<\/?)(term-number|total-terms)/g, '$1trm:$2')}</omobility-las-get-response>`
      const tree = await treeOf(xml)
      // some steps are told by the other school, which has an office of its own
      const hei = /<hei-id>([^<]+)</.exec(xml)?.[1] ?? ''
      const office = offices.get(hei) ?? (await anOffice(hei))
      offices.set(hei, office)
      const { counts } = await imported(office, xml)
      const isValid = checkDocument(tree, lasRule).length === 0
      expect([name, counts.rejected]).toEqual([name, isValid ? 0 : 1])
      if (!isValid) continue
      taken += 1
      const year = /receiving-academic-year-id>([^<]+)</.exec(xml)?.[1] ?? ''
      const out = await treeOf(await exported(office, 'learning-agreements', year))
      expect([name, JSON.stringify(out)]).toEqual([name, JSON.stringify(tree)])
    }
    expect(taken).toBeGreaterThan(3)
  })
})

describe.skipIf(noValidation !== undefined)(
  `xmllint (${noValidation ?? 'with the published schemas'})`,
  () => {
    it('accepts the nominations and learning agreements of the sample offices', async () => {
      const validator = createValidator(tempFolder())
      for (const profile of ['telecom-paris', 'enit'] as const) {
        const office = await aTestAppWithOffice({ profile, sample: true })
        const xml = await exported(office, 'omobilities', '2026/2027')
        expect(xml.match(/<student-mobility>/g)?.length).toBeGreaterThan(5)
        expect(validator.complaints(xml, 'omobilities')).toBe('')
        const agreements = await exported(office, 'learning-agreements', '2026/2027')
        expect(agreements.match(/<la>/g)?.length).toBeGreaterThan(5)
        expect(validator.complaints(agreements, 'las')).toBe('')
      }
    })

    it('says of nominations what the application says, whatever is wrong with them', async () => {
      const validator = createValidator(tempFolder())
      const xml = nominations('approved', 'M1', '<comment>x</comment>')
      const elements = [...xml.matchAll(/<([\w-]+)(?: [^<>]*)?>[^<>]*<\/\1>/g)].map(([whole]) => whole)
      for (const whole of elements)
        for (const change of [
          '',
          whole + whole,
          whole.replace(/>[^<]*</, '>zz zz<'),
          whole.replace(/>[^<]*</, '>0<'),
          whole.replaceAll(/(<\/?)[\w-]+/g, '$1other'),
          whole.replace('>', ' x="1">'),
        ]) {
          const changed = xml.replace(whole, () => change)
          const ours = checkDocument(await treeOf(changed), omobilitiesRule).length === 0
          expect([changed, ours]).toEqual([changed, validator.complaints(changed, 'omobilities') === ''])
        }
    })
  },
)
