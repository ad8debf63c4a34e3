import type { CivilDate } from '#shared/domain/civil-date.ts'
import { calendarDays, daysCovered, intersection, monthsAndDays, type Period } from '#shared/domain/period.ts'

/** Limits of a call, in days and months of 30 days: data of the office, with their sources. */
export interface BmLimits {
  readonly longMinDays: number
  readonly longMaxDays: number
  readonly shortMinDays: number
  readonly shortMaxDays: number
  readonly travelDaysMost: number
  readonly greenTravelDaysMost: number
  readonly cycleMonths: number
  readonly singleCycleMonths: number
}

/** The grant agreement that a mobility is reported under. */
export interface BmProject {
  readonly id: string
  readonly name: string
  /** `KA131` */
  readonly action: string
  /** `2026-1-FR01-KA131-HED-000123456` */
  readonly agreementNumber: string | null
  readonly startsOn: CivilDate | null
  readonly endsOn: CivilDate | null
  readonly limits: BmLimits
}

/** An organisation as the module names it: by OID or Erasmus code, else in full. */
export interface BmOrganisation {
  /** Null for our own school, which is a setting. */
  readonly id: string | null
  readonly name: string
  readonly kind: string
  readonly oid: string | null
  readonly pic: string | null
  readonly erasmusCode: string | null
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null
  readonly city: string | null
  readonly address: string | null
  readonly postalCode: string | null
  readonly website: string | null
  readonly email: string | null
  readonly phone: string | null
}

export interface BmStudent {
  readonly id: string
  readonly familyName: string
  readonly givenNames: string
  readonly studentNumber: string
  readonly email: string | null
  /** ISO 5218. */
  readonly gender: string | null
  readonly birthDate: CivilDate | null
  readonly nationality: string | null
  readonly eqfLevel: number | null
  readonly esi: string | null
  readonly hasFewerOpportunities: boolean | null
  readonly isSingleCycle: boolean
  /** The student's last day of studies. */
  readonly endOfStudies: CivilDate | null
}

/** Euros, as the office computes them; null where the grant cannot be computed. */
export interface BmMoney {
  readonly individualSupport: number
  readonly traineeshipTopUp: number
  readonly inclusionTopUp: number
  readonly greenTopUp: number
  readonly travelSupport: number
  readonly inclusionSupport: number
  readonly total: number
}

/** One mobility to report, with all that the rules look at. Dates are the real ones where both are known. */
export interface BmStay {
  readonly id: string
  readonly status: string
  readonly bmId: string | null
  readonly activity: 'HE-SMS' | 'HE-SMT'
  readonly project: BmProject | null
  readonly student: BmStudent
  readonly host: BmOrganisation | null
  readonly stayCountry: string | null
  readonly stayCity: string | null
  readonly locationNote: string | null
  readonly start: CivilDate | null
  readonly end: CivilDate | null
  /** Whether the dates are those of the certificates. */
  readonly isReal: boolean
  readonly interruptions: readonly Period[]
  readonly isBlended: boolean
  readonly virtualStart: CivilDate | null
  readonly virtualEnd: CivilDate | null
  readonly nonFundedDays: number
  readonly isZeroGrant: boolean
  readonly isForceMajeure: boolean
  readonly isRecentGraduate: boolean | null
  readonly iscedCode: string | null
  readonly language: string | null
  readonly ects: number | null
  readonly transport: string | null
  readonly transportNote: string | null
  readonly isGreenTravel: boolean | null
  readonly distanceBand: string | null
  readonly travelDays: number | null
  readonly travelCostReal: number | null
  readonly travelCostExceptional: number | null
  readonly travelCostNote: string | null
  /** The day on which the last of the three parties signed the learning agreement; null while one has not. */
  readonly agreedOn: CivilDate | null
  /** Months of 30 days in the cycle before this stay, two decimals. */
  readonly monthsBefore: number
  /** Whether it leaves the programme countries; null while that is not known. */
  readonly isInternational: boolean | null
  readonly money: BmMoney | null
}

/** Days of a stay as the module counts them. Source: BM draft schema, duration: calendar days, a month is 30 days. */
export interface BmDays {
  /** From the first to the last day, both included. */
  readonly calculated: number
  /** Days of it on which the student was not there. */
  readonly interruption: number
  /** Calculated less interruption: what the least and longest durations are checked on. */
  readonly mobility: number
  readonly nonFunded: number
  readonly funded: number
  readonly fundedMonths: number
  readonly fundedExtraDays: number
}

/** The days of a stay; undefined while its dates are not known, or end before they start. */
export function bmDays(
  stay: Pick<BmStay, 'start' | 'end' | 'interruptions' | 'nonFundedDays' | 'isZeroGrant'>,
): BmDays | undefined {
  const { start, end } = stay
  if (start === null || end === null || end < start) return undefined
  const period = { start, end }
  const calculated = calendarDays(period)
  const interruption = daysCovered(stay.interruptions.flatMap((one) => intersection(one, period) ?? []))
  const mobility = calculated - interruption
  const nonFunded = stay.isZeroGrant ? mobility : stay.nonFundedDays
  const funded = Math.max(0, mobility - nonFunded)
  const { months, days } = monthsAndDays(funded)
  return {
    calculated,
    interruption,
    mobility,
    nonFunded,
    funded,
    fundedMonths: months,
    fundedExtraDays: days,
  }
}

/**
 * Whether the stay is a short-term one: blended or doctoral, and under the least duration of a long-term one. Source:
 * diku.no, Erasmus+ 2021–2027: short-term is 5 to 30 days, blended or doctoral.
 */
export function isShortTerm(stay: BmStay, days: BmDays, limits: BmLimits): boolean {
  return (stay.isBlended || stay.student.eqfLevel === 8) && days.mobility < limits.longMinDays
}
