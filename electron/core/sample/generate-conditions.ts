import type { LanguageCode } from '#shared/domain/languages.ts'
import { parseLanguage } from '#shared/domain/languages.ts'
import type { AgreementRow, ConditionRow } from './generate-agreements.ts'
import type { SampleContext } from './generate-context.ts'
import type { PartnerRecord } from './generate-institutions.ts'

/** The conditions of an agreement: students of both sides, and for some Erasmus agreements trainees and staff. */
export function generateConditions(
  context: SampleContext,
  record: PartnerRecord,
  agreement: AgreementRow,
): readonly ConditionRow[] {
  const make = conditionFactory(context, record, agreement)
  const { random } = context
  const studies = studiesQuota(agreement.kind, random.int(...peopleByKind[agreement.kind]))
  const conditions = [
    make('outgoing', 'student-studies', studies),
    make('incoming', 'student-studies', studies),
  ]
  if (agreement.kind !== 'erasmus') return conditions
  const staff = random.int(1, 2)
  if (random.chance(0.4)) {
    conditions.push(
      make('outgoing', 'staff-teaching', { peoplePerYear: staff, daysPerYear: staff * 5 }),
      make('incoming', 'staff-teaching', { peoplePerYear: staff, daysPerYear: staff * 5 }),
    )
  }
  if (random.chance(0.15))
    conditions.push(make('outgoing', 'staff-training', { peoplePerYear: 1, daysPerYear: 5 }))
  if (random.chance(0.12))
    conditions.push(make('outgoing', 'student-traineeship', { peoplePerYear: 2, monthsPerYear: 8 }))
  if (random.chance(0.08))
    conditions.push(make('outgoing', 'student-studies', { peoplePerYear: 3, monthsPerYear: 3, isBlended: 1 }))
  return conditions
}

type Quota = Partial<Pick<ConditionRow, 'peoplePerYear' | 'monthsPerYear' | 'daysPerYear' | 'isBlended'>>

/** Fewest and most people a year, by kind of agreement. */
const peopleByKind: Readonly<Record<AgreementRow['kind'], readonly [min: number, max: number]>> = {
  erasmus: [2, 6],
  exchange: [1, 4],
  'double-degree': [1, 3],
  athens: [24, 24],
  other: [1, 4],
}

/** Five months a semester, ten a year; weeks of ATHENS are counted in days. */
function studiesQuota(kind: AgreementRow['kind'], people: number): Quota {
  if (kind === 'athens') return { peoplePerYear: people, daysPerYear: people * 7 }
  return { peoplePerYear: people, monthsPerYear: people * (kind === 'double-degree' ? 10 : 5) }
}

/** The conditions of one agreement share its years, fields, levels and languages. */
function conditionFactory(context: SampleContext, record: PartnerRecord, agreement: AgreementRow) {
  const iscedCodes = drawFields(context, record).join(', ')
  const eqfLevels = context.random.chance(0.4) ? '6, 7' : '7'
  const languages = drawLanguages(context, record)
  return (
    direction: ConditionRow['direction'],
    kind: ConditionRow['kind'],
    { peoplePerYear = null, monthsPerYear = null, daysPerYear = null, isBlended = 0 }: Quota,
  ): ConditionRow => ({
    id: context.nextId(),
    agreementId: agreement.id,
    direction,
    kind,
    firstYear: agreement.firstYear,
    lastYear: agreement.lastYear,
    peoplePerYear,
    monthsPerYear,
    daysPerYear,
    iscedCodes,
    eqfLevels: kind.startsWith('staff') ? null : eqfLevels,
    // Those who come to us study in French or English.
    languages: direction === 'incoming' ? 'fr:B1, en:B2' : languages,
    isBlended,
    otherTerms: null,
    sendingOunitId: null,
    receivingOunitId: null,
    notes: null,
  })
}

/** Two or three fields: what our students study, and what the partner is known for. */
function drawFields({ random, flavour }: SampleContext, { partner }: PartnerRecord): readonly string[] {
  const ours = random.shuffle(flavour.agreementFields)
  const shared = ours.filter((field) => partner.iscedFields.includes(field))
  const chosen = [...shared, ...ours].slice(0, random.int(1, 2))
  return [...new Set([...chosen, random.pick(partner.iscedFields)])].toSorted()
}

/** The recommended levels: B2 in English, B1 in the language of the country, as agreements usually ask. */
function drawLanguages({ random }: SampleContext, { partner }: PartnerRecord): string {
  const languages = partner.languages.map(languageCode)
  const local = languages.find((language) => language !== 'en')
  const skills = languages.some((language) => language === 'en') ? ['en:B2'] : []
  if (local !== undefined && (skills.length === 0 || random.chance(0.5)))
    skills.push(`${local}:${local === 'fr' ? 'B2' : 'B1'}`)
  return skills.join(', ')
}

function languageCode(tag: string): LanguageCode {
  // Bokmål is written as Norwegian: the application knows one Norwegian.
  const language = parseLanguage(tag === 'nb' ? 'no' : tag)
  if (!language.ok) throw new Error(`Not a language: ${tag}`)
  return language.value
}
