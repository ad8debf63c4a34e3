import { eventIterator, oc } from '@orpc/contract'
import * as z from 'zod'
import { bmChoice, bmFilled, bmReadBack, bmScope } from './bm.ts'
import { allocationAsked, allocationResult } from './campaigns.ts'
import { importKinds } from './imports.ts'
import { registerReport } from './register.ts'

const exportParams = z.object({
  format: z.string(),
  /** Values of the parameters that the format declares. */
  params: z.record(z.string(), z.union([z.string(), z.boolean(), z.array(z.string())])),
  /** Makes the file and records nothing. */
  draft: z.boolean().optional(),
})

/** What can be started; each kind's result is below. */
const start = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('import-read'),
    as: z.enum(importKinds),
    /** A list that holds nothing of what it was said to hold is read as another kind, where one fits. */
    orElse: z.boolean().optional(),
    sheet: z.string().optional(),
    file: z.file(),
  }),
  z.object({ kind: z.literal('import-apply'), importId: z.string() }),
  /** Reads a list of charters, and keeps it unless it is a dry run. */
  z.object({ kind: z.literal('register-import'), file: z.file(), dryRun: z.boolean() }),
  z.object({ kind: z.literal('export'), ...exportParams.shape }),
  /** Fills a template of the Beneficiary Module, and remembers how its columns were matched. */
  z.object({
    kind: z.literal('bm-fill'),
    file: z.file(),
    choices: z.array(bmChoice),
    ...bmScope.shape,
  }),
  /** Reads a file that the module gave back, and keeps what it says unless it is a dry run. */
  z.object({
    kind: z.literal('bm-read-back'),
    file: z.file(),
    choices: z.array(bmChoice),
    dryRun: z.boolean(),
    ...bmScope.shape,
  }),
  z.object({
    kind: z.literal('allocate'),
    /** The open campaign, or the latest, when null. */
    campaignId: z.string().nullable(),
    rule: allocationAsked,
    /** The scenario from which few are moved: the published one, or the latest, when null. */
    baseId: z.string().nullable(),
    /** The name under which the result is kept; null keeps nothing. */
    keepAs: z.string().min(1).max(200).nullable(),
    /** Decisions that are only tried. */
    trial: z.array(
      z.object({
        kind: z.enum(['lock', 'ban', 'withdrawal']),
        studentId: z.string(),
        /** Null for a withdrawal. */
        campaignPlaceId: z.string().nullable(),
      }),
    ),
    /** Decides what is tried, keeps the result under a name and, when asked, publishes it: one action. */
    settle: z
      .object({
        name: z.string().min(1).max(200),
        reason: z.string().trim().min(1).max(2000).nullable(),
        publish: z.boolean(),
        /** Why those beyond the places of an agreement may go; they are left out when null. */
        overbookingReason: z.string().trim().min(1).max(2000).nullable(),
      })
      .optional(),
  }),
])
export type JobStart = z.infer<typeof start>

const result = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('import-read'), importId: z.string(), as: z.enum(importKinds) }),
  z.object({ kind: z.literal('register-import'), report: registerReport }),
  z.object({
    kind: z.literal('import-apply'),
    changed: z.boolean(),
    entities: z.record(z.string(), z.number()),
  }),
  z.object({
    kind: z.literal('export'),
    file: z.file(),
    rows: z.number(),
    /** Records that could be in the file and are not, because something is missing. */
    leftOut: z.number(),
    /** Mobilities that were recorded as nominated. */
    nominated: z.number(),
    sha256: z.string(),
    /** What the user should know of the file: codes of `export.remark.<code>`. */
    remarks: z.array(
      z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }),
    ),
  }),
  z.object({ kind: z.literal('allocate'), ...allocationResult.shape }),
  z.object({ kind: z.literal('bm-fill'), ...bmFilled.shape }),
  z.object({ kind: z.literal('bm-read-back'), report: bmReadBack }),
])
export type JobResult = z.infer<typeof result>

export const jobPhases = [
  'waiting',
  'reading',
  'matching',
  'comparing',
  'writing',
  'indexing',
  'collecting',
  'packing',
  'allocating',
  'certifying',
  'checking',
] as const

const event = z.discriminatedUnion('type', [
  /** `total` is null when it is not known. */
  z.object({
    type: z.literal('progress'),
    phase: z.enum(jobPhases),
    done: z.number(),
    total: z.number().nullable(),
  }),
  z.object({ type: z.literal('done') }),
  z.object({
    type: z.literal('failed'),
    code: z.string(),
    data: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
  z.object({ type: z.literal('cancelled') }),
])
export type JobEvent = z.infer<typeof event>

/** Long works of every kind: started, watched from anywhere, cancelled, and asked for their result. */
export const jobsContract = {
  start: oc.input(start).output(z.object({ jobId: z.string() })),
  /** The first event is the present state, so that a page opened later catches up. Ends with the job. */
  watch: oc.input(z.object({ jobId: z.string() })).output(eventIterator(event)),
  cancel: oc.input(z.object({ jobId: z.string() })),
  result: oc.input(z.object({ jobId: z.string() })).output(result),
}
