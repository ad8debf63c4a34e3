import type { TextParams } from '#shared/text/text.ts'

/** Why a row was rejected, or what it comes to when no cell shows it; its words are `imports.reason.<reason>`. */
export type RowReasonCode =
  | 'no-name'
  | 'unknown-institution'
  | 'matches-several'
  | 'several-in-office'
  | 'ambiguous-name'
  | 'conflict'
  | 'places-conflict'
  | 'same-as-row'
  | 'adds-agreement'
  | 'no-student-number'
  | 'no-student-name'
  | 'duplicate-student'
  | 'unknown-student'
  | 'several-students'
  | 'several-stays'
  | 'unknown-form'
  | 'duplicate-stay'
  | 'places-full'
  | 'no-campaign'
  | 'sets-wishes'
  | 'no-course-code'
  | 'no-course-title'
  | 'no-session'
  | 'two-capacities'
  | 'duplicate-course'
  | 'below-nominated'
  | 'sets-choices'
  | 'unknown-result'
  | 'result-without-course'
  | 'two-results'

export interface RowReason {
  readonly reason: RowReasonCode
  readonly params: TextParams
}
