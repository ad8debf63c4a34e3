import RawConnection from 'better-sqlite3'
import { expect, it } from 'vitest'
import { migrate } from '#core/db/migrate.ts'
import { migrations } from '#core/db/migrations/index.ts'

it('brings a file with stays to the version that keeps their steps', () => {
  const raw = new RawConnection(':memory:')
  const nothing = () => undefined
  migrate(
    raw,
    migrations.filter((migration) => migration.version < 50),
    nothing,
  )
  raw.exec(`
    INSERT INTO action (seq, at, actor, label, params, kind, target, state, schemaVersion, firstEntry, lastEntry)
      VALUES (1, '2026-11-24T09:00:00.000Z', 'Ada', 'office.create', '{}', 'do', NULL, 'done', 20, 1, 2);
    INSERT INTO openChange (id, action) VALUES (1, 1);
    INSERT INTO student (id, studentNumber, familyName, givenNames, status, isSchooledInFrance)
      VALUES ('s', 'N1', 'DUPONT', 'Émile', 'student', 1);
    INSERT INTO mobility (id, studentId, form, status, academicYear)
      VALUES ('m', 's', 'gap-period', 'approved', '2026/2027');
    DELETE FROM openChange;`)
  migrate(
    raw,
    migrations.filter((migration) => migration.version <= 50),
    nothing,
  )
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
