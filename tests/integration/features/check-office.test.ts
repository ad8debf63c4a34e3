import { expect, it } from 'vitest'
import { aTestAppWithOffice } from '#tests/fixtures/test-app.ts'

it.each([
  ['blank', false],
  ['telecom-paris', true],
  ['enit', true],
] as const)('finds a new file sound: %s, sample %s', async (profile, sample) => {
  const { client } = await aTestAppWithOffice({ profile, sample })
  expect(await client.office.check()).toMatchObject({ ok: true, problems: [] })
})

it('names what the journal does not account for, table by table', async () => {
  const { app, client } = await aTestAppWithOffice({ profile: 'blank' })
  const { raw } = app.context.office.current().connections
  raw.exec(`
    DROP TRIGGER journal_student_insert;
    INSERT INTO student (id, studentNumber, familyName, givenNames, status, isSchooledInFrance)
      VALUES ('s', '1', 'DUPONT', 'Zoé', 'student', 1);
    DROP TRIGGER journal_countryGroup_delete;
    DELETE FROM countryGroup WHERE id = (SELECT min(id) FROM countryGroup);
  `)
  expect(await client.office.check()).toMatchObject({
    ok: false,
    problems: [
      { code: 'row-without-entry', params: { table: 'student', count: 1 } },
      { code: 'entry-without-row', params: { table: 'countryGroup', count: 1 } },
    ],
  })
})
