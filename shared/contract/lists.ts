import { oc } from '@orpc/contract'
import * as z from 'zod'
import { listNames } from '#shared/lists/types.ts'
import { listFilter } from './list-filter.ts'

const list = z.enum(listNames)
const sort = z.object({ key: z.string(), descending: z.boolean() })
const filter = listFilter.extend({ values: z.array(z.string()).max(1000) })
const query = z.object({
  search: z.string().max(500),
  filters: z.array(filter).max(50),
  sort: z.array(sort).max(10),
})
const cell = z.union([z.string(), z.number(), z.boolean(), z.null()])
const row = z.object({ id: z.string(), cells: z.record(z.string(), cell) })

/** Reading any list of the application, a page at a time. */
export const listsContract = {
  page: oc
    .input(
      z.object({ list, query, offset: z.number().int().min(0), limit: z.number().int().min(0).max(500) }),
    )
    .output(z.object({ total: z.number(), rows: z.array(row), totals: z.record(z.string(), z.number()) })),
  /** The ids of all rows found, in order: what *select all* selects. */
  ids: oc.input(z.object({ list, query })).output(z.array(z.string())),
  /** The values of one column among the rows found without that column's own filter, most frequent first. */
  distinct: oc
    .input(z.object({ list, query, key: z.string() }))
    .output(z.array(z.object({ value: cell, count: z.number() }))),
  /** Rows as tab-separated text with a header line, in the user's language, for the clipboard. */
  copy: oc
    .input(z.object({ list, query, ids: z.array(z.string()).nullable(), columns: z.array(z.string()) }))
    .output(z.object({ text: z.string() })),
  /** Where a record stands in the list, to bring it into view; null when it is not among the rows found. */
  position: oc.input(z.object({ list, query, id: z.string() })).output(z.number().nullable()),
}
