import type RawConnection from 'better-sqlite3'
import { expect, it } from 'vitest'
import { formRuleSchema } from '#shared/contract/school-rules.ts'
import { stayRulesSchema } from '#shared/contract/stay-rules.ts'
import { schoolFormPath } from '#shared/domain/form-path.ts'
import { bringUp, officeBefore } from '#tests/fixtures/older-office.ts'

const silent = {
  minimumMonths: null,
  maximumMonths: null,
  minimumSemesters: null,
  maximumSemesters: null,
  isOncePerCycle: false,
  endsBeforeLastSemester: false,
}
const counting = { counts: true, minimumDays: null, mostWeeks: null }
const insurance = {
  code: 'insurance',
  dueFrom: 'start',
  dueDays: -15,
  step: 'departed',
  isRequired: true,
  from: 'student',
  validMonths: null,
}
const plain = { office: 'International', counting, approvals: [], steps: [], documents: [], fields: [] }

/** An office file of the version before, which said nothing of the steps of most forms. */
function olderOffice(): RawConnection.Database {
  const raw = officeBefore(150)
  const forms = [
    {
      form: 'gap-period',
      ...plain,
      documents: [{ ...insurance, step: 'nominated' }, insurance],
      limits: silent,
    },
    { form: 'double-degree', ...plain, fields: ['notes'], limits: { ...silent, minimumMonths: 18 } },
    {
      form: 'internship',
      ...plain,
      steps: [{ status: 'agreed', office: '', approval: 'Contract' }],
      limits: silent,
    },
  ]
  raw.prepare('INSERT INTO setting (id, value) VALUES (?, ?)').run('forms', JSON.stringify(forms))
  raw.exec('DELETE FROM openChange')
  return raw
}

const setting = (raw: RawConnection.Database, id: string): unknown =>
  JSON.parse(String(raw.prepare('SELECT value FROM setting WHERE id = ?').pluck().get(id)))

it('makes each form say the steps, fields and limits that it had, and journals nothing', () => {
  const raw = olderOffice()
  const entries = raw.prepare('SELECT count(*) FROM journal').pluck().get()
  bringUp(raw, 150)

  const [gap, degree, internship] = formRuleSchema.array().parse(setting(raw, 'forms'))
  expect(gap?.steps.map(({ status }) => status)).toEqual([
    'applied',
    'approved',
    'agreed',
    'departed',
    'arrived',
    'returned',
  ])
  expect(gap?.limits).toEqual({
    ...silent,
    minimumSemesters: 1,
    maximumSemesters: 2,
    isOncePerCycle: true,
    endsBeforeLastSemester: true,
  })
  expect(gap?.documents.map(({ step }) => step)).toEqual(['agreed', 'departed'])
  expect(gap && schoolFormPath('gap-period', gap).fields).toContain('committeeDecision')
  expect(degree?.fields).toEqual(['iscedCode', 'language', 'conditionId', 'degree', 'notes'])
  expect(degree?.limits).toEqual({ ...silent, minimumMonths: 18 })
  expect(internship?.steps).toEqual([{ status: 'agreed', office: '', approval: 'Contract' }])
  expect(stayRulesSchema.parse(setting(raw, 'stayRules'))).toEqual({ forms: [], correspondences: [] })
  expect(raw.prepare('SELECT count(*) FROM journal').pluck().get()).toBe(entries)
})
