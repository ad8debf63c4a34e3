import { expect, it } from 'vitest'
import { bringUp, officeBefore } from '#tests/fixtures/older-office.ts'

it('keeps incoming stays, and lets no two be the same EWP mobility', () => {
  const raw = officeBefore(125)
  raw
    .prepare(
      `INSERT INTO institution (id, name, kind, isAthensMember) VALUES ('i1', 'Università di Prova', 'university', 0)`,
    )
    .run()
  const columns = 'id, institutionId, familyName, form, status, academicYear'
  raw
    .prepare(
      `INSERT INTO incomingStay (${columns}) VALUES ('s1', 'i1', 'Rossi', 'exchange-semester', 'arrived', '2026/2027')`,
    )
    .run()
  bringUp(raw)
  expect(raw.prepare('SELECT familyName, email, omobilityId FROM incomingStay').all()).toEqual([
    { familyName: 'Rossi', email: null, omobilityId: null },
  ])
  const name = raw.prepare(`UPDATE incomingStay SET omobilityId = 'M1' WHERE id = ?`)
  const add = raw.prepare(
    `INSERT INTO incomingStay (${columns}) VALUES (?, 'i1', 'Verdi', 'exchange-semester', 'nominated', '2026/2027')`,
  )
  add.run('s2')
  name.run('s1')
  expect(() => name.run('s2')).toThrow(/UNIQUE/)
  expect(
    raw.prepare(`SELECT count(*) FROM journal WHERE rowId = 's1' AND operation = 'update'`).pluck().get(),
  ).toBe(1)
})
