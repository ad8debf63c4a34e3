import { oc } from '@orpc/contract'
import * as z from 'zod'
import { athensRegistrationStatuses, athensSessionStatuses } from '#shared/entities/athens.ts'
import { entityNames } from '#shared/entities/index.ts'

const params = z.record(z.string(), z.union([z.string(), z.number()]))
const fact = z.object({ code: z.string(), params })
const session = z.string().regex(/^\d{4}-(?:03|11)$/)
const one = z.object({ session })

const registration = z.object({
  id: z.string(),
  courseId: z.string(),
  code: z.string(),
  status: z.enum(athensRegistrationStatuses),
  isLocked: z.boolean(),
})

const nominee = z.object({
  studentId: z.string(),
  student: z.string(),
  choices: z.array(
    z.object({ rank: z.number(), code: z.string(), title: z.string(), isRefused: z.boolean() }),
  ),
  missing: z.array(z.object({ entity: z.enum(entityNames), id: z.string(), field: z.string() })),
  /** Findings on the choices, `athens.finding.<code>`. */
  findings: z.array(fact),
  registration: registration.nullable(),
})
export type CockpitNominee = z.infer<typeof nominee>

/** Figures of a session; each opens its rows. */
const counts = z.object({
  courses: z.number(),
  withoutCapacity: z.number(),
  blendedCourses: z.number(),
  students: z.number(),
  lacking: z.number(),
  toLook: z.number(),
  proposed: z.number(),
  unplaced: z.number(),
  nominated: z.number(),
  accepted: z.number(),
  waiting: z.number(),
  refused: z.number(),
  /** Results that came in and that the stays do not show yet. */
  toCarry: z.number(),
  registered: z.number(),
  /** Blended courses whose student has no Erasmus mobility yet. */
  blendedToOpen: z.number(),
  cancelled: z.number(),
})
export type CockpitCounts = z.infer<typeof counts>

const cockpit = z.object({
  session,
  /** Null while the session has courses and no record of its own. */
  record: z
    .object({
      id: z.string(),
      status: z.enum(athensSessionStatuses),
      startsOn: z.string().nullable(),
      endsOn: z.string().nullable(),
      wishesDeadline: z.string().nullable(),
      nominationDeadline: z.string().nullable(),
      resultsOn: z.string().nullable(),
      maxChoices: z.number(),
    })
    .nullable(),
  counts,
  nominees: z.array(nominee),
  schoolMissing: z.array(z.string()),
})
export type Cockpit = z.infer<typeof cockpit>

/** Who comes first: those who were never in a session, those with more ECTS, or the lot alone. */
export const athensPriorities = ['never-been', 'ects', 'lot'] as const
const allocation = one.extend({
  mechanism: z.enum(['priority', 'stable', 'max']),
  priority: z.enum(athensPriorities),
  seed: z.number().int().min(0).max(4_294_967_295),
})
export type AthensAllocation = z.infer<typeof allocation>

const reason = z.object({
  rank: z.number(),
  code: z.string(),
  /** `athens.reason.<outcome>`. */
  outcome: z.enum([
    'obtained',
    'not-needed',
    'refused',
    'decided-by-hand',
    'kept',
    'free',
    'outranked',
    'reserved',
    'given-up',
  ]),
  /** Whether the place or the host's quota was full, where that is why. */
  limit: z.enum(['place', 'pool']).nullable(),
  holders: z.array(z.string()),
  facts: z.array(fact),
})
const preview = z.object({
  placed: z.number(),
  unplaced: z.number(),
  /** Students by the rank of the choice obtained, from 1. */
  byRank: z.array(z.number()),
  certificate: z.object({ ok: z.boolean(), violations: z.number() }),
  /** Courses whose capacity is unknown: nobody can be placed there. */
  unknownCapacity: z.array(z.string()),
  students: z.array(
    z.object({
      studentId: z.string(),
      student: z.string(),
      code: z.string().nullable(),
      rank: z.number().nullable(),
      /** The course held before. */
      before: z.string().nullable(),
      reasons: z.array(reason),
    }),
  ),
})
export type AthensPreview = z.infer<typeof preview>

/** Columns of the nomination workbook, in order, and the number of choices; kept for the next session. */
export const athensColumns = [
  'session',
  'homeInstitution',
  'localCoordinator',
  'localCoordinatorEmail',
  'familyName',
  'givenNames',
  'gender',
  'birthDate',
  'nationality',
  'email',
  'phone',
  'studentNumber',
  'cycle',
  'studyYear',
  'programme',
  'track',
  'ects',
  'course',
] as const
export const athensPresetSchema = z.object({
  columns: z.array(z.enum(athensColumns)).min(1).max(athensColumns.length),
  /** Columns of choices; null: as many as were given, three at least. */
  choices: z.number().int().min(0).max(20).nullable(),
})
export type AthensPreset = z.infer<typeof athensPresetSchema>

/** A session of ATHENS from its courses to its registrations. */
export const athensContract = {
  cockpit: oc.input(one).output(cockpit),
  /** Makes the record of a session, with the dates of the network's habit to correct. */
  openSession: oc.input(one).output(z.object({ id: z.string() })),
  preview: oc.input(allocation).output(preview),
  /** Keeps the allocation that the preview shows: registrations are proposed, stays made or changed. One step to undo. */
  keep: oc.input(allocation).output(z.object({ placed: z.number(), withdrawn: z.number() })),
  /** Carries the results that were recorded over to the stays. */
  carryResults: oc
    .input(one)
    .output(z.object({ moved: z.number(), unmoved: z.array(z.object({ student: z.string() })) })),
  /** Registers those who were accepted; a blended course opens an Erasmus mobility beside the week. */
  register: oc.input(one).output(z.object({ registered: z.number(), blended: z.number() })),
  /** Takes a registered student off, with the agreement of an official of our institution. */
  cancel: oc
    .input(
      z.object({
        id: z.string(),
        reason: z.string().trim().min(1).max(2000),
        agreedBy: z.string().trim().min(1).max(200),
        agreedOn: z.iso.date(),
      }),
    )
    .output(z.object({ student: z.string() })),
  preset: oc.output(athensPresetSchema),
  savePreset: oc.input(athensPresetSchema).output(z.object({ changed: z.boolean() })),
}
