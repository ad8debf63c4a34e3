import { oc } from '@orpc/contract'
import * as z from 'zod'

/** Kinds of actions in the journal; each has its words, `action.<label>`. */
export const actionLabels = [
  'office.create',
  'office.upgrade',
  'record.create',
  'record.update',
  'record.delete',
  'import.apply',
  'nominate',
  'template.keep',
  'template.remove',
  'athens.allocate',
  'athens.carry',
  'athens.register',
  'athens.cancel',
  'mobility.move',
  'grant.give',
  'grant.copy-rates',
  'ewp.import',
  'register.import',
  'bm.fill',
  'bm.number',
  'bm.read-back',
  'document.attach',
  'document.detach',
  'agreement.sign',
  'agreement.mirror',
  'setting.update',
  'campaign.allocate',
  'campaign.decide',
  'campaign.reoffer',
  'campaign.publish',
  'campaign.import',
  'rules.update',
  'view.save',
  'view.delete',
] as const
export type ActionLabel = (typeof actionLabels)[number]
/** What fills the words of an action: names and counts. */
export type ActionParams = Readonly<Record<string, string | number>>

const action = z.object({
  seq: z.number(),
  label: z.enum(actionLabels),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})

const historyEntry = action.extend({
  at: z.string(),
  actor: z.string(),
  kind: z.enum(['do', 'undo', 'redo']),
  state: z.enum(['done', 'undone', 'dropped']),
})
export type HistoryEntry = z.infer<typeof historyEntry>

const fieldValue = z.union([z.string(), z.number(), z.boolean(), z.null()])
const recordEntry = historyEntry.extend({
  operation: z.enum(['insert', 'update', 'delete']),
  changes: z.array(z.object({ field: z.string(), before: fieldValue, after: fieldValue })),
})
export type RecordHistoryEntry = z.infer<typeof recordEntry>

/** What was done, by whom, and the way back. */
export const historyContract = {
  undo: oc.output(action),
  redo: oc.output(action),
  /** What Ctrl Z and Ctrl Shift Z would do now. */
  next: oc.output(z.object({ undo: action.nullable(), redo: action.nullable() })),
  list: oc
    .input(z.object({ offset: z.number().int().min(0), limit: z.number().int().min(1).max(500) }))
    .output(z.object({ total: z.number(), entries: z.array(historyEntry) })),
  record: oc.input(z.object({ id: z.string() })).output(z.array(recordEntry)),
}
