import type { ListPage, ListRow } from '#shared/lists/types.ts'
import { createPageCache } from './grid-page-cache.ts'
import type { GridSource } from './grid-types.ts'

/** Asks the core for a page of the list, from the row `offset`. */
export type FetchPage = (offset: number, limit: number, signal: AbortSignal) => Promise<ListPage>

export interface PagedSource {
  readonly source: () => GridSource
  /** Asks for the first page. */
  readonly start: () => void
  readonly subscribe: (onChange: () => void) => () => void
  /** The data changed: what is shown stays until the new rows arrive. */
  readonly refresh: () => void
  /** Stops what is still being fetched. */
  readonly close: () => void
}

const maxInFlight = 2

/**
 * Holds the rows of one query near the part that is on screen. `errorText` says in the user's language what
 * failed. `previous` is shown until the first page is there, so that a new sort does not flash.
 */
export function createPagedSource(
  fetchPage: FetchPage,
  errorText: (error: unknown) => string,
  previous: GridSource | undefined,
): PagedSource {
  let shownMeanwhile = previous
  const cache = createPageCache<ListRow>()
  const abort = new AbortController()
  const listeners = new Set<() => void>()
  let range = { first: 0, last: 0 }
  let inFlight = 0
  let known: { readonly total: number; readonly totals: ListPage['totals'] } | undefined
  let failure: string | undefined
  let current: GridSource = create()

  function create(): GridSource {
    const shown = shownMeanwhile
    return {
      status:
        failure === undefined
          ? { kind: isLoading() ? 'loading' : 'ready' }
          : { kind: 'failed', text: failure, onRetry: retry },
      total: known?.total ?? shown?.total ?? 0,
      totals: known?.totals ?? shown?.totals ?? {},
      rowAt: shown === undefined ? cache.rowAt : shown.rowAt,
      onVisible,
      fetchRows,
    }
  }
  function isLoading(): boolean {
    return known === undefined || inFlight > 0
  }
  function changed(): void {
    current = create()
    for (const listener of listeners) listener()
  }
  function onVisible(first: number, last: number): void {
    range = { first, last: Math.max(first, last) } // nothing is seen of an empty list, which may be filled
    pump()
  }
  function retry(): void {
    failure = undefined
    pump()
    changed()
  }
  /** The range may have moved on while pages were on their way: only what is on screen now is asked for. */
  function pump(): void {
    if (failure !== undefined || abort.signal.aborted) return
    const total = Math.max(known?.total ?? cache.pageSize, 1)
    for (const page of cache.pagesToFetch(range.first, range.last, total).slice(0, maxInFlight - inFlight)) {
      inFlight += 1
      void load(page)
    }
  }
  async function load(page: number): Promise<void> {
    const generation = cache.asked(page)
    try {
      const answer = await fetchPage(page * cache.pageSize, cache.pageSize, abort.signal)
      if (cache.stored(page, generation, answer.rows)) {
        known = { total: answer.total, totals: answer.totals }
        shownMeanwhile = undefined
      }
    } catch (error) {
      cache.failed(page, generation)
      if (!abort.signal.aborted) failure = errorText(error)
    } finally {
      inFlight -= 1
    }
    if (abort.signal.aborted) return
    pump()
    changed()
  }
  async function fetchRows(first: number, last: number): Promise<readonly ListRow[]> {
    const rows: ListRow[] = []
    for (let index = first; index <= last;) {
      const kept = cache.rowAt(index)
      if (kept !== undefined) {
        rows.push(kept)
        index += 1
        continue
      }
      const limit = Math.min(cache.pageSize, last - index + 1)
      const page = await fetchPage(index, limit, abort.signal)
      if (page.rows.length === 0) break
      rows.push(...page.rows)
      index += page.rows.length
    }
    return rows
  }

  return {
    source: () => current,
    start: () => {
      pump()
      changed()
    },
    subscribe: (onChange) => {
      listeners.add(onChange)
      return () => listeners.delete(onChange)
    },
    refresh: () => {
      cache.expire()
      failure = undefined
      pump()
    },
    close: () => abort.abort(),
  }
}
