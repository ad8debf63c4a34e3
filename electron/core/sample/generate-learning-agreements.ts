import type { RecordRow } from '#core/db/schema.ts'
import { addDays, earlierDate, isCivilDate, type CivilDate } from '#shared/domain/civil-date.ts'
import { pipelineSteps } from '#shared/domain/mobility-steps.ts'
import type { MobilityRow } from './generate-context.ts'
import type { FileContext } from './generate-stay-documents.ts'

type ComponentRow = RecordRow<'laComponent'>
type SignatureRow = RecordRow<'laSignature'>
type LineRow = RecordRow<'transcriptLine'>
type Recognised = Pick<
  MobilityRow,
  'ectsAsked' | 'ectsObtained' | 'recognitionDecision' | 'gradeConversionNote'
>

/** What a stay's studies have left on file. */
export interface StudyFile {
  readonly components: readonly ComponentRow[]
  readonly signatures: readonly SignatureRow[]
  readonly lines: readonly LineRow[]
  readonly recognised: Recognised | undefined
}

const studyForms: readonly string[] = [
  'exchange-semester',
  'free-mover',
  'double-degree',
  'master',
  'regional-semester',
]
const courses = [
  'Machine Learning',
  'Computer Vision',
  'Distributed Systems',
  'Robotics',
  'Digital Signal Processing',
  'Wireless Communications',
  'Information Security',
  'Optimisation',
  'Numerical Methods',
  'Control Theory',
  'Materials Science',
  'Finite Element Methods',
  'Project Management',
  'Embedded Systems',
  'Statistical Modelling',
  'Renewable Energy Systems',
  'Human–Computer Interaction',
  'Operations Research',
] as const
const units = ['UE de spécialité', 'UE d’approfondissement', 'UE d’ouverture', 'Projet long'] as const

const empty: StudyFile = { components: [], signatures: [], lines: [], recognised: undefined }

/** The learning agreement of a stay of studies once the host has accepted, and its transcript once it is over. */
export function generateStudyFile(context: FileContext, stay: MobilityRow): StudyFile {
  const at = pipelineSteps.findIndex(
    (step) => step === (stay.status === 'interrupted' ? 'arrived' : stay.status),
  )
  if (!studyForms.includes(stay.form) || at < pipelineSteps.indexOf('accepted')) return empty
  const { random } = context
  const isSigned = at >= pipelineSteps.indexOf('agreed')
  const first = firstVersion(context, stay)
  const hasChange = at >= pipelineSteps.indexOf('arrived') && random.chance(0.2)
  const change = hasChange ? changeOf(context, stay, first) : []
  const start = stay.actualStart ?? stay.plannedStart
  const signatures = [
    ...signaturesOf(context, stay, 1, isSigned ? 3 : random.int(0, 2), dayBefore(context, start, -40)),
    ...(hasChange ? signaturesOf(context, stay, 2, random.int(1, 3), dayBefore(context, start, 25)) : []),
  ]
  const isOver = stay.status === 'recognised' || (stay.status === 'returned' && random.chance(0.6))
  const lines = isOver ? transcriptOf(context, stay, [...first, ...change]) : []
  return {
    components: [...first, ...change],
    signatures,
    lines,
    recognised: stay.status === 'recognised' ? recognisedOf(first, lines) : undefined,
  }
}

function dayBefore({ today }: FileContext, start: string | null, shift: number): CivilDate {
  const day = start !== null && isCivilDate(start) ? addDays(start, shift) : today
  return earlierDate(day, addDays(today, -8))
}

function component(
  { nextId }: FileContext,
  stay: MobilityRow,
  given: Pick<ComponentRow, 'table' | 'title' | 'ects'> & Partial<ComponentRow>,
): ComponentRow {
  const { table, title, ects } = given
  return {
    id: nextId(),
    mobilityId: stay.id,
    version: given.version ?? 1,
    table,
    title,
    code: given.code ?? null,
    term: 1,
    ects,
    recognitionConditions: null,
    status: given.status ?? 'inserted',
    reasonCode: given.reasonCode ?? null,
    reasonText: null,
  }
}

function firstVersion(context: FileContext, stay: MobilityRow): readonly ComponentRow[] {
  const { random } = context
  const titles = random.shuffle(courses).slice(0, random.int(4, 6))
  const atHost = titles.map((title) =>
    component(context, stay, {
      table: 'A',
      title,
      code: `${title.slice(0, 2).toUpperCase()}${random.int(100, 599)}`,
      ects: random.pick([5, 6, 7.5]),
    }),
  )
  const total = atHost.reduce((sum, { ects }) => sum + (ects ?? 0), 0)
  const half = Math.floor(total / 2)
  // now and then the tables do not agree yet
  const missing = random.chance(0.06) ? 2 : 0
  return [
    ...atHost,
    component(context, stay, { table: 'B', title: random.pick(units), ects: half }),
    component(context, stay, { table: 'B', title: 'UE de langues et projet', ects: total - half - missing }),
  ]
}

/** One course is no longer offered, and another takes its place. */
function changeOf(
  context: FileContext,
  stay: MobilityRow,
  first: readonly ComponentRow[],
): readonly ComponentRow[] {
  const gone = first[0]
  const other = courses.find((title) => first.every((one) => one.title !== title))
  if (gone === undefined || other === undefined) return []
  const { title, code, ects } = gone
  const change = { version: 2, table: 'A', ects } as const
  return [
    component(context, stay, { ...change, title, code, status: 'deleted', reasonCode: 'not-available' }),
    component(context, stay, { ...change, title: other, reasonCode: 'substituting-deleted' }),
  ]
}

function signaturesOf(
  { random, today, nextId }: FileContext,
  stay: MobilityRow,
  version: number,
  count: number,
  first: CivilDate,
): readonly SignatureRow[] {
  let day = first
  return (['student', 'sending', 'receiving'] as const).slice(0, count).map((role) => {
    const signedOn = earlierDate(day, today)
    day = addDays(day, random.int(0, 3))
    return {
      id: nextId(),
      mobilityId: stay.id,
      version,
      role,
      signerName: null,
      position: null,
      email: null,
      signedOn,
    }
  })
}

function transcriptOf(
  { random, nextId }: FileContext,
  stay: MobilityRow,
  components: readonly ComponentRow[],
): readonly LineRow[] {
  const gone = components.filter(({ status }) => status === 'deleted').map(({ title }) => title)
  return components
    .filter(({ table, status, title }) => table === 'A' && status === 'inserted' && !gone.includes(title))
    .map(({ code, title, term, ects }) => {
      const isPassed = random.chance(0.95)
      return {
        id: nextId(),
        mobilityId: stay.id,
        code,
        title,
        term,
        ects,
        grade: isPassed ? random.pick(['A', 'B', 'B', 'C', 'D']) : 'F',
        convertedGrade: isPassed ? String(random.int(11, 17)) : '7',
        result: isPassed ? 'passed' : 'failed',
      }
    })
}

function recognisedOf(components: readonly ComponentRow[], lines: readonly LineRow[]): Recognised {
  const sum = (list: readonly { readonly ects: number | null }[]) =>
    list.reduce((total, { ects }) => total + (ects ?? 0), 0)
  const ectsAsked = sum(components.filter(({ table }) => table === 'B'))
  const ectsObtained = sum(lines.filter(({ result }) => result === 'passed'))
  const recognitionDecision = ectsObtained >= ectsAsked ? 'full' : ectsObtained > 0 ? 'partial' : 'none'
  return {
    ectsAsked,
    ectsObtained,
    recognitionDecision,
    gradeConversionNote: 'Table de conversion ECTS de l’école.',
  }
}
