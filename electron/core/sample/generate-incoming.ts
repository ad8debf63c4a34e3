import type { RecordRow } from '#core/db/schema.ts'
import { shiftAcademicYear, type AcademicYear } from '#shared/domain/academic-year.ts'
import type { AgreementRow, ConditionRow } from './generate-agreements.ts'
import { semesterAt } from './generate-calendar.ts'
import type { SampleContext } from './generate-context.ts'
import type { InstitutionRow } from './generate-institutions.ts'
import { namePools, sampleNationalities, type NameOrigin } from './people-names.ts'
import { createRandom, type Random } from './random.ts'

type IncomingRow = RecordRow<'incomingStay'>

/** A source of chance of its own, so that what is added here changes nothing elsewhere. */
const incomingSeed = 120_001

/** Students of partners at our school over three years: fewer than leave, as engineering schools know it. */
export function generateIncoming(
  context: SampleContext,
  rows: {
    readonly agreements: readonly AgreementRow[]
    readonly conditions: readonly ConditionRow[]
    readonly institutions: readonly InstitutionRow[]
  },
): readonly IncomingRow[] {
  const random = createRandom((context.seed + incomingSeed) >>> 0)
  const agreements = new Map(rows.agreements.map((row) => [row.id, row]))
  const institutions = new Map(rows.institutions.map((row) => [row.id, row]))
  const incoming = rows.conditions.filter(
    (condition) => condition.direction === 'incoming' && condition.kind === 'student-studies',
  )
  return incoming.flatMap((condition) => {
    const agreement = agreements.get(condition.agreementId)
    const home = institutions.get(agreement?.institutionId ?? '')
    if (agreement === undefined || home === undefined || random.chance(0.45)) return []
    return [-2, -1, 0].flatMap((years) => {
      const year = shiftAcademicYear(context.thisYear, years)
      const people = random.int(0, Math.min(3, condition.peoplePerYear ?? 2))
      return Array.from({ length: people }, () =>
        inventStay(context, random, { agreement, condition, home, year }),
      )
    })
  })
}

interface Stay {
  readonly agreement: AgreementRow
  readonly condition: ConditionRow
  readonly home: InstitutionRow
  readonly year: AcademicYear
}

function inventStay(
  context: SampleContext,
  random: Random,
  { agreement, condition, home, year }: Stay,
): IncomingRow {
  const isDegree = agreement.kind === 'double-degree'
  const semester = isDegree ? 'year' : random.pick(['autumn', 'autumn', 'spring', 'year'] as const)
  const period = semesterAt(random, 'FR', year, semester)
  const country = home.country ?? 'ES'
  const names = namePools[originOf(random, country)]
  const given = random.pick(names.givenNames)
  const status = period.end < context.today ? 'left' : period.start <= context.today ? 'arrived' : 'accepted'
  return {
    id: context.nextId(),
    familyName: random.pick(names.familyNames),
    givenNames: given.name,
    institutionId: home.id,
    conditionId: condition.id,
    form: isDegree ? 'double-degree' : 'exchange-semester',
    status: random.chance(0.05) ? 'cancelled' : status,
    gender: given.gender,
    nationality: country,
    email: null,
    omobilityId: null,
    academicYear: year,
    semester,
    start: period.start,
    end: period.end,
    programme: context.flavour.programmes[0].name,
    notes: null,
  }
}

/** Names as they are common in the country, where the sample knows some. */
function originOf(random: Random, country: string): NameOrigin {
  const known = sampleNationalities.find((nationality) => nationality.country === country)
  if (known !== undefined && country !== 'FR')
    return random.weighted(known.names, (name) => name.weight).origin
  return random.pick(['german', 'italian', 'hispanic', 'polish', 'romanian', 'lusophone'] as const)
}
