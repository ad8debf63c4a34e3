import { isCivilDate } from './civil-date.ts'
import { isCountryCode } from './country-codes.ts'
import { findCountryGroup, type CountryGroup } from './country-groups.ts'
import { calendarDays } from './period.ts'
import { daysOf } from './stay-facts.ts'

/*
 * Aids to a stay. A scheme is data: each of its rules may be empty, and then asks nothing. What a rule needs to know and
 * nobody has written yet makes the answer *not known*, never yes.
 */

export type AmountKind = 'once' | 'per-month' | 'per-week' | 'per-day' | 'erasmus-grant' | 'free'

export interface AidScheme {
  readonly id: string
  readonly isOpen: boolean
  readonly amountKind: AmountKind
  /** Euros per unit of `amountKind`. */
  readonly rate: number | null
  /** The most that is given for one stay, in euros. */
  readonly ceiling: number | null
  readonly forms: readonly string[]
  readonly countryGroups: readonly string[]
  /** ISO 3166-1 alpha-2. */
  readonly hostCountries: readonly string[]
  readonly nationalities: readonly string[]
  readonly studentStatus: string | null
  /** Calendar days of the stay, both ends counted. */
  readonly minDays: number | null
  readonly maxDays: number | null
  /** Least level of a scholarship on social criteria, 0 (0 bis) to 7. */
  readonly minScholarshipLevel: number | null
  readonly needsPartner: boolean
  /** Cannot be had with another aid for the same stay. */
  readonly excludesOthers: boolean
  /** Academic years, `2026/2027`. */
  readonly firstYear: string | null
  readonly lastYear: string | null
}

/** What is known of a stay, its host and its student. */
export interface AidFacts {
  readonly form: string
  readonly academicYear: string
  readonly hostCountry: string | null
  readonly isPartner: boolean
  readonly nationality: string | null
  readonly studentStatus: string
  /** Level of the scholarship on social criteria: 0 for 0 bis, below 0 for none; null when nobody knows. */
  readonly scholarshipLevel: number | null
  /** Calendar days, real where known, else planned; null without both ends. */
  readonly days: number | null
  /** Aids already asked or granted for this stay, by scheme. */
  readonly otherSchemes: readonly string[]
}

/** A stay with its host and its student. */
export interface AidedStay extends Pick<
  AidFacts,
  'form' | 'academicYear' | 'hostCountry' | 'isPartner' | 'nationality' | 'studentStatus'
> {
  readonly plannedStart: string | null
  readonly plannedEnd: string | null
  readonly actualStart: string | null
  readonly actualEnd: string | null
  /** Level of the scholarship as a word: `0bis`, `1` to `7`. */
  readonly scholarship: string | null
}

/** What is known of a stay by what is stored of it, without other aids. */
export function aidFactsOf(stay: AidedStay): AidFacts {
  const { form, academicYear, hostCountry, isPartner, nationality, studentStatus } = stay
  const { start, end } = daysOf(stay)
  const isDated = start !== null && end !== null && isCivilDate(start) && isCivilDate(end)
  return {
    form,
    academicYear,
    hostCountry,
    isPartner,
    nationality,
    studentStatus,
    scholarshipLevel: scholarshipRank(stay.scholarship),
    days: isDated ? calendarDays({ start, end }) : null,
    otherSchemes: [],
  }
}

export type AidReasonCode =
  | 'closed'
  | 'year'
  | 'form'
  | 'country-group'
  | 'host-country'
  | 'nationality'
  | 'student-status'
  | 'too-short'
  | 'too-long'
  | 'scholarship'
  | 'not-partner'
  | 'other-aid'
  | 'days-unknown'
  | 'host-unknown'
  | 'nationality-unknown'
  | 'scholarship-unknown'

export interface AidReason {
  readonly code: AidReasonCode
  readonly params: Readonly<Record<string, string | number>>
}

export interface Eligibility {
  readonly answer: 'yes' | 'no' | 'unknown'
  /** Why not, or what has to be known first; empty for a yes. */
  readonly reasons: readonly AidReason[]
}

/** Whether a stay can have an aid, with every reason why not. `groups` are the office's own country groups. */
export function eligibilityOf(
  scheme: AidScheme,
  facts: AidFacts,
  groups: readonly CountryGroup[],
): Eligibility {
  const reasons = [
    ...timeReasons(scheme, facts),
    ...placeReasons(scheme, facts, groups),
    ...personReasons(scheme, facts),
  ]
  const refusals = reasons.filter(({ code }) => !code.endsWith('-unknown'))
  if (refusals.length > 0) return { answer: 'no', reasons: refusals }
  return reasons.length > 0 ? { answer: 'unknown', reasons } : { answer: 'yes', reasons: [] }
}

/** The level of a scholarship as a number: -1 for none, 0 for 0 bis; null when nobody knows. */
export function scholarshipRank(scholarship: string | null): number | null {
  if (scholarship === null) return null
  if (scholarship === 'none') return -1
  return scholarship === '0bis' ? 0 : Number(scholarship)
}

const reason = (code: AidReasonCode, params: AidReason['params'] = {}): AidReason => ({ code, params })

function timeReasons(scheme: AidScheme, facts: AidFacts): readonly AidReason[] {
  const reasons: AidReason[] = []
  const { minDays, maxDays } = scheme
  if (!scheme.isOpen) reasons.push(reason('closed'))
  const isBefore = scheme.firstYear !== null && facts.academicYear < scheme.firstYear
  const isAfter = scheme.lastYear !== null && facts.academicYear > scheme.lastYear
  if (isBefore || isAfter) reasons.push(reason('year', { year: facts.academicYear }))
  if (scheme.forms.length > 0 && !scheme.forms.includes(facts.form)) reasons.push(reason('form'))
  if (minDays === null && maxDays === null) return reasons
  const { days } = facts
  if (days === null) return [...reasons, reason('days-unknown')]
  if (minDays !== null && days < minDays) reasons.push(reason('too-short', { days, least: minDays }))
  if (maxDays !== null && days > maxDays) reasons.push(reason('too-long', { days, most: maxDays }))
  return reasons
}

function placeReasons(
  scheme: AidScheme,
  facts: AidFacts,
  groups: readonly CountryGroup[],
): readonly AidReason[] {
  const reasons: AidReason[] = []
  const { hostCountry } = facts
  const asksCountry = scheme.countryGroups.length > 0 || scheme.hostCountries.length > 0
  if (asksCountry && hostCountry === null) reasons.push(reason('host-unknown'))
  if (hostCountry !== null) {
    if (scheme.hostCountries.length > 0 && !scheme.hostCountries.includes(hostCountry))
      reasons.push(reason('host-country', { country: hostCountry }))
    const group = groupOf(hostCountry, facts.academicYear, groups)
    if (scheme.countryGroups.length > 0 && !scheme.countryGroups.includes(group))
      reasons.push(reason('country-group', { country: hostCountry }))
  }
  if (scheme.needsPartner && !facts.isPartner) reasons.push(reason('not-partner'))
  return reasons
}

/**
 * The Erasmus group of a host in the call of the year in which the stay begins (that the call is that year's is
 * inferred), or `elsewhere`.
 */
function groupOf(country: string, academicYear: string, groups: readonly CountryGroup[]): string {
  if (!isCountryCode(country)) return 'elsewhere'
  return findCountryGroup(groups, country, Number(academicYear.slice(0, 4)))?.name ?? 'elsewhere'
}

function personReasons(scheme: AidScheme, facts: AidFacts): readonly AidReason[] {
  const reasons: AidReason[] = []
  if (scheme.nationalities.length > 0) {
    if (facts.nationality === null) reasons.push(reason('nationality-unknown'))
    else if (!scheme.nationalities.includes(facts.nationality)) reasons.push(reason('nationality'))
  }
  if (scheme.studentStatus !== null && scheme.studentStatus !== facts.studentStatus)
    reasons.push(reason('student-status'))
  if (scheme.minScholarshipLevel !== null) {
    if (facts.scholarshipLevel === null) reasons.push(reason('scholarship-unknown'))
    else if (facts.scholarshipLevel < scheme.minScholarshipLevel)
      reasons.push(reason('scholarship', { least: scheme.minScholarshipLevel }))
  }
  const others = facts.otherSchemes.filter((id) => id !== scheme.id)
  if (scheme.excludesOthers && others.length > 0) reasons.push(reason('other-aid', { count: others.length }))
  return reasons
}

const daysPerMonth = 30
const daysPerWeek = 7

/**
 * What a scheme gives for a stay of so many calendar days, in euros and cents: a month is 30 days, an incomplete one
 * counts by its days (Erasmus practice: lawinsider clause, University of Basilicata). Undefined where the scheme says
 * no rate, decides case by case, or is an Erasmus grant, whose tables by call year work it out.
 */
export function aidAmount(
  scheme: Pick<AidScheme, 'amountKind' | 'rate' | 'ceiling'>,
  days: number | null,
): number | undefined {
  const units = unitsOf(scheme.amountKind, days)
  if (units === undefined || scheme.rate === null) return undefined
  const amount = Math.round(scheme.rate * units * 100) / 100
  return scheme.ceiling === null ? amount : Math.min(amount, scheme.ceiling)
}

function unitsOf(kind: AmountKind, days: number | null): number | undefined {
  switch (kind) {
    case 'once':
      return 1
    case 'per-month':
      return days === null ? undefined : days / daysPerMonth
    case 'per-week':
      return days === null ? undefined : days / daysPerWeek
    case 'per-day':
      return days ?? undefined
    case 'erasmus-grant':
    case 'free':
      return undefined
  }
}

export interface Instalment {
  readonly id: string
  readonly amount: number
  readonly dueOn: string | null
  readonly paidOn: string | null
}

/** Euros of one aid: paid so far, in payments to come, and not yet in any payment. Negative `left`: over the grant. */
export interface FundingBalance {
  readonly paid: number
  readonly planned: number
  readonly left: number
}

/** Counts in cents, so that a third of a grant three times is the grant. */
export function fundingBalance(
  granted: number | null,
  instalments: readonly Pick<Instalment, 'amount' | 'paidOn'>[],
): FundingBalance {
  const cents = (list: readonly Pick<Instalment, 'amount'>[]) =>
    list.reduce((sum, { amount }) => sum + Math.round(amount * 100), 0)
  const paid = cents(instalments.filter(({ paidOn }) => paidOn !== null))
  const planned = cents(instalments.filter(({ paidOn }) => paidOn === null))
  return {
    paid: paid / 100,
    planned: planned / 100,
    left: (Math.round((granted ?? 0) * 100) - paid - planned) / 100,
  }
}
