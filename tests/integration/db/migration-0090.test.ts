import { expect, it } from 'vitest'
import { bringUp, officeBefore } from '#tests/fixtures/older-office.ts'

it('brings a file with nominations to the version that says how they were sent', () => {
  const raw = officeBefore(90)
  raw.pragma('foreign_keys = ON')
  const sha256 = 'a'.repeat(64)
  raw.exec(`
    INSERT INTO student (id, studentNumber, familyName, givenNames, status, isSchooledInFrance)
      VALUES ('s', 'N1', 'DUPONT', 'Émile', 'student', 1);
    INSERT INTO mobility (id, studentId, form, status, academicYear)
      VALUES ('m', 's', 'exchange-semester', 'nominated', '2026/2027');
    INSERT INTO nomination (id, mobilityId, sentOn, format, fileName, sha256)
      VALUES ('n', 'm', '2026-04-01', 'erasmus-nominations', 'a.xlsx', '${sha256}');
    DELETE FROM openChange;`)
  const entries = () => raw.prepare('SELECT count(*) FROM journal').pluck().get()
  const before = entries()
  bringUp(raw, 90)
  expect(entries()).toBe(before)
  expect(raw.prepare('SELECT * FROM nomination').all()).toEqual([
    {
      id: 'n',
      mobilityId: 'm',
      sentOn: '2026-04-01',
      channel: 'file',
      recipient: null,
      format: 'erasmus-nominations',
      fileName: 'a.xlsx',
      sha256,
      sizeBytes: null,
    },
  ])
  raw.exec('INSERT INTO openChange (id, action) VALUES (1, 1)')
  const insert = (channel: string, fileName: string | null) =>
    raw
      .prepare(
        `INSERT INTO nomination (id, mobilityId, sentOn, channel, format, fileName) VALUES (?, 'm', '2026-04-02', ?, 'x', ?)`,
      )
      .run(channel, channel, fileName)
  insert('web-form', null)
  expect(() => insert('pigeon', null)).toThrow(/CHECK/)
  expect(() => insert('file', 'a.xlsx')).toThrow(/CHECK/)
  expect(raw.prepare(`SELECT count(*) FROM journal WHERE tableName = 'nomination'`).pluck().get()).toBe(2)
})
