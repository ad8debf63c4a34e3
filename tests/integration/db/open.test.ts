import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import RawConnection from 'better-sqlite3'
import { expect, it } from 'vitest'
import { openOfficeFile, createOfficeFile, readSettings } from '#core/db/open.ts'
import { migrations } from '#core/db/migrations/index.ts'
import { aTestOffice, fixedClock, reopen, silentLog, tempFolder } from '#tests/fixtures/test-office.ts'

const options = (path: string) => ({ path, migrations, log: silentLog })
const safe = {
  journal_mode: 'wal',
  synchronous: 2,
  foreign_keys: 1,
  busy_timeout: 5000,
  secure_delete: 1,
  temp_store: 2,
  trusted_schema: 0,
  cell_size_check: 1,
  checkpoint_fullfsync: 1,
}

it('keeps the safe settings on both connections, also on the second start', async () => {
  const office = aTestOffice()
  expect(readSettings(office.connections.raw)).toEqual(safe)
  await office.connections.close()
  const again = reopen(office.path)
  expect(readSettings(again.connections.raw)).toEqual(safe)
  expect(readSettings(again.connections.rawReader)).toEqual(safe)
})

it('leaves one file behind when it is closed', async () => {
  const office = aTestOffice()
  await office.connections.close()
  expect(existsSync(`${office.path}-wal`)).toBe(false)
})

it.each([
  ['an empty file', ''],
  ['a text', 'Erasmus code;Name\n'.repeat(20)],
  ['a file that only begins like SQLite', `SQLite format 3\u0000${'x'.repeat(200)}`],
])('refuses %s as not ours and does not touch it', (_name, content) => {
  const path = join(tempFolder(), 'notes.escale')
  writeFileSync(path, content)
  expect(() => openOfficeFile(options(path))).toThrow(expect.objectContaining({ code: 'office-not-ours' }))
  expect(readFileSync(path, 'utf8')).toBe(content)
})

it('refuses a database of another application and does not touch it', () => {
  const path = join(tempFolder(), 'other.escale')
  const other = new RawConnection(path)
  other.exec('CREATE TABLE t (a)')
  other.close()
  const before = readFileSync(path)
  expect(() => openOfficeFile(options(path))).toThrow(expect.objectContaining({ code: 'office-not-ours' }))
  expect(readFileSync(path).equals(before)).toBe(true)
})

it('refuses a folder given as an office file', () => {
  const path = join(tempFolder(), 'folder.escale')
  mkdirSync(path)
  expect(() => openOfficeFile(options(path))).toThrow(expect.objectContaining({ code: 'office-not-ours' }))
})

it('refuses a file written by a newer version, says which, and changes nothing', async () => {
  const office = aTestOffice()
  office.connections.raw.pragma('user_version = 9990')
  await office.connections.close()
  const before = readFileSync(office.path)
  expect(() => openOfficeFile(options(office.path))).toThrow(
    expect.objectContaining({ code: 'office-newer', data: expect.objectContaining({ version: 9990 }) }),
  )
  expect(readFileSync(office.path).equals(before)).toBe(true)
})

it('says that the file or its folder is missing, or that the file exists already', () => {
  const folder = tempFolder()
  expect(() => openOfficeFile(options(join(folder, 'a.escale')))).toThrow(
    expect.objectContaining({ code: 'office-missing' }),
  )
  expect(() => createOfficeFile(options(join(folder, 'no', 'a.escale')))).toThrow(
    expect.objectContaining({ code: 'folder-missing' }),
  )
  const path = join(folder, 'b.escale')
  writeFileSync(path, 'kept')
  expect(() => createOfficeFile(options(path))).toThrow(expect.objectContaining({ code: 'office-exists' }))
  expect(readFileSync(path, 'utf8')).toBe('kept')
})

it('says that the file is damaged when a page is overwritten', async () => {
  const office = aTestOffice()
  await office.connections.close()
  const bytes = readFileSync(office.path)
  bytes.fill(0xff, 100, 4096)
  writeFileSync(office.path, bytes)
  expect(() => openOfficeFile(options(office.path))).toThrow(
    expect.objectContaining({ code: 'office-damaged' }),
  )
})

it('encrypts the file when a key is given, and refuses another key', async () => {
  const key = new Uint8Array(32).fill(7)
  const office = aTestOffice({ key })
  await office.door.change('record.create', {}, (trx) =>
    trx.insertInto('setting').values({ id: 'secret', value: '"Télémaque"' }).execute(),
  )
  await office.connections.close()
  expect(readFileSync(office.path).includes('Télémaque')).toBe(false)
  expect(() => openOfficeFile({ ...options(office.path), key: new Uint8Array(32).fill(8) })).toThrow(
    expect.objectContaining({ code: 'office-key-wrong' }),
  )
  const again = openOfficeFile({ ...options(office.path), key })
  expect(again.raw.prepare(`SELECT value FROM setting WHERE id = 'secret'`).pluck().get()).toBe('"Télémaque"')
  await again.close()
})

it('opens a copy of the file as well as the file', async () => {
  const office = aTestOffice()
  await office.connections.close()
  const copy = join(tempFolder(), 'copy.escale')
  copyFileSync(office.path, copy)
  expect(reopen(copy).connections.schemaVersion).toBe(office.connections.schemaVersion)
  expect(fixedClock.today()).toBe('2026-11-22')
})
