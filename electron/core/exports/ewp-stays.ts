import { DomainError } from '#shared/domain/errors.ts'
import { namespaces } from '#shared/domain/ewp/namespaces.ts'
import { branch, type XmlNode } from '#shared/domain/ewp/xml-tree.ts'
import type { TextKey } from '#shared/text/text.ts'
import { listOfficeStays, type OfficeStay } from '#core/ewp/office-stays.ts'
import type { WrittenStay } from '#core/ewp/stay-slots.ts'
import { writeLearningAgreement } from '#core/ewp/write-learning-agreement.ts'
import { writeNomination } from '#core/ewp/write-nomination.ts'
import { readSchool } from '#core/features/settings/settings.service.ts'
import { defineExport, type ExportContext, type ExportParams } from './define-export.ts'
import { writeDocument } from './iia.ts'
import { listParam, textParam } from './params.ts'

/** Stays that the host knows of, or is told of by this document. */
const told: ReadonlySet<string> = new Set([
  'selected',
  'nominated',
  'accepted',
  'agreed',
  'departed',
  'arrived',
  'returned',
  'recognised',
  'refused',
  'withdrawn',
])

const params = [
  { key: 'academicYear', type: 'academic-year', required: true },
  { key: 'partners', type: 'partners', required: false },
] as const

/** The stays of a year at partners, as nominations of EWP; those who were selected are nominated by it. */
export const omobilitiesExport = defineExport({
  id: 'omobilities',
  titleKey: 'export.title.omobilities',
  extension: 'xml',
  params,
  run: (context, given) =>
    exportStays(context, given, {
      namespace: namespaces.omobilities3,
      root: 'omobilities-get-response',
      fileKey: 'export.file.omobilities',
      isMeant: ({ mobility }) => told.has(mobility.status),
      write: writeNomination,
      nominates: true,
    }),
})

/** The learning agreements of a year, of stays that have one. */
export const learningAgreementsExport = defineExport({
  id: 'learning-agreements',
  titleKey: 'export.title.learning-agreements',
  extension: 'xml',
  params,
  run: (context, given) =>
    exportStays(context, given, {
      namespace: namespaces.las1,
      root: 'omobility-las-get-response',
      fileKey: 'export.file.learning-agreements',
      isMeant: ({ components, learningAgreement }) =>
        components.length > 0 || learningAgreement !== undefined,
      write: writeLearningAgreement,
      nominates: false,
    }),
})

interface StayDocument {
  readonly namespace: string
  readonly root: string
  readonly fileKey: TextKey
  readonly isMeant: (stay: OfficeStay) => boolean
  readonly write: (stay: OfficeStay, school: Awaited<ReturnType<typeof readSchool>>) => WrittenStay
  /** Whether being in the file nominates who was selected. */
  readonly nominates: boolean
}

async function exportStays(context: ExportContext, given: ExportParams, document: StayDocument) {
  context.progress('collecting', 0, null)
  const school = await readSchool(context.read)
  if (school.schac === '')
    throw new DomainError('nothing-to-export', { reason: 'school-incomplete', fields: 'schac' })
  const year = textParam(given, 'academicYear')
  const stays = (
    await listOfficeStays(context.read, { academicYear: year, institutionIds: listParam(given, 'partners') })
  ).filter(document.isMeant)
  if (stays.length === 0) throw new DomainError('nothing-to-export', { reason: 'no-stays', year })
  const nodes: XmlNode[] = []
  const nominated: string[] = []
  for (const [at, stay] of stays.entries()) {
    if (at % 50 === 0) {
      context.progress('writing', at, stays.length)
      await new Promise((resolve) => setImmediate(resolve))
      if (context.signal.aborted) throw new DomainError('job-cancelled')
    }
    const { node, findings } = document.write(stay, school)
    if (findings.length > 0) continue
    nodes.push(node)
    if (document.nominates && stay.mobility.status === 'selected') nominated.push(stay.mobility.id)
  }
  if (nodes.length === 0)
    throw new DomainError('nothing-to-export', { reason: 'stays-incomplete', count: stays.length })
  const made = await writeDocument(context, {
    root: branch(document.namespace, document.root, nodes),
    title: context.words.t(document.fileKey, { year: year.replace('/', '-') }),
    rows: nodes.length,
    leftOut: stays.length - nodes.length,
  })
  return { ...made, files: made.files.map((file) => ({ ...file, mobilityIds: nominated })) }
}
