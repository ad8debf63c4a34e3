import type { RecordRow } from '#core/db/schema.ts'
import type { AcademicYear } from '#shared/domain/academic-year.ts'
import { academicYearStart, shiftAcademicYear } from '#shared/domain/academic-year.ts'
import type { LanguageSkill } from '#shared/domain/languages.ts'
import { addDays } from '#shared/domain/civil-date.ts'
import { dayIn } from './generate-calendar.ts'
import { generateConditions } from './generate-conditions.ts'
import type { SampleContext } from './generate-context.ts'
import { readSkills } from './generate-languages.ts'
import type { PartnerRecord } from './generate-institutions.ts'

export type AgreementRow = RecordRow<'agreement'>
export type ConditionRow = RecordRow<'condition'>

/** What students can be sent under: the outgoing condition for studies of one agreement. */
export interface Offer extends PartnerRecord {
  readonly agreement: AgreementRow
  readonly condition: ConditionRow
  readonly skills: readonly LanguageSkill[]
  /** How much students want to go there, 1 to 10. */
  readonly popularity: number
}

export interface SampleAgreements {
  readonly agreements: readonly AgreementRow[]
  readonly conditions: readonly ConditionRow[]
  readonly offers: readonly Offer[]
}

/** Makes the agreements of every partner, those of ATHENS members included, with their conditions in both directions. */
export function generateAgreements(
  context: SampleContext,
  partners: readonly PartnerRecord[],
): SampleAgreements {
  const agreements: AgreementRow[] = []
  const conditions: ConditionRow[] = []
  const offers: Offer[] = []
  for (const record of partners) {
    const popularity = context.random.int(1, 10)
    for (const kind of agreementKinds(record)) {
      const number = agreements.filter((other) => other.kind === kind).length + 1
      const agreement = agreementRow(context, record, kind, number)
      const made = generateConditions(context, record, agreement)
      agreements.push(agreement)
      conditions.push(...made)
      const condition = made.find(
        (one) => one.direction === 'outgoing' && one.kind === 'student-studies' && one.isBlended === 0,
      )
      if (condition === undefined) throw new Error(`No studies abroad under ${agreement.reference}`)
      offers.push({ ...record, agreement, condition, skills: readSkills(condition.languages), popularity })
    }
  }
  return { agreements, conditions, offers }
}

function agreementKinds({ partner }: PartnerRecord): readonly AgreementRow['kind'][] {
  return partner.athens ? [...partner.agreements, 'athens'] : partner.agreements
}

const referencePrefixes: Readonly<Record<AgreementRow['kind'], string>> = {
  erasmus: 'ERA',
  exchange: 'EXC',
  'double-degree': 'DD',
  athens: 'ATH',
  other: 'AUT',
}

function agreementRow(
  context: SampleContext,
  { partner, row }: PartnerRecord,
  kind: AgreementRow['kind'],
  number: number,
): AgreementRow {
  const validity = drawValidity(context, kind, number)
  return {
    id: context.nextId(),
    institutionId: row.id,
    kind,
    reference: `${referencePrefixes[kind]}-${partner.country}-${String(number).padStart(3, '0')}`,
    ...validity,
    signedOn: validity.status === 'draft' ? null : signingDay(context, validity.firstYear),
    ...drawDeadlines(context, kind),
    signatory: null,
    partnerReference: null,
    partnerSignatory: null,
    partnerSignedOn: null,
    iiaId: null,
    partnerIiaId: null,
    ounitId: null,
    partnerOunitId: null,
    carryOver: kind === 'double-degree' ? 'balance' : kind === 'exchange' ? 'unused-places' : 'none',
    notes: null,
  }
}

type Validity = {
  readonly status: AgreementRow['status']
  readonly firstYear: AcademicYear
  readonly lastYear: AcademicYear | null
}

/** Most agreements are in force for some years; some end this year, a few exchanges have ended or are being written. */
function drawValidity(
  { random, thisYear }: SampleContext,
  kind: AgreementRow['kind'],
  number: number,
): Validity {
  // Steps of the golden ratio spread evenly over 0 to 1, so that every case is met whatever the seed.
  const lot = (number * 0.618_034) % 1
  const first = -random.int(1, 5)
  const last = random.int(1, kind === 'erasmus' ? 2 : 4)
  const years = (from: number, to: number | null, status: Validity['status'] = 'active'): Validity => ({
    status,
    firstYear: shiftAcademicYear(thisYear, from),
    lastYear: to === null ? null : shiftAcademicYear(thisYear, to),
  })
  if (kind === 'athens') return years(first - 5, null)
  if (kind === 'erasmus') return years(first, lot < 0.15 ? 0 : last)
  if (kind === 'double-degree') return years(first, lot < 0.1 ? null : last)
  if (lot < 0.04) return years(first - 2, -1, 'ended')
  if (lot < 0.09) return years(1, last + 1, 'draft')
  if (lot < 0.18) return years(first, 0)
  return years(first, lot < 0.28 ? null : last)
}

function signingDay({ random }: SampleContext, firstYear: AcademicYear) {
  return addDays(dayIn(academicYearStart(firstYear), '01-10'), random.int(0, 170))
}

const autumnDeadlines = ['--03-31', '--04-15', '--04-30', '--05-01', '--05-15', '--05-31', '--06-15']
const springDeadlines = [
  '--09-30',
  '--10-01',
  '--10-15',
  '--10-31',
  '--11-15',
  '--11-30',
  '--12-01',
  '--12-15',
]

/** Deadlines of hosts fall in two waves, April–May and September–December; ATHENS asks for March in January. */
function drawDeadlines({ random }: SampleContext, kind: AgreementRow['kind']) {
  const autumn = random.pick(autumnDeadlines)
  const spring = random.pick(springDeadlines)
  const isKnown = random.chance(0.95)
  if (kind === 'athens') return { autumnDeadline: '--09-27', springDeadline: '--01-24' }
  return { autumnDeadline: isKnown ? autumn : null, springDeadline: isKnown ? spring : null }
}
