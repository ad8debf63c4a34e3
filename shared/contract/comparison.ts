import * as z from 'zod'
import { comparedFields } from '#shared/domain/agreement-comparison.ts'

const value = z.union([z.string(), z.number(), z.boolean(), z.null()])
const verdict = z.enum(['ours', 'theirs', 'together'])

const condition = z.object({
  direction: z.enum(['outgoing', 'incoming']),
  kind: z.enum(['student-studies', 'student-traineeship', 'staff-teaching', 'staff-training']),
  values: z.record(z.enum(comparedFields), value),
})

const pair = z.object({
  ours: z.number().nullable(),
  theirs: z.number().nullable(),
  differences: z.array(
    z.object({
      field: z.enum(comparedFields),
      ours: value,
      theirs: value,
      change: verdict,
      reason: z.enum([
        'absent',
        'not-detailed',
        'receiving-decides',
        'below-minimum',
        'signed-stands',
        'to-agree',
      ]),
    }),
  ),
  change: verdict.nullable(),
})

/** A copy of an agreement. */
export const copy = z.object({
  /** What the copy is called: a file, or the partner of the office's own. */
  label: z.string(),
  isSigned: z.boolean(),
  conditions: z.array(condition),
})

export const comparison = z.object({ ours: copy, theirs: copy, pairs: z.array(pair) })
export type ComparedCopies = z.infer<typeof comparison>

/** Where a copy of an agreement comes from: a file (XML, xlsx, csv), or the office: an agreement, or a partner's. */
export const copySource = z.union([
  z.object({ file: z.file() }),
  z.object({ agreementId: z.string() }),
  z.object({ institutionId: z.string() }),
])
export type CopySource = z.infer<typeof copySource>
