import type RawConnection from 'better-sqlite3'
import { expect, it } from 'vitest'
import { bringUp, officeBefore } from '#tests/fixtures/older-office.ts'

function olderOffice(): RawConnection.Database {
  const raw = officeBefore(130)
  raw.exec(`
    INSERT INTO student (id, studentNumber, familyName, givenNames, status, isSchooledInFrance)
      VALUES ('s', '20240001', 'DURAND', 'Zoé', 'student', 1);
    INSERT INTO mobility (id, studentId, form, status, academicYear) VALUES
      ('m', 's', 'exchange-semester', 'arrived', '2026/2027'), ('n', 's', 'internship', 'draft', '2026/2027');
    INSERT INTO aidScheme (id, name, isOpen, amountKind, needsPartner, excludesOthers)
      VALUES ('a', 'Erasmus+', 1, 'erasmus-grant', 1, 0);
    INSERT INTO funding (id, mobilityId, schemeId, status, amountGranted) VALUES ('f', 'm', 'a', 'granted', 1000);
    INSERT INTO instalment (id, fundingId, amount, dueOn, paidOn, notes)
      VALUES ('p', 'f', 700, '2026-09-20', '2026-09-25', 'first')`)
  return raw
}

it('keeps every payment, and lets one be money given back', () => {
  const raw = olderOffice()
  const journaled = Number(raw.prepare('SELECT count(*) FROM journal').pluck().get())
  bringUp(raw, 130)
  expect(raw.prepare('SELECT * FROM instalment').get()).toEqual({
    id: 'p',
    fundingId: 'f',
    amount: 700,
    dueOn: '2026-09-20',
    paidOn: '2026-09-25',
    notes: 'first',
  })
  expect(raw.prepare('SELECT count(*) FROM journal').pluck().get()).toBe(journaled)
  raw.exec(`INSERT INTO instalment (id, fundingId, amount) VALUES ('q', 'f', -120.5)`)
  expect(raw.prepare(`SELECT operation FROM journal WHERE rowId = 'q'`).pluck().all()).toEqual(['insert'])
  raw.exec(`DELETE FROM funding WHERE id = 'f'`)
  expect(raw.prepare('SELECT count(*) FROM instalment').pluck().get()).toBe(0)
})

it('ships the country groups and the figures, each with its source', () => {
  const raw = olderOffice()
  bringUp(raw, 130)
  const unsaid = `WHERE source IS NULL OR certainty IS NULL`
  expect(raw.prepare(`SELECT count(*) FROM grantRate ${unsaid}`).pluck().get()).toBe(0)
  expect(raw.prepare(`SELECT count(*) FROM countryGroup ${unsaid}`).pluck().get()).toBe(0)
  expect(
    raw
      .prepare(`SELECT name FROM countryGroup WHERE instr(countries, 'ES') AND firstCall = 2023`)
      .pluck()
      .all(),
  ).toEqual(['group-2'])
  expect(
    raw
      .prepare(
        `SELECT least, most FROM grantRate WHERE callYear = 2021 AND kind = 'monthly' AND countryGroup = 'group-1'`,
      )
      .get(),
  ).toEqual({ least: 310, most: 600 })
})

it('knows each mobility of the Beneficiary Module once, and refuses what cannot be', () => {
  const raw = olderOffice()
  bringUp(raw, 130)
  raw.exec(`UPDATE mobility SET bmId = '719MOB1' WHERE id = 'm'`)
  expect(() => raw.exec(`UPDATE mobility SET bmId = '719MOB1' WHERE id = 'n'`)).toThrow(/UNIQUE/)
  expect(() => raw.exec(`UPDATE mobility SET nonFundedDays = -1`)).toThrow(/CHECK/)
  expect(() => raw.exec(`UPDATE mobility SET activityType = 'HE-STA'`)).toThrow(/CHECK/)
  expect(() =>
    raw.exec(
      `INSERT INTO grantRate (id, callYear, kind, amount, least, most) VALUES ('r', 2026, 'monthly', 1, 3, 2)`,
    ),
  ).toThrow(/CHECK/)
})
