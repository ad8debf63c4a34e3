import type { CivilDate } from './civil-date.ts'
import type { DayCount, DaySpan, StayDates } from './day-spans.ts'
import type { FormCounting, FormRule, StayForm } from './form-rule.ts'
import type { MobilityStep } from './mobility-steps.ts'

export const exemptionReasons = [
  'health',
  'disability',
  'family',
  'earlier-stay',
  'employment',
  'force-majeure',
  'other',
] as const
/** Why a student may be let off the obligation. The list of schools' own rules is not public: which apply is data. */
export type ExemptionReason = (typeof exemptionReasons)[number]

/** A form that an obligation counts in another way than the school usually does. */
export interface FormException extends FormCounting {
  readonly form: StayForm
}

/**
 * Weeks abroad that the students of some cohorts owe. Sources of what varies from school to school: the pages of
 * Télécom Paris (11 weeks, every student, any number of stays), ENIT (16 weeks, schooled entirely in France), INSA
 * Toulouse (12), Cnam (individual stays, S6 to S8), Institut d'Optique (apprentices: 9, in one block or in pieces).
 * Rounding, minimum length and the moment a student is at risk are said by no source: the school decides.
 */
export interface ObligationRule {
  readonly id: string
  /** Years in the names of the first and last cohorts meant, both included; null: no limit. */
  readonly fromCohort: number | null
  readonly toCohort: number | null
  /** Names of the programmes meant; none: all. */
  readonly programmes: readonly string[]
  readonly requiredWeeks: number
  /** What apprentices owe instead; null: the same. */
  readonly apprenticeWeeks: number | null
  readonly owedBy: 'every-student' | 'schooled-entirely-in-france'
  readonly exemptions: readonly { readonly reason: ExemptionReason; readonly needsProof: boolean }[]
  readonly formExceptions: readonly FormException[]
  /** Whether stays add up, or the longest one alone must suffice. */
  readonly stays: 'several' | 'one'
  /** Days that one stay must last to count; 1: any. A stay is all its consecutive days in one form at one host. */
  readonly minimumDays: number
  /** Semesters of the curriculum whose days count, both included (S5 is 5); null: no limit. */
  readonly firstSemester: number | null
  readonly lastSemester: number | null
  readonly dayCount: DayCount
  /** How days become weeks of seven, once for all stays together. */
  readonly rounding: 'down' | 'nearest' | 'up'
  /** From which status on a stay to come is a plan; before, it is a wish and counts nothing. */
  readonly plannedFrom: 'applied' | 'approved' | 'selected' | 'accepted' | 'agreed'
  /** From which status on a stay is validated. */
  readonly validatedFrom: 'returned' | 'recognised'
  /** Weeks still to find put a student at risk when fewer months than this are left; null: at once. */
  readonly riskMonths: number | null
  /** Part of the cohort that the school wants to see abroad; null: no aim. */
  readonly aimPercent: number | null
}

/** A semester of our own school by month and day, `--09-01`. */
export interface SemesterDates {
  readonly semester: 'autumn' | 'spring'
  readonly start: string
  readonly end: string
}

/** When a cohort ends, for students whose own last day is not known. */
export interface GraduationRule {
  /** What the year in a cohort's name says. */
  readonly cohortYear: 'graduation' | 'entry'
  /** Years from entry to graduation, where the name says the entry. */
  readonly lengthYears: number
  /** Last day of studies, `--09-30`. */
  readonly day: string
}

/** All that the school decides about obligations. `country` is where it lies, ISO 3166-1 alpha-2: not abroad. */
export interface ObligationSetup {
  readonly rules: readonly ObligationRule[]
  readonly forms: readonly FormRule[]
  readonly semesters: readonly SemesterDates[]
  readonly graduation: GraduationRule
  readonly country: string
}

/** What is known of a student; dates are `YYYY-MM-DD`, the entry year `2024/2025`. */
export interface LedgerStudent {
  readonly cohort: string | null
  readonly programme: string | null
  readonly status: 'student' | 'apprentice'
  readonly isSchooledInFrance: boolean
  readonly exemptionReason: ExemptionReason | null
  readonly exemptionProof: string | null
  readonly exemptionDate: string | null
  readonly entryYear: string | null
  readonly entrySemester: number | null
  readonly endOfStudies: string | null
  readonly repeatedYears: number
}

/** What is known of a stay. An interruption without end lasts until the stay's. */
export interface LedgerStay extends StayDates {
  readonly id: string
  readonly form: string
  readonly status: MobilityStep
  readonly hostId: string | null
  readonly country: string | null
  readonly interruptions: readonly { readonly start: string; readonly end: string | null }[]
}

export type Params = Readonly<Record<string, string | number>>
/** Something to say, whose sentence is in shared/text. */
export interface Said<Code extends string> {
  readonly code: Code
  readonly params: Params
}

export type LineCode =
  | 'counted'
  | 'counted-partly'
  | 'planned'
  | 'not-validated'
  | 'real-dates-missing'
  | 'wish'
  | 'refused'
  | 'withdrawn'
  | 'interrupted'
  | 'virtual'
  | 'regional'
  | 'not-abroad'
  | 'country-missing'
  | 'form-missing'
  | 'form-not-counted'
  | 'below-minimum'
  | 'minimum-not-yet'
  | 'outside-window'
  | 'entry-missing'
  | 'dates-missing'
  | 'dates-reversed'
  | 'counted-elsewhere'
  | 'most-reached'
  | 'not-the-longest'

/** One stay in the ledger: its days, how many of them count, and the sentence that says why. */
export interface LedgerLine {
  readonly stayId: string
  readonly start: CivilDate | null
  readonly end: CivilDate | null
  /** Whether these are the real days, not the planned ones. */
  readonly isReal: boolean
  /** Days spent abroad, interruptions and virtual time taken off. */
  readonly days: number
  readonly acquiredDays: number
  readonly plannedDays: number
  readonly reason: Said<LineCode>
}

export type ProblemCode =
  | 'cohort-missing'
  | 'cohort-unread'
  | 'exemption-without-proof'
  | 'exemption-not-accepted'
  | 'entry-missing'
  | 'country-missing'
  | 'form-missing'
  | 'dates-missing'
  | 'real-dates-missing'
  | 'dates-reversed'
  | 'overlap'

/** Something to mend before the ledger can be trusted, at a field of the student or of a stay. */
export interface LedgerProblem {
  readonly code: ProblemCode
  readonly entity: 'student' | 'mobility'
  readonly field: string
  readonly stayId: string | null
}

export const ledgerStatuses = ['met', 'on-track', 'at-risk', 'exempt', 'not-owed'] as const
export type LedgerStatus = (typeof ledgerStatuses)[number]

export type LedgerCode =
  | 'met'
  | 'planned-enough'
  | 'time-left'
  | 'weeks-missing'
  | 'end-unknown'
  | 'too-late'
  | 'studies-over'
  | 'cohort-missing'
  | 'exempt'
  | 'schooled-abroad'
  | 'no-rule'

/** What a student has of the weeks owed. Weeks are whole; `missing` is what is neither acquired nor planned. */
export interface Ledger {
  readonly ruleId: string | null
  /** Null when nothing is owed. */
  readonly requiredWeeks: number | null
  readonly acquiredWeeks: number
  readonly plannedWeeks: number
  readonly missingWeeks: number
  readonly acquiredDays: number
  readonly plannedDays: number
  readonly status: LedgerStatus
  readonly reason: Said<LedgerCode>
  readonly endOfStudies: CivilDate | null
  /** Whole months until the end of studies; 0 when they are over. */
  readonly monthsLeft: number | null
  readonly lines: readonly LedgerLine[]
  readonly problems: readonly LedgerProblem[]
}

/** A stay sorted before its days are measured. `spans` are the days that may count. */
export interface SortedStay {
  readonly stay: LedgerStay
  readonly state: 'acquired' | 'planned' | 'none'
  readonly reason: Said<LineCode>
  readonly gross: DaySpan | undefined
  readonly isReal: boolean
  readonly spans: readonly DaySpan[]
  readonly counting: FormCounting | undefined
}
