import RawConnection from 'better-sqlite3'
import { expect, it } from 'vitest'
import { bringUp, officeBefore } from '#tests/fixtures/older-office.ts'

it('gives what was shipped an entry in the journal, as an action that cannot be undone', () => {
  const raw = officeBefore(151)
  raw.exec(`UPDATE grantRate SET amount = amount + 1 WHERE id = (SELECT min(id) FROM grantRate);
    UPDATE action SET lastEntry = (SELECT max(seq) FROM journal); DELETE FROM openChange`)
  bringUp(raw, 151)
  const count = (sql: string) => Number(raw.prepare(sql).pluck().get())
  const shipped = count('SELECT (SELECT count(*) FROM grantRate) + (SELECT count(*) FROM countryGroup)')
  expect(raw.prepare('SELECT seq, label, state, firstEntry, lastEntry FROM action').all()).toMatchObject([
    { seq: 1, state: 'done', firstEntry: 1, lastEntry: 1 },
    { seq: 2, label: 'office.upgrade', state: 'dropped', firstEntry: 2, lastEntry: shipped },
  ])
  expect(count(`SELECT count(*) FROM journal WHERE operation = 'insert' AND action = 2`)).toBe(shipped - 1)
  expect(count('SELECT count(DISTINCT rowId) FROM journal')).toBe(shipped)
})

it('adds no action to a file that is being made', () => {
  const raw = new RawConnection(':memory:')
  bringUp(raw)
  expect(raw.prepare('SELECT count(*) FROM action').pluck().get()).toBe(0)
})
