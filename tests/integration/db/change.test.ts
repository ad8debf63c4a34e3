import { expect, it } from 'vitest'
import { aTestOffice, reopen, snapshotOf } from '#tests/fixtures/test-office.ts'

const setting = (id: string, value: string) => ({ id, value: JSON.stringify(value) })

it('refuses a write that does not go through the door', () => {
  const { connections } = aTestOffice()
  expect(() => connections.raw.prepare(`INSERT INTO setting VALUES ('a', '1')`).run()).toThrow(/NOT NULL/)
})

it('refuses any write on the connection that reads', () => {
  const { connections } = aTestOffice()
  expect(() => connections.rawReader.prepare(`INSERT INTO setting VALUES ('a', '1')`).run()).toThrow(
    /readonly/,
  )
})

it('keeps nothing of an action that fails half way, and lets the next one through', async () => {
  const office = aTestOffice()
  const failing = office.door.change('record.create', {}, async (trx) => {
    await trx.insertInto('setting').values(setting('a', 'x')).execute()
    throw new Error('half way')
  })
  await expect(failing).rejects.toThrow('half way')
  await office.door.change('record.create', {}, (trx) =>
    trx.insertInto('setting').values(setting('b', 'y')).execute(),
  )
  expect(snapshotOf(office.connections)['setting']).toEqual([setting('b', 'y')])
})

it('leaves no trace of an action that changes nothing', async () => {
  const office = aTestOffice()
  await office.door.change('record.create', {}, (trx) =>
    trx.insertInto('setting').values(setting('a', 'x')).execute(),
  )
  const { action } = await office.door.change('record.update', {}, (trx) =>
    trx.updateTable('setting').set({ value: '"x"' }).where('id', '=', 'a').execute(),
  )
  expect(action).toBeUndefined()
  expect(office.connections.raw.prepare('SELECT count(*) FROM action').pluck().get()).toBe(1)
})

it('undoes and redoes after a restart', async () => {
  const office = aTestOffice()
  await office.door.change('record.create', {}, (trx) =>
    trx.insertInto('setting').values(setting('a', 'x')).execute(),
  )
  await office.connections.close()
  const again = reopen(office.path)
  await again.door.undo()
  expect(snapshotOf(again.connections)['setting']).toEqual([])
  await again.connections.close()
  const third = reopen(office.path)
  await third.door.redo()
  expect(snapshotOf(third.connections)['setting']).toEqual([setting('a', 'x')])
})

it('forgets what was undone once something new is done', async () => {
  const office = aTestOffice()
  await office.door.change('record.create', {}, (trx) =>
    trx.insertInto('setting').values(setting('a', 'x')).execute(),
  )
  await office.door.undo()
  await office.door.change('record.create', {}, (trx) =>
    trx.insertInto('setting').values(setting('b', 'y')).execute(),
  )
  await expect(office.door.redo()).rejects.toMatchObject({ code: 'nothing-to-redo' })
})

it('does changes asked for at the same time one after the other', async () => {
  const office = aTestOffice()
  await office.door.change('record.create', {}, (trx) =>
    trx.insertInto('setting').values(setting('n', '0')).execute(),
  )
  const increment = () =>
    office.door.change('setting.update', {}, async (trx) => {
      const row = await trx
        .selectFrom('setting')
        .select('value')
        .where('id', '=', 'n')
        .executeTakeFirstOrThrow()
      await trx
        .updateTable('setting')
        .set({ value: JSON.stringify(String(Number(JSON.parse(row.value)) + 1)) })
        .where('id', '=', 'n')
        .execute()
    })
  await Promise.all(Array.from({ length: 20 }, increment))
  expect(snapshotOf(office.connections)['setting']).toEqual([setting('n', '20')])
})

it('refuses to undo what was done before the file was upgraded', async () => {
  const office = aTestOffice()
  await office.door.change('record.create', {}, (trx) =>
    trx.insertInto('setting').values(setting('a', 'x')).execute(),
  )
  office.connections.raw.prepare('UPDATE action SET schemaVersion = 1').run()
  await expect(office.door.undo()).rejects.toMatchObject({ code: 'undo-before-upgrade' })
})
