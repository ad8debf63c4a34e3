import { describe, expect, test } from 'vitest'
import { answerTo, mayConnect, type Asked } from '../../../electron/hosts/loopback/gate.ts'
import { createLaunchPass } from '../../../electron/hosts/loopback/launch-pass.ts'

const host = '127.0.0.1:4321'
const pass = createLaunchPass()

function asking(url: string, headers: Record<string, string> = {}, method = 'GET'): Asked {
  return { method, url, headers: { host, ...headers } }
}

describe('plain requests', () => {
  test('a file is looked up by the path as written, without its query', () => {
    expect(answerTo(asking('/assets/%2e%2e/x.js?v=1'), host, pass)).toEqual({
      kind: 'file',
      path: '/assets/%2e%2e/x.js',
    })
  })

  test.each(['localhost:4321', '127.0.0.1', '127.0.0.1:4322', 'escale.example:4321', '127.0.0.1:4321.', ''])(
    'the host %j is refused',
    (other) => {
      expect(answerTo(asking('/', { host: other }), host, pass)).toEqual({ kind: 'refuse', status: 403 })
    },
  )

  test('a request without a host is refused', () => {
    expect(answerTo({ method: 'GET', url: '/', headers: {} }, host, pass)).toEqual({
      kind: 'refuse',
      status: 403,
    })
  })

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', 'PATCH'])('%s is refused', (method) => {
    expect(answerTo(asking('/', {}, method), host, pass)).toEqual({ kind: 'refuse', status: 405 })
  })

  test.each([
    ['cross-site', 'refuse'],
    ['same-site', 'refuse'],
    ['same-origin', 'file'],
    ['none', 'file'],
  ])('a request that a browser marks %s: %s', (site, kind) => {
    expect(answerTo(asking('/', { 'sec-fetch-site': site }), host, pass).kind).toBe(kind)
  })

  test('a target that is not a path is refused', () => {
    expect(answerTo(asking('http://127.0.0.1:4321/'), host, pass)).toEqual({ kind: 'refuse', status: 400 })
  })

  test('an address for a new window needs the token', () => {
    expect(answerTo(asking('/launch'), host, pass)).toEqual({ kind: 'refuse', status: 403 })
    expect(answerTo(asking(`/launch?token=${pass.token}`), host, pass)).toEqual({
      kind: 'refuse',
      status: 403,
    })
    expect(answerTo(asking('/launch', { authorization: `Bearer ${pass.token}` }), host, pass)).toEqual({
      kind: 'launch',
    })
  })
})

describe('connections to the core', () => {
  const origin = `http://${host}`
  const url = `/rpc?token=${pass.token}`

  test('our page with the token of this launch is let in', () => {
    expect(mayConnect(asking(url, { origin }), host, pass)).toBe(true)
  })

  test.each([
    ['no token', '/rpc', { origin }],
    ['an empty token', '/rpc?token=', { origin }],
    ['a wrong token', '/rpc?token=AAAA', { origin }],
    ['the token with more after it', `${url}A`, { origin }],
    ['the token of another launch', `/rpc?token=${createLaunchPass().token}`, { origin }],
    ['another path', `/other?token=${pass.token}`, { origin }],
    ['no origin', url, {}],
    ['a null origin', url, { origin: 'null' }],
    ['a foreign origin', url, { origin: 'https://example.org' }],
    ['our address under https', url, { origin: `https://${host}` }],
    ['our machine by name', url, { origin: 'http://localhost:4321' }],
    ['a rebound host', url, { origin, host: 'evil.example:4321' }],
  ])('%s is refused', (_, target, headers) => {
    expect(mayConnect(asking(target, headers), host, pass)).toBe(false)
  })
})

describe('codes for one opening', () => {
  test('a code is worth one opening', () => {
    const code = pass.issueCode()
    expect([pass.redeemCode(code), pass.redeemCode(code)]).toEqual([true, false])
  })

  test('a code is worthless after a minute', () => {
    let now = 0
    const timed = createLaunchPass(() => now)
    const code = timed.issueCode()
    now = 60_001
    expect(timed.redeemCode(code)).toBe(false)
  })

  test('the token is not a code, and two launches have two tokens', () => {
    expect(pass.redeemCode(pass.token)).toBe(false)
    expect(createLaunchPass().token).not.toBe(pass.token)
    expect(Buffer.from(pass.token, 'base64url')).toHaveLength(32)
  })
})
