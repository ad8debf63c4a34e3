import { documentStates } from '#shared/domain/documents.ts'
import { DomainError } from '#shared/domain/errors.ts'
import type { StayDocument } from '#shared/contract/stay-files.ts'
import { documentKinds } from '#shared/entities/stay-file.ts'
import type { ListCell } from '#shared/lists/types.ts'
import type { Trx } from '#core/db/change.ts'
import { keepFile } from '#core/files/file-store.ts'
import type { OfficeServices } from '#core/features/office/office-services.ts'
import { titlesOf } from '#core/features/records/record-titles.ts'
import { createInside, storePatch } from '#core/features/records/records.service.ts'

/** A file as it is given. */
interface GivenFile {
  readonly name: string
  readonly bytes: Uint8Array
}

const mostDocuments = 500

/** The checklist of a stay and what it holds besides, those that want something first. */
export async function documentsOf(
  { lists }: OfficeServices,
  mobilityId: string,
): Promise<readonly StayDocument[]> {
  const filters = [{ key: 'mobilityId', test: 'is' as const, values: [mobilityId] }]
  const sort = [
    { key: 'neededFor', descending: false },
    { key: 'dueOn', descending: false },
    { key: 'kind', descending: false },
  ]
  const { rows } = await lists.page('documents', { search: '', filters, sort }, 0, mostDocuments)
  return rows.flatMap(({ id, cells }) => {
    const kind = documentKinds.find((known) => known === cells['kind'])
    const state = documentStates.find((known) => known === cells['state'])
    if (kind === undefined || state === undefined) throw new Error(`Document ${id} is of no known kind`)
    const sizeBytes = cells['sizeBytes']
    return {
      id,
      kind,
      state,
      title: textOf(cells['title']),
      dueOn: textOf(cells['dueOn']),
      receivedOn: textOf(cells['receivedOn']),
      certifiedDate: textOf(cells['certifiedDate']),
      expiresOn: textOf(cells['expiresOn']),
      fileName: textOf(cells['fileName']),
      sha256: textOf(cells['sha256']),
      sizeBytes: typeof sizeBytes === 'number' ? sizeBytes : null,
      neededFor: textOf(cells['neededFor']),
    }
  })
}

function textOf(cell: ListCell | undefined): string | null {
  return typeof cell === 'string' ? cell : null
}

/**
 * Keeps a file with a document, in place of the one that was there.
 * @throws DomainError `file-empty`, `file-too-large`, `record-missing`
 */
export async function attachFile(
  services: OfficeServices,
  documentId: string,
  file: GivenFile,
): Promise<{ changed: boolean }> {
  assertNotEmpty(file)
  const { records, door } = services
  const [title] = await titlesOf(records.read, records.translate(), 'document', [documentId])
  const params = { name: file.name, title: title?.title ?? '' }
  const { action } = await door.change('document.attach', params, async (trx) => {
    await storePatch(trx, records, 'document', documentId, await kept(trx, file))
  })
  return { changed: action !== undefined }
}

/** @throws DomainError `file-empty`, `file-too-large`, `record-missing` */
export async function attachNewFile(
  services: OfficeServices,
  document: { readonly mobilityId: string; readonly kind: string },
  file: GivenFile,
): Promise<{ id: string }> {
  assertNotEmpty(file)
  const { records, door } = services
  const [title] = await titlesOf(records.read, records.translate(), 'mobility', [document.mobilityId])
  if (title === undefined) throw new DomainError('record-missing', { entity: 'mobility' })
  const params = { name: file.name, title: title.title }
  const { result } = await door.change('document.attach', params, async (trx) =>
    createInside(trx, records, 'document', { ...document, ...(await kept(trx, file)) }),
  )
  return { id: result }
}

/** Takes the file away from a document; that it was received stays. */
export async function detachFile(
  services: OfficeServices,
  documentId: string,
): Promise<{ changed: boolean }> {
  const { records, door } = services
  const [title] = await titlesOf(records.read, records.translate(), 'document', [documentId])
  const { action } = await door.change('document.detach', { title: title?.title ?? '' }, (trx) =>
    storePatch(trx, records, 'document', documentId, { fileName: null, sha256: null, sizeBytes: null }),
  )
  return { changed: action !== undefined }
}

async function kept(trx: Trx, { name, bytes }: GivenFile) {
  return { fileName: name, ...(await keepFile(trx, name, bytes)) }
}

function assertNotEmpty({ name, bytes }: GivenFile): void {
  if (bytes.byteLength === 0) throw new DomainError('file-empty', { name })
}
