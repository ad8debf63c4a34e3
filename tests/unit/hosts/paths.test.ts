import { expect, test } from 'vitest'
import { hostPaths, type Computer } from '../../../electron/hosts/paths.ts'

const linux: Computer = { platform: 'linux', home: '/home/ada', env: {}, exists: () => true }

test('Linux keeps the state in the configuration folder of XDG', () => {
  expect(hostPaths(linux)).toEqual({
    stateFolder: '/home/ada/.config/escale',
    officeFolder: '/home/ada/Documents/Escale',
  })
  expect(hostPaths({ ...linux, env: { XDG_CONFIG_HOME: '/data/config' } }).stateFolder).toBe(
    '/data/config/escale',
  )
})

test('Windows keeps the state in the roaming folder, under its own separators', () => {
  const windows: Computer = {
    platform: 'win32',
    home: 'C:\\Users\\ada',
    env: { APPDATA: 'D:\\Profiles\\ada' },
    exists: () => true,
  }
  expect(hostPaths(windows)).toEqual({
    stateFolder: 'D:\\Profiles\\ada\\Escale',
    officeFolder: 'C:\\Users\\ada\\Documents\\Escale',
  })
  expect(hostPaths({ ...windows, env: {} }).stateFolder).toBe('C:\\Users\\ada\\AppData\\Roaming\\Escale')
})

test('macOS keeps the state in Application Support', () => {
  expect(hostPaths({ ...linux, platform: 'darwin', home: '/Users/ada' }).stateFolder).toBe(
    '/Users/ada/Library/Application Support/Escale',
  )
})

test('without a Documents folder, offices are made in the home folder', () => {
  expect(hostPaths({ ...linux, exists: () => false }).officeFolder).toBe('/home/ada/Escale')
})

test('ESCALE_STATE and ESCALE_OFFICES name other folders; empty ones count as absent', () => {
  const env = { ESCALE_STATE: '/tmp/state', ESCALE_OFFICES: '/srv/offices' }
  expect(hostPaths({ ...linux, env })).toEqual({ stateFolder: '/tmp/state', officeFolder: '/srv/offices' })
  expect(hostPaths({ ...linux, env: { ESCALE_STATE: '' } }).stateFolder).toBe('/home/ada/.config/escale')
})
