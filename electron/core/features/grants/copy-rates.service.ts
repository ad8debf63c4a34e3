import type { RecordRow } from '#core/db/schema.ts'
import { createBulkWriter } from '#core/db/bulk.ts'
import type { OfficeServices } from '#core/features/office/office-services.ts'
import type { Ids } from '#core/ports/ports.ts'

type RateRow = RecordRow<'grantRate'>

const keyOf = ({ kind, countryGroup, distanceBand, fromDay }: RateRow) =>
  [kind, countryGroup ?? '', distanceBand ?? '', fromDay ?? ''].join('|')

/**
 * Begins the figures of a year with those of another. Each is marked as inferred and says where it was taken from, so
 * that the office sees what it has to check; figures that the year has already stay. @returns how many were written
 */
export async function copyRates(
  office: OfficeServices,
  { ids }: { readonly ids: Ids },
  { from, to }: { readonly from: number; readonly to: number },
): Promise<{ count: number }> {
  const { raw, rawReader } = office.connections
  const { t } = office.words()
  const list = (db: typeof raw, year: number) =>
    db.prepare<[number], RateRow>('SELECT * FROM grantRate WHERE callYear = ? ORDER BY id').all(year)
  const missingOf = (db: typeof raw) => {
    const known = new Set(list(db, to).map(keyOf))
    return list(db, from).filter((rate) => !known.has(keyOf(rate)))
  }
  const params = { count: missingOf(rawReader).length, from: String(from), year: String(to) }
  const { result } = await office.door.change('grant.copy-rates', params, async (trx) => {
    await trx.selectFrom('grantRate').select('id').limit(1).execute()
    const missing = missingOf(raw)
    const rates = createBulkWriter(raw, 'grantRate')
    for (const rate of missing)
      rates.insert({
        ...rate,
        id: ids.next(),
        callYear: to,
        source: t('grants.copiedSource', { from: String(from), source: rate.source ?? '' }).trim(),
        certainty: rate.certainty === 'unsourced' ? 'unsourced' : 'inferred',
      })
    return missing.length
  })
  return { count: result }
}
