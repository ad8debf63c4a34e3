import fc from 'fast-check'
import { expect, it } from 'vitest'
import { lasRule, omobilitiesRule } from '#shared/domain/ewp/mobility-rules.ts'
import { checkDocument } from '#shared/domain/ewp/schema.ts'
import { withoutLines } from '#shared/domain/ewp/xml-tree.ts'
import { insertRows } from '#core/db/bulk.ts'
import { readXmlTree } from '#core/sheets/xml/read-xml-tree.ts'
import { createValidator, whyNoValidation } from '#tests/fixtures/ewp/xsd-folder.ts'
import { finishJob } from '#tests/fixtures/register/finish-job.ts'
import { aRecord, aTestAppWithOffice, type TestApp } from '#tests/fixtures/test-app.ts'
import { tempFolder } from '#tests/fixtures/test-office.ts'

const noValidation = whyNoValidation()
const formats = [
  { format: 'omobilities', schema: 'omobilities', rule: omobilitiesRule, part: 'student-mobility' },
  { format: 'learning-agreements', schema: 'las', rule: lasRule, part: 'la' },
] as const

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).filter((made) => made.trim() !== '')
const maybe = <T>(made: fc.Arbitrary<T>) => fc.option(made, { nil: null, freq: 20 })
const oneOf = fc.constantFrom
const day = fc
  .date({ min: new Date('2026-08-01'), max: new Date('2027-07-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

const course = fc.record({
  version: oneOf(1, 1, 2),
  table: oneOf('A', 'B', 'C'),
  title: text,
  code: maybe(text),
  term: maybe(fc.integer({ min: 1, max: 8 })),
  ects: maybe(fc.integer({ min: 0, max: 240 }).map((half) => half / 2)),
  recognitionConditions: maybe(text),
  status: oneOf('inserted', 'deleted'),
  reasonCode: maybe(oneOf('not-available', 'extending-mobility')),
  reasonText: maybe(text),
})
const signed = fc.record({
  signerName: text,
  position: maybe(text),
  email: oneOf('a@b.example', 'c@d.example'),
  signedOn: day,
})
const signers = [1, 2].flatMap((version) =>
  (['student', 'sending', 'receiving'] as const).map((role) => ({ version, role })),
)
const signature = fc
  .tuple(fc.subarray(signers, { minLength: 4 }), fc.array(signed, { minLength: 6, maxLength: 6 }))
  .map(([who, how]) => who.map((one, at) => ({ ...how[at], ...one })))
const stay = fc.record({
  student: fc.record({
    familyName: text,
    givenNames: text,
    gender: maybe(oneOf('0', '1', '2', '9')),
    birthDate: maybe(oneOf('2003-02-28', '2004-12-31')),
    nationality: maybe(oneOf('FR', 'IT', 'XK')),
    email: maybe(oneOf('zoe@ours.example')),
    phone: maybe(text),
    eqfLevel: maybe(fc.integer({ min: 1, max: 8 })),
    iscedCode: maybe(oneOf('0613', '0714', '0613', '0714', '061')),
    languages: maybe(oneOf('en:C1', 'en:B2')),
    hasEsi: fc.boolean(),
  }),
  mobility: fc.record({
    semester: maybe(oneOf('autumn', 'spring', 'year')),
    status: oneOf('nominated', 'accepted', 'agreed', 'departed'),
    plannedStart: maybe(day.filter((made) => made < '2027-01-15')),
    plannedEnd: maybe(day.filter((made) => made >= '2027-01-15')),
    language: oneOf('en', 'en', 'es'),
    iscedCode: maybe(oneOf('0613', '0714')),
  }),
  courses: fc.array(course, { maxLength: 6 }),
  signatures: signature,
})
type Stay = typeof stay extends fc.Arbitrary<infer T> ? T : never

/** The exported document; undefined where every stay lacks something, so that there is nothing to write. */
async function exported(office: TestApp, format: string): Promise<string | undefined> {
  const asked = { kind: 'export', format, params: { academicYear: '2026/2027' }, draft: true } as const
  const result = await finishJob(office, asked).catch((error: unknown) => {
    if (refusalCode(error) === 'nothing-to-export') return undefined
    throw error
  })
  return result?.kind === 'export' ? await result.file.text() : undefined
}

function refusalCode(error: unknown): unknown {
  const data = error instanceof Error && 'data' in error ? error.data : undefined
  return typeof data === 'object' && data !== null && 'code' in data ? data.code : undefined
}

async function write(
  office: TestApp,
  host: { readonly institutionId: string; readonly conditionId: string },
  stays: readonly Stay[],
): Promise<void> {
  const { connections, door } = office.app.context.office.current()
  const id = (kind: number, at: number) => `00000000-0000-7000-9${kind}00-${String(at).padStart(12, '0')}`
  let parts = 0
  await door.change('import.apply', { file: 'random' }, async () => {
    for (const [
      at,
      {
        student: { hasEsi, ...student },
        mobility,
        courses,
        signatures,
      },
    ] of stays.entries()) {
      const [studentId, mobilityId] = [id(1, at), id(2, at)]
      const esi = hasEsi ? `urn:schac:personalUniqueCode:int:esi:ours.example:R${at}` : null
      const person = { ...student, esi, studentNumber: `R${at}`, status: 'student', isSchooledInFrance: 1 }
      const going = {
        ...mobility,
        studentId,
        ...host,
        form: 'exchange-semester',
        academicYear: '2026/2027',
      }
      insertRows(connections.raw, 'student', [{ ...person, id: studentId }])
      insertRows(connections.raw, 'mobility', [{ ...going, id: mobilityId }])
      for (const row of courses)
        insertRows(connections.raw, 'laComponent', [{ ...row, mobilityId, id: id(3, (parts += 1)) }])
      for (const row of signatures)
        insertRows(connections.raw, 'laSignature', [{ ...row, mobilityId, id: id(4, (parts += 1)) }])
    }
  })
}

it(`whatever the office holds, what goes out is valid, by our rules and by xmllint (${noValidation ?? 'here'})`, async () => {
  const office = await aTestAppWithOffice()
  await office.client.settings.updateSchool({
    schac: 'ours.example',
    coordinatorName: 'Ada Lovelace',
    coordinatorEmail: 'ada@ours.example',
  })
  const institutionId = await aRecord(office, 'institution', {
    name: 'Theirs',
    schac: 'theirs.example',
    contactName: 'Jan Kowalski',
    contactEmail: 'jan@theirs.example',
  })
  const agreementId = await aRecord(office, 'agreement', { institutionId })
  const conditionId = await aRecord(office, 'condition', { agreementId })
  const validator = noValidation === undefined ? createValidator(tempFolder()) : undefined
  const written = { 'student-mobility': 0, la: 0 }
  await fc.assert(
    fc.asyncProperty(fc.array(stay, { minLength: 3, maxLength: 12 }), async (stays) => {
      await write(office, { institutionId, conditionId }, stays)
      for (const { format, schema, rule, part } of formats) {
        const xml = await exported(office, format)
        if (xml === undefined) continue
        written[part] += xml.split(`<${part}>`).length - 1
        expect(checkDocument(withoutLines(await readXmlTree(Buffer.from(xml))), rule)).toEqual([])
        expect(validator?.complaints(xml, schema) ?? '').toBe('')
      }
      await office.client.history.undo({})
    }),
    { numRuns: 10 },
  )
  expect(written['student-mobility']).toBeGreaterThan(10)
  expect(written.la).toBeGreaterThan(3)
})
