import { oc } from '@orpc/contract'
import * as z from 'zod'
import { mobilityForms } from '#shared/domain/form-rule.ts'
import { mobilityStatuses } from '#shared/entities/mobility.ts'

export const importKinds = [
  'partners',
  'students',
  'mobilities',
  'wishes',
  'courses',
  'athens-choices',
] as const
export type ImportKind = (typeof importKinds)[number]

export const rowOutcomes = ['new', 'changed', 'unchanged', 'not-data', 'rejected'] as const
export type RowOutcome = (typeof rowOutcomes)[number]

export const notDataReasons = ['blank', 'title', 'header', 'total', 'footer', 'note', 'continuation'] as const
export type NotDataReason = (typeof notDataReasons)[number]

const params = z.record(z.string(), z.union([z.string(), z.number()]))

/** Something found in the file: where, what is written there, and the key of the sentence that says it. */
const issue = z.object({
  sheet: z.string(),
  row: z.number(),
  column: z.string().nullable(), // letter: A, B, …
  value: z.string().nullable(),
  code: z.string(),
  severity: z.enum(['error', 'warning', 'cleaned']),
  params,
})
export type RowIssue = z.infer<typeof issue>

const semester = z.enum(['any', 'autumn', 'spring', 'year'])

/**
 * What a column is read as: the key of a target (its words: `imports.target.<key>`), null to leave it unread. A column
 * of places can also say for which programme, semester and year they are; an empty programme means none.
 */
const columnChoice = z.object({
  index: z.number().int(),
  target: z.string().nullable(),
  programme: z.string().optional(),
  semester: semester.optional(),
  academicYear: z.string().optional(),
})
export type ColumnChoice = z.infer<typeof columnChoice>

const column = columnChoice.extend({
  letter: z.string(),
  header: z.string(),
  /** 0 to 1: how sure the proposal is; 1 when the user chose. */
  confidence: z.number(),
  samples: z.array(z.string()),
  filled: z.number(), // rows with a value
})
export type ImportColumn = z.infer<typeof column>

export const importOptions = z.object({
  academicYear: z.string().optional(), // of the places, when no column says it
  semester: semester.optional(), // of the places, when no column says it
  /** Of the agreements, when no column says it; otherwise Erasmus where there is an Erasmus code, else exchange. */
  agreementKind: z.enum(['erasmus', 'exchange', 'double-degree', 'athens', 'other']).optional(),
  /** Whether each institution of the list is a partner, with an agreement. */
  agreements: z.boolean().optional(),
  mobilityForm: z.enum(mobilityForms).optional(), // of the stays, when no column says it
  mobilityStatus: z.enum(mobilityStatuses).optional(), // of new stays, when no column says it
  athensSession: z.string().optional(), // of the courses or the choices, when no column says it
  /** Of the wishes; the open campaign, else the one in preparation, else the latest, when left out. */
  campaignId: z.string().optional(),
  /** Why stays of the list may go beyond the places agreed. */
  overbookingReason: z.string().max(2000).optional(),
  dateOrder: z.enum(['dmy', 'mdy', 'ymd']).optional(),
})
export type ImportOptions = z.infer<typeof importOptions>

const counts = z.object({
  rows: z.number(),
  new: z.number(),
  changed: z.number(),
  unchanged: z.number(),
  'not-data': z.number(),
  rejected: z.number(),
})
export type ImportCounts = z.infer<typeof counts>

const view = z.object({
  importId: z.string(),
  kind: z.enum(importKinds),
  fileName: z.string(),
  sha256: z.string(),
  sheets: z.array(z.object({ name: z.string(), state: z.enum(['visible', 'hidden', 'veryHidden']) })),
  sheet: z.string(),
  /** First and last row of the header, 1-based; null when the columns were named by content alone. */
  headerRows: z.tuple([z.number(), z.number()]).nullable(),
  columns: z.array(column),
  /** What a column can be read as, in the order to show. `many` may be given to several columns. */
  targets: z.array(z.object({ key: z.string(), many: z.boolean(), required: z.boolean() })),
  /** In force, whether found, supposed or chosen. */
  options: importOptions,
  /** Where each option comes from: a cell (`B1`), `sheetName`, `fileName`, `columns`, `today`, `remembered` or `user`. */
  optionSources: z.record(z.string(), z.string()),
  /** The mapping was remembered from an earlier import. */
  isRecognised: z.boolean(),
  counts,
  /** What applying would create: institutions, agreements, conditions, places (students that can go), students, mobilities. */
  entities: z.record(z.string(), z.number()),
  /** Records of the office that applying would change, by the same kinds. */
  updates: z.record(z.string(), z.number()),
  issues: z.array(issue), // the first 1,000: errors, then warnings, then what was cleaned
  issueCounts: z.object({ error: z.number(), warning: z.number(), cleaned: z.number() }),
  /** All issues by kind, most frequent first. */
  issueCodes: z.array(
    z.object({ code: z.string(), severity: z.enum(['error', 'warning', 'cleaned']), count: z.number() }),
  ),
  /** Why *Apply* is refused as things stand (`error.<code>`); null when it is not. */
  refusal: z.object({ code: z.string(), data: params }).nullable(),
  warnings: z.array(z.object({ code: z.string(), params })), // of the reader
})
export type ImportView = z.infer<typeof view>

const previewCell = z.object({
  /** As written in the file. */
  text: z.string(),
  /** What it is read as, where that is another writing: `DE` for *Alemania*, `2026-02-03`. */
  read: z.string().optional(),
  /** For a changed value: what the office holds now, and what it would hold. */
  before: z.string().optional(),
  after: z.string().optional(),
  problem: z
    .object({ code: z.string(), severity: z.enum(['error', 'warning', 'cleaned']), params })
    .optional(),
})
const previewRow = z.object({
  number: z.number(),
  outcome: z.enum(rowOutcomes),
  /** Why the row is not data, rejected, or, when no cell shows it, unchanged or changed: `imports.reason.<reason>`. */
  reason: z.string().nullable(),
  reasonParams: params,
  cells: z.array(previewCell),
})
export type PreviewRow = z.infer<typeof previewRow>

const one = z.object({ importId: z.string() })

/** An import between reading and applying: looked at, adjusted, applied (a job) or given up. Nothing is written here. */
export const importsContract = {
  get: oc.input(one).output(view),
  adjust: oc
    .input(
      one.extend({
        sheet: z.string().optional(),
        headerRows: z.tuple([z.number().int(), z.number().int()]).nullable().optional(),
        columns: z.array(columnChoice).optional(),
        options: importOptions.optional(),
      }),
    )
    .output(view),
  rows: oc
    .input(
      one.extend({
        outcome: z.enum(rowOutcomes).nullable(),
        offset: z.number().int().min(0),
        limit: z.number().int().min(1).max(500),
      }),
    )
    .output(z.object({ total: z.number(), rows: z.array(previewRow) })),
  discard: oc.input(one),
}
