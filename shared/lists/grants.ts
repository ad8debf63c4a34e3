import { grantGroups } from '#shared/domain/grant-types.ts'
import { choiceLabel, textKey } from '#shared/entities/labels.ts'
import { computedColumn, defineList, fieldColumn, foreignColumn } from './define.ts'
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

/** Where a grant stands: what the office has to do about it. */
const grantStates = ['blocked', 'to-grant', 'to-pay', 'to-claim', 'granted', 'zero', 'refused'] as const
export type GrantState = (typeof grantStates)[number]

const money = (list: 'grants' | 'erasmusCalls', key: string, isShown = true) =>
  computedColumn(list, key, 'decimal', { shown: isShown, total: 'sum', widthPx: 124 })

const choicesOf = (key: string, values: readonly string[], isShown = false): ListColumn => ({
  ...computedColumn('grants', key, 'choice', { shown: isShown, widthPx: 160 }),
  choices: values.map((value) => ({ value, label: textKey(`grant.${key}.${value}`) })),
})

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
      ...['committed', 'paid', 'left'].map((key) => money('erasmusCalls', key)),
      computedColumn('erasmusCalls', 'stays', 'integer', { shown: true, total: 'sum' }),
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
  grants: defineList({
    name: 'grants',
    title: 'list.grants',
    entity: 'mobility',
    columns: [
      foreignColumn('familyName', 'student', 'familyName', { shown: true, widthPx: 150 }),
      foreignColumn('givenNames', 'student', 'givenNames', { shown: true, widthPx: 130 }),
      fieldColumn('mobility', 'form', { shown: true, widthPx: 150 }),
      foreignColumn('country', 'institution', 'country', shown),
      computedColumn('grants', 'call', 'text', { shown: true, widthPx: 130 }),
      choicesOf('state', grantStates, true),
      computedColumn('grants', 'fundedDays', 'integer', { shown: true, total: 'sum', widthPx: 120 }),
      ...['computed', 'asked', 'granted', 'paid', 'difference'].map((key) => money('grants', key)),
      computedColumn('grants', 'problems', 'text', { shown: true, widthPx: 360 }),
      fieldColumn('mobility', 'status'),
      fieldColumn('mobility', 'academicYear'),
      foreignColumn('institution', 'institution', 'name', {
        widthPx: 240,
        label: 'field.mobility.institutionId',
      }),
      choicesOf('basis', ['planned', 'real']),
      choicesOf('durationKind', ['long', 'short']),
      {
        ...computedColumn('grants', 'countryGroup', 'choice', {
          shown: false,
          label: 'field.grantRate.countryGroup',
        }),
        choices: grantGroups.map((value) => ({
          value,
          label: choiceLabel('grantRate', 'countryGroup', value),
        })),
      },
      ...['calendarDays', 'commercialDays'].map((key) =>
        computedColumn('grants', key, 'integer', { shown: false, total: 'sum' }),
      ),
      ...['individual', 'traineeship', 'inclusion', 'travel'].map((key) => money('grants', key, false)),
      computedColumn('grants', 'cycleMonths', 'decimal', { shown: false }),
      computedColumn('grants', 'isOverCycle', 'boolean', { shown: false }),
      foreignColumn('studentNumber', 'student', 'studentNumber'),
      foreignColumn('cohort', 'student', 'cohort'),
      foreignColumn('hasFewerOpportunities', 'student', 'hasFewerOpportunities'),
      ...grantStayColumns.filter(({ key }) => key !== 'call'),
    ],
    sort: [
      { key: 'call', descending: true },
      { key: 'familyName', descending: false },
    ],
  }),
}
