import type { EntityName } from '#shared/entities/index.ts'
import type { TextKey } from '#shared/text/text.ts'

/** How a column's values are read, written, aligned, filtered and sorted. */
export type ColumnType =
  | 'text'
  | 'code' // significant spaces kept
  | 'integer'
  | 'decimal'
  | 'boolean'
  | 'date'
  | 'month-day'
  | 'instant' // ISO date-time in UTC
  | 'academic-year'
  | 'choice'
  | 'country'
  | 'language'

export interface ListColumn {
  readonly key: string
  readonly label: TextKey
  readonly type: ColumnType
  /** For `choice`: each value and its word. */
  readonly choices?: readonly { readonly value: string; readonly label: TextKey }[]
  /** Shown unless the user chose otherwise. */
  readonly isShown: boolean
  readonly widthPx: number
  /** What the footer says of the rows found. */
  readonly total?: 'sum'
  /** The field behind the column, when the cell can be edited in place, pasted over or changed in bulk. */
  readonly field?: string
}

export const listNames = [
  'institutions',
  'partners',
  'agreements',
  'conditions',
  'places',
  'students',
  'mobilities',
  'mobilitySteps',
  'nominations',
  'athensSessions',
  'nominationProfiles',
  'athensCourses',
  'athensHostQuotas',
  'wishes',
  'interruptions',
  'documents',
  'laComponents',
  'laSignatures',
  'transcriptLines',
  'aidSchemes',
  'fundings',
  'instalments',
  'athensRegistrations',
  'placesLedger',
  'partnerBalance',
  'quotaPools',
  'quotaPoolMembers',
  'incomingCounts',
  'campaigns',
  'campaignPools',
  'campaignPlaces',
  'campaignWishes',
  'campaignCriteria',
  'campaignScores',
  'campaignRules',
  'campaignDecisions',
  'scenarios',
  'scenarioLines',
  'incomingStays',
  'obligations',
  'ledgerLines',
  'registers',
  'registerEntries',
  'erasmusCalls',
  'grantRates',
  'countryGroups',
  'grants',
  'bmReadings',
  'bmRemarks',
] as const
export type ListName = (typeof listNames)[number]

/** One list of the application: the grid, the command line and the exports all show it. */
export interface ListDefinition {
  readonly name: ListName
  readonly title: TextKey
  /** The kind of record behind each row; the row's `id` is that record's. */
  readonly entity: EntityName
  readonly columns: readonly ListColumn[]
  readonly sort: readonly Sort[]
}

export interface Sort {
  readonly key: string
  readonly descending: boolean
}

export const filterTests = [
  'is',
  'is-not',
  'contains',
  'starts-with',
  'at-least',
  'at-most',
  'empty',
  'not-empty',
] as const

/** A condition on one column; several are joined by *and*. Text is compared without regard to case and accents. */
export interface Filter {
  readonly key: string
  readonly test: (typeof filterTests)[number]
  /** Several values mean any of them; none for `empty` and `not-empty`. */
  readonly values: readonly string[]
}

export interface ListQuery {
  readonly search: string
  readonly filters: readonly Filter[]
  readonly sort: readonly Sort[]
}

export type ListCell = string | number | boolean | null

/** One row of a list: its record's id, and a value for each of the definition's columns. */
export interface ListRow {
  readonly id: string
  readonly cells: Readonly<Record<string, ListCell>>
}

export interface ListPage {
  readonly total: number
  readonly rows: readonly ListRow[]
  /** The footer's totals over all rows found, by column. */
  readonly totals: Readonly<Record<string, number>>
}
