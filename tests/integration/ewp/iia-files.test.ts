import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { prefixes } from '#shared/domain/ewp/namespaces.ts'
import { writeXml } from '#shared/domain/ewp/xml-writer.ts'
import { withoutLines, type XmlNode } from '#shared/domain/ewp/xml-tree.ts'
import { readXmlTree } from '#core/sheets/xml/read-xml-tree.ts'
import { iiaDocuments } from '#tests/fixtures/ewp/iia-documents.ts'
import { createValidator, whyNoValidation } from '#tests/fixtures/ewp/xsd-folder.ts'
import { aRecord, aTestAppWithOffice, everything, type TestApp } from '#tests/fixtures/test-app.ts'
import { snapshotOf, tempFolder } from '#tests/fixtures/test-office.ts'

const samples = join(import.meta.dirname, '../../../../shared/data/ewp')
const noValidation = whyNoValidation()

async function anOffice(schac = 'ours.example'): Promise<TestApp> {
  const office = await aTestAppWithOffice()
  await office.client.settings.updateSchool({ schac })
  return office
}

async function imported({ client }: TestApp, xml: string, dryRun = false) {
  return await client.ewp.import({ file: new File([xml], 'iias.xml'), as: 'iia', dryRun })
}

async function exported({ client }: TestApp, format = 'iia'): Promise<string> {
  const { jobId } = await client.jobs.start({ kind: 'export', format, params: {} })
  const result = await client.jobs.result({ jobId })
  if (result.kind !== 'export') throw new Error('not an export')
  return await result.file.text()
}

async function treeOf(xml: string): Promise<XmlNode> {
  return withoutLines(await readXmlTree(Buffer.from(xml)))
}

const comparable = (root: XmlNode): readonly string[] =>
  root.children
    .map((iia) =>
      JSON.stringify({ ...iia, children: iia.children.filter(({ name }) => name !== 'iia-hash') }),
    )
    .toSorted()

const document = (parts: string) =>
  `<iias-get-response xmlns="https://github.com/erasmus-without-paper/ewp-specs-api-iias/blob/stable-v7/endpoints/get-response.xsd">${parts}</iias-get-response>`
const spec = (people = 3) => `<student-studies-mobility-spec>
  <sending-hei-id>ours.example</sending-hei-id><receiving-hei-id>theirs.example</receiving-hei-id>
  <receiving-first-academic-year-id>2025/2026</receiving-first-academic-year-id>
  <receiving-last-academic-year-id>2027/2028</receiving-last-academic-year-id>
  <mobilities-per-year>${people}</mobilities-per-year>
  <recommended-language-skill><language>en</language><cefr-level>B2</cefr-level></recommended-language-skill>
  <subject-area><isced-f-code>0613</isced-f-code><isced-clarification>Software</isced-clarification></subject-area>
  <blended>false</blended></student-studies-mobility-spec>`
const iia = (specs = spec(), ours = '<iia-id>A1</iia-id>') => `<iia>
  <partner><hei-id>ours.example</hei-id>${ours}<iia-code>CODE 1</iia-code></partner>
  <partner><hei-id>theirs.example</hei-id><iia-id>B1</iia-id></partner>
  <in-effect>true</in-effect><cooperation-conditions>${specs}</cooperation-conditions>
  <iia-hash>${'a'.repeat(64)}</iia-hash></iia>`

describe('agreements from and to EWP', () => {
  it('come in as agreement, conditions and institution, once, and can be undone', async () => {
    const office = await anOffice()
    await aRecord(office, 'institution', {
      name: 'Theirs',
      website: 'https://www.theirs.example/en',
      country: 'PL',
    })
    const before = snapshotOf(office.app.context.office.current().connections)
    const dry = await imported(office, document(iia()), true)
    expect(dry).toMatchObject({ kind: 'iia', version: 7, isApplied: false, counts: { new: 1, rejected: 0 } })
    expect(dry.items[0]?.notes.map(({ code }) => code)).toEqual(['institution-by-site'])
    expect(snapshotOf(office.app.context.office.current().connections)).toEqual(before)
    const done = await imported(office, document(iia()))
    expect(done).toMatchObject({ isApplied: true, counts: { new: 1 } })
    const page = await office.client.lists.page({
      list: 'conditions',
      query: everything,
      offset: 0,
      limit: 10,
    })
    expect(page.rows[0]?.cells).toMatchObject({
      institution: 'Theirs',
      direction: 'outgoing',
      kind: 'student-studies',
      peoplePerYear: 3,
      iscedCodes: '0613',
      languages: 'en:B2',
      firstYear: '2025/2026',
    })
    expect(await imported(office, document(iia()))).toMatchObject({
      isApplied: false,
      counts: { unchanged: 1 },
    })
    await office.client.history.undo({})
    expect(snapshotOf(office.app.context.office.current().connections)).toEqual(before)
  })

  it('say field by field what a later document changes', async () => {
    const office = await anOffice()
    await imported(office, document(iia()))
    const { items } = await imported(office, document(iia(spec(5))), true)
    expect(items[0]?.changes).toEqual([
      {
        entity: 'condition',
        field: 'peoplePerYear',
        of: 'student-studies · outgoing · 0613',
        before: 3,
        after: 5,
      },
    ])
  })

  it('take an agreement typed by hand for the partner’s only one, and give it its identifiers', async () => {
    const office = await anOffice()
    const institutionId = await aRecord(office, 'institution', { name: 'Theirs', schac: 'theirs.example' })
    const id = await aRecord(office, 'agreement', { institutionId })
    await aRecord(office, 'condition', { agreementId: id, peoplePerYear: 2, iscedCodes: '0613' })
    const { items } = await imported(office, document(iia()))
    expect(items[0]).toMatchObject({ outcome: 'changed', record: { id } })
    const { values } = await office.client.records.get({ entity: 'agreement', id })
    expect(values).toMatchObject({ iiaId: 'A1', partnerIiaId: 'B1', reference: 'CODE 1' })
  })

  it('keep what no field holds, and write what the office changed since', async () => {
    const office = await anOffice()
    await imported(office, document(iia()))
    const [row] = await office.client.lists.ids({ list: 'conditions', query: everything })
    await office.client.records.update({
      entity: 'condition',
      ids: [row ?? ''],
      values: { peoplePerYear: 7 },
    })
    const xml = await exported(office)
    expect(xml).toContain('<isced-clarification>Software</isced-clarification>')
    expect(xml).toContain('<mobilities-per-year>7</mobilities-per-year>')
  })

  it('of any document: export(import(document)) is the document', async () => {
    const office = await anOffice()
    await fc.assert(
      fc.asyncProperty(iiaDocuments('ours.example', ['b.example', 'c.example']), async (root) => {
        const report = await imported(office, writeXml(root, prefixes))
        expect(report.counts).toMatchObject({ rejected: 0 })
        const [first, second] = [await exported(office), await exported(office)]
        expect(second).toBe(first)
        expect(comparable(await treeOf(first))).toEqual(comparable(root))
        expect(await imported(office, first)).toMatchObject({
          isApplied: expect.any(Boolean),
          counts: { changed: expect.any(Number), new: 0 },
        })
        const validator = noValidation === undefined ? createValidator(tempFolder()) : undefined
        expect(validator?.complaints(first, 'iias') ?? '').toBe('')
        await emptied(office)
      }),
      { numRuns: 6 },
    )
  })
})

async function emptied({ client }: TestApp): Promise<void> {
  const ids = await client.lists.ids({ list: 'agreements', query: everything })
  await client.records.remove({ entity: 'agreement', ids: [...ids] })
  const hosts = await client.lists.ids({ list: 'institutions', query: everything })
  await client.records.remove({ entity: 'institution', ids: [...hosts] })
}

describe('what is wrong with a document', () => {
  it.each([
    [
      'a DOCTYPE',
      `<?xml version="1.0"?>\n<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>\n<x>&e;</x>`,
      { reason: 'xml-doctype', line: 2 },
    ],
    ['an entity of its own', '<x>&e;</x>', { reason: 'xml-broken', line: 1 }],
    ['broken tags', '<x>\n<y>\n</x>', { reason: 'xml-broken', line: 3, within: '<x> <y>' }],
    ['an end too soon', '<x>\n<y>', { reason: 'xml-broken', line: 2 }],
    ['no XML at all', 'name;code', { reason: 'xml-not-xml' }],
    ['nothing', '', { reason: 'file-empty' }],
    ['a prefix without namespace', '<a:x/>', { reason: 'xml-broken', line: 1 }],
  ])('%s: refused, with its place', async (_, xml, data) => {
    const office = await anOffice()
    await expect(imported(office, xml)).rejects.toMatchObject({
      data: { code: 'sheet-refused', data: expect.objectContaining(data) },
    })
  })

  it.each([
    ['another root', '<html/>', 'ewp-unknown-root', { root: 'html' }],
    [
      'version 8',
      document('').replaceAll('stable-v7', 'stable-v8'),
      'ewp-unknown-version',
      { version: '8', supported: '7, 6' },
    ],
  ])('%s: refused, saying what is read', async (_, xml, code, data) => {
    const office = await anOffice()
    await expect(imported(office, xml)).rejects.toMatchObject({
      data: { code, data: expect.objectContaining(data) },
    })
  })

  it('a part against its schema is left out with the line, the others come in', async () => {
    const office = await anOffice()
    const wrong = iia(
      spec().replace('<blended>false</blended>', '<blended>maybe</blended>'),
      '<iia-id>A2</iia-id>',
    )
    const report = await imported(office, document(`${iia()}\n${wrong}`))
    expect(report.counts).toEqual({ new: 1, changed: 0, unchanged: 0, rejected: 1 })
    expect(report.items[1]?.findings).toEqual([
      {
        code: 'wrong-value',
        path: 'iias-get-response/iia[2]/cooperation-conditions/student-studies-mobility-spec/blended',
        line: expect.any(Number),
        params: { value: 'maybe', type: 'boolean' },
      },
    ])
  })

  it('an agreement of others, or a school without code, says so', async () => {
    const office = await anOffice('elsewhere.example')
    const { items } = await imported(office, document(iia()))
    expect(items[0]).toMatchObject({ outcome: 'rejected', notes: [{ code: 'not-ours' }] })
    await office.client.settings.updateSchool({ schac: '' })
    await expect(imported(office, document(iia()))).rejects.toMatchObject({
      data: { code: 'ewp-school-unknown' },
    })
    await expect(exported(office)).rejects.toMatchObject({ data: { code: 'nothing-to-export' } })
  })
})

describe('what an agreement lacks', () => {
  it('leads to the field, and is no longer said once it is filled in', async () => {
    const office = await anOffice()
    const institutionId = await aRecord(office, 'institution', { name: 'Theirs' })
    const agreementId = await aRecord(office, 'agreement', {
      institutionId,
      firstYear: '2025/2026',
      lastYear: '2027/2028',
    })
    const condition = await aRecord(office, 'condition', { agreementId, iscedCodes: '061' })
    const { agreements, ready } = await office.client.ewp.check({})
    expect(ready).toBe(0)
    const places = agreements[0]?.problems.map(({ place }) => `${place?.entity} ${place?.field}`)
    expect(new Set(places)).toEqual(
      new Set([
        'institution schac',
        'condition peoplePerYear',
        'condition languages',
        'condition iscedCodes',
      ]),
    )
    await office.client.records.update({
      entity: 'institution',
      ids: [institutionId],
      values: { schac: 'theirs.example' },
    })
    await office.client.records.update({
      entity: 'condition',
      ids: [condition],
      values: { peoplePerYear: 2, languages: 'en:B2', iscedCodes: '0613' },
    })
    expect(await office.client.ewp.check({})).toMatchObject({ ready: 1, agreements: [] })
  })
})

describe.skipIf(!existsSync(samples))('the official examples', () => {
  it.each(['get-response-v7.xml', 'ewp-specs-api-iias-endpoints-get-response-example.xml'])(
    '%s goes out as it came in, its hash included',
    async (name) => {
      const office = await anOffice('uw.edu.pl')
      const xml = readFileSync(join(samples, name), 'utf8')
      const report = await imported(office, xml)
      expect(report.counts).toMatchObject({ new: 1, rejected: 0 })
      const out = await exported(office)
      const [came, went] = [await treeOf(xml), await treeOf(out)]
      expect(went).toEqual(came)
    },
  )

  it('version 6 comes in, and says what version 7 asks for besides', async () => {
    const office = await anOffice('uw.edu.pl')
    const report = await imported(office, readFileSync(join(samples, 'get-response-v6.xml'), 'utf8'))
    expect(report).toMatchObject({ version: 6, counts: { new: 1, rejected: 0 } })
    const { agreements } = await office.client.ewp.check({})
    expect(agreements[0]?.problems.map(({ place }) => place?.field).toSorted()).toEqual([
      'languages',
      'peoplePerYear',
    ])
  })
})

describe.skipIf(noValidation !== undefined)(
  `xmllint (${noValidation ?? 'with the published schema'})`,
  () => {
    it('accepts all agreements of the sample offices', async () => {
      const validator = createValidator(tempFolder())
      for (const profile of ['telecom-paris', 'enit'] as const) {
        const office = await aTestAppWithOffice({ profile, sample: true })
        const xml = await exported(office)
        expect(xml.match(/<iia>/g)?.length).toBeGreaterThan(20)
        expect(validator.complaints(xml, 'iias')).toBe('')
      }
    })

    it('refuses what the application refuses', async () => {
      const validator = createValidator(tempFolder())
      expect(validator.complaints(document(iia()), 'iias')).toBe('')
      for (const [from, to] of [
        ['<blended>false</blended>', ''],
        ['<mobilities-per-year>3', '<mobilities-per-year>0'],
        ['0613</isced-f-code>', '613</isced-f-code>'],
      ] as const)
        expect(validator.complaints(document(iia(spec().replace(from, to))), 'iias')).not.toBe('')
    })
  },
)
