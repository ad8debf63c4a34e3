import { expect, it } from 'vitest'
import { bringUp, officeBefore } from '#tests/fixtures/older-office.ts'

it('adds incoming stays beside the data that is there', () => {
  const raw = officeBefore(120)
  raw
    .prepare(
      `INSERT INTO institution (id, name, kind, isAthensMember) VALUES ('i1', 'Università di Prova', 'university', 0)`,
    )
    .run()
  bringUp(raw)
  expect(raw.prepare('SELECT name FROM institution').pluck().all()).toEqual(['Università di Prova'])
  const insert = raw.prepare(
    `INSERT INTO incomingStay (id, institutionId, familyName, form, status, academicYear, start, "end")
     VALUES (?, 'i1', 'Rossi', 'exchange-semester', 'arrived', '2026/2027', ?, ?)`,
  )
  insert.run('s1', '2026-09-01', '2027-01-31')
  expect(() => insert.run('s2', '2027-01-31', '2026-09-01')).toThrow(/CHECK/)
  expect(raw.prepare(`SELECT operation FROM journal WHERE rowId = 's1'`).pluck().all()).toEqual(['insert'])
})
