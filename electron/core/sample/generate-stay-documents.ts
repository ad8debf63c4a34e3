import type { RecordRow } from '#core/db/schema.ts'
import { documentsOf } from '#core/profiles/form-documents.ts'
import { addDays, earlierDate, isCivilDate, type CivilDate } from '#shared/domain/civil-date.ts'
import { certifiedField, dueDate } from '#shared/domain/documents.ts'
import type { FormDocument } from '#shared/domain/form-rule.ts'
import { stepPlace } from '#shared/domain/mobility-steps.ts'
import { documentKinds } from '#shared/entities/stay-file.ts'
import type { MobilityRow } from './generate-context.ts'
import type { Random } from './random.ts'

type DocumentRow = RecordRow<'document'>

/** What the parts of a stay's file are made with: a source of chance and ids of their own. */
export interface FileContext {
  readonly random: Random
  readonly today: CivilDate
  readonly nextId: () => string
}

/** The documents that have come: nearly all of those a stay needed so far, some of the next step's, none of the rest. */
export function generateDocuments(
  context: FileContext,
  stays: readonly MobilityRow[],
): readonly DocumentRow[] {
  return stays.flatMap((stay) =>
    stay.status === 'refused' || stay.status === 'withdrawn' || stay.status === 'draft'
      ? []
      : documentsOf(stay.form).flatMap((rule) => documentOf(context, stay, rule)),
  )
}

function documentOf(context: FileContext, stay: MobilityRow, rule: FormDocument): readonly DocumentRow[] {
  const { random, today, nextId } = context
  const kind = documentKinds.find((known) => known === rule.code)
  if (kind === undefined || !random.chance(chanceOf(stay, rule))) return []
  const field = certifiedField(kind)
  const certifiedDate = field === undefined ? null : stay[field]
  if (field !== undefined && certifiedDate === null) return []
  const due = dueDate(rule, stay)
  const about = due !== null && isCivilDate(due) ? due : today
  const receivedOn = earlierDate(addDays(about, -random.int(0, 25)), addDays(today, -random.int(0, 5)))
  const isWaived = kind === 'language-certificate' && random.chance(0.08)
  return [
    {
      id: nextId(),
      mobilityId: stay.id,
      kind,
      title: null,
      status: isWaived ? 'waived' : 'received',
      certifiedDate,
      dueOn: null,
      receivedOn: isWaived ? null : receivedOn,
      issuedOn: null,
      expiresOn: expiryOf(context, stay, kind, receivedOn),
      fileName: null,
      sha256: null,
      sizeBytes: null,
      notes: isWaived ? 'Langue des études antérieures.' : null,
    },
  ]
}

function chanceOf(stay: MobilityRow, rule: FormDocument): number {
  const at = placeOf(stay.status)
  const needed = placeOf(rule.step)
  const usual = rule.isRequired ? 1 : 0.3
  if (stay.status === 'recognised') return 0.98 * usual
  if (at >= needed) return 0.95 * usual
  return at + 1 === needed ? 0.4 * usual : 0
}

function placeOf(status: string): number {
  return stepPlace(status === 'interrupted' ? 'returned' : status)
}

/** Papers end: a passport some years on, an insurance with the stay, now and then before it. */
function expiryOf(
  { random }: FileContext,
  stay: MobilityRow,
  kind: DocumentRow['kind'],
  receivedOn: CivilDate,
): CivilDate | null {
  if (kind === 'identity') return addDays(receivedOn, random.int(150, 3000))
  if (kind !== 'insurance') return null
  const end = stay.plannedEnd
  if (end === null || !isCivilDate(end)) return null
  return addDays(end, random.chance(0.06) ? -random.int(5, 40) : random.int(1, 90))
}
