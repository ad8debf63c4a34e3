import { DomainError } from '#shared/domain/errors.ts'
import type { CharterFinding, CharterHolder } from '#shared/domain/charter-register.ts'
import type { RegisterReport } from '#shared/contract/register.ts'
import { insertRows } from '#core/db/bulk.ts'
import { readSchool } from '#core/features/settings/settings.service.ts'
import type { OfficeServices } from '#core/features/office/office-services.ts'
import { createCountryReader } from '#core/imports/country-names.ts'
import type { ImportJob } from '#core/imports/import-job.ts'
import type { ReaderOptions } from '#core/imports/read-file.ts'
import { compareWithRegisters } from '#core/register/compare-partners.ts'
import { readRegister, type ReadRegister } from '#core/register/read-register.ts'
import type { Clock, Ids } from '#core/ports/ports.ts'

interface RegisterDeps {
  readonly office: OfficeServices
  readonly ids: Ids
  readonly clock: Clock
  readonly reading: ReaderOptions
}

interface Asked {
  readonly file: { readonly name: string; readonly bytes: Uint8Array }
  readonly isDryRun: boolean
}

/**
 * Reads a list of charters and keeps it whole, as one action.
 * @throws DomainError `sheet-refused`, `register-no-table`, `register-same`, `job-cancelled`
 */
export async function importRegister(
  deps: RegisterDeps,
  asked: Asked,
  job: ImportJob,
): Promise<RegisterReport> {
  const { office, ids, clock, reading } = deps
  const today = clock.today()
  const read = await readRegister(asked.file, { countries: createCountryReader(), today, reading }, job)
  const listDate = read.listDate ?? today
  const report = {
    fileName: read.fileName,
    sheet: read.sheet,
    listDate,
    isDateSupposed: read.listDate === undefined,
    entries: read.rows.length,
    skipped: [...read.skipped],
    cleaned: read.cleaned,
    unread: read.unread.slice(0, 100).map((one) => ({ ...one })),
    unreadCount: read.unread.length,
    isApplied: false,
  }
  await assertNew(office, read)
  if (asked.isDryRun) return report
  job.onProgress('writing', 0, read.rows.length)
  await office.door.change(
    'register.import',
    { file: read.fileName, count: read.rows.length },
    async (trx) => {
      const { raw } = office.connections
      const id = ids.next()
      const { fileName, sha256 } = read
      await trx
        .insertInto('register')
        .values({ id, listDate, entries: read.rows.length, fileName, sha256 })
        .execute()
      insertRows(
        raw,
        'registerEntry',
        read.rows.map((row) => ({ ...row, id: ids.next(), registerId: id })),
      )
    },
  )
  return { ...report, isApplied: true }
}

async function assertNew({ connections }: OfficeServices, { sha256, fileName }: ReadRegister): Promise<void> {
  const known = await connections.read
    .selectFrom('register')
    .select('listDate')
    .where('sha256', '=', sha256)
    .executeTakeFirst()
  if (known !== undefined) throw new DomainError('register-same', { file: fileName, date: known.listDate })
}

/** What the lists say of our school and partners, as the office is now. */
export async function compareRegisters({ connections }: OfficeServices) {
  const school = await readSchool(connections.read)
  const compared = compareWithRegisters(connections.rawReader, school)
  return {
    registers: compared.registers.map((one) => ({ ...one })),
    school: told(compared.school),
    partners: compared.partners.map(told),
  }
}

function told({ holder, finding }: { readonly holder: CharterHolder; readonly finding: CharterFinding }) {
  return {
    id: holder.id,
    name: holder.name,
    erasmusCode: holder.erasmusCode,
    country: holder.country,
    finding: {
      ...finding,
      changes: [...finding.changes],
      suggestions: finding.suggestions.map((one) => ({ ...one })),
    },
  }
}
