/** The lists that show what belongs to a campaign, to one of its places, or to a result. */
export const campaignRelations = {
  campaign: [
    { list: 'campaignPlaces', key: 'campaignId' },
    { list: 'campaignPools', key: 'campaignId' },
    { list: 'campaignWishes', key: 'campaignId' },
    { list: 'campaignCriteria', key: 'campaignId' },
    { list: 'campaignScores', key: 'campaignId' },
    { list: 'campaignRules', key: 'campaignId' },
    { list: 'campaignDecisions', key: 'campaignId' },
    { list: 'scenarios', key: 'campaignId' },
  ],
  campaignPool: [{ list: 'campaignPlaces', key: 'poolId' }],
  campaignPlace: [
    { list: 'campaignWishes', key: 'campaignPlaceId' },
    { list: 'campaignRules', key: 'campaignPlaceId' },
    { list: 'campaignDecisions', key: 'campaignPlaceId' },
    { list: 'scenarioLines', key: 'campaignPlaceId' },
  ],
  campaignWish: [],
  campaignCriterion: [{ list: 'campaignScores', key: 'criterionId' }],
  campaignScore: [],
  campaignRule: [],
  campaignDecision: [],
  scenario: [{ list: 'scenarioLines', key: 'scenarioId' }],
  scenarioLine: [],
} as const
