import { agreement, condition, place } from './agreement.ts'
import { athensCourse, athensHostQuota, athensRegistration, athensSession, wish } from './athens.ts'
import { aidScheme, funding, instalment } from './funding.ts'
import {
  campaign,
  campaignCriterion,
  campaignDecision,
  campaignPlace,
  campaignPool,
  campaignRule,
  campaignScore,
  campaignWish,
} from './campaign.ts'
import { countryGroup, erasmusCall, grantRate } from './erasmus.ts'
import { bmReading, bmRemark } from './bm.ts'
import type { Entity, Field, ValuesOf } from './fields.ts'
import { incomingStay } from './incoming.ts'
import { institution } from './institution.ts'
import { laComponent, laSignature, transcriptLine } from './learning-agreement.ts'
import { scenario, scenarioLine } from './scenario.ts'
import { register, registerEntry } from './register.ts'
import { document, interruption } from './stay-file.ts'
import { mobility, mobilityStep, nomination } from './mobility.ts'
import { incomingCount, quotaPool, quotaPoolMember } from './places.ts'
import { nominationProfile } from './nomination-profile.ts'
import { student } from './student.ts'

/** Every kind of record that the office keeps; tables, forms, grids and checks are made from this list. */
export const entities = {
  institution,
  agreement,
  condition,
  place,
  student,
  mobility,
  mobilityStep,
  nomination,
  athensSession,
  nominationProfile,
  athensCourse,
  athensHostQuota,
  wish,
  interruption,
  document,
  laComponent,
  laSignature,
  transcriptLine,
  aidScheme,
  funding,
  instalment,
  athensRegistration,
  quotaPool,
  quotaPoolMember,
  incomingCount,
  campaign,
  campaignPool,
  campaignPlace,
  campaignWish,
  campaignCriterion,
  campaignScore,
  campaignRule,
  campaignDecision,
  scenario,
  scenarioLine,
  incomingStay,
  register,
  registerEntry,
  erasmusCall,
  grantRate,
  countryGroup,
  bmReading,
  bmRemark,
} as const

export type EntityName = keyof typeof entities
export type EntityValues<N extends EntityName> = ValuesOf<(typeof entities)[N]['fields']>

export const entityNames: readonly EntityName[] = [
  'institution',
  'agreement',
  'condition',
  'place',
  'student',
  'mobility',
  'mobilityStep',
  'nomination',
  'athensSession',
  'nominationProfile',
  'athensCourse',
  'athensHostQuota',
  'wish',
  'interruption',
  'document',
  'laComponent',
  'laSignature',
  'transcriptLine',
  'aidScheme',
  'funding',
  'instalment',
  'athensRegistration',
  'quotaPool',
  'quotaPoolMember',
  'incomingCount',
  'campaign',
  'campaignPool',
  'campaignPlace',
  'campaignWish',
  'campaignCriterion',
  'campaignScore',
  'campaignRule',
  'campaignDecision',
  'scenario',
  'scenarioLine',
  'incomingStay',
  'register',
  'registerEntry',
  'erasmusCall',
  'grantRate',
  'countryGroup',
  'bmReading',
  'bmRemark',
]

export function isEntityName(name: string): name is EntityName {
  return Object.hasOwn(entities, name)
}

/** The description of an entity with its fields by name, for code that serves every kind of record. */
export function entityOf(name: EntityName): Entity {
  return entities[name]
}

export function fieldOf(name: EntityName, field: string): Field | undefined {
  const { fields } = entityOf(name)
  return Object.hasOwn(fields, field) ? fields[field] : undefined
}

/** Whether somebody can type a new record of it; not where the application alone writes what it needs. */
export function isMadeByHand(name: EntityName): boolean {
  return Object.values(entityOf(name).fields).every(
    (field) => field.required !== true || field.readOnly !== true,
  )
}
