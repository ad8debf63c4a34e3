import { describe, expect, it } from 'vitest'
import type { ListPage } from '#shared/lists/types.ts'
import { createPagedSource } from '#renderer/ui/grid/paged-source.ts'

const pageOf = (offset: number, limit: number, total: number, name = 'r'): ListPage => ({
  total,
  rows: Array.from({ length: Math.max(Math.min(limit, total - offset), 0) }, (_, index) => ({
    id: `${name}${offset + index}`,
    cells: {},
  })),
  totals: { places: total },
})

/** Waits until the source says something that is true. */
function until(paged: ReturnType<typeof createPagedSource>, isTrue: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    if (isTrue()) {
      resolve()
      return
    }
    const stop = paged.subscribe(() => {
      if (!isTrue()) return
      stop()
      resolve()
    })
  })
}

describe('paged source', () => {
  it('shows the total, the totals and the rows once the first page is there', async () => {
    const paged = createPagedSource(
      (offset, limit) => Promise.resolve(pageOf(offset, limit, 1000)),
      String,
      undefined,
    )
    expect(paged.source().status.kind).toBe('loading')
    paged.start()
    await until(paged, () => paged.source().status.kind === 'ready')
    expect(paged.source().total).toBe(1000)
    expect(paged.source().totals).toEqual({ places: 1000 })
    expect(paged.source().rowAt(0)?.id).toBe('r0')
  })

  it('shows the first rows of a list that was empty once the data changed', async () => {
    let total = 0
    const paged = createPagedSource(
      (offset, limit) => Promise.resolve(pageOf(offset, limit, total)),
      String,
      undefined,
    )
    paged.start()
    await until(paged, () => paged.source().status.kind === 'ready')
    paged.source().onVisible(0, -1)
    total = 1
    paged.refresh()
    await until(paged, () => paged.source().total === 1)
    expect(paged.source().rowAt(0)?.id).toBe('r0')
  })

  it('fetches what comes on screen, wherever it is', async () => {
    const paged = createPagedSource(
      (offset, limit) => Promise.resolve(pageOf(offset, limit, 100_000)),
      String,
      undefined,
    )
    paged.start()
    await until(paged, () => paged.source().status.kind === 'ready')
    paged.source().onVisible(90_000, 90_040)
    await until(paged, () => paged.source().rowAt(90_040) !== undefined)
    expect(paged.source().rowAt(90_000)?.id).toBe('r90000')
  })

  it('never has more than two pages on their way', async () => {
    let onTheirWay = 0
    let most = 0
    const fetchPage = async (offset: number, limit: number) => {
      onTheirWay += 1
      most = Math.max(most, onTheirWay)
      await Promise.resolve()
      onTheirWay -= 1
      return pageOf(offset, limit, 100_000)
    }
    const paged = createPagedSource(fetchPage, String, undefined)
    paged.start()
    await until(paged, () => paged.source().status.kind === 'ready')
    for (let first = 0; first < 50_000; first += 1000) paged.source().onVisible(first, first + 900)
    await until(paged, () => paged.source().rowAt(49_500) !== undefined)
    expect(most).toBe(2)
  })

  it('keeps showing the rows of the question before until the first answer', async () => {
    const before = createPagedSource(
      (offset, limit) => Promise.resolve(pageOf(offset, limit, 5, 'old')),
      String,
      undefined,
    )
    before.start()
    await until(before, () => before.source().status.kind === 'ready')
    const after = createPagedSource(
      (offset, limit) => Promise.resolve(pageOf(offset, limit, 3, 'new')),
      String,
      before.source(),
    )
    expect(after.source().rowAt(0)?.id).toBe('old0')
    expect(after.source().total).toBe(5)
    after.start()
    await until(after, () => after.source().status.kind === 'ready')
    expect(after.source().rowAt(0)?.id).toBe('new0')
    expect(after.source().total).toBe(3)
  })

  it('says what failed, and goes on after a retry', async () => {
    let isBroken = true
    const fetchPage = (offset: number, limit: number) =>
      isBroken ? Promise.reject(new Error('disk')) : Promise.resolve(pageOf(offset, limit, 10))
    const paged = createPagedSource(fetchPage, (error) => `failed: ${String(error)}`, undefined)
    paged.start()
    await until(paged, () => paged.source().status.kind === 'failed')
    const { status } = paged.source()
    expect(status).toMatchObject({ text: 'failed: Error: disk' })
    isBroken = false
    if (status.kind === 'failed') status.onRetry()
    await until(paged, () => paged.source().status.kind === 'ready')
    expect(paged.source().total).toBe(10)
  })

  it('shows changed rows after a refresh', async () => {
    let name = 'before'
    const paged = createPagedSource(
      (offset, limit) => Promise.resolve(pageOf(offset, limit, 10, name)),
      String,
      undefined,
    )
    paged.start()
    await until(paged, () => paged.source().status.kind === 'ready')
    name = 'after'
    paged.refresh()
    await until(paged, () => paged.source().rowAt(0)?.id === 'after0')
    expect(paged.source().rowAt(9)?.id).toBe('after9')
  })

  it('fetches rows for copying beyond those on screen, and stops at the end of the list', async () => {
    const paged = createPagedSource(
      (offset, limit) => Promise.resolve(pageOf(offset, limit, 1234)),
      String,
      undefined,
    )
    paged.start()
    await until(paged, () => paged.source().status.kind === 'ready')
    const rows = await paged.source().fetchRows(100, 5000)
    expect(rows).toHaveLength(1134)
    expect(rows.at(-1)?.id).toBe('r1233')
  })
})
