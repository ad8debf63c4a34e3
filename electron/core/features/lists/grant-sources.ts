import type { ListSource } from './list-source.ts'
import { stayCountry } from './report-sources.ts'

const computedKeys = [
  'call',
  'state',
  'basis',
  'durationKind',
  'countryGroup',
  'calendarDays',
  'commercialDays',
  'fundedDays',
  'individual',
  'traineeship',
  'inclusion',
  'travel',
  'computed',
  'asked',
  'granted',
  'paid',
  'difference',
  'cycleMonths',
  'isOverCycle',
  'problems',
] as const

/** Where the lists of Erasmus+ calls and their figures come from. */
export const grantSources = {
  erasmusCalls: {
    from: 'erasmusCall r LEFT JOIN temp.callSpending g ON g.callId = r.id',
    columns: {
      stays: 'ifnull(g.stays, 0)',
      committed: 'ifnull(g.committed, 0)',
      paid: 'ifnull(g.paid, 0)',
      left: 'round(r.envelope - ifnull(g.committed, 0), 2)',
    },
    searched: ['r.id'],
    entity: 'erasmusCall',
  },
  grantRates: { from: 'grantRate r', columns: {}, searched: ['r.id'], entity: 'grantRate' },
  countryGroups: { from: 'countryGroup r', columns: {}, searched: ['r.id'], entity: 'countryGroup' },
  grants: {
    from: `mobility r JOIN temp.stayGrant g ON g.stayId = r.id JOIN student s ON s.id = r.studentId
      LEFT JOIN institution i ON i.id = r.institutionId`,
    columns: {
      studentNumber: 's.studentNumber',
      familyName: 's.familyName',
      givenNames: 's.givenNames',
      cohort: 's.cohort',
      institution: 'i.name',
      country: stayCountry,
      hasFewerOpportunities: 's.hasFewerOpportunities',
      ...Object.fromEntries(computedKeys.map((key) => [key, `g.${key}`])),
    },
    searched: ['r.id', 'r.studentId', 'r.institutionId'],
    entity: 'mobility',
  },
} as const satisfies Readonly<Record<string, ListSource>>

/** Filters of these lists by the record behind a row. */
export const grantLinks = {
  erasmusCalls: { id: 'r.id' },
  grantRates: { id: 'r.id' },
  countryGroups: { id: 'r.id' },
  grants: { id: 'r.id', studentId: 'r.studentId', institutionId: 'r.institutionId', callId: 'g.callId' },
} as const
