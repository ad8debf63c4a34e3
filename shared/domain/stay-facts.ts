import type { CycleExcess } from './study-cycle.ts'

/** What the rules of a stay look at: plain values, gathered by the core. Dates are civil dates, `2026-11-24`. */
export interface StayFacts {
  readonly id: string
  readonly form: string
  readonly status: string
  /** The day the rules are asked, for what must be over. */
  readonly today: string
  /** ISO 3166-1 code of the school's own country. */
  readonly homeCountry: string
  readonly academicYear: string
  readonly semester: string | null
  readonly plannedStart: string | null
  readonly plannedEnd: string | null
  readonly actualStart: string | null
  readonly actualEnd: string | null
  readonly title: string | null
  readonly host: StayHost | null
  readonly student: StayStudent
  readonly supervisorName: string | null
  readonly workAddress: string | null
  /** The day the internship agreement was signed by all. */
  readonly agreementSignedOn: string | null
  readonly degree: string | null
  readonly committeeDecision: string | null
  readonly committeeOn: string | null
  readonly committeeMinutes: string | null
  /** The student's semester of the curriculum, `S9`; `S9*` is the one that does not begin in September. */
  readonly studySemester: string | null
  /** Signatures of the learning agreement in force. */
  readonly signatures: { readonly student: boolean; readonly sending: boolean; readonly receiving: boolean }
  /** Kinds of documents that were received, or waived, and have not expired. */
  readonly documents: readonly string[]
  /** The day the recognition was decided. */
  readonly recognisedOn: string | null
  readonly recognitionDecision: string | null
  /** Months beyond those that Erasmus+ gives in a study cycle; null when the stay stays within them. */
  readonly cycleExcess: CycleExcess | null
  /** Other stays of the same student that were not given up. */
  readonly others: readonly OtherStay[]
}

export interface StayHost {
  readonly name: string
  readonly country: string | null
  readonly kind: string
  /** The other names it is known by. */
  readonly otherNames: readonly string[]
  /** Whether the school has an agreement with it. */
  readonly isPartner: boolean
}

export interface StayStudent {
  readonly cohort: string | null
  readonly track: string | null
  /** The student's last day, `2027-09-30`; null: neither known nor to be had from the cohort. */
  readonly endOfStudies: string | null
  /** How many times the student repeated a semester after the fifth; null: not known. */
  readonly repeatsAfterS5: number | null
}

export interface OtherStay {
  readonly id: string
  readonly form: string
  /** Real days where they are known, else the planned ones. */
  readonly start: string | null
  readonly end: string | null
}

/** The first and last day of a stay: the real ones where they are known, else the planned ones. */
export function daysOf(facts: Pick<StayFacts, 'plannedStart' | 'plannedEnd' | 'actualStart' | 'actualEnd'>): {
  readonly start: string | null
  readonly end: string | null
} {
  return { start: facts.actualStart ?? facts.plannedStart, end: facts.actualEnd ?? facts.plannedEnd }
}
