import { expect, it } from 'vitest'
import { bringUp, officeBefore } from '#tests/fixtures/older-office.ts'

it('brings a file with stays to the version that keeps their steps', () => {
  const raw = officeBefore(50)
  raw.exec(`
    INSERT INTO student (id, studentNumber, familyName, givenNames, status, isSchooledInFrance)
      VALUES ('s', 'N1', 'DUPONT', 'Émile', 'student', 1);
    INSERT INTO mobility (id, studentId, form, status, academicYear)
      VALUES ('m', 's', 'gap-period', 'approved', '2026/2027');
    DELETE FROM openChange;`)
  bringUp(raw, 50)
  expect(raw.prepare('SELECT status, committeeDecision, studySemester FROM mobility').get()).toEqual({
    status: 'approved',
    committeeDecision: null,
    studySemester: null,
  })
  const insert = raw.prepare(
    `INSERT INTO mobilityStep (id, mobilityId, fromStep, step, movedOn) VALUES ('x', 'm', 'approved', 'agreed', '24/11/2026')`,
  )
  expect(() => insert.run()).toThrow(/CHECK/)
})
