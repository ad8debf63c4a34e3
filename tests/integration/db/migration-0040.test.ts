import RawConnection from 'better-sqlite3'
import { expect, it } from 'vitest'
import { obligationRuleSchema, formRuleSchema } from '#shared/contract/school-rules.ts'
import { bringUp, officeBefore } from '#tests/fixtures/older-office.ts'

/** An office file as the version before left it, with a student, a stay and the rules in their old shape. */
function olderOffice(): RawConnection.Database {
  const raw = officeBefore(40)
  raw.exec(`
    INSERT INTO student (id, studentNumber, familyName, givenNames, status, isSchooledInFrance)
      VALUES ('s', '1', 'DUPONT', 'Émile', 'student', 1);
    INSERT INTO mobility (id, studentId, form, status, academicYear, actualStart, actualEnd)
      VALUES ('m', 's', 'internship', 'recognised', '2025/2026', '2026-06-01', '2026-08-16');
  `)
  const keep = raw.prepare('INSERT INTO setting (id, value) VALUES (?, ?)')
  keep.run('school', '{"name":"An engineering school"}')
  const forms = [{ form: 'internship', office: 'Industry', countsWeeks: true, approvals: ['Contract'] }]
  keep.run('forms', JSON.stringify(forms))
  const obligations = [{ minimumWeeks: 16, owedBy: 'every-student', isCumulative: false, from: null }]
  keep.run('obligations', JSON.stringify(obligations))
  const tracks = [
    { name: 'Mechanics', department: 'M', iscedCode: '0715', isRegional: true },
    { name: 'Other' },
  ]
  keep.run('programmes', JSON.stringify([{ name: 'Engineering', studentStatus: 'student', tracks }]))
  raw.exec('DELETE FROM openChange')
  return raw
}

const setting = (raw: RawConnection.Database, id: string) =>
  JSON.parse(String(raw.prepare('SELECT value FROM setting WHERE id = ?').pluck().get(id)))

it('keeps students and stays, and gives the rules the shape that the ledger reads', () => {
  const raw = olderOffice()
  const entries = raw.prepare('SELECT count(*) FROM journal').pluck().get()
  bringUp(raw, 150)

  expect(raw.prepare('SELECT familyName, exemptionReason, repeatedYears FROM student').get()).toEqual({
    familyName: 'DUPONT',
    exemptionReason: null,
    repeatedYears: null,
  })
  expect(raw.prepare('SELECT actualEnd, stayCountry, virtualStart FROM mobility').get()).toEqual({
    actualEnd: '2026-08-16',
    stayCountry: null,
    virtualStart: null,
  })
  const [rule] = setting(raw, 'obligations')
  expect(obligationRuleSchema.parse(rule)).toMatchObject({ requiredWeeks: 16, stays: 'one' })
  const [form] = setting(raw, 'forms')
  expect(formRuleSchema.parse(form)).toMatchObject({
    form: 'internship',
    office: 'Industry',
    counting: { counts: true },
    approvals: ['Contract'],
  })
  const [{ tracks }] = setting(raw, 'programmes')
  expect(tracks).toMatchObject([{ isRegional: true }, { name: 'Other', isRegional: false }])
  expect(setting(raw, 'curriculum')).toMatchObject({ country: 'FR' })
  expect(raw.prepare('SELECT count(*) FROM journal').pluck().get()).toBe(entries)
})

it('leaves a file without settings without them', () => {
  const raw = new RawConnection(':memory:')
  bringUp(raw, 150)
  expect(raw.prepare('SELECT count(*) FROM setting').pluck().get()).toBe(0)
})

it('refuses a time at a distance that ends before it begins', () => {
  const raw = new RawConnection(':memory:')
  bringUp(raw, 150)
  expect(() =>
    raw.exec(`INSERT INTO mobility (id, studentId, form, status, academicYear, virtualStart, virtualEnd)
      VALUES ('m', 's', 'internship', 'draft', '2025/2026', '2026-06-01', '2026-05-01')`),
  ).toThrow(/CHECK/)
})
