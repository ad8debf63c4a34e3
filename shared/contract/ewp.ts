import { oc } from '@orpc/contract'
import * as z from 'zod'
import { comparison, copy, copySource } from './comparison.ts'
import { entityNames } from '#shared/entities/index.ts'

export const ewpKinds = ['iia', 'nominations', 'learning-agreements'] as const
export type EwpKind = (typeof ewpKinds)[number]

const params = z.record(z.string(), z.union([z.string(), z.number()]))
const value = z.union([z.string(), z.number(), z.boolean(), z.null()])

/** What the schema does not allow, and where: its words are `ewp.finding.<code>`. */
const finding = z.object({ code: z.string(), path: z.string(), line: z.number().nullable(), params })
export type EwpFinding = z.infer<typeof finding>

const item = z.object({
  title: z.string(),
  outcome: z.enum(['new', 'changed', 'unchanged', 'rejected']),
  record: z.object({ entity: z.enum(entityNames), id: z.string() }).nullable(),
  changes: z.array(
    z.object({ entity: z.enum(entityNames), field: z.string(), of: z.string(), before: value, after: value }),
  ),
  findings: z.array(finding),
  /** Things to know, `ewp.note.<code>`. */
  notes: z.array(z.object({ code: z.string(), params })),
})
export type EwpItem = z.infer<typeof item>

const report = z.object({
  kind: z.enum(ewpKinds),
  version: z.number(),
  fileName: z.string(),
  counts: z.object({ new: z.number(), changed: z.number(), unchanged: z.number(), rejected: z.number() }),
  items: z.array(item),
  findings: z.array(finding),
  /** Whether the office was changed. */
  isApplied: z.boolean(),
})
export type EwpReport = z.infer<typeof report>

const problem = finding.extend({
  place: z.object({ entity: z.enum(entityNames), id: z.string(), field: z.string() }).nullable(),
})
export type EwpProblem = z.infer<typeof problem>

/** EWP documents as files: no network. Making one is the job `export`. */
export const ewpContract = {
  /** Reads a document, checks it and compares it with the office; writes it unless it is a dry run. */
  import: oc
    .input(z.object({ file: z.file(), as: z.enum(ewpKinds).optional(), dryRun: z.boolean() }))
    .output(report),
  /** The office's own copy of an agreement, as it is compared. */
  copy: oc.input(z.object({ agreementId: z.string() })).output(copy),
  /** Two copies of one agreement, the first being ours, condition by condition. */
  compare: oc.input(z.object({ a: copySource, b: copySource })).output(comparison),
  /** Which Erasmus agreements could be written as IIA, and what the others lack. */
  check: oc.output(
    z.object({
      total: z.number(),
      ready: z.number(),
      schoolMissing: z.array(z.string()),
      agreements: z.array(z.object({ id: z.string(), title: z.string(), problems: z.array(problem) })),
    }),
  ),
}
