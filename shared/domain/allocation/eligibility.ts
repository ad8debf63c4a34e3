import { compareCefr } from '#shared/domain/cefr.ts'
import { parseLanguageSkills } from '#shared/domain/languages.ts'
import { parseDecimal } from '#shared/domain/number-text.ts'
import { foldText } from '#shared/domain/text-folding.ts'
import type { AllocationFact } from './types.ts'

/** A rule of a campaign or of one of its places, as it is kept. */
export interface EligibilityRule {
  readonly kind:
    | 'study-year-min'
    | 'study-year-max'
    | 'track'
    | 'programme'
    | 'cohort'
    | 'language'
    | 'ects-min'
    | 'criterion-min'
    | 'obligation-owed'
  readonly value: string | null
  readonly criterionId: string | null
}

/** What the rules look at in a student; what is not known is null, and then a rule that needs it is not met. */
export interface Candidate {
  readonly studyYear: number | null
  readonly programme: string | null
  readonly track: string | null
  readonly cohort: string | null
  readonly ects: number | null
  readonly languages: string | null
  /** Weeks of the obligation still missing; null when it is not known. */
  readonly weeksMissing: number | null
}

/**
 * Why a student does not meet a rule; undefined when it is met. A rule whose value cannot be read is told by
 * `rule-unreadable`: nobody meets it until it is mended.
 */
export function checkRule(
  rule: EligibilityRule,
  candidate: Candidate,
  valueOf: (criterionId: string) => { readonly label: string; readonly value: number | null },
): AllocationFact | undefined {
  switch (rule.kind) {
    case 'study-year-min':
      return atLeast(rule, candidate.studyYear)
    case 'study-year-max':
      return atMost(rule, candidate.studyYear)
    case 'ects-min':
      return atLeast(rule, candidate.ects)
    case 'criterion-min': {
      if (rule.criterionId === null) return unreadable(rule)
      const { label, value } = valueOf(rule.criterionId)
      const fact = atLeast(rule, value)
      return fact === undefined ? undefined : { ...fact, params: { ...fact.params, criterion: label } }
    }
    case 'track':
      return oneOf(rule, candidate.track)
    case 'programme':
      return oneOf(rule, candidate.programme)
    case 'cohort':
      return oneOf(rule, candidate.cohort)
    case 'language':
      return languages(rule, candidate.languages)
    case 'obligation-owed':
      if (candidate.weeksMissing === null) return undefined
      return candidate.weeksMissing > 0 ? undefined : { code: 'rule.obligation-owed', params: {} }
  }
}

function unreadable({ kind, value }: EligibilityRule): AllocationFact {
  return { code: 'rule-unreadable', params: { kind, value: value ?? '' } }
}

function unknown({ kind, value }: EligibilityRule): AllocationFact {
  return { code: `unknown.${kind}`, params: { wanted: value ?? '' } }
}

function numberOf({ value }: EligibilityRule): number | undefined {
  const read = parseDecimal(value ?? '')
  return read.ok ? read.value : undefined
}

function atLeast(rule: EligibilityRule, value: number | null): AllocationFact | undefined {
  const wanted = numberOf(rule)
  if (wanted === undefined) return unreadable(rule)
  if (value === null) return unknown(rule)
  return value >= wanted ? undefined : { code: `rule.${rule.kind}`, params: { wanted, value } }
}

function atMost(rule: EligibilityRule, value: number | null): AllocationFact | undefined {
  const wanted = numberOf(rule)
  if (wanted === undefined) return unreadable(rule)
  if (value === null) return unknown(rule)
  return value <= wanted ? undefined : { code: `rule.${rule.kind}`, params: { wanted, value } }
}

/** Names divided by commas, compared without regard to case and accents. */
export function splitNames(names: string | null): readonly string[] {
  return (names ?? '')
    .split(/[,;]/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

function oneOf(rule: EligibilityRule, value: string | null): AllocationFact | undefined {
  const wanted = splitNames(rule.value)
  if (wanted.length === 0) return unreadable(rule)
  if (value === null || value === '') return unknown(rule)
  if (wanted.some((name) => foldText(name) === foldText(value))) return undefined
  return { code: `rule.${rule.kind}`, params: { wanted: wanted.join(', '), value } }
}

/** Any one of the languages asked for, at its level or above, is enough. */
function languages(rule: EligibilityRule, known: string | null): AllocationFact | undefined {
  const wanted = parseLanguageSkills(rule.value ?? '')
  if (!wanted.ok) return unreadable(rule)
  const own = parseLanguageSkills(known ?? '')
  if (!own.ok) return unknown(rule)
  const isMet = wanted.value.some((skill) => {
    const has = own.value.find((one) => one.language === skill.language)
    if (has === undefined) return false
    return skill.level === undefined || (has.level !== undefined && compareCefr(has.level, skill.level) >= 0)
  })
  return isMet
    ? undefined
    : { code: 'rule.language', params: { wanted: rule.value ?? '', value: known ?? '' } }
}

/** The best level among a student's languages other than French, 1 (A1) to 6 (C2 and native); null when none is known. */
export function bestLevel(known: string | null): number | null {
  const own = parseLanguageSkills(known ?? '')
  if (!own.ok) return null
  const order = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2']
  const levels = own.value.flatMap(({ language, level }) => {
    if (language === 'fr' || level === undefined) return []
    return [level === 'NS' ? order.length : order.indexOf(level) + 1]
  })
  return levels.length === 0 ? null : Math.max(...levels)
}
