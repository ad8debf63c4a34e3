import type { School } from '#shared/contract/settings.ts'
import type { SchoolRules } from '#shared/contract/school-rules.ts'

export type { Programme, Track } from '#shared/contract/school-rules.ts'

/** What an office file starts with for one school: data that the school edits, never rules in code. */
export interface SchoolProfile extends SchoolRules {
  readonly school: School
}
