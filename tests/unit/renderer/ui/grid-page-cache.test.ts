import { describe, expect, it } from 'vitest'
import { createPageCache } from '#renderer/ui/grid/grid-page-cache.ts'

const rows = (page: number, size: number) => Array.from({ length: size }, (_, index) => page * size + index)

function filled(pages: readonly number[], size = 10, maxPages = 4) {
  const cache = createPageCache<number>(size, maxPages)
  for (const page of pages) cache.stored(page, cache.asked(page), rows(page, size))
  return cache
}

describe('page cache', () => {
  it('asks for the pages on screen first, then for the one after and the one before', () => {
    const cache = createPageCache<number>(10)
    expect(cache.pagesToFetch(35, 44, 1000)).toEqual([3, 4, 5, 2])
  })

  it('asks for nothing outside of the list', () => {
    const cache = createPageCache<number>(10)
    expect(cache.pagesToFetch(0, 9, 15)).toEqual([0, 1])
    expect(cache.pagesToFetch(0, 9, 0)).toEqual([])
    expect(cache.pagesToFetch(0, 500, 25)).toEqual([0, 1, 2])
  })

  it('gives rows of the pages it holds and nothing for the others', () => {
    const cache = filled([2])
    expect(cache.rowAt(20)).toBe(20)
    expect(cache.rowAt(29)).toBe(29)
    expect(cache.rowAt(30)).toBeUndefined()
  })

  it('does not ask twice for a page on its way', () => {
    const cache = createPageCache<number>(10)
    cache.asked(3)
    expect(cache.pagesToFetch(30, 39, 1000)).toEqual([4, 2])
  })

  it('asks again for a page that failed', () => {
    const cache = createPageCache<number>(10)
    cache.failed(3, cache.asked(3))
    expect(cache.pagesToFetch(30, 39, 1000)).toContain(3)
  })

  it('drops the page seen least recently when it is full', () => {
    const cache = filled([0, 1, 2, 3])
    cache.pagesToFetch(0, 9, 1000)
    cache.stored(9, cache.asked(9), rows(9, 10))
    expect(cache.rowAt(0)).toBe(0)
    expect(cache.rowAt(10)).toBeUndefined()
    expect(cache.rowAt(90)).toBe(90)
  })

  it('shows rows that expired until fresh ones arrive, and asks for them', () => {
    const cache = filled([0])
    cache.expire()
    expect(cache.rowAt(5)).toBe(5)
    expect(cache.pagesToFetch(0, 9, 1000)).toContain(0)
    cache.stored(0, cache.asked(0), rows(100, 10))
    expect(cache.rowAt(5)).toBe(1005)
  })

  it('refuses an answer to a question asked before the data changed', () => {
    const cache = createPageCache<number>(10)
    const generation = cache.asked(0)
    cache.expire()
    expect(cache.stored(0, generation, rows(0, 10))).toBe(false)
    expect(cache.rowAt(0)).toBeUndefined()
  })

  it('asks again at once for a page on its way when the data changed meanwhile', () => {
    const cache = createPageCache<number>(10)
    cache.asked(0)
    cache.expire()
    expect(cache.pagesToFetch(0, 9, 1000)).toContain(0)
  })
})
