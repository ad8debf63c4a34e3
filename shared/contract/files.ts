import { oc } from '@orpc/contract'
import * as z from 'zod'

/** Files kept inside the office file; each feature has its own way to put one there. */
export const filesContract = {
  /** Gives the file under the name of the record that holds it. Refused with `file-missing`. */
  get: oc
    .input(z.object({ sha256: z.string().length(64), name: z.string().min(1) }))
    .output(z.instanceof(File)),
}
