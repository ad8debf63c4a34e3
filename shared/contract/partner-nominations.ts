import { oc } from '@orpc/contract'
import * as z from 'zod'
import { headerCandidate, templateColumn, templatePlace, templateReading } from './nomination-templates.ts'

const header = z.object({ sheet: z.string(), first: z.number().int().min(1), last: z.number().int().min(1) })

const keptTemplate = templatePlace.extend({
  fileName: z.string(),
  sha256: z.string(),
  sizeBytes: z.number(),
  columns: z.array(templateColumn),
})
export type KeptTemplate = z.infer<typeof keptTemplate>

/** How each partner wants its nominations: its own workbook, what was said to whom, deadlines. */
export const partnerNominationsContract = {
  /** What a workbook's columns are: of a file that was dropped, else of the one that is kept. Keeps nothing. */
  lookAtTemplate: oc
    .input(z.object({ institutionId: z.string(), file: z.file().optional(), header: header.optional() }))
    .output(
      z.object({
        fileName: z.string(),
        reading: templateReading,
        candidates: z.array(headerCandidate),
        sheets: z.array(z.string()),
      }),
    ),
  template: oc.input(z.object({ institutionId: z.string() })).output(keptTemplate.nullable()),
  keepTemplate: oc.input(
    z.object({
      institutionId: z.string(),
      file: z.file().optional(),
      place: templatePlace,
      columns: z.array(templateColumn),
    }),
  ),
  removeTemplate: oc.input(z.object({ institutionId: z.string() })),
}
