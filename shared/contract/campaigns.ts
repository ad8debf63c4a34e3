import { oc } from '@orpc/contract'
import * as z from 'zod'
import { mechanisms } from '#shared/domain/allocation/types.ts'
import { violationCodes } from '#shared/domain/allocation/certificate.ts'

const params = z.record(z.string(), z.union([z.string(), z.number()]))
const fact = z.object({ code: z.string(), params })

/** How to allocate. */
export const allocationAsked = z.object({
  mechanism: z.enum(mechanisms),
  /** Of maximum placement: whether justified envy is ruled out. */
  isFair: z.boolean(),
  /** Of maximum placement: moves as few as possible of those placed by the base; of the priority order: moves none. */
  keepsPresent: z.boolean(),
  /** The campaign's own when null. */
  seed: z.number().int().min(0).max(4_294_967_295).nullable(),
})

const violation = z.object({
  code: z.enum(violationCodes),
  student: z.string().optional(),
  place: z.string().optional(),
  holder: z.string().optional(),
  params: params.optional(),
})

const certificate = z.object({
  isValid: z.boolean(),
  violations: z.array(violation),
  envy: z.array(violation),
  optimum: z.object({ value: z.number(), bound: z.number() }).nullable(),
})
export type CertificateView = z.infer<typeof certificate>

const measure = z.object({
  students: z.number(),
  placed: z.number(),
  unplaced: z.number(),
  atRisk: z.number(),
  atRiskPlaced: z.number(),
  rankTotal: z.number(),
  byRank: z.record(z.string(), z.number()),
  moved: z.number(),
})
export type MeasureView = z.infer<typeof measure>

const publishCounts = {
  created: z.number(),
  changed: z.number(),
  unchanged: z.number(),
  released: z.number(),
}

const beyondQuota = z.object({
  studentId: z.string(),
  student: z.string(),
  partner: z.string(),
  year: z.string(),
  agreed: z.number(),
  taken: z.number(),
  /** A decision by hand says why. */
  isJustified: z.boolean(),
})
export type BeyondQuotaView = z.infer<typeof beyondQuota>

const published = z.object({
  ...publishCounts,
  /** Stays that could not become selected, and why: `guard` issues. */
  refused: z.array(z.object({ studentId: z.string(), student: z.string(), reason: z.string() })),
})
export type PublishedView = z.infer<typeof published>

/** What an allocation gave: students and places by name, for people; by id, for the window. */
export const allocationResult = z.object({
  campaignId: z.string(),
  /** The scenario that keeps it; null when nothing was kept. */
  scenarioId: z.string().nullable(),
  mechanism: z.enum(mechanisms),
  seed: z.number(),
  measure,
  certificate,
  assignments: z.array(
    z.object({
      studentId: z.string(),
      student: z.string(),
      placeId: z.string().nullable(),
      place: z.string().nullable(),
      rank: z.number().nullable(),
    }),
  ),
  /** Of what is tried: who would go beyond the places of an agreement. */
  beyond: z.array(beyondQuota),
  /** What publishing did; null when nothing was published. */
  published: published.nullable(),
})

const scenario = z.object({
  id: z.string(),
  name: z.string(),
  mechanism: z.enum(mechanisms),
  isFair: z.boolean(),
  keepsPresent: z.boolean(),
  seed: z.number(),
  madeOn: z.string(),
  publishedOn: z.string().nullable(),
  isCertified: z.boolean(),
  measure,
})
export type ScenarioSummary = z.infer<typeof scenario>

const finding = z.object({
  code: z.string(),
  student: z.object({ id: z.string(), name: z.string() }).nullable(),
  place: z.object({ id: z.string(), name: z.string() }).nullable(),
  params,
})
export type FindingView = z.infer<typeof finding>

const criterion = z.object({
  id: z.string(),
  label: z.string(),
  role: z.enum(['score', 'tie-break']),
  weight: z.number(),
  outOf: z.number(),
})

const boardStudent = z.object({
  id: z.string(),
  number: z.string(),
  name: z.string(),
  programme: z.string().nullable(),
  score: z.number(),
  terms: z.array(z.object({ id: z.string(), value: z.number().nullable(), points: z.number() })),
  isAtRisk: z.boolean(),
  isByHand: z.boolean(),
  placeId: z.string().nullable(),
  rank: z.number().nullable(),
  wishes: z.array(z.object({ placeId: z.string(), rank: z.number(), isRefused: z.boolean() })),
})
export type BoardStudent = z.infer<typeof boardStudent>

const boardPlace = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  country: z.string().nullable(),
  semester: z.string(),
  pool: z.string().nullable(),
  capacity: z.number().nullable(),
  isOpen: z.boolean(),
  reserved: z.object({ group: z.string(), seats: z.number(), isKept: z.boolean() }).nullable(),
  wished: z.number(),
  taken: z.number(),
})
export type BoardPlace = z.infer<typeof boardPlace>

const holder = z.object({
  student: z.string(),
  place: z.string(),
  score: z.number().nullable(),
  isByHand: z.boolean(),
})
const limit = z.enum(['place', 'pool'])
const outcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('obtained') }),
  z.object({ kind: z.literal('not-needed') }),
  z.object({ kind: z.literal('refused'), facts: z.array(fact) }),
  z.object({ kind: z.literal('decided-by-hand') }),
  z.object({ kind: z.literal('kept') }),
  z.object({ kind: z.literal('free') }),
  z.object({ kind: z.literal('outranked'), limit, holders: z.array(holder) }),
  z.object({ kind: z.literal('reserved'), limit, holders: z.array(holder) }),
  z.object({ kind: z.literal('given-up'), holder, holders: z.array(holder) }),
])
export type WishOutcomeView = z.infer<typeof outcome>

const reasons = z.object({
  student: z.string(),
  place: z.string().nullable(),
  rank: z.number().nullable(),
  isByHand: z.boolean(),
  wishes: z.array(z.object({ place: z.string(), rank: z.number(), score: z.number(), outcome })),
})
export type ReasonsView = z.infer<typeof reasons>

const demand = z.object({
  student: z.string(),
  rank: z.number(),
  score: z.number(),
  outcome: z.enum(['holds', 'has-better', 'waits', 'decided-by-hand', 'kept', 'refused']),
  facts: z.array(fact),
})
export type DemandView = z.infer<typeof demand>

const scenarioId = z.object({ scenarioId: z.string() })

/** Campaigns: what is to be allocated, results kept, why, and what becomes of them. The work itself is the job `allocate`. */
export const campaignsContract = {
  list: oc.output(
    z.array(z.object({ id: z.string(), name: z.string(), academicYear: z.string(), status: z.string() })),
  ),
  get: oc.input(z.object({ campaignId: z.string() })).output(
    z.object({
      id: z.string(),
      name: z.string(),
      academicYear: z.string(),
      status: z.string(),
      opensOn: z.string().nullable(),
      closesOn: z.string().nullable(),
      resultsOn: z.string().nullable(),
      maxWishes: z.number(),
      seed: z.number(),
      counts: z.object({
        students: z.number(),
        wishes: z.number(),
        places: z.number(),
        seats: z.number(),
        criteria: z.number(),
        rules: z.number(),
        decisions: z.number(),
        withdrawn: z.number(),
        atRisk: z.number(),
      }),
      criteria: z.array(criterion),
      findings: z.array(finding),
      scenarios: z.array(scenario),
    }),
  ),
  scenario: oc.input(scenarioId).output(
    z.object({
      scenario,
      campaignId: z.string(),
      criteria: z.array(criterion),
      certificate,
      students: z.array(boardStudent),
      places: z.array(boardPlace),
      pools: z.array(z.object({ id: z.string(), name: z.string(), total: z.number(), taken: z.number() })),
      /** How many students and places of the campaign are not as they were when the scenario was made. */
      differences: z.number(),
    }),
  ),
  reasons: oc.input(z.object({ scenarioId: z.string(), studentId: z.string() })).output(reasons),
  demand: oc.input(z.object({ scenarioId: z.string(), placeId: z.string() })).output(z.array(demand)),
  /** Who has another place in the second than in the first. */
  compare: oc.input(z.object({ firstId: z.string(), secondId: z.string() })).output(
    z.array(
      z.object({
        studentId: z.string(),
        student: z.string(),
        first: z.object({ place: z.string().nullable(), rank: z.number().nullable() }),
        second: z.object({ place: z.string().nullable(), rank: z.number().nullable() }),
      }),
    ),
  ),
  /** Locks, bans or withdraws; `null` takes the student's decision of that kind (and place) back. */
  decide: oc.input(
    z.object({
      campaignId: z.string(),
      studentId: z.string(),
      kind: z.enum(['lock', 'ban', 'withdrawal']),
      campaignPlaceId: z.string().nullable(),
      reason: z.string().max(2000).nullable(),
      takeBack: z.boolean(),
    }),
  ),
  /** What publishing would do, and who would go beyond the places of an agreement. */
  publishPreview: oc.input(scenarioId).output(z.object({ ...publishCounts, beyond: z.array(beyondQuota) })),
  /** `reason`: why those beyond the places of an agreement may go; they are left out when null. */
  publish: oc
    .input(scenarioId.extend({ reason: z.string().trim().min(1).max(2000).nullable() }))
    .output(published),
  remove: oc.input(scenarioId),
  /** A whole instance from one workbook: places, students and wishes, as a campaign of its own. */
  importInstance: oc.input(z.object({ file: z.file() })).output(
    z.object({
      campaignId: z.string(),
      name: z.string(),
      places: z.number(),
      students: z.number(),
      wishes: z.number(),
    }),
  ),
}
