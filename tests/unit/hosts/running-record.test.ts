import { expect, test } from 'vitest'
import { parseRecord } from '../../../electron/hosts/loopback/running-record.ts'

test('a record is read back as it was written', () => {
  const record = {
    pid: 4321,
    url: 'http://127.0.0.1:4321/?token=abc',
    window: { browser: '/usr/bin/chromium', profile: '/state/browser-profile-1' },
  }
  expect(parseRecord(JSON.stringify(record))).toEqual(record)
  expect(parseRecord('{"pid":4321}')).toEqual({ pid: 4321 })
})

test.each([
  '',
  '{',
  'null',
  '[]',
  '"4321"',
  '{}',
  '{"pid":"4321"}',
  '{"pid":0}',
  '{"pid":-1}',
  '{"pid":1.5}',
])('%j is no record', (text) => {
  expect(parseRecord(text)).toBeUndefined()
})

test('half a window is left out', () => {
  expect(parseRecord('{"pid":7,"window":{"browser":"/usr/bin/chromium"}}')).toEqual({ pid: 7 })
})

test('an address that cannot be one is left out', () => {
  expect(parseRecord('{"pid":7,"url":"not an address"}')).toEqual({ pid: 7 })
})
