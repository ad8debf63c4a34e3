import { entityOf, type EntityName } from '#shared/entities/index.ts'
import { completeValues } from '#core/features/stay-files/stay-file-rules.service.ts'
import { newCall } from '#core/profiles/erasmus-calls.ts'
import type { RecordValues } from './records.repo.ts'

/** What a record holds besides what the user gave: the sensible value of a field that may not stay empty. */
const defaults: Readonly<Partial<Record<EntityName, RecordValues>>> = {
  institution: { kind: 'university', isAthensMember: false },
  agreement: { kind: 'erasmus', status: 'active', carryOver: 'none' },
  condition: { direction: 'outgoing', kind: 'student-studies', isBlended: false },
  place: { semester: 'any' },
  student: { status: 'student', isSchooledInFrance: true },
  mobility: { form: 'exchange-semester', status: 'draft' },
  athensSession: { status: 'preparing', minChoices: 1, maxChoices: 5 },
  athensCourse: { isBip: false },
  document: { kind: 'other', status: 'missing' },
  laComponent: { version: 1, table: 'A', status: 'inserted' },
  laSignature: { version: 1 },
  transcriptLine: { result: 'passed' },
  aidScheme: { isOpen: true, amountKind: 'free', needsPartner: false, excludesOthers: false },
  funding: { status: 'asked' },
  athensRegistration: { status: 'proposed', isLocked: false },
  nominationProfile: { channel: 'file' },
  campaign: { status: 'preparing', form: 'exchange-semester', maxWishes: 5, groupBy: 'programme', seed: 1 },
  campaignPlace: { isOpen: true },
  campaignCriterion: { source: 'entered', role: 'score', weight: 1, outOf: 20 },
  incomingStay: { form: 'exchange-semester', status: 'nominated' },
  erasmusCall: newCall,
}

export function emptyValues(entity: EntityName): RecordValues {
  return Object.fromEntries(Object.keys(entityOf(entity).fields).map((name) => [name, null]))
}

/** All values of a new record. An empty value given for a field that has a default is as if it had not been given. */
export function newValues(entity: EntityName, given: RecordValues): RecordValues {
  const own = defaults[entity] ?? {}
  const kept = Object.entries(given).filter(([name, value]) => value !== null || !(name in own))
  return { ...emptyValues(entity), ...own, ...Object.fromEntries(kept) }
}

/** A new record says of itself what an old one says by changing. */
export function completeNew(entity: EntityName, values: RecordValues, today: string): RecordValues {
  const before = newValues(entity, {})
  return { ...values, ...completeValues(entity, before, changesOf(before, values), today) }
}

/** What a patch changes of a record. */
export function changesOf(before: RecordValues, patch: RecordValues): RecordValues {
  return Object.fromEntries(Object.entries(patch).filter(([name, value]) => before[name] !== value))
}
