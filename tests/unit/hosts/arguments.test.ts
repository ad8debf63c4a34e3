import { expect, test } from 'vitest'
import { officeFileAmong, parseStartArguments } from '../../../electron/hosts/arguments.ts'

const nothingAsked = { browser: false, window: true, help: false }

test('no argument means a window on the last office', () => {
  expect(parseStartArguments([])).toEqual({ ok: true, value: nothingAsked })
})

test('an office file and all options are read, in any order', () => {
  expect(parseStartArguments(['--port', '4321', 'école.ESCALE', '--no-window', '--browser'])).toEqual({
    ok: true,
    value: { officeFile: 'école.ESCALE', browser: true, window: false, port: 4321, help: false },
  })
  expect(parseStartArguments(['--port=4321'])).toEqual({ ok: true, value: { ...nothingAsked, port: 4321 } })
})

test.each([
  [['--no-windows'], 'unknown-option', '--no-windows'],
  [['-x'], 'unknown-option', '-x'],
  [['--port', '80'], 'bad-port', '80'],
  [['--port', '65536'], 'bad-port', '65536'],
  [['--port', '4e3'], 'bad-port', '4e3'],
  [['--port'], 'bad-port', '--port'],
  [['a.escale', 'b.escale'], 'several-files', 'b.escale'],
  [['students.xlsx'], 'not-an-office-file', 'students.xlsx'],
])('%j is refused: %s', (args, reason, argument) => {
  expect(parseStartArguments(args)).toEqual({ ok: false, error: { reason, params: { argument } } })
})

test('the file manager’s office file is found among Chromium’s switches', () => {
  expect(officeFileAmong(['--allow-file-access', '/home/ada/Bureau.escale', '--x=y.escale'])).toBe(
    '/home/ada/Bureau.escale',
  )
  expect(officeFileAmong(['.', '--inspect'])).toBeUndefined()
})
