import type { PipelineStep } from './mobility-steps.ts'

/** Every form of mobility that Escale knows; a school accepts some of them. */
export const mobilityForms = [
  'exchange-semester',
  'free-mover',
  'double-degree',
  'master',
  'athens-week',
  'internship',
  'end-of-studies-project',
  'gap-period',
  'summer-school',
  'regional-semester',
  'short-term-blended',
] as const
export type StayForm = (typeof mobilityForms)[number]

/** How stays of a form count toward an obligation. */
export interface FormCounting {
  readonly counts: boolean
  /** Days that one stay of this form must last to count, when not what the obligation says of every stay. */
  readonly minimumDays: number | null
  /** Weeks that all stays of this form together count at most. */
  readonly mostWeeks: number | null
}

/** A step that stays of a form go through: the office that answers, what must be agreed. */
export interface FormStep {
  readonly status: PipelineStep
  /** Empty: the office in charge of the form. */
  readonly office: string
  readonly approval: string
}

/** A document that stays of a form need by a step. `code` is its kind, with its word in shared/text. */
export interface FormDocument {
  readonly code: string
  /** It is due so many days after (before, when negative) the start or the end of the stay. */
  readonly dueFrom: 'start' | 'end'
  readonly dueDays: number
  readonly step: PipelineStep
  readonly isRequired: boolean
  readonly from: 'student' | 'host' | 'school'
  /** Months after which it expires. */
  readonly validMonths: number | null
}

/** What is particular to a stay of a form: how long, how many. */
export interface FormLimits {
  readonly minimumMonths: number | null
  readonly maximumMonths: number | null
  readonly minimumSemesters: number | null
  readonly maximumSemesters: number | null
  /** Whether a student can have one such stay only in the cycle. */
  readonly isOncePerCycle: boolean
  /** Whether it must be over before the last semester of the curriculum. */
  readonly endsBeforeLastSemester: boolean
}

/** A form of stay that the school accepts: who answers for it, how it counts, and what it asks for. Data, not code. */
export interface FormRule {
  readonly form: StayForm
  readonly office: string
  readonly counting: FormCounting
  /** What must be agreed before the stay, in order. */
  readonly approvals: readonly string[]
  /** Those between draft and recognised; none: the usual ones. */
  readonly steps: readonly FormStep[]
  readonly documents: readonly FormDocument[]
  /** Fields of a stay that only some forms have, and this one has, by name. */
  readonly fields: readonly string[]
  readonly limits: FormLimits
}
