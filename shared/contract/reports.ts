import { oc } from '@orpc/contract'
import * as z from 'zod'
import { listNames } from '#shared/lists/types.ts'
import { listFilter } from './list-filter.ts'

const value = z.union([z.string(), z.number(), z.boolean(), z.null()])

const figure = z.object({
  id: z.string(),
  list: z.enum(listNames),
  filters: z.array(listFilter),
  value: z.number(),
  /** That of the year before; null where it cannot be told. */
  before: z.number().nullable(),
})
export type ReportedFigure = z.infer<typeof figure>

const table = z.object({
  id: z.string(),
  list: z.enum(listNames),
  filters: z.array(listFilter),
  rowKey: z.string(),
  columnKey: z.string(),
  rows: z.array(value),
  columns: z.array(value),
  /** For each row, a value for each column. */
  cells: z.array(z.array(z.number())),
  chart: z.enum(['bars', 'lines']),
})
export type ReportedTable = z.infer<typeof table>

const view = z.object({
  academicYear: z.string(),
  /** Years that have stays, the latest first. */
  years: z.array(z.string()),
  figures: z.array(figure),
  tables: z.array(table),
  durationBandsWeeks: z.array(z.number()),
})
export type ReportView = z.infer<typeof view>

/** What the school reports of its mobility: figures and tables, each of which opens the rows behind it. */
export const reportsContract = {
  view: oc.input(z.object({ academicYear: z.string().optional() })).output(view),
  /** Where the bands of durations begin, in weeks: whole numbers, each larger than the one before. */
  setDurationBands: oc
    .input(
      z.object({
        weeks: z
          .array(z.number().int().min(1).max(200))
          .min(1)
          .max(10)
          .refine((weeks) => weeks.every((week, index) => index === 0 || week > (weeks[index - 1] ?? 0))),
      }),
    )
    .output(z.object({ changed: z.boolean() })),
}
