import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import { DomainError } from '#shared/domain/errors.ts'
import type { Trx } from '#core/db/change.ts'
import type { Database } from '#core/db/schema.ts'

export interface KeptFile {
  readonly sha256: string
  readonly sizeBytes: number
}

const largestMb = 25
const megabyte = 1024 * 1024

/**
 * Keeps a file by its content: the same file twice takes its room once. Call it inside `change`, with the record that
 * refers to it; the content itself stays when that is undone, so that redoing finds it.
 * @throws DomainError `file-too-large`
 */
export async function keepFile(trx: Trx, name: string, bytes: Uint8Array): Promise<KeptFile> {
  if (bytes.byteLength > largestMb * megabyte)
    throw new DomainError('file-too-large', { name, limitMb: largestMb })
  const kept = { sha256: createHash('sha256').update(bytes).digest('hex'), sizeBytes: bytes.byteLength }
  await trx
    .insertInto('fileContent')
    .values({ ...kept, bytes: Buffer.from(bytes) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return kept
}

/** @throws DomainError `file-missing` */
export async function readFile(db: Kysely<Database>, sha256: string): Promise<Uint8Array<ArrayBuffer>> {
  const row = await db
    .selectFrom('fileContent')
    .select('bytes')
    .where('sha256', '=', sha256)
    .executeTakeFirst()
  if (row === undefined) throw new DomainError('file-missing')
  return new Uint8Array(row.bytes)
}
