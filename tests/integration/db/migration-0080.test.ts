import type RawConnection from 'better-sqlite3'
import { expect, it } from 'vitest'
import { bringUp, officeBefore } from '#tests/fixtures/older-office.ts'

/** An office of before the ledger, with one line of places, one stay and one ATHENS course. */
function beforeTheLedger(): RawConnection.Database {
  const raw = officeBefore(80)
  raw.exec(`
    INSERT INTO institution (id, name, kind, isAthensMember) VALUES ('i', 'TUM', 'university', 1);
    INSERT INTO agreement (id, institutionId, kind, status) VALUES ('a', 'i', 'erasmus', 'active');
    INSERT INTO condition (id, agreementId, direction, kind, isBlended) VALUES ('c', 'a', 'outgoing', 'student-studies', 0);
    INSERT INTO place (id, conditionId, academicYear, semester, programme, count) VALUES ('p', 'c', '2026/2027', 'any', 'P', 3);
    INSERT INTO athensCourse (id, session, code, title, institutionId, isBip) VALUES ('k', '2027-03', 'TUM1', 'Robots', 'i', 0);
    DELETE FROM openChange;
  `)
  return raw
}

it('keeps each count of places, and lets it become unknown', () => {
  const raw = beforeTheLedger()
  bringUp(raw)
  expect(raw.prepare('SELECT count, semester, programme FROM place').get()).toEqual({
    count: 3,
    semester: 'any',
    programme: 'P',
  })
  expect(raw.prepare('SELECT carryOver FROM agreement').pluck().get()).toBe('none')
  expect(raw.prepare('SELECT code, prerequisites, minEcts FROM athensCourse').get()).toEqual({
    code: 'TUM1',
    prerequisites: null,
    minEcts: null,
  })
  raw.exec('INSERT INTO openChange VALUES (1, 1); UPDATE place SET count = NULL')
  expect(raw.prepare('SELECT count FROM place').pluck().get()).toBeNull()
  expect(
    JSON.parse(String(raw.prepare('SELECT before FROM journal ORDER BY seq DESC LIMIT 1').pluck().get())),
  ).toMatchObject({ count: 3 })
  expect(() => raw.exec('UPDATE place SET count = -1')).toThrow(/CHECK/)
})

it('refuses a cancelled ATHENS registration that nobody agreed to', () => {
  const raw = beforeTheLedger()
  bringUp(raw)
  raw.exec(`INSERT INTO openChange VALUES (1, 1);
    INSERT INTO student (id, studentNumber, familyName, givenNames, status, isSchooledInFrance) VALUES ('s', '1', 'A', 'B', 'student', 1)`)
  expect(() =>
    raw.exec(
      `INSERT INTO athensRegistration (id, studentId, courseId, status, isLocked) VALUES ('g', 's', 'k', 'cancelled', 0)`,
    ),
  ).toThrow(/CHECK/)
})
