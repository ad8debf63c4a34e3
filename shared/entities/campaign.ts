import { defineEntity } from './fields.ts'

/** Forms of stays whose places are given out in campaigns. */
const campaignForms = [
  'exchange-semester',
  'double-degree',
  'master',
  'summer-school',
  'regional-semester',
] as const

/** One round of wishes and allocation for an academic year. */
export const campaign = defineEntity({
  name: 'campaign',
  searched: ['name', 'notes'],
  fields: {
    name: { type: 'text', required: true, group: 'identity' },
    academicYear: { type: 'academic-year', required: true, group: 'identity' },
    status: {
      type: 'choice',
      choices: ['preparing', 'open', 'closed', 'published'],
      required: true,
      group: 'identity',
    },
    /** The form of the stays that publishing makes. */
    form: { type: 'choice', choices: campaignForms, required: true, group: 'identity' },
    /** Divided by commas; empty is all. */
    programmes: { type: 'text', group: 'identity' },
    maxWishes: { type: 'integer', min: 1, max: 50, required: true, group: 'campaign-rules' },
    /** What reserved seats look at in a student. */
    groupBy: {
      type: 'choice',
      choices: ['programme', 'department', 'track', 'cohort'],
      required: true,
      group: 'campaign-rules',
    },
    /** Decides between students whom the criteria leave equal. */
    seed: { type: 'integer', min: 0, max: 4_294_967_295, required: true, group: 'campaign-rules' },
    opensOn: { type: 'date', group: 'dates' },
    closesOn: { type: 'date', group: 'dates' },
    resultsOn: { type: 'date', group: 'dates' },
    notes: { type: 'text', long: true, group: 'notes' },
  },
})

/** A number of seats that several places of a campaign share, in persons. */
export const campaignPool = defineEntity({
  name: 'campaignPool',
  searched: ['name'],
  fields: {
    campaignId: { type: 'reference', entity: 'campaign', required: true, group: 'identity' },
    name: { type: 'text', required: true, group: 'identity' },
    total: { type: 'integer', min: 0, max: 10_000, required: true, group: 'quota' },
    notes: { type: 'text', long: true, group: 'notes' },
  },
})

/** Places that a campaign opens, of one line of the places of an agreement; a wish is for one of them. */
export const campaignPlace = defineEntity({
  name: 'campaignPlace',
  searched: ['code', 'notes'],
  fields: {
    campaignId: { type: 'reference', entity: 'campaign', required: true, group: 'identity' },
    placeId: { type: 'reference', entity: 'place', required: true, group: 'identity' },
    /** How the wishes call it; the Erasmus code and the name of the host are understood as well. */
    code: { type: 'text', group: 'identity' },
    isOpen: { type: 'boolean', required: true, group: 'identity' },
    /** Persons. Empty is unknown: then nobody can be placed there. */
    opened: { type: 'integer', min: 0, max: 10_000, group: 'quota' },
    poolId: { type: 'reference', entity: 'campaignPool', group: 'quota' },
    /** Seats of the pool that are for this place first. */
    poolSeats: { type: 'integer', min: 0, max: 10_000, group: 'quota' },
    poolSeatsKept: { type: 'boolean', group: 'quota' },
    /** The group (programme, department…) that some seats of this place are for. */
    reservedFor: { type: 'text', group: 'reserve' },
    reservedSeats: { type: 'integer', min: 0, max: 10_000, group: 'reserve' },
    /** Whether those seats stay empty when the group does not take them. */
    reservedKept: { type: 'boolean', group: 'reserve' },
    notes: { type: 'text', long: true, group: 'notes' },
  },
})

/** One ranked choice of a student in a campaign. */
export const campaignWish = defineEntity({
  name: 'campaignWish',
  searched: [],
  fields: {
    studentId: { type: 'reference', entity: 'student', required: true, group: 'identity' },
    campaignPlaceId: { type: 'reference', entity: 'campaignPlace', required: true, group: 'identity' },
    rank: { type: 'integer', min: 1, max: 50, required: true, group: 'identity' },
  },
})

/** What a criterion's value is: entered for each student, or read from the office. */
const criterionSources = ['entered', 'ects', 'study-year', 'weeks-missing', 'language'] as const

/** One term of the priority score: value ÷ out of × weight. */
export const campaignCriterion = defineEntity({
  name: 'campaignCriterion',
  searched: ['label'],
  fields: {
    campaignId: { type: 'reference', entity: 'campaign', required: true, group: 'identity' },
    label: { type: 'text', required: true, group: 'identity' },
    source: { type: 'choice', choices: criterionSources, required: true, group: 'identity' },
    /** `score`: a term of the formula. `tie-break`: compared only between equal scores. */
    role: { type: 'choice', choices: ['score', 'tie-break'], required: true, group: 'campaign-rules' },
    weight: { type: 'decimal', min: -1000, max: 1000, required: true, group: 'campaign-rules' },
    outOf: { type: 'decimal', min: 0.01, max: 100_000, required: true, group: 'campaign-rules' },
  },
})

/** The value of an entered criterion for one student. */
export const campaignScore = defineEntity({
  name: 'campaignScore',
  searched: [],
  fields: {
    criterionId: { type: 'reference', entity: 'campaignCriterion', required: true, group: 'identity' },
    studentId: { type: 'reference', entity: 'student', required: true, group: 'identity' },
    value: { type: 'decimal', min: -100_000, max: 100_000, required: true, group: 'identity' },
  },
})

const campaignRuleKinds = [
  'study-year-min',
  'study-year-max',
  'track',
  'programme',
  'cohort',
  'language',
  'ects-min',
  'criterion-min',
  'obligation-owed',
] as const

/** What a student must meet to be eligible: for the whole campaign, or for one of its places (the host's own). */
export const campaignRule = defineEntity({
  name: 'campaignRule',
  searched: ['value'],
  fields: {
    campaignId: { type: 'reference', entity: 'campaign', required: true, group: 'identity' },
    campaignPlaceId: { type: 'reference', entity: 'campaignPlace', group: 'identity' },
    kind: { type: 'choice', choices: campaignRuleKinds, required: true, group: 'campaign-rules' },
    /** A number, names divided by commas, or languages with a level (`en B2`); none for an obligation still owed. */
    value: { type: 'text', group: 'campaign-rules' },
    criterionId: { type: 'reference', entity: 'campaignCriterion', group: 'campaign-rules' },
  },
})

/** What somebody decided by hand about a student in a campaign. */
export const campaignDecision = defineEntity({
  name: 'campaignDecision',
  searched: ['reason'],
  fields: {
    campaignId: { type: 'reference', entity: 'campaign', required: true, group: 'identity' },
    studentId: { type: 'reference', entity: 'student', required: true, group: 'identity' },
    /** `lock`: has this place. `ban`: cannot have it. `withdrawal`: takes part no more. */
    kind: { type: 'choice', choices: ['lock', 'ban', 'withdrawal'], required: true, group: 'identity' },
    campaignPlaceId: { type: 'reference', entity: 'campaignPlace', group: 'identity' },
    decidedOn: { type: 'date', group: 'dates' },
    reason: { type: 'text', group: 'notes' },
  },
})
