import * as z from 'zod'
import { datePatterns } from '#shared/domain/date-pattern.ts'
import { nominationValueKeys } from '#shared/domain/nomination-values.ts'

/** One column of a partner's workbook, or one cell above its table, and what is written there. */
export const templateColumn = z.object({
  /** From 1: column A is 1. */
  column: z.number().int().min(1).max(16_384),
  /** The row of a cell that is filled in once, above the table; null for a column of it. */
  row: z.number().int().min(1).nullable(),
  header: z.string(),
  /** A value of the nomination, or `text` for a text of one's own; null leaves the column as it is. */
  source: z.enum([...nominationValueKeys, 'text']).nullable(),
  /** For `text`: with placeholders. */
  text: z.string().max(2_000),
  /** The partner's word for each code: `2` → `F`. */
  terms: z.record(z.string(), z.string()),
  /** What the workbook's drop-down list allows; null when it has none. */
  allowed: z.array(z.string()).nullable(),
  /** How days are written where the cells are no dates; null writes real dates. */
  datePattern: z.enum(datePatterns).nullable(),
})
export type TemplateColumn = z.infer<typeof templateColumn>

/** Where the table of a partner's workbook is. */
export const templatePlace = z.object({
  sheet: z.string(),
  headerFirst: z.number().int().min(1),
  headerLast: z.number().int().min(1),
  /** The row of the first student. */
  firstRow: z.number().int().min(2),
  /** The last row that is free for one; null when nothing stands below. */
  lastRow: z.number().int().nullable(),
})
export type TemplatePlace = z.infer<typeof templatePlace>

export const templateReading = templatePlace.extend({
  columns: z.array(templateColumn),
  /** Columns that hold formulas: they are left to them. */
  formulas: z.array(z.string()),
  isProtected: z.boolean(),
})
export type TemplateReading = z.infer<typeof templateReading>

/** A row that may be the header, when there are several. */
export const headerCandidate = z.object({
  sheet: z.string(),
  headerFirst: z.number(),
  headerLast: z.number(),
  /** The headers that were recognised. */
  recognised: z.array(z.string()),
})
export type HeaderCandidateView = z.infer<typeof headerCandidate>
