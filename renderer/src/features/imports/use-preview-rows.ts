import { useQueries } from '@tanstack/react-query'
import type { PreviewRow, RowOutcome } from '#shared/contract/imports.ts'
import { api } from '#renderer/api/queries.ts'

const pageSize = 200

export interface PreviewRows {
  /** The row at a place, or nothing while it is being fetched. */
  readonly rowAt: (index: number) => PreviewRow | undefined
  readonly error: Error | null
  readonly retry: () => void
}

/** The rows of the preview from one place to another, by pages that stay known once they were fetched. */
export function usePreviewRows(
  importId: string,
  outcome: RowOutcome | null,
  total: number,
  first: number,
  last: number,
): PreviewRows {
  const from = Math.floor(Math.max(first, 0) / pageSize)
  const to = Math.floor(Math.max(Math.min(last, total - 1), 0) / pageSize)
  const pages = total === 0 ? [] : Array.from({ length: to - from + 1 }, (_, index) => from + index)
  const results = useQueries({
    queries: pages.map((page) =>
      api.imports.rows.queryOptions({
        input: { importId, outcome, offset: page * pageSize, limit: pageSize },
      }),
    ),
  })
  return {
    rowAt: (index) => results[Math.floor(index / pageSize) - from]?.data?.rows[index % pageSize],
    error: results.find((result) => result.error !== null)?.error ?? null,
    retry: () => {
      for (const result of results) if (result.error !== null) void result.refetch() // a failure shows in `error`
    },
  }
}
