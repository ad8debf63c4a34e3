import type { ListSource } from './list-source.ts'

/** Where the lists of Erasmus+ calls and their figures come from. */
export const grantSources = {
  erasmusCalls: { from: 'erasmusCall r', columns: {}, searched: ['r.id'], entity: 'erasmusCall' },
  grantRates: { from: 'grantRate r', columns: {}, searched: ['r.id'], entity: 'grantRate' },
  countryGroups: { from: 'countryGroup r', columns: {}, searched: ['r.id'], entity: 'countryGroup' },
} as const satisfies Readonly<Record<string, ListSource>>

/** Filters of these lists by the record behind a row. */
export const grantLinks = {
  erasmusCalls: { id: 'r.id' },
  grantRates: { id: 'r.id' },
  countryGroups: { id: 'r.id' },
} as const
