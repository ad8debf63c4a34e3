import { describe, expect, test } from 'vitest'
import {
  isAllowedPermission,
  isAllowedRequest,
  isOwnOrigin,
  isOwnPage,
  pathInApp,
} from '../../../electron/hosts/desktop-policy.ts'

const devServer = 'http://localhost:5173/'

describe('the installed application', () => {
  test.each([
    'app://escale/',
    'app://escale/assets/index.js',
    'data:image/png;base64,AA',
    'blob:app://escale/5f',
  ])('loads %s', (url) => {
    expect(isAllowedRequest(url, undefined)).toBe(true)
  })

  test.each([
    'https://example.org/',
    'http://127.0.0.1:4321/',
    'http://localhost:5173/',
    'ws://localhost:5173/',
    'file:///etc/passwd',
    'app://other/index.html',
    'blob:https://example.org/5f',
    'devtools://devtools/bundled/x.html',
    'chrome-extension://abc/x.js',
    'ftp://example.org/',
  ])('does not load %s', (url) => {
    expect(isAllowedRequest(url, undefined)).toBe(false)
  })

  test('knows its own page and origin, and no other', () => {
    expect(isOwnOrigin('app://escale', undefined)).toBe(true)
    for (const origin of ['app://other', 'null', '', undefined, 'http://localhost:5173', 'https://app']) {
      expect(isOwnOrigin(origin, undefined)).toBe(false)
    }
    expect(isOwnPage('app://escale/#/partners', undefined)).toBe(true)
    for (const url of [
      'https://escale/',
      'file:///escale/index.html',
      'javascript:alert(1)',
      'not an address',
    ]) {
      expect(isOwnPage(url, undefined)).toBe(false)
    }
  })
})

describe('while programming', () => {
  test.each([
    'http://localhost:5173/src/x.tsx',
    'ws://localhost:5173/?token=x',
    'devtools://devtools/x.html',
  ])('loads %s too', (url) => {
    expect(isAllowedRequest(url, devServer)).toBe(true)
  })

  test.each(['http://localhost:5174/', 'https://example.org/'])('still does not load %s', (url) => {
    expect(isAllowedRequest(url, devServer)).toBe(false)
  })

  test('the development page is our own', () => {
    expect(isOwnPage('http://localhost:5173/#/partners', devServer)).toBe(true)
    expect(isOwnPage('http://localhost:5174/', devServer)).toBe(false)
  })
})

test('addresses of our scheme are looked up as written, others never', () => {
  expect(pathInApp('app://escale/assets/a.js?v=1#x')).toBe('/assets/a.js')
  expect(pathInApp('app://escale/%2e%2e/secret')).toBe('/secret') // resolved by the address itself, before any look-up
  expect(pathInApp('app://other/index.html')).toBeUndefined()
  expect(pathInApp('https://escale/index.html')).toBeUndefined()
})

test('copying is the one permission, and only for our own page', () => {
  expect(isAllowedPermission('clipboard-sanitized-write', 'app://escale', undefined)).toBe(true)
  expect(isAllowedPermission('clipboard-sanitized-write', 'https://example.org', undefined)).toBe(false)
  for (const permission of [
    'clipboard-read',
    'media',
    'geolocation',
    'notifications',
    'openExternal',
    'usb',
  ]) {
    expect(isAllowedPermission(permission, 'app://escale', undefined)).toBe(false)
  }
})
