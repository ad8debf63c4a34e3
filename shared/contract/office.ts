import { eventIterator, oc } from '@orpc/contract'
import * as z from 'zod'
import { mobilityStatuses } from '#shared/entities/mobility.ts'
import { listFilter } from './list-filter.ts'

export const profileNames = ['telecom-paris', 'enit', 'blank'] as const
export type ProfileName = (typeof profileNames)[number]

/** Choices of this computer's user, kept outside the office file. */
export const preferencesSchema = z.object({
  language: z.enum(['en', 'fr']).nullable(),
  theme: z.enum(['light', 'dark', 'auto']),
  /** The grid's view of each list as it was left, JSON by list name. */
  views: z.record(z.string(), z.string()),
})
export type Preferences = z.infer<typeof preferencesSchema>

const status = z.object({
  version: z.string(),
  /** The open office file; null before the first run is over. */
  office: z
    .object({
      name: z.string(),
      path: z.string(),
      sizeBytes: z.number(),
      profile: z.enum(profileNames),
      isSample: z.boolean(),
    })
    .nullable(),
  preferences: preferencesSchema,
  actor: z.string(),
  today: z.string(),
  academicYear: z.string(),
  /** The language that the computer asks for, until the user chooses. */
  suggestedLanguage: z.enum(['en', 'fr']),
})
export type OfficeStatus = z.infer<typeof status>

const known = z.object({ name: z.string(), path: z.string(), modifiedAt: z.string(), sizeBytes: z.number() })

/** One thing to do today: how many, and the list that shows which. */
const task = z.object({
  code: z.string(),
  count: z.number(),
  list: z.string(),
  filters: z.array(listFilter),
})
export type Task = z.infer<typeof task>

/** The office file itself: which one is open, making one, opening another. */
export const officeContract = {
  status: oc.output(status),
  /** Office files that this computer has seen or that lie in the usual folder. */
  known: oc.output(z.object({ folder: z.string(), files: z.array(known) })),
  create: oc.input(
    z.object({ name: z.string().min(1).max(80), profile: z.enum(profileNames), sample: z.boolean() }),
  ),
  /** Opens a file in place, by the path that the file manager shows. */
  open: oc.input(z.object({ path: z.string().min(1) })),
  /** Keeps the given file in the usual folder and opens it there: a browser gives contents, never a path. */
  openCopy: oc.input(z.object({ file: z.file() })),
  close: oc.input(z.object({})),
  setPreferences: oc.input(preferencesSchema.partial()),
  /** Looks at the open file from end to end: SQLite's own checks, the settings in force, the journal against the rows. */
  check: oc.output(
    z.object({
      ok: z.boolean(),
      checked: z.object({ rows: z.number(), actions: z.number(), entries: z.number() }),
      /** `check.<code>` says each. */
      problems: z.array(
        z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }),
      ),
    }),
  ),
  /** One event when watching starts, then one after each change of the data, whoever made it. */
  changes: oc.output(eventIterator(z.object({ version: z.number() }))),
  /** What one of the school's offices must do today, or everybody. */
  today: oc.input(z.object({ office: z.string().optional() }).optional()).output(
    z.object({
      /** The offices of the school, and the one that looks; null for everybody. */
      offices: z.array(z.string()),
      office: z.string().nullable(),
      tasks: z.array(task),
      figures: z.array(task),
      pipeline: z.array(
        z.object({ step: z.enum(mobilityStatuses), count: z.number(), filters: task.shape.filters }),
      ),
      /** What is due on a day of the coming weeks. */
      comingUp: z.array(task.extend({ date: z.string() })),
      deadlines: z.array(
        z.object({
          institutionId: z.string(),
          institution: z.string(),
          date: z.string(),
          semester: z.string(),
          count: z.number(),
        }),
      ),
    }),
  ),
}
