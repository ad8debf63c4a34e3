import type { RecordRow } from '#core/db/schema.ts'
import { grantRateSeeds } from '#core/profiles/grant-rates.ts'
import { newCall } from '#core/profiles/erasmus-calls.ts'
import { addDays } from '#shared/domain/civil-date.ts'
import { seedCountryGroups } from '#shared/domain/country-groups.ts'
import { grantOf } from '#shared/domain/erasmus-grant.ts'
import { createSampleIds, type MobilityRow, type SampleContext } from './generate-context.ts'
import { createRandom, type Random } from './random.ts'

type CallRow = RecordRow<'erasmusCall'>
type StudentRow = RecordRow<'student'>

/** A source of chance and ids of its own, so that what was there before stays as it was. */
const grantSeed = 130_001

/** The Erasmus+ projects of this year and the two before, as the school's agreements of each call. */
export function generateCalls({ seed, today, thisYear }: SampleContext): readonly CallRow[] {
  const nextId = createSampleIds(createRandom((seed + grantSeed) >>> 0), addDays(today, 2))
  const thisCall = Number(thisYear.slice(0, 4))
  return [2, 1, 0].map((yearsAgo) => {
    const callYear = thisCall - yearsAgo
    return {
      id: nextId(),
      name: `Erasmus+ ${callYear}`,
      callYear,
      action: newCall.action,
      agreementNumber: `${callYear}-1-FR01-KA131-HED-0000${callYear * 31}`,
      startsOn: `${callYear}-06-01`,
      endsOn: `${callYear + 2}-07-31`,
      envelope: [420_000, 300_000, 280_000][yearsAgo] ?? null,
      dayCount: newCall.dayCount,
      longMinDays: newCall.longMinDays,
      longMaxDays: newCall.longMaxDays,
      shortMinDays: newCall.shortMinDays,
      shortMaxDays: newCall.shortMaxDays,
      fundedDaysMost: null,
      cycleMonths: newCall.cycleMonths,
      singleCycleMonths: newCall.singleCycleMonths,
      travelFor: newCall.travelFor,
      travelDaysMost: newCall.travelDaysMost,
      greenTravelDaysMost: newCall.greenTravelDaysMost,
      isOutermost: 0,
      ceiling: null,
      firstPercent: newCall.firstPercent,
      firstDueDays: newCall.firstDueDays,
      lastDueDays: newCall.lastDueDays,
      source: null,
      certainty: null,
      notes: null,
    }
  })
}

/** What the sample's school gives per month in each group, within the range of its country. Invented. */
const monthlyEuros: Readonly<Record<string, number>> = {
  'group-1': 440,
  'group-2': 390,
  'group-3': 340,
  'region-14': 440,
}

/** The figures that the sample's school has chosen: those that are shipped with a range only, for its own calls. */
export function sampleRateAmounts(thisYear: string) {
  const thisCall = Number(thisYear.slice(0, 4))
  return grantRateSeeds.flatMap(({ id, callYear, kind, countryGroup, amount }) => {
    const euros = monthlyEuros[countryGroup ?? '']
    if (amount !== null || kind !== 'monthly' || euros === undefined) return []
    return callYear >= thisCall - 2 && callYear <= thisCall ? [{ id, amount: euros }] : []
  })
}

/** What the grants of the sample are worked out with. */
export function sampleGrantRules(context: SampleContext) {
  const chosen = new Map(sampleRateAmounts(context.thisYear).map(({ id, amount }) => [id, amount]))
  const cents = (euros: number | null) => (euros === null ? null : Math.round(euros * 100))
  const rates = grantRateSeeds.map(({ amount, least, most, ...rate }) => ({
    ...rate,
    amountCents: cents(chosen.get(rate.id) ?? amount),
    leastCents: cents(least),
    mostCents: cents(most),
  }))
  const calls = generateCalls(context).map((call) => ({ ...call, isOutermost: false, ceilingCents: null }))
  return { rates, calls }
}
type SampleGrantRules = ReturnType<typeof sampleGrantRules>

/** Euros of a stay's grant on the dates that were planned, on the real ones once it is over and done with; undefined where the call has no figure for it. */
export function sampleGrantEuros(
  { rates, calls }: SampleGrantRules,
  stay: MobilityRow,
  student: StudentRow,
  hostCountry: string | null,
): number | undefined {
  const call = calls.find(({ callYear }) => callYear === Number(stay.academicYear.slice(0, 4)))
  if (call === undefined) return undefined
  const isWork = stay.form === 'internship' || stay.form === 'end-of-studies-project'
  const grant = grantOf(
    {
      ...stay,
      activity: isWork ? 'HE-SMT' : 'HE-SMS',
      isBlended: stay.form === 'short-term-blended',
      isDoctoral: false,
      hostCountry,
      ...(stay.status === 'recognised' ? {} : { actualStart: null, actualEnd: null }),
      interruptions: [],
      isZeroGrant: stay.isZeroGrant === 1,
      nonFundedDays: stay.nonFundedDays ?? 0,
      isForceMajeure: false,
      hasFewerOpportunities: student.hasFewerOpportunities === 1,
      isGreenTravel: stay.isGreenTravel === 1,
      travelDays: stay.travelDays ?? 0,
      travelCostRealCents: null,
      travelCostExceptionalCents: null,
      inclusionSupportCents: null,
      earlierDays: 0,
      declaredMonths: 0,
      isSingleCycle: false,
    },
    { call, rates, groups: seedCountryGroups, homeCountry: 'FR' },
  )
  return grant.totalCents === null ? undefined : grant.totalCents / 100
}

const erasmusForms: readonly string[] = [
  'exchange-semester',
  'double-degree',
  'master',
  'internship',
  'end-of-studies-project',
  'short-term-blended',
]

/** Where the school is, for distances: the campus of Tarbes, or the plateau de Saclay. Degrees. */
const campuses = { enit: [43.23, 0.05], other: [48.71, 2.2] } as const

interface GrantFactsInput {
  readonly profile: string
  readonly students: readonly StudentRow[]
  readonly mobilities: readonly MobilityRow[]
  readonly institutions: readonly RecordRow<'institution'>[]
}

/** What the office wrote down for grants: how far and by which means, who has fewer opportunities, who gets no grant. */
export function withGrantFacts(context: SampleContext, given: GrantFactsInput) {
  const random = createRandom((context.seed + grantSeed + 1) >>> 0)
  const hosts = new Map(given.institutions.map((row) => [row.id, row]))
  const calls = new Map(generateCalls(context).map(({ id, callYear }) => [callYear, id]))
  const campus = given.profile === 'enit' ? campuses.enit : campuses.other
  return {
    students: given.students.map((row) => withOpportunities(random, row)),
    mobilities: given.mobilities.map((stay) => {
      const host = hosts.get(stay.institutionId ?? '')
      if (host === undefined || !erasmusForms.includes(stay.form)) return stay
      const distanceKm = kilometresBetween(campus, [host.latitude, host.longitude])
      const isGreen = distanceKm !== null && distanceKm < 1500 && random.chance(0.35)
      const isZero = random.chance(0.04)
      const isPartly = !isZero && stay.semester === 'year' && random.chance(0.25)
      const callId = calls.get(Number(stay.academicYear.slice(0, 4))) ?? null
      return {
        ...stay,
        ...(isZero && groupedCountry(host.country) ? { isZeroGrant: 1, callId } : {}),
        ...(isPartly ? { nonFundedDays: 90 } : {}),
        distanceKm,
        ...(isGreen
          ? { transport: 'train' as const, isGreenTravel: 1, travelDays: random.int(2, 4) }
          : { transport: distanceKm === null ? null : ('plane' as const), isGreenTravel: 0 }),
      }
    }),
  }
}

function groupedCountry(country: string | null): boolean {
  return seedCountryGroups.some(({ countries }) => countries.some((one) => one === country))
}

function withOpportunities(random: Random, row: StudentRow): StudentRow {
  const isLow = row.scholarship === '6' || row.scholarship === '7'
  const isOther = random.chance(0.015)
  const hasMonths = random.chance(0.03)
  const months = random.int(6, 20) / 2
  return {
    ...row,
    hasFewerOpportunities: isLow || isOther ? 1 : null,
    fewerOpportunitiesKind: isLow ? 'scholarship' : isOther ? 'health' : null,
    erasmusMonthsBefore: hasMonths ? months : null,
  }
}

const earthRadiusKm = 6371

/** Great-circle distance of two places in degrees, in whole kilometres; null where one of them is not known. */
function kilometresBetween(
  [fromLat, fromLong]: readonly [number, number],
  [toLat, toLong]: readonly [number | null, number | null],
): number | null {
  if (toLat === null || toLong === null) return null
  const radians = (degrees: number) => (degrees * Math.PI) / 180
  const half = (degrees: number) => Math.sin(radians(degrees) / 2) ** 2
  const chord =
    half(toLat - fromLat) + Math.cos(radians(fromLat)) * Math.cos(radians(toLat)) * half(toLong - fromLong)
  return Math.round(2 * earthRadiusKm * Math.asin(Math.sqrt(chord)))
}
