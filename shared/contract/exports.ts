import { oc } from '@orpc/contract'
import * as z from 'zod'

/** A parameter of an export format, asked for by the screen and the command line in the same way. */
const param = z.discriminatedUnion('type', [
  z.object({ key: z.string(), type: z.literal('academic-year'), required: z.boolean() }),
  z.object({ key: z.string(), type: z.literal('athens-session'), required: z.boolean() }),
  z.object({ key: z.string(), type: z.literal('partners'), required: z.boolean() }), // institution ids; none means all
  z.object({ key: z.string(), type: z.literal('boolean'), required: z.boolean() }),
  z.object({ key: z.string(), type: z.literal('text'), required: z.boolean() }),
  z.object({
    key: z.string(),
    type: z.literal('choice'),
    required: z.boolean(),
    choices: z.array(z.string()).readonly(),
  }),
])
export type ExportParam = z.infer<typeof param>

/** The formats that the office can produce. Producing one is the job `export`. */
export const exportsContract = {
  list: oc.output(
    z.array(
      z.object({ id: z.string(), titleKey: z.string(), extension: z.string(), params: z.array(param) }),
    ),
  ),
}
