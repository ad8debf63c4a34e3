import { DomainError } from '#shared/domain/errors.ts'
import { namespaces } from '#shared/domain/ewp/namespaces.ts'
import { branch, type XmlNode } from '#shared/domain/ewp/xml-tree.ts'
import { nominableStatuses } from '#shared/domain/nomination.ts'
import type { TextKey } from '#shared/text/text.ts'
import { listOfficeStays, type OfficeStay } from '#core/ewp/office-stays.ts'
import type { WrittenStay } from '#core/ewp/stay-slots.ts'
import { writeLearningAgreement } from '#core/ewp/write-learning-agreement.ts'
import { writeNomination } from '#core/ewp/write-nomination.ts'
import { collectErasmus } from '#core/features/nominations/erasmus-candidates.ts'
import { listProfiles } from '#core/features/partner-nominations/partner-nominations.repo.ts'
import { readSchool } from '#core/features/settings/settings.service.ts'
import { defineExport, type ExportContext, type ExportParams } from './define-export.ts'
import { writeDocument } from './iia.ts'
import { saidOfAll } from './nomination-values.ts'
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
    if (document.nominates && isNominable(stay.mobility.status)) nominated.push(stay.mobility.id)
  }
  if (nodes.length === 0)
    throw new DomainError('nothing-to-export', { reason: 'stays-incomplete', count: stays.length })
  const made = await writeDocument(context, {
    root: branch(document.namespace, document.root, nodes),
    title: context.words.t(document.fileKey, { year: year.replace('/', '-') }),
    rows: nodes.length,
    leftOut: stays.length - nodes.length,
  })
  if (!document.nominates) return made
  const deed = {
    mobilityIds: nominated,
    sending: { channel: 'ewp', recipient: null } as const,
    said: await readSaid(context, given, new Set(nominated)),
  }
  return { ...made, files: made.files.map((file) => ({ ...file, ...deed })) }
}

/** Those who are nominated by the file, and those nominated before, who are so again with what changed since. */
function isNominable(status: string): boolean {
  return nominableStatuses(true).some((nominable) => nominable === status)
}

/** What the nominations say, in each partner's language: kept to tell later what changed. */
async function readSaid(
  { read, words, wordsIn }: ExportContext,
  given: ExportParams,
  mobilityIds: ReadonlySet<string>,
) {
  const { school, nominees } = await collectErasmus(read, {
    academicYear: textParam(given, 'academicYear'),
    institutionIds: listParam(given, 'partners'),
    again: true,
  })
  const named = nominees.filter(({ mobilityId }) => mobilityIds.has(mobilityId))
  const byPartner = Map.groupBy(named, ({ institutionId }) => institutionId)
  const languages = new Map(
    (await listProfiles(read, [...byPartner.keys()])).map((one) => [
      one.institutionId,
      one.nominationLanguage,
    ]),
  )
  const said = [...byPartner].map(([institutionId, students]) => {
    const language = languages.get(institutionId) ?? null
    return saidOfAll(students, school, language === null ? words : wordsIn(language))
  })
  return Object.assign({}, ...said)
}
