import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import RawConnection from 'better-sqlite3'
import { expect, it } from 'vitest'
import { migrate, type Migration } from '#core/db/migrate.ts'
import { migrations } from '#core/db/migrations/index.ts'
import { journaledTables } from '#core/db/schema.ts'
import { entities } from '#shared/entities/index.ts'
import { tempFolder } from '#tests/fixtures/test-office.ts'
import { bringUp, officeBefore } from '#tests/fixtures/older-office.ts'

const nothing = () => undefined

function migrated(): RawConnection.Database {
  const raw = new RawConnection(':memory:')
  bringUp(raw)
  return raw
}

it('makes the schema of the snapshot, so that every change of it is seen in review', () => {
  const schema = migrated()
    .prepare(
      `SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'search\\_%' ESCAPE '\\' ORDER BY name`,
    )
    .all()
  const path = join(import.meta.dirname, 'schema.snapshot.json')
  if (process.env['UPDATE_SCHEMA'] === '1') writeFileSync(path, `${JSON.stringify(schema, null, 2)}\n`)
  expect(schema).toEqual(JSON.parse(readFileSync(path, 'utf8')))
})

it.each(Object.values(entities))('has a column for each field of $name, and no other', (entity) => {
  const columns = migrated().prepare(`SELECT name FROM pragma_table_info(?)`).pluck().all(entity.name)
  expect(columns.map(String).toSorted()).toEqual(['id', ...Object.keys(entity.fields)].toSorted())
})

it('gives each stay a file of its own, and keeps the stays that were there', () => {
  const raw = officeBefore(60)
  raw.exec(`
    INSERT INTO student (id, studentNumber, familyName, givenNames, status, isSchooledInFrance)
      VALUES ('s', '20240001', 'DURAND', 'Zoé', 'student', 1);
    INSERT INTO mobility (id, studentId, form, status, academicYear, actualStart)
      VALUES ('m', 's', 'internship', 'arrived', '2026/2027', '2026-09-01');
    DELETE FROM openChange`)
  bringUp(raw)
  expect(raw.prepare('SELECT actualStart, ectsAsked, recognitionDecision FROM mobility').get()).toEqual({
    actualStart: '2026-09-01',
    ectsAsked: null,
    recognitionDecision: null,
  })
  expect(raw.prepare('SELECT scholarship FROM student').pluck().get()).toBe(null)
  expect(() =>
    raw.exec(
      `INSERT INTO interruption (id, mobilityId, start, "end") VALUES ('i', 'm', '2026-10-02', '2026-10-01')`,
    ),
  ).toThrow(/CHECK/)
  expect(() =>
    raw.exec(`INSERT INTO document (id, mobilityId, kind, status) VALUES ('d', 'x', 'cv', 'missing')`),
  ).toThrow(/journal.action/)
})

it('keeps the level of a scholarship as a word', () => {
  const raw = officeBefore(61)
  raw.exec(`
    INSERT INTO student (id, studentNumber, familyName, givenNames, status, isSchooledInFrance, scholarshipLevel)
      VALUES ('a', '1', 'A', 'A', 'student', 1, 0), ('b', '2', 'B', 'B', 'student', 1, 7), ('c', '3', 'C', 'C', 'student', 1, NULL);
    DELETE FROM openChange`)
  bringUp(raw)
  expect(raw.prepare('SELECT scholarship FROM student ORDER BY id').pluck().all()).toEqual([
    '0bis',
    '7',
    null,
  ])
})

it('lets campaigns be run in an office that has places and students', () => {
  const raw = officeBefore(70)
  raw.exec(`
    INSERT INTO student (id, studentNumber, familyName, givenNames, status, isSchooledInFrance)
      VALUES ('s', '20240001', 'DURAND', 'Zoé', 'student', 1);
    INSERT INTO institution (id, name, kind, isAthensMember) VALUES ('i', 'Aalto', 'university', 0);
    INSERT INTO agreement (id, institutionId, kind, status) VALUES ('a', 'i', 'erasmus', 'active');
    INSERT INTO condition (id, agreementId, direction, kind, isBlended) VALUES ('c', 'a', 'outgoing', 'student-studies', 0);
    INSERT INTO place (id, conditionId, academicYear, semester, count) VALUES ('p', 'c', '2027/2028', 'any', 2)`)
  bringUp(raw)
  raw.exec(`
    INSERT INTO campaign (id, name, academicYear, status, form, maxWishes, groupBy, seed)
      VALUES ('k', 'Départs', '2027/2028', 'open', 'exchange-semester', 5, 'programme', 1);
    INSERT INTO campaignPlace (id, campaignId, placeId, isOpen, opened) VALUES ('o', 'k', 'p', 1, 2);
    INSERT INTO campaignWish (id, studentId, campaignPlaceId, rank) VALUES ('w', 's', 'o', 1)`)
  expect(raw.prepare('SELECT count(*) FROM place').pluck().get()).toBe(1)
  const decide = (kind: string, place: string) =>
    raw.exec(`INSERT INTO campaignDecision (id, campaignId, studentId, kind, campaignPlaceId)
      VALUES ('${kind}', 'k', 's', '${kind}', ${place})`)
  expect(() => decide('withdrawal', `'o'`)).toThrow(/CHECK/)
  expect(() => decide('lock', 'NULL')).toThrow(/CHECK/)
  raw.exec(`DELETE FROM campaign WHERE id = 'k'`)
  expect(raw.prepare('SELECT count(*) FROM campaignWish').pluck().get()).toBe(0)
})

it.each(journaledTables)('journals every change of %s', (table) => {
  const triggers = migrated()
    .prepare(`SELECT count(*) FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?`)
    .pluck()
    .get(table)
  expect(triggers).toBe(3)
})

it('makes every table strict', () => {
  const loose = migrated()
    .prepare(
      `SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'search\\_%' ESCAPE '\\'`,
    )
    .pluck()
    .all()
  expect(loose).toEqual([])
})

it('leaves neither table nor version behind when a migration fails half way', () => {
  const raw = migrated()
  const newest = raw.pragma('user_version', { simple: true })
  const failing: Migration = {
    version: 99_990,
    up: (db) => {
      db.exec('CREATE TABLE halfway (a TEXT) STRICT')
      throw new Error('half way')
    },
  }
  expect(() => migrate(raw, [...migrations, failing], nothing)).toThrow('half way')
  expect(raw.prepare(`SELECT count(*) FROM sqlite_schema WHERE name = 'halfway'`).pluck().get()).toBe(0)
  expect(raw.pragma('user_version', { simple: true })).toBe(newest)
})

it('calls for a copy of the file before it upgrades one that exists, and not before it fills a new one', () => {
  const calls: number[] = []
  const raw = new RawConnection(join(tempFolder(), 'office.escale'))
  migrate(raw, migrations, (version) => calls.push(version))
  expect(calls).toEqual([])
  migrate(raw, [...migrations, { version: 99_990, up: nothing }], (version) => calls.push(version))
  expect(calls).toEqual([migrations.at(-1)?.version])
})

it('refuses migrations out of order', () => {
  const [first] = migrations
  if (first === undefined) throw new Error('There is no migration')
  expect(() => migrate(new RawConnection(':memory:'), [first, first], nothing)).toThrow(/does not come after/)
})

it('keeps agreements and conditions when EWP documents come to be kept (100)', () => {
  const raw = officeBefore(100)
  raw.exec(`
    INSERT INTO institution (id, name, kind, isAthensMember) VALUES ('i', 'Host', 'university', 0);
    INSERT INTO agreement (id, institutionId, kind, status, reference) VALUES ('a', 'i', 'erasmus', 'active', 'R1');
    INSERT INTO condition (id, agreementId, direction, kind, isBlended, peoplePerYear)
      VALUES ('c', 'a', 'outgoing', 'student-studies', 0, 3);
    DELETE FROM openChange;`)
  bringUp(raw)
  expect(raw.prepare('SELECT reference, iiaId FROM agreement').get()).toEqual({
    reference: 'R1',
    iiaId: null,
  })
  expect(raw.prepare('SELECT peoplePerYear, otherTerms FROM condition').get()).toEqual({
    peoplePerYear: 3,
    otherTerms: null,
  })
})

it('adds the register of charters beside what is kept (101)', () => {
  const raw = officeBefore(101)
  raw.exec(`
    INSERT INTO institution (id, name, kind, isAthensMember, pic) VALUES ('i', 'Host', 'university', 0, '910000001');
    DELETE FROM openChange;`)
  bringUp(raw)
  expect(raw.prepare('SELECT pic FROM institution').pluck().get()).toBe('910000001')
  expect(raw.prepare('SELECT count(*) FROM registerEntry').pluck().get()).toBe(0)
})
