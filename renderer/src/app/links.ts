import type { ImportKind } from '#shared/contract/imports.ts'
import * as z from 'zod'
import { listFilter } from '#shared/contract/list-filter.ts'
import { entityNames, type EntityName } from '#shared/entities/index.ts'
import { listNames, type Filter, type ListName } from '#shared/lists/types.ts'

/** Where each list is shown. */
export const listPaths = {
  partners: '/partners',
  institutions: '/institutions',
  agreements: '/agreements',
  conditions: '/conditions',
  places: '/places',
  students: '/students',
  mobilities: '/mobilities',
  mobilitySteps: '/steps',
  nominations: '/sent',
  athensSessions: '/athens-sessions',
  nominationProfiles: '/nomination-profiles',
  athensCourses: '/courses',
  athensHostQuotas: '/athens-quotas',
  wishes: '/wishes',
  interruptions: '/interruptions',
  documents: '/documents',
  laComponents: '/learning-agreements',
  laSignatures: '/signatures',
  transcriptLines: '/transcripts',
  aidSchemes: '/aids',
  fundings: '/fundings',
  instalments: '/instalments',
  athensRegistrations: '/athens-registrations',
  placesLedger: '/places-ledger',
  partnerBalance: '/balance',
  quotaPools: '/shared-quotas',
  quotaPoolMembers: '/quota-shares',
  incomingCounts: '/received',
  campaigns: '/all-campaigns',
  campaignPools: '/campaign-pools',
  campaignPlaces: '/campaign-places',
  campaignWishes: '/campaign-wishes',
  campaignCriteria: '/criteria',
  campaignScores: '/scores',
  campaignRules: '/campaign-rules',
  campaignDecisions: '/decisions',
  scenarios: '/scenarios',
  scenarioLines: '/scenario-lines',
  incomingStays: '/incoming',
  obligations: '/obligations',
  ledgerLines: '/counted-stays',
  registers: '/registers',
  registerEntries: '/register-entries',
  erasmusCalls: '/erasmus-calls',
  grantRates: '/grant-rates',
  countryGroups: '/country-groups',
  grants: '/funded-stays',
  bmReadings: '/bm-files',
  bmRemarks: '/bm-remarks',
} as const satisfies Record<ListName, string>

/** The list in which a kind of record is opened. */
const listOfEntity: Readonly<Record<EntityName, ListName>> = {
  institution: 'institutions',
  agreement: 'agreements',
  condition: 'conditions',
  place: 'places',
  student: 'students',
  mobility: 'mobilities',
  mobilityStep: 'mobilitySteps',
  nomination: 'nominations',
  athensSession: 'athensSessions',
  nominationProfile: 'nominationProfiles',
  athensCourse: 'athensCourses',
  athensHostQuota: 'athensHostQuotas',
  wish: 'wishes',
  interruption: 'interruptions',
  document: 'documents',
  laComponent: 'laComponents',
  laSignature: 'laSignatures',
  transcriptLine: 'transcriptLines',
  aidScheme: 'aidSchemes',
  funding: 'fundings',
  instalment: 'instalments',
  athensRegistration: 'athensRegistrations',
  quotaPool: 'quotaPools',
  quotaPoolMember: 'quotaPoolMembers',
  incomingCount: 'incomingCounts',
  campaign: 'campaigns',
  campaignPool: 'campaignPools',
  campaignPlace: 'campaignPlaces',
  campaignWish: 'campaignWishes',
  campaignCriterion: 'campaignCriteria',
  campaignScore: 'campaignScores',
  campaignRule: 'campaignRules',
  campaignDecision: 'campaignDecisions',
  scenario: 'scenarios',
  scenarioLine: 'scenarioLines',
  incomingStay: 'incomingStays',
  register: 'registers',
  registerEntry: 'registerEntries',
  bmReading: 'bmReadings',
  bmRemark: 'bmRemarks',
  erasmusCall: 'erasmusCalls',
  grantRate: 'grantRates',
  countryGroup: 'countryGroups',
}

export const listSearch = z.object({
  id: z.string().optional(),
  /** The field to go to in the record. */
  field: z.string().optional(),
  /** The part of the record's page that is open. */
  section: z.string().optional(),
  filters: z.array(listFilter).optional(),
  /** A new record of this kind, and what it starts with. */
  new: z.enum(entityNames).optional(),
  values: z.record(z.string(), z.string()).optional(),
})
export type ListSearch = z.infer<typeof listSearch>

function search(params: Readonly<Record<string, unknown>>): string {
  const parts = Object.entries(params).flatMap(([name, value]) =>
    value === undefined
      ? []
      : [`${name}=${encodeURIComponent(typeof value === 'string' ? value : JSON.stringify(value))}`],
  )
  return parts.length === 0 ? '' : `?${parts.join('&')}`
}

/** A filter as it travels in an address: its test is checked where the list reads it. */
type ListFilter = Omit<Filter, 'test'> & { readonly test: string }

/** The way to a list, narrowed to certain rows if asked. */
export function linkToList(list: string, filters?: readonly ListFilter[]): string {
  const name = listNames.find((known) => known === list)
  const path = name === undefined ? '/' : listPaths[name]
  return `#${path}${search({ filters: filters !== undefined && filters.length > 0 ? filters : undefined })}`
}

/** The way to a record, and to one of its fields or a part of its page. */
export function linkToRecord(entity: EntityName, id: string, field?: string, section?: string): string {
  return `#${listPaths[listOfEntity[entity]]}${search({ id, field, section })}`
}

/** The way to the form of a new record. */
export function linkToNew(entity: EntityName, values?: Readonly<Record<string, string>>): string {
  return `#${listPaths[listOfEntity[entity]]}${search({ new: entity, values })}`
}

/** The way to the import of a list, said to hold what it holds. */
export function linkToImport(as: ImportKind): string {
  return `#/import${search({ as })}`
}

/** What the page of steps is narrowed to. */
export const pipelineSearch = z.object({
  form: z.string().optional(),
  office: z.string().optional(),
  academicYear: z.string().optional(),
  cohort: z.string().optional(),
})

/** The way to the page of steps, narrowed if asked. */
export function linkToPipeline(scope: z.infer<typeof pipelineSearch> = {}): string {
  return `#/pipeline${search(scope)}`
}
