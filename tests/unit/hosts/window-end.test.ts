import { EventEmitter, once } from 'node:events'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { usualPatience, windowEnd } from '../../../electron/hosts/loopback/window-end.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function openedWindow() {
  let connections = 0
  const listeners = new Set<() => void>()
  const browser = new EventEmitter()
  const ended = once(browser, 'exit').then(([ranMs]) => ({ ranMs: Number(ranMs) }))
  const outcome = { now: 'open' }
  const watching = windowEnd({
    ended,
    connections: () => connections,
    onConnectionsChange: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }).then(
    (result) => (outcome.now = result),
    () => (outcome.now = 'failed'),
  )
  return {
    outcome,
    watching,
    listeners,
    endBrowser: (end: { ranMs: number }) => browser.emit('exit', end.ranMs),
    failBrowser: (error: Error) => browser.emit('error', error),
    connect: (count: number) => {
      connections = count
      for (const listener of listeners) listener()
    },
  }
}

describe('the user still has the window', () => {
  test('while it is connected, for however long', async () => {
    const window = openedWindow()
    window.connect(1)
    await vi.advanceTimersByTimeAsync(100 * 3_600_000)
    expect(window.outcome.now).toBe('open')
  })

  test('while the browser runs and has not connected yet', async () => {
    const window = openedWindow()
    await vi.advanceTimersByTimeAsync(600_000)
    expect(window.outcome.now).toBe('open')
  })

  test('when a reload or a waking laptop connects again in time', async () => {
    const window = openedWindow()
    window.connect(1)
    window.connect(0)
    await vi.advanceTimersByTimeAsync(usualPatience.lostMs - 1)
    window.connect(1)
    await vi.advanceTimersByTimeAsync(600_000)
    expect(window.outcome.now).toBe('open')
  })

  test('when the browser gave it to one that ran already', async () => {
    const window = openedWindow()
    window.endBrowser({ ranMs: 300 })
    await vi.advanceTimersByTimeAsync(usualPatience.givenMs - 1)
    window.connect(1)
    await vi.advanceTimersByTimeAsync(600_000)
    expect(window.outcome.now).toBe('open')
  })

  test('when one of two windows is closed', async () => {
    const window = openedWindow()
    window.connect(2)
    window.connect(1)
    await vi.advanceTimersByTimeAsync(600_000)
    expect(window.outcome.now).toBe('open')
  })
})

describe('the window was closed', () => {
  test('shortly after the browser ends', async () => {
    const window = openedWindow()
    window.connect(1)
    window.connect(0)
    window.endBrowser({ ranMs: 60_000 })
    await vi.advanceTimersByTimeAsync(usualPatience.endedMs)
    expect(window.outcome.now).toBe('closed')
  })

  test('when the last connection is gone for a while although the browser stays, as on macOS', async () => {
    const window = openedWindow()
    window.connect(1)
    window.connect(0)
    await vi.advanceTimersByTimeAsync(usualPatience.lostMs)
    expect(window.outcome.now).toBe('closed')
    expect(window.listeners.size).toBe(0)
  })

  test('when the browser ends after a while without the page having connected', async () => {
    const window = openedWindow()
    window.endBrowser({ ranMs: usualPatience.shownMs })
    await vi.advanceTimersByTimeAsync(usualPatience.endedMs)
    expect(window.outcome.now).toBe('closed')
  })
})

test('a browser that ends at once and never connects did not show the window', async () => {
  const window = openedWindow()
  window.endBrowser({ ranMs: 300 })
  await vi.advanceTimersByTimeAsync(usualPatience.givenMs)
  expect(window.outcome.now).toBe('never-shown')
})

test('a browser that cannot be run is reported', async () => {
  const window = openedWindow()
  window.failBrowser(new Error('ENOENT'))
  await window.watching
  expect(window.outcome.now).toBe('failed')
})
