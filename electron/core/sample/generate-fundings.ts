import type { RecordRow } from '#core/db/schema.ts'
import { addDays, daysBetween, earlierDate, isCivilDate, type CivilDate } from '#shared/domain/civil-date.ts'
import { seedCountryGroups } from '#shared/domain/country-groups.ts'
import { aidAmount, eligibilityOf, scholarshipRank } from '#shared/domain/funding.ts'
import { pipelineSteps } from '#shared/domain/mobility-steps.ts'
import type { MobilityRow } from './generate-context.ts'
import type { FileContext } from './generate-stay-documents.ts'

type SchemeRow = RecordRow<'aidScheme'>
type FundingRow = RecordRow<'funding'>
type InstalmentRow = RecordRow<'instalment'>

export interface Money {
  readonly fundings: readonly FundingRow[]
  readonly instalments: readonly InstalmentRow[]
}

/** Whose stay it is and where, as aids look at it. */
export interface FundedStay {
  readonly stay: MobilityRow
  readonly student: RecordRow<'student'>
  readonly hostCountry: string | null
  readonly isPartner: boolean
  /** Euros of the Erasmus+ grant by the figures of its call; undefined where there are none. */
  readonly grant: number | undefined
}

const live: readonly string[] = [
  'nominated',
  'accepted',
  'agreed',
  'departed',
  'arrived',
  'returned',
  'recognised',
  'interrupted',
]

/** Some of the aids that a stay can have: asked for, decided on, and paid in two parts as the stay goes on. */
export function generateMoney(
  context: FileContext,
  schemes: readonly SchemeRow[],
  funded: FundedStay,
): Money {
  const { random, today } = context
  const { stay } = funded
  const { plannedStart: start, plannedEnd: end } = stay
  if (!live.includes(stay.status) || start === null || end === null) return { fundings: [], instalments: [] }
  if (!isCivilDate(start) || !isCivilDate(end)) return { fundings: [], instalments: [] }
  const days = daysBetween(start, end) + 1
  const fundings: FundingRow[] = []
  const instalments: InstalmentRow[] = []
  for (const scheme of schemes.filter((one) => canHave(one, funded, days))) {
    if (!random.chance(scheme.amountKind === 'free' ? 0.1 : 0.7)) continue
    const askedOn = earlierDate(addDays(start, -random.int(60, 120)), addDays(today, -10))
    const { grant } = funded
    const funding = fundingOf(context, stay, scheme, days, askedOn, grant)
    if (scheme.amountKind === 'erasmus-grant' && (grant === undefined || grant === 0)) continue
    fundings.push(funding)
    if (funding.status === 'granted') instalments.push(...paymentsOf(context, stay, funding, { start, end }))
  }
  return { fundings, instalments }
}

function canHave(
  row: SchemeRow,
  { stay, student, hostCountry, isPartner }: FundedStay,
  days: number,
): boolean {
  const list = (text: string | null) => text?.split(',') ?? []
  const scheme = {
    ...row,
    isOpen: row.isOpen === 1,
    needsPartner: row.needsPartner === 1,
    excludesOthers: row.excludesOthers === 1,
    forms: list(row.forms),
    countryGroups: list(row.countryGroups),
    hostCountries: list(row.hostCountries),
    nationalities: list(row.nationalities),
  }
  const facts = {
    form: stay.form,
    academicYear: stay.academicYear,
    hostCountry,
    isPartner,
    nationality: student.nationality,
    studentStatus: student.status,
    scholarshipLevel: scholarshipRank(student.scholarship),
    days,
    otherSchemes: [],
  }
  return eligibilityOf(scheme, facts, seedCountryGroups).answer === 'yes'
}

function fundingOf(
  { random, nextId }: FileContext,
  stay: MobilityRow,
  scheme: SchemeRow,
  days: number,
  askedOn: CivilDate,
  grant: number | undefined,
): FundingRow {
  const isDecided = stay.status !== 'nominated' || random.chance(0.3)
  const isRefused = isDecided && random.chance(0.06)
  // an invented amount stands for what somebody decides
  const invented = random.pick([300, 350, 400]) * Math.round(days / 30)
  const own = scheme.amountKind === 'erasmus-grant' ? grant : aidAmount(scheme, days)
  const amount = own ?? Math.max(invented, 300)
  return {
    id: nextId(),
    mobilityId: stay.id,
    schemeId: scheme.id,
    status: isDecided ? (isRefused ? 'refused' : 'granted') : 'asked',
    amountAsked: amount,
    amountGranted: isDecided && !isRefused ? amount : null,
    askedOn,
    decidedOn: isDecided ? addDays(askedOn, random.int(2, 9)) : null,
    reference: null,
    notes: null,
  }
}

/** Seventy per cent once the student has arrived, the rest after the certificate of departure. */
function paymentsOf(
  { random, today, nextId }: FileContext,
  stay: MobilityRow,
  funding: FundingRow,
  days: { readonly start: CivilDate; readonly end: CivilDate },
): readonly InstalmentRow[] {
  const granted = funding.amountGranted ?? 0
  const first = Math.round(granted * 70) / 100
  const at = pipelineSteps.findIndex(
    (step) => step === (stay.status === 'interrupted' ? 'arrived' : stay.status),
  )
  const payment = (amount: number, dueOn: CivilDate, isPaid: boolean): InstalmentRow => ({
    id: nextId(),
    fundingId: funding.id,
    amount,
    dueOn,
    paidOn: isPaid ? earlierDate(addDays(dueOn, random.int(-3, 12)), today) : null,
    notes: null,
  })
  return [
    payment(first, addDays(days.start, 20), at >= pipelineSteps.indexOf('arrived') && random.chance(0.9)),
    payment(Math.round((granted - first) * 100) / 100, addDays(days.end, 45), stay.status === 'recognised'),
  ]
}
