import { useCallback, useEffect, useRef, useState } from 'react'
import * as z from 'zod'
import { listFilter } from '#shared/contract/list-filter.ts'
import { listOf } from '#shared/lists/index.ts'
import type { Filter, ListName, ListQuery } from '#shared/lists/types.ts'
import { client } from '#renderer/api/client.ts'
import { createGridView, type GridView } from '#renderer/ui/grid/grid-types.ts'

const viewSchema = z.object({
  search: z.string(),
  filters: z.array(listFilter),
  sort: z.array(z.object({ key: z.string(), descending: z.boolean() })),
  columnOrder: z.array(z.string()),
  hidden: z.array(z.string()),
  widths: z.record(z.string(), z.number()),
})

/** A view as it was kept; undefined when it is not one, or names columns that the list no longer has. */
export function readView(list: ListName, kept: string | undefined): GridView | undefined {
  if (kept === undefined) return undefined
  const view = viewSchema.safeParse(parseJson(kept))
  if (!view.success) return undefined
  const known = new Set(listOf(list).columns.map((column) => column.key))
  const named = [...view.data.filters, ...view.data.sort].map((part) => part.key)
  return named.every((key) => known.has(key)) ? view.data : undefined
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // what is not JSON is not a view: the caller shows the list as it is defined
  }
}

export function firstView(list: ListName): GridView {
  const { columns, sort } = listOf(list)
  return createGridView(columns, sort)
}

/** The part of a view that asks for rows, as the contract takes it. */
export function queryOf(view: ListQuery) {
  return {
    search: view.search,
    filters: view.filters.map((filter) => ({ ...filter, values: [...filter.values] })),
    sort: view.sort.map((sort) => ({ ...sort })),
  }
}

const keepAfterMs = 800

/**
 * The view of a list: as the user left it, unless a link asks for certain rows. Changes are kept for the next time;
 * what a link asked for is not.
 */
export function useListView(list: ListName, kept: string | undefined, asked: readonly Filter[] | undefined) {
  const start = () => startView(list, kept, asked)
  const [state, setState] = useState({ list, asked, view: start() })
  const isOther = state.list !== list || state.asked !== asked
  const current = isOther ? { list, asked, view: start() } : state
  if (isOther) setState(current)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const setView = useCallback(
    (view: GridView) => {
      setState({ list, asked, view })
      if (asked !== undefined) return
      clearTimeout(timer.current)
      const keep = async () => {
        const { preferences } = await client.office.status()
        await client.office.setPreferences({ views: { ...preferences.views, [list]: JSON.stringify(view) } })
      }
      timer.current = setTimeout(() => void keep(), keepAfterMs) // losing a column width costs nothing
    },
    [list, asked],
  )
  return { view: current.view, setView }
}

function startView(list: ListName, kept: string | undefined, asked: readonly Filter[] | undefined): GridView {
  const view = readView(list, kept) ?? firstView(list)
  return asked === undefined ? { ...view, search: '' } : { ...view, search: '', filters: asked }
}
