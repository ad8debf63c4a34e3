import type { ListSource } from './list-source.ts'

const student = 'JOIN student s ON s.id = r.studentId'
/** The host and the period of the place that a row is about; `x` is the opened place. */
const host = (
  join: 'JOIN' | 'LEFT JOIN',
) => `${join} place pl ON pl.id = x.placeId ${join} condition pc ON pc.id = pl.conditionId
  ${join} agreement pa ON pa.id = pc.agreementId ${join} institution i ON i.id = pa.institutionId`

const studentColumns = {
  familyName: 's.familyName',
  givenNames: 's.givenNames',
  studentNumber: 's.studentNumber',
  programme: 's.programme',
  cohort: 's.cohort',
  track: 's.track',
} as const
const placeColumns = { code: 'x.code', institution: 'i.name', semester: 'pl.semester' } as const
const countOf = (what: string) => `(SELECT count(*) FROM ${what})`

/** Where the lists of campaigns come from. */
export const campaignSources = {
  campaigns: {
    from: 'campaign r',
    columns: {
      opened: '(SELECT sum(o.opened) FROM campaignPlace o WHERE o.campaignId = r.id AND o.isOpen = 1)',
      students: `(SELECT count(DISTINCT w.studentId) FROM campaignWish w JOIN campaignPlace o ON o.id = w.campaignPlaceId
        WHERE o.campaignId = r.id)`,
    },
    searched: ['r.id'],
    entity: 'campaign',
  },
  campaignPools: {
    from: 'campaignPool r JOIN campaign k ON k.id = r.campaignId',
    columns: { campaign: 'k.name', places: countOf('campaignPlace o WHERE o.poolId = r.id') },
    searched: ['r.id', 'r.campaignId'],
    entity: 'campaignPool',
  },
  campaignPlaces: {
    from: `campaignPlace r JOIN campaign k ON k.id = r.campaignId LEFT JOIN campaignPool q ON q.id = r.poolId
      JOIN campaignPlace x ON x.id = r.id ${host('JOIN')}`,
    columns: {
      campaign: 'k.name',
      institution: 'i.name',
      semester: 'pl.semester',
      country: 'i.country',
      placeProgramme: 'pl.programme',
      pool: 'q.name',
      wished: countOf('campaignWish w WHERE w.campaignPlaceId = r.id'),
      firstChoices: countOf('campaignWish w WHERE w.campaignPlaceId = r.id AND w.rank = 1'),
    },
    searched: ['r.id', 'pa.institutionId'],
    entity: 'campaignPlace',
  },
  campaignWishes: {
    from: `campaignWish r ${student} JOIN campaignPlace x ON x.id = r.campaignPlaceId
      JOIN campaign k ON k.id = x.campaignId ${host('JOIN')}`,
    columns: { campaign: 'k.name', ...studentColumns, ...placeColumns },
    searched: ['r.studentId', 'x.id', 'pa.institutionId'],
    entity: 'campaignWish',
  },
  campaignCriteria: {
    from: 'campaignCriterion r JOIN campaign k ON k.id = r.campaignId',
    columns: { campaign: 'k.name', values: countOf('campaignScore v WHERE v.criterionId = r.id') },
    searched: ['r.id', 'r.campaignId'],
    entity: 'campaignCriterion',
  },
  campaignScores: {
    from: `campaignScore r ${student} JOIN campaignCriterion c ON c.id = r.criterionId
      JOIN campaign k ON k.id = c.campaignId`,
    columns: { campaign: 'k.name', ...studentColumns, criterion: 'c.label' },
    searched: ['r.studentId', 'r.criterionId'],
    entity: 'campaignScore',
  },
  campaignRules: {
    from: `campaignRule r JOIN campaign k ON k.id = r.campaignId LEFT JOIN campaignCriterion c ON c.id = r.criterionId
      LEFT JOIN campaignPlace x ON x.id = r.campaignPlaceId ${host('LEFT JOIN')}`,
    columns: { campaign: 'k.name', ...placeColumns, criterion: 'c.label' },
    searched: ['r.id', 'pa.institutionId'],
    entity: 'campaignRule',
  },
  campaignDecisions: {
    from: `campaignDecision r ${student} JOIN campaign k ON k.id = r.campaignId
      LEFT JOIN campaignPlace x ON x.id = r.campaignPlaceId ${host('LEFT JOIN')}`,
    columns: { campaign: 'k.name', ...studentColumns, ...placeColumns },
    searched: ['r.id', 'r.studentId', 'pa.institutionId'],
    entity: 'campaignDecision',
  },
  scenarios: {
    from: 'scenario r JOIN campaign k ON k.id = r.campaignId',
    columns: { campaign: 'k.name' },
    searched: ['r.id', 'r.campaignId'],
    entity: 'scenario',
  },
  scenarioLines: {
    from: `scenarioLine r ${student} JOIN scenario n ON n.id = r.scenarioId
      LEFT JOIN campaignPlace x ON x.id = r.campaignPlaceId ${host('LEFT JOIN')}`,
    columns: { scenario: 'n.name', ...studentColumns, ...placeColumns },
    searched: ['r.studentId', 'pa.institutionId'],
    entity: 'scenarioLine',
  },
} as const satisfies Readonly<Record<string, ListSource>>

/** Filters of these lists by the record behind a row. */
export const campaignLinks = {
  campaigns: { id: 'r.id' },
  campaignPools: { id: 'r.id', campaignId: 'r.campaignId' },
  campaignPlaces: {
    id: 'r.id',
    campaignId: 'r.campaignId',
    placeId: 'r.placeId',
    poolId: 'r.poolId',
    institutionId: 'pa.institutionId',
  },
  campaignWishes: {
    id: 'r.id',
    studentId: 'r.studentId',
    campaignPlaceId: 'r.campaignPlaceId',
    placeId: 'x.placeId',
    campaignId: 'x.campaignId',
  },
  campaignCriteria: { id: 'r.id', campaignId: 'r.campaignId' },
  campaignScores: {
    id: 'r.id',
    studentId: 'r.studentId',
    criterionId: 'r.criterionId',
    campaignId: 'c.campaignId',
  },
  campaignRules: { id: 'r.id', campaignId: 'r.campaignId', campaignPlaceId: 'r.campaignPlaceId' },
  campaignDecisions: {
    id: 'r.id',
    campaignId: 'r.campaignId',
    studentId: 'r.studentId',
    campaignPlaceId: 'r.campaignPlaceId',
  },
  scenarios: { id: 'r.id', campaignId: 'r.campaignId' },
  scenarioLines: {
    id: 'r.id',
    scenarioId: 'r.scenarioId',
    studentId: 'r.studentId',
    campaignPlaceId: 'r.campaignPlaceId',
  },
} as const
