import { expect, it } from 'vitest'
import { bringUp, officeBefore } from '#tests/fixtures/older-office.ts'

it('adds what the Beneficiary Module said beside the data that is there', () => {
  const raw = officeBefore(140)
  raw.exec(`
    INSERT INTO student (id, studentNumber, familyName, givenNames, status, isSchooledInFrance)
      VALUES ('s', '1', 'DURAND', 'Zoé', 'student', 1);
    INSERT INTO mobility (id, studentId, form, status, academicYear, bmId)
      VALUES ('m', 's', 'exchange-semester', 'selected', '2026/2027', 'M-1')`)
  bringUp(raw)
  expect(raw.prepare('SELECT bmId FROM mobility').pluck().get()).toBe('M-1')
  raw.exec(`INSERT INTO bmReading (id, readOn, fileName, isFeedback, rows, matched, errors, differences, sha256)
    VALUES ('r', '2026-11-25', 'feedback.xlsx', 1, 2, 1, 1, 0, '${'a'.repeat(64)}')`)
  const insert = raw.prepare(
    `INSERT INTO bmRemark (id, readingId, mobilityId, kind, status) VALUES (?, 'r', 'm', ?, 'open')`,
  )
  insert.run('x', 'error')
  expect(() => insert.run('y', 'unknown-row')).toThrow(/CHECK/)
  expect(raw.prepare(`SELECT operation FROM journal WHERE rowId = 'x'`).pluck().all()).toEqual(['insert'])
  raw.exec(`DELETE FROM mobility WHERE id = 'm'`)
  expect(raw.prepare('SELECT count(*) FROM bmRemark').pluck().get()).toBe(0)
})
