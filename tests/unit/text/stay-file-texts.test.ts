import { expect, it } from 'vitest'
import { profileNames } from '#shared/contract/office.ts'
import { laRoles } from '#shared/domain/learning-agreement.ts'
import { documentKinds } from '#shared/entities/stay-file.ts'
import { isTextKey } from '#shared/text/text.ts'
import { aidSchemesOf } from '#core/profiles/aid-schemes.ts'
import { profileOf } from '#core/profiles/index.ts'

const findings = [
  'nothing-at-host',
  'nothing-recognised',
  'credits-differ',
  'credits-missing',
  'deletes-nothing',
  'inserted-twice',
  'change-without-reason',
  'no-explanation',
  'signed-after-start',
]
const reasons = [
  'closed',
  'year',
  'form',
  'country-group',
  'host-country',
  'nationality',
  'student-status',
  'too-short',
  'too-long',
  'scholarship',
  'not-partner',
  'other-aid',
  'days-unknown',
  'host-unknown',
  'nationality-unknown',
  'scholarship-unknown',
]

it('every finding, reason and problem of a stay’s file has its sentence', () => {
  const problems = ['unsigned-before', 'signed-before', 'signed-after', 'unsigned-under']
  const keys = [
    ...findings.map((code) => `stay-file.finding.${code}`),
    ...reasons.map((code) => `stay-file.aid.${code}`),
    ...problems.flatMap((code) => laRoles.map((role) => `stay-file.problem.${code}.${role}`)),
    ...['overdue', 'missing', 'expired', 'expiring'].map((state) => `reminders.line.${state}`),
  ]
  expect(keys.filter((key) => !isTextKey(key))).toEqual([])
})

it.each(profileNames)('the profile %s asks for known documents, each once for a form', (name) => {
  for (const { form, documents } of profileOf(name).forms) {
    const codes = documents.map(({ code }) => code)
    expect(codes.length, form).toBeGreaterThan(0)
    expect(new Set(codes).size, form).toBe(codes.length)
    expect(codes.filter((code) => !documentKinds.some((kind) => kind === code))).toEqual([])
  }
})

it.each(profileNames)('each aid of the profile %s says where it comes from and how sure it is', (name) => {
  for (const { source, certainty } of aidSchemesOf(name)) {
    expect(source).not.toBe(null)
    expect(certainty).not.toBe(null)
  }
})
