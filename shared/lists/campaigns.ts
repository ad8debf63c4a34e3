import { computedColumn, defineList, fieldColumn, foreignColumn } from './define.ts'
import type { ListColumn, ListDefinition } from './types.ts'

const shown = { shown: true }
const summed = { shown: true, total: 'sum' } as const

const campaignColumn: ListColumn = foreignColumn('campaign', 'campaign', 'name', {
  widthPx: 200,
  label: 'field.campaignPlace.campaignId',
})

const studentColumns: readonly ListColumn[] = [
  foreignColumn('familyName', 'student', 'familyName', { shown: true, widthPx: 150 }),
  foreignColumn('givenNames', 'student', 'givenNames', { shown: true, widthPx: 140 }),
]

const moreStudentColumns: readonly ListColumn[] = ['studentNumber', 'programme', 'cohort', 'track'].map(
  (field) => foreignColumn(field, 'student', field),
)

/** The host and the period of a place. */
const placeColumns: readonly ListColumn[] = [
  foreignColumn('code', 'campaignPlace', 'code', shown),
  foreignColumn('institution', 'institution', 'name', {
    shown: true,
    widthPx: 260,
    label: 'field.mobility.institutionId',
  }),
  foreignColumn('semester', 'place', 'semester', shown),
]

const byStudent = [
  { key: 'familyName', descending: false },
  { key: 'givenNames', descending: false },
]

/** The lists of campaigns: what they open, what students wish, how they are compared, what was decided. */
export const campaignLists = {
  campaigns: defineList({
    name: 'campaigns',
    title: 'list.campaigns',
    entity: 'campaign',
    columns: [
      fieldColumn('campaign', 'name', { shown: true, widthPx: 260 }),
      ...['academicYear', 'status', 'opensOn', 'closesOn', 'resultsOn', 'maxWishes'].map((field) =>
        fieldColumn('campaign', field, shown),
      ),
      computedColumn('campaigns', 'opened', 'integer', { total: 'sum' }),
      computedColumn('campaigns', 'students', 'integer', { total: 'sum' }),
      ...['form', 'programmes', 'groupBy', 'seed', 'notes'].map((field) => fieldColumn('campaign', field)),
    ],
    sort: [{ key: 'academicYear', descending: true }],
  }),
  campaignPools: defineList({
    name: 'campaignPools',
    title: 'list.campaignPools',
    entity: 'campaignPool',
    columns: [
      { ...campaignColumn, isShown: true },
      fieldColumn('campaignPool', 'name', { shown: true, widthPx: 260 }),
      fieldColumn('campaignPool', 'total', summed),
      computedColumn('campaignPools', 'places', 'integer'),
      fieldColumn('campaignPool', 'notes'),
    ],
    sort: [{ key: 'name', descending: false }],
  }),
  campaignPlaces: defineList({
    name: 'campaignPlaces',
    title: 'list.campaignPlaces',
    entity: 'campaignPlace',
    columns: [
      campaignColumn,
      fieldColumn('campaignPlace', 'code', shown),
      ...placeColumns.filter((column) => column.key !== 'code'),
      foreignColumn('country', 'institution', 'country', shown),
      foreignColumn('placeProgramme', 'place', 'programme'),
      fieldColumn('campaignPlace', 'isOpen', shown),
      fieldColumn('campaignPlace', 'opened', summed),
      computedColumn('campaignPlaces', 'wished', 'integer', { total: 'sum' }),
      computedColumn('campaignPlaces', 'firstChoices', 'integer', { total: 'sum' }),
      foreignColumn('pool', 'campaignPool', 'name', { label: 'field.campaignPlace.poolId' }),
      ...['poolSeats', 'poolSeatsKept', 'reservedFor', 'reservedSeats', 'reservedKept', 'notes'].map(
        (field) => fieldColumn('campaignPlace', field),
      ),
    ],
    sort: [{ key: 'institution', descending: false }],
  }),
  campaignWishes: defineList({
    name: 'campaignWishes',
    title: 'list.campaignWishes',
    entity: 'campaignWish',
    columns: [
      campaignColumn,
      ...studentColumns,
      fieldColumn('campaignWish', 'rank', shown),
      ...placeColumns,
      ...moreStudentColumns,
    ],
    sort: [...byStudent, { key: 'rank', descending: false }],
  }),
  campaignCriteria: defineList({
    name: 'campaignCriteria',
    title: 'list.campaignCriteria',
    entity: 'campaignCriterion',
    columns: [
      campaignColumn,
      ...['label', 'source', 'role', 'weight', 'outOf'].map((field) =>
        fieldColumn('campaignCriterion', field, shown),
      ),
      computedColumn('campaignCriteria', 'values', 'integer'),
    ],
    sort: [
      { key: 'role', descending: false },
      { key: 'weight', descending: true },
    ],
  }),
  campaignScores: defineList({
    name: 'campaignScores',
    title: 'list.campaignScores',
    entity: 'campaignScore',
    columns: [
      campaignColumn,
      ...studentColumns,
      foreignColumn('criterion', 'campaignCriterion', 'label', {
        shown: true,
        label: 'field.campaignScore.criterionId',
      }),
      fieldColumn('campaignScore', 'value', shown),
      ...moreStudentColumns,
    ],
    sort: byStudent,
  }),
  campaignRules: defineList({
    name: 'campaignRules',
    title: 'list.campaignRules',
    entity: 'campaignRule',
    columns: [
      campaignColumn,
      fieldColumn('campaignRule', 'kind', { shown: true, widthPx: 220 }),
      fieldColumn('campaignRule', 'value', shown),
      foreignColumn('criterion', 'campaignCriterion', 'label', { label: 'field.campaignScore.criterionId' }),
      ...placeColumns,
    ],
    sort: [{ key: 'kind', descending: false }],
  }),
  campaignDecisions: defineList({
    name: 'campaignDecisions',
    title: 'list.campaignDecisions',
    entity: 'campaignDecision',
    columns: [
      campaignColumn,
      ...studentColumns,
      ...['kind', 'decidedOn', 'reason'].map((field) => fieldColumn('campaignDecision', field, shown)),
      ...placeColumns,
      ...moreStudentColumns,
    ],
    sort: byStudent,
  }),
  scenarios: defineList({
    name: 'scenarios',
    title: 'list.scenarios',
    entity: 'scenario',
    columns: [
      { ...campaignColumn, isShown: true },
      fieldColumn('scenario', 'name', { shown: true, widthPx: 220 }),
      ...[
        'mechanism',
        'madeOn',
        'publishedOn',
        'isCertified',
        'students',
        'placed',
        'atRisk',
        'atRiskPlaced',
        'rankTotal',
      ].map((field) => fieldColumn('scenario', field, shown)),
      ...['isFair', 'keepsPresent', 'seed', 'sha256', 'notes'].map((field) => fieldColumn('scenario', field)),
    ],
    sort: [{ key: 'madeOn', descending: true }],
  }),
  scenarioLines: defineList({
    name: 'scenarioLines',
    title: 'list.scenarioLines',
    entity: 'scenarioLine',
    columns: [
      foreignColumn('scenario', 'scenario', 'name', { label: 'field.scenarioLine.scenarioId' }),
      ...studentColumns,
      fieldColumn('scenarioLine', 'score', shown),
      fieldColumn('scenarioLine', 'rank', shown),
      ...placeColumns,
      fieldColumn('scenarioLine', 'isAtRisk', shown),
      fieldColumn('scenarioLine', 'isByHand', shown),
      ...moreStudentColumns,
    ],
    sort: [{ key: 'score', descending: true }],
  }),
} as const satisfies Readonly<Record<string, ListDefinition>>
