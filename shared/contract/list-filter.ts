import * as z from 'zod'
import { filterTests } from '#shared/lists/types.ts'

/** A condition on one column of a list: what a figure carries so that it can be opened into its rows. */
export const listFilter = z.object({
  key: z.string(),
  test: z.enum(filterTests),
  values: z.array(z.string()),
})
