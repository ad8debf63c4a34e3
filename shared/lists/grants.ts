import { defineList, fieldColumn, foreignColumn } from './define.ts'
import type { ListColumn } from './types.ts'

const shown = { shown: true }

/** Columns that grants add to the list of stays: most can be changed for many at once. */
export const grantStayColumns: readonly ListColumn[] = [
  foreignColumn('call', 'erasmusCall', 'name', { label: 'field.mobility.callId' }),
  ...[
    'activityType',
    'isZeroGrant',
    'nonFundedDays',
    'isGreenTravel',
    'transport',
    'distanceKm',
    'distanceBand',
    'travelDays',
    'isForceMajeure',
    'isRecentGraduate',
    'hasDigitalSkills',
    'bmId',
    'bipId',
    'stayCity',
    'locationNote',
  ].map((field) => fieldColumn('mobility', field)),
]

export const grantStudentColumns: readonly ListColumn[] = [
  'hasFewerOpportunities',
  'fewerOpportunitiesKind',
  'erasmusMonthsBefore',
  'isSingleCycle',
].map((field) => fieldColumn('student', field))

export const grantLists = {
  erasmusCalls: defineList({
    name: 'erasmusCalls',
    title: 'list.erasmusCalls',
    entity: 'erasmusCall',
    columns: [
      fieldColumn('erasmusCall', 'name', { shown: true, widthPx: 220 }),
      ...['callYear', 'action'].map((field) => fieldColumn('erasmusCall', field, shown)),
      fieldColumn('erasmusCall', 'agreementNumber', { shown: true, widthPx: 260 }),
      fieldColumn('erasmusCall', 'envelope', { shown: true, total: 'sum', widthPx: 120 }),
      ...['dayCount', 'firstPercent', 'travelFor', 'startsOn', 'endsOn'].map((field) =>
        fieldColumn('erasmusCall', field, shown),
      ),
      ...[
        'longMinDays',
        'longMaxDays',
        'shortMinDays',
        'shortMaxDays',
        'fundedDaysMost',
        'cycleMonths',
        'singleCycleMonths',
        'travelDaysMost',
        'greenTravelDaysMost',
        'isOutermost',
        'ceiling',
        'firstDueDays',
        'lastDueDays',
        'source',
        'certainty',
        'notes',
      ].map((field) => fieldColumn('erasmusCall', field)),
    ],
    sort: [{ key: 'callYear', descending: true }],
  }),
  grantRates: defineList({
    name: 'grantRates',
    title: 'list.grantRates',
    entity: 'grantRate',
    columns: [
      fieldColumn('grantRate', 'callYear', shown),
      fieldColumn('grantRate', 'kind', { shown: true, widthPx: 230 }),
      fieldColumn('grantRate', 'countryGroup', { shown: true, widthPx: 170 }),
      fieldColumn('grantRate', 'distanceBand', { shown: true, widthPx: 150 }),
      ...['fromDay', 'toDay', 'amount', 'least', 'most', 'certainty'].map((field) =>
        fieldColumn('grantRate', field, shown),
      ),
      fieldColumn('grantRate', 'source', { shown: true, widthPx: 360 }),
      fieldColumn('grantRate', 'notes'),
    ],
    sort: [
      { key: 'callYear', descending: true },
      { key: 'kind', descending: false },
      { key: 'countryGroup', descending: false },
      { key: 'distanceBand', descending: false },
      { key: 'fromDay', descending: false },
    ],
  }),
  countryGroups: defineList({
    name: 'countryGroups',
    title: 'list.countryGroups',
    entity: 'countryGroup',
    columns: [
      fieldColumn('countryGroup', 'name', { shown: true, widthPx: 160 }),
      ...['firstCall', 'lastCall'].map((field) => fieldColumn('countryGroup', field, shown)),
      fieldColumn('countryGroup', 'countries', { shown: true, widthPx: 360 }),
      fieldColumn('countryGroup', 'certainty', shown),
      fieldColumn('countryGroup', 'source', { shown: true, widthPx: 360 }),
      fieldColumn('countryGroup', 'notes'),
    ],
    sort: [
      { key: 'firstCall', descending: true },
      { key: 'name', descending: false },
    ],
  }),
}
