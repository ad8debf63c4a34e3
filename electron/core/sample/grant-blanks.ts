/** What grants and their report know of a record while nobody has written anything. */
export const blankStayGrant = {
  stayCity: null,
  locationNote: null,
  callId: null,
  activityType: null,
  bmId: null,
  bipId: null,
  isZeroGrant: null,
  nonFundedDays: null,
  isForceMajeure: null,
  isRecentGraduate: null,
  hasDigitalSkills: null,
  inclusionSupport: null,
  transport: null,
  transportNote: null,
  isGreenTravel: null,
  distanceKm: null,
  distanceBand: null,
  travelDays: null,
  travelCostReal: null,
  travelCostExceptional: null,
  travelCostNote: null,
} as const

export const blankStudentGrant = {
  hasFewerOpportunities: null,
  fewerOpportunitiesKind: null,
  erasmusMonthsBefore: null,
  isSingleCycle: null,
} as const

export const blankInstitutionGrant = {
  address: null,
  postalCode: null,
  isPublicBody: null,
  isNonProfit: null,
} as const
