import { useEffect, useRef, useState } from 'react'
import type { GridSource } from './grid-types.ts'
import { createPagedSource } from './paged-source.ts'
import type { FetchPage } from './paged-source.ts'

/**
 * Rows for a grid from a function that fetches pages. The function is the question: a new one (other search,
 * filters or sort) starts afresh, so it must come from `useCallback`. A new `revision` says that the data changed
 * under the same question. `errorText` says in the user's language what failed.
 */
export function usePagedSource(options: {
  readonly fetchPage: FetchPage
  readonly revision: number
  readonly errorText: (error: unknown) => string
}): GridSource {
  const { fetchPage, revision } = options
  const errorText = useRef(options.errorText)
  const paged = useRef<ReturnType<typeof createPagedSource>>(undefined)
  const shownRevision = useRef(revision)
  const [source, setSource] = useState<GridSource>(waiting)
  useEffect(() => {
    errorText.current = options.errorText
  })
  useEffect(() => {
    const created = createPagedSource(fetchPage, (error) => errorText.current(error), paged.current?.source())
    paged.current = created
    const unsubscribe = created.subscribe(() => setSource(created.source()))
    created.start()
    return () => {
      unsubscribe()
      created.close()
    }
  }, [fetchPage])
  useEffect(() => {
    if (shownRevision.current === revision) return
    shownRevision.current = revision
    paged.current?.refresh()
  }, [revision])
  return source
}

const waiting: GridSource = {
  status: { kind: 'loading' },
  total: 0,
  totals: {},
  rowAt: () => undefined,
  onVisible: () => undefined,
  fetchRows: () => Promise.resolve([]),
}
