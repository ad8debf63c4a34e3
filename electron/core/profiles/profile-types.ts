import type { School } from '#shared/contract/settings.ts'
import type { mobilityForms } from '#shared/entities/mobility.ts'

type MobilityForm = (typeof mobilityForms)[number]

/** A specialisation of a programme; the ISCED-F 2013 code has four digits. */
export interface Track {
  readonly name: string
  readonly department: string
  readonly iscedCode: string
  /** Whether the track is on the correspondence list of the regional semester. */
  readonly isRegional?: true
}

/** A curriculum that ends with a degree, and who follows it. */
export interface Programme {
  readonly name: string
  readonly studentStatus: 'student' | 'apprentice'
  readonly tracks: readonly Track[]
}

/** A form of stay that the school accepts: who answers for it, and what must be agreed before it, in order. */
interface FormRule {
  readonly form: MobilityForm
  readonly office: string
  /** Whether its weeks count toward the obligation. */
  readonly countsWeeks: boolean
  readonly approvals: readonly string[]
}

/** Weeks abroad that students owe over the whole curriculum; `from` is the first day the rule holds, null: always. */
interface Obligation {
  readonly minimumWeeks: number
  readonly owedBy: 'every-student' | 'schooled-entirely-in-france'
  /** Whether several stays may add up to the minimum. */
  readonly isCumulative: boolean
  readonly from: string | null
}

/** A semester of our own school by month and day, `--09-01`. */
interface SemesterDates {
  readonly semester: 'autumn' | 'spring'
  readonly start: string
  readonly end: string
}

/** What an office file starts with for one school: data that the school edits, never rules in code. */
export interface SchoolProfile {
  readonly school: School
  readonly semesters: readonly SemesterDates[]
  readonly programmes: readonly Programme[]
  readonly forms: readonly FormRule[]
  readonly obligations: readonly Obligation[]
}
