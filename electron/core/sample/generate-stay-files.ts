import type { RecordRow } from '#core/db/schema.ts'
import { aidSchemesOf } from '#core/profiles/aid-schemes.ts'
import type { ProfileName } from '#shared/contract/office.ts'
import { addDays, daysBetween, earlierDate, isCivilDate } from '#shared/domain/civil-date.ts'
import { createSampleIds, type MobilityRow, type SampleContext } from './generate-context.ts'
import { generateMoney } from './generate-fundings.ts'
import { sampleGrantEuros, sampleGrantRules, withGrantFacts } from './generate-grants.ts'
import { generateStudyFile } from './generate-learning-agreements.ts'
import { generateDocuments, type FileContext } from './generate-stay-documents.ts'
import { createRandom } from './random.ts'

type StudentRow = RecordRow<'student'>

/** A source of chance and ids of its own, so that what was there before stays as it was. */
const fileSeed = 60_001

interface Given {
  readonly profile: ProfileName
  readonly students: readonly StudentRow[]
  readonly mobilities: readonly MobilityRow[]
  readonly institutions: readonly RecordRow<'institution'>[]
  readonly agreements: readonly RecordRow<'agreement'>[]
}

/** The files of all stays in every state: documents, learning agreements, transcripts, aids, interruptions. */
export function generateStayFiles(sample: SampleContext, given: Given) {
  const { today } = sample
  const random = createRandom(fileSeed)
  // the ids of a day of their own never meet those of the rest
  const context: FileContext = { random, today, nextId: createSampleIds(random, addDays(today, 1)) }
  const aidScheme = aidSchemesOf(given.profile).map((seed) => ({ id: context.nextId(), ...seed }))
  const scholars = given.students.map((row) => ({ ...row, scholarship: scholarshipOf(context) }))
  const document = generateDocuments(context, given.mobilities)
  const studies = given.mobilities.map((stay) => generateStudyFile(context, stay))
  const { students: student, mobilities: mobility } = withGrantFacts(sample, {
    ...given,
    students: scholars,
    mobilities: given.mobilities.map((stay, at) => recognised(context, stay, studies[at]?.recognised)),
  })
  const rules = sampleGrantRules(sample)
  const grantOf = (stay: MobilityRow, row: StudentRow, country: string | null) =>
    sampleGrantEuros(rules, stay, row, country)
  const money = moneyOf(context, { ...given, students: student, mobilities: mobility }, aidScheme, grantOf)
  return {
    student,
    mobility,
    aidScheme,
    document,
    interruption: mobility.flatMap((stay) => interruptionOf(context, stay)),
    laComponent: studies.flatMap(({ components }) => components),
    laSignature: studies.flatMap(({ signatures }) => signatures),
    transcriptLine: studies.flatMap(({ lines }) => lines),
    funding: money.flatMap(({ fundings }) => fundings),
    instalment: money.flatMap(({ instalments }) => instalments),
  }
}

const levels = ['0bis', '1', '2', '3', '4', '5', '6', '7'] as const

function scholarshipOf({ random }: FileContext): StudentRow['scholarship'] {
  if (random.chance(0.15)) return null
  return random.chance(0.72) ? 'none' : random.pick(levels)
}

/** A recognised stay was recognised on a day, some weeks after its end. */
function recognised(
  { random, today }: FileContext,
  stay: MobilityRow,
  credits: Partial<MobilityRow> | undefined,
): MobilityRow {
  if (stay.status !== 'recognised') return stay
  const end = stay.actualEnd ?? stay.plannedEnd
  const day = end === null || !isCivilDate(end) ? today : addDays(end, random.int(20, 70))
  return { ...stay, ...credits, recognisedOn: stay.recognisedOn ?? earlierDate(day, today) }
}

function moneyOf(
  context: FileContext,
  given: Given,
  schemes: readonly RecordRow<'aidScheme'>[],
  grantOf: (stay: MobilityRow, student: StudentRow, country: string | null) => number | undefined,
) {
  const studentById = new Map(given.students.map((row) => [row.id, row]))
  const countryById = new Map(given.institutions.map((row) => [row.id, row.country]))
  const partners = new Set(given.agreements.map(({ institutionId }) => institutionId))
  return given.mobilities.flatMap((stay) => {
    const student = studentById.get(stay.studentId)
    if (student === undefined) return []
    const hostId = stay.institutionId ?? ''
    const hostCountry = countryById.get(hostId) ?? stay.stayCountry
    const grant = grantOf(stay, student, hostCountry)
    const isPartner = partners.has(hostId)
    return [generateMoney(context, schemes, { stay, student, hostCountry, isPartner, grant })]
  })
}

/** A few students come home for some days in the middle of a long stay. */
function interruptionOf(
  { random, nextId, today }: FileContext,
  stay: MobilityRow,
): readonly RecordRow<'interruption'>[] {
  const { actualStart: start, actualEnd } = stay
  const end = actualEnd ?? stay.plannedEnd
  if (start === null || end === null || !isCivilDate(start) || !isCivilDate(end)) return []
  if (daysBetween(start, end) < 90 || !random.chance(0.02)) return []
  const first = addDays(start, random.int(20, 60))
  const last = addDays(first, random.int(4, 12))
  if (last > today || last > end) return []
  return [
    {
      id: nextId(),
      mobilityId: stay.id,
      start: first,
      end: last,
      reason: random.pick(['Retour pour raison familiale', 'Fermeture de l’université d’accueil']),
    },
  ]
}
