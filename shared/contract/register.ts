import { oc } from '@orpc/contract'
import * as z from 'zod'

const text = z.string().nullable()
const entry = z.object({
  id: z.string(),
  name: z.string(),
  erasmusCode: text,
  pic: text,
  oid: text,
  country: text,
  city: text,
})

export const charterStates = ['held', 'lost', 'absent', 'outside'] as const
export const charterChanges = ['renamed', 'new-code', 'gained', 'completes'] as const

const finding = z.object({
  holderId: z.string(),
  state: z.enum(charterStates),
  changes: z.array(z.enum(charterChanges)),
  by: z.enum(['pic', 'oid', 'code', 'name']).nullable(),
  entry: entry.nullable(),
  lastSeen: text,
  suggestions: z.array(
    z.object({ field: z.enum(['name', 'erasmusCode', 'pic', 'oid']), from: text, to: z.string() }),
  ),
  perhaps: entry.nullable(),
})

const compared = z.object({ id: z.string(), name: z.string(), erasmusCode: text, country: text, finding })
export type ComparedPartner = z.infer<typeof compared>

/** What came of reading a list of charters. */
export const registerReport = z.object({
  fileName: z.string(),
  sheet: z.string(),
  listDate: z.string(),
  /** The file's name said no date: it is kept under the day of the import. */
  isDateSupposed: z.boolean(),
  entries: z.number(),
  skipped: z.array(z.number()),
  cleaned: z.number(),
  unread: z.array(z.object({ cell: z.string(), value: z.string() })), // the first 100
  unreadCount: z.number(),
  isApplied: z.boolean(),
})
export type RegisterReport = z.infer<typeof registerReport>

/** The Commission's lists of holders of an Erasmus charter, and what they say of our partners. Importing is the job `register-import`. */
export const registerContract = {
  /** Our school and all partners compared with the lists kept. */
  compare: oc.output(
    z.object({
      registers: z.array(
        z.object({ id: z.string(), listDate: z.string(), entries: z.number(), fileName: z.string() }),
      ),
      school: compared,
      partners: z.array(compared),
    }),
  ),
}
