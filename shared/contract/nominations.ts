import { oc } from '@orpc/contract'
import * as z from 'zod'
import { entityNames } from '#shared/entities/index.ts'

/** A field that a host needs and that is empty, and the record where it is filled in. */
const missing = z.object({ entity: z.enum(entityNames), id: z.string(), field: z.string() })

const nominee = z.object({
  mobilityId: z.string(),
  studentId: z.string(),
  student: z.string(),
  institutionId: z.string(),
  institution: z.string(),
  status: z.string(),
  missing: z.array(missing),
})
export type Nominee = z.infer<typeof nominee>

const athensNominee = z.object({
  studentId: z.string(),
  student: z.string(),
  choices: z.array(z.object({ rank: z.number(), code: z.string(), title: z.string() })),
  missing: z.array(missing),
  /** Findings on the choices, `athens.finding.<code>`. */
  findings: z.array(
    z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }),
  ),
})
export type AthensNominee = z.infer<typeof athensNominee>

/** What a nomination would hold and what it lacks, before the file is made (the job `export`). */
export const nominationsContract = {
  years: oc.output(z.array(z.object({ academicYear: z.string(), count: z.number() }))),
  prepare: oc
    .input(z.object({ academicYear: z.string(), institutionIds: z.array(z.string()), again: z.boolean() }))
    .output(
      z.object({
        nominees: z.array(nominee),
        partners: z.array(z.object({ institutionId: z.string(), name: z.string(), count: z.number() })),
        /** What the school itself has not filled in yet: fields of the setting `school`. */
        schoolMissing: z.array(z.string()),
      }),
    ),
  athensSessions: oc.output(
    z.array(z.object({ session: z.string(), students: z.number(), courses: z.number() })),
  ),
  prepareAthens: oc
    .input(z.object({ session: z.string() }))
    .output(z.object({ nominees: z.array(athensNominee), schoolMissing: z.array(z.string()) })),
}
