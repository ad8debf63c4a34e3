import type { TemplateColumn, TemplatePlace } from '#shared/contract/nomination-templates.ts'
import { DomainError } from '#shared/domain/errors.ts'
import { nominationValueKeys } from '#shared/domain/nomination-values.ts'
import { unknownPlaceholders } from '#shared/domain/placeholders.ts'
import { keepFile, readFile } from '#core/files/file-store.ts'
import { createCountryReader } from '#core/imports/country-names.ts'
import type { ImportFile } from '#core/imports/read-file.ts'
import type { OfficeServices } from '#core/features/office/office-services.ts'
import type { AppContext } from '#core/rpc/context.ts'
import { deleteTemplate, findTemplate, putTemplate } from './partner-nominations.repo.ts'
import { readTemplate, type ChosenHeader } from './read-template.ts'

/**
 * Reads a workbook that was dropped, or the one that is kept, and says what its columns are. Nothing is kept.
 * @throws DomainError as `readTemplate`, `record-missing`
 */
export async function lookAtTemplate(
  context: AppContext,
  input: {
    readonly institutionId: string
    readonly file: File | undefined
    readonly header: ChosenHeader | undefined
  },
) {
  const file = await fileOf(context.office.current(), input)
  const deps = { countries: createCountryReader(), reader: context.deps.sheets ?? {} }
  const read = await readTemplate(deps, file, input.header)
  return { ...read, candidates: [...read.candidates], sheets: [...read.sheets], fileName: file.name }
}

async function fileOf(
  { connections }: OfficeServices,
  { institutionId, file }: { readonly institutionId: string; readonly file: File | undefined },
): Promise<ImportFile> {
  if (file !== undefined) return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
  const kept = await findTemplate(connections.read, institutionId)
  if (kept === undefined) throw new DomainError('record-missing', { entity: 'nominationTemplate' })
  return { name: kept.fileName, bytes: await readFile(connections.read, kept.sha256) }
}

/** The workbook that is kept for a partner, and what its columns are; null when there is none. */
export async function templateOf({ connections }: OfficeServices, institutionId: string) {
  const row = await findTemplate(connections.read, institutionId)
  if (row === undefined) return null
  const { id: _id, institutionId: _owner, columns, ...place } = row
  return { ...place, columns: [...columns] }
}

/**
 * Keeps a partner's workbook with what its columns are, in place of the one before.
 * @throws DomainError `template-no-name`, `template-row-taken`, `text-unknown-placeholder`, `file-too-large`
 */
export async function keepTemplate(
  context: AppContext,
  input: {
    readonly institutionId: string
    readonly file: File | undefined
    readonly place: TemplatePlace
    readonly columns: readonly TemplateColumn[]
  },
): Promise<void> {
  assertUsable(input.place, input.columns)
  const office = context.office.current()
  const file = await fileOf(office, input)
  const partner = await partnerName(office, input.institutionId)
  await office.door.change('template.keep', { partner, file: file.name }, async (trx) => {
    const kept = await keepFile(trx, file.name, file.bytes)
    const { institutionId, place, columns } = input
    const id = context.deps.ids.next()
    await putTemplate(trx, { id, institutionId, fileName: file.name, ...kept, ...place, columns })
  })
}

export async function removeTemplate(context: AppContext, institutionId: string): Promise<void> {
  const office = context.office.current()
  const partner = await partnerName(office, institutionId)
  await office.door.change('template.remove', { partner }, (trx) => deleteTemplate(trx, institutionId))
}

async function partnerName({ connections }: OfficeServices, institutionId: string): Promise<string> {
  const row = await connections.read
    .selectFrom('institution')
    .select('name')
    .where('id', '=', institutionId)
    .executeTakeFirst()
  if (row === undefined) throw new DomainError('record-missing', { entity: 'institution' })
  return row.name
}

function assertUsable(
  { sheet, headerLast, firstRow }: TemplatePlace,
  columns: readonly TemplateColumn[],
): void {
  const names = ['familyName', 'givenNames', 'fullName']
  const isName = ({ source, text }: TemplateColumn) =>
    source !== null &&
    (names.includes(source) || (source === 'text' && names.some((name) => text.includes(name))))
  if (!columns.some(isName)) throw new DomainError('template-no-name')
  if (firstRow <= headerLast)
    throw new DomainError('template-row-taken', { sheet, row: firstRow, last: headerLast })
  for (const { source, text } of columns) {
    const [unknown] = source === 'text' ? unknownPlaceholders(text, nominationValueKeys) : []
    if (unknown !== undefined)
      throw new DomainError('text-unknown-placeholder', {
        placeholder: unknown,
        known: nominationValueKeys.join(', '),
      })
  }
}
