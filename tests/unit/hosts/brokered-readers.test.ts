import { expect, test } from 'vitest'
import { createBrokeredReaders } from '../../../electron/hosts/brokered-readers.ts'
import { parseToReaders, type ToReaders } from '../../../electron/hosts/reader-messages.ts'

function aCoreWithReaders() {
  const sent: ToReaders[] = []
  return { sent, readers: createBrokeredReaders((message) => sent.push(message)) }
}

test('each reader is asked for by its own number, with its options and no program to choose', () => {
  const { sent, readers } = aCoreWithReaders()
  readers.spawn.start('/anywhere/program.js', ['--max-old-space-size=512'])
  readers.spawn.start('/anywhere/program.js', []).kill()
  expect(sent).toEqual([
    { type: 'reader-start', id: 1, execArgv: ['--max-old-space-size=512'] },
    { type: 'reader-start', id: 2, execArgv: [] },
    { type: 'reader-kill', id: 2 },
  ])
})

test('what a reader says reaches the one who started it, and its process number is known once it runs', () => {
  const { readers } = aCoreWithReaders()
  const first = readers.spawn.start('', [])
  const second = readers.spawn.start('', [])
  const heard: unknown[] = []
  second.onMessage((message) => heard.push(message))
  expect(readers.take({ type: 'reader-started', id: 2, pid: 77 })).toBe(true)
  readers.take({ type: 'reader-said', id: 1, message: 'for the first' })
  readers.take({ type: 'reader-said', id: 2, message: { type: 'rows' } })
  expect(heard).toEqual([{ type: 'rows' }])
  expect([first.pid, second.pid]).toEqual([undefined, 77])
})

test('the end of a reader is told once, with its cause', () => {
  const { readers } = aCoreWithReaders()
  const reader = readers.spawn.start('', [])
  const exits: unknown[] = []
  reader.onExit((exit) => exits.push(exit))
  const gone = { type: 'reader-gone', id: 1, isOutOfMemory: true, detail: 'exit 5' }
  readers.take(gone)
  readers.take(gone)
  expect(exits).toEqual([{ isOutOfMemory: true, detail: 'exit 5' }])
})

test('messages that are not about readers are left to others', () => {
  const { readers } = aCoreWithReaders()
  for (const other of [{ type: 'connect' }, { type: 'reader-said' }, null, 'reader-said']) {
    expect(readers.take(other)).toBe(false)
  }
  for (const other of [{ type: 'reader-start', id: 1, execArgv: [1] }, { type: 'end' }, undefined]) {
    expect(parseToReaders(other)).toBeUndefined()
  }
})
