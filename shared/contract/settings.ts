import { oc } from '@orpc/contract'
import * as z from 'zod'
import { listNames } from '#shared/lists/types.ts'

/** Our own school, as nominations and reports name it. */
export const schoolSchema = z.object({
  name: z.string().min(1).max(300),
  erasmusCode: z.string().max(20),
  pic: z.string().max(9),
  oid: z.string().max(9),
  schac: z.string().max(100),
  city: z.string().max(100),
  coordinatorName: z.string().max(200),
  coordinatorEmail: z.string().max(200),
  athensCoordinatorName: z.string().max(200),
  athensCoordinatorEmail: z.string().max(200),
})
export type School = z.infer<typeof schoolSchema>

const savedView = z.object({ id: z.string(), list: z.enum(listNames), name: z.string(), view: z.string() })
export type SavedView = z.infer<typeof savedView>

/** What the office file says of the school, and the views of lists that it keeps. */
export const settingsContract = {
  /** The name is empty until the user of a blank profile gives it. */
  school: oc.output(schoolSchema.extend({ name: z.string() })),
  updateSchool: oc.input(schoolSchema.partial()).output(z.object({ changed: z.boolean() })),
  views: oc.input(z.object({ list: z.enum(listNames) })).output(z.array(savedView)),
  saveView: oc
    .input(
      z.object({ list: z.enum(listNames), name: z.string().min(1).max(100), view: z.string().max(100_000) }),
    )
    .output(z.object({ id: z.string() })),
  removeView: oc.input(z.object({ id: z.string() })),
}
