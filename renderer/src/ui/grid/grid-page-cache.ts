interface Page<T> {
  readonly rows: readonly T[]
  readonly generation: number
}

export interface PageCache<T> {
  readonly pageSize: number
  readonly rowAt: (index: number) => T | undefined
  /**
   * The pages to ask for so that rows `first` to `last` of `total` are here and fresh, those on screen first,
   * then the one after and the one before. Pages already asked for are left out.
   */
  readonly pagesToFetch: (first: number, last: number, total: number) => readonly number[]
  /** Notes that a page was asked for; the generation comes back with the answer. */
  readonly asked: (page: number) => number
  /** Keeps an answer, unless the rows changed since it was asked for; says whether it was kept. */
  readonly stored: (page: number, generation: number, rows: readonly T[]) => boolean
  /** Notes that an answer will not come. */
  readonly failed: (page: number, generation: number) => void
  /** The data changed: pages are still shown, and asked for again. */
  readonly expire: () => void
}

/**
 * Keeps the pages of a long list that were looked at last.
 * @param maxPages how many pages are kept; the least recently seen are dropped first
 */
export function createPageCache<T>(pageSize = 200, maxPages = 60): PageCache<T> {
  const pages = new Map<number, Page<T>>() // in the order of last use: a Map keeps it
  const pending = new Map<number, number>()
  let generation = 0

  const touch = (number: number) => {
    const page = pages.get(number)
    if (page === undefined) return
    pages.delete(number)
    pages.set(number, page)
  }
  const dropOldest = () => {
    for (const number of pages.keys()) {
      if (pages.size <= maxPages) return
      pages.delete(number)
    }
  }

  return {
    pageSize,
    rowAt: (index) => pages.get(Math.floor(index / pageSize))?.rows[index % pageSize],
    pagesToFetch: (first, last, total) => {
      if (total <= 0 || last < first) return []
      const lastPage = Math.floor((total - 1) / pageSize)
      const from = Math.max(Math.floor(first / pageSize), 0)
      const to = Math.min(Math.floor(last / pageSize), lastPage)
      const wanted = Array.from({ length: Math.max(to - from + 1, 0) }, (_, index) => from + index)
      for (const number of wanted) touch(number)
      const around = [to + 1, from - 1].filter((number) => number >= 0 && number <= lastPage)
      return [...wanted, ...around].filter(
        (number) => pages.get(number)?.generation !== generation && pending.get(number) !== generation,
      )
    },
    asked: (page) => {
      pending.set(page, generation)
      return generation
    },
    stored: (page, askedGeneration, rows) => {
      if (pending.get(page) === askedGeneration) pending.delete(page)
      if (askedGeneration !== generation) return false
      pages.delete(page)
      pages.set(page, { rows, generation })
      dropOldest()
      return true
    },
    failed: (page, askedGeneration) => {
      if (pending.get(page) === askedGeneration) pending.delete(page)
    },
    expire: () => {
      generation += 1
    },
  }
}
