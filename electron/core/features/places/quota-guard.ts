import { sql } from 'kysely'
import { DomainError } from '#shared/domain/errors.ts'
import type { EntityName } from '#shared/entities/index.ts'
import type { FieldValue } from '#shared/entities/fields.ts'
import type { Trx } from '#core/db/change.ts'
import { computeLedger } from './compute-ledger.ts'
import { findLedgerFacts } from './ledger-facts.ts'

/** The fields that say how many may go; each is held to what has been promised to hosts already. */
const quotaFields: Readonly<Partial<Record<EntityName, string>>> = {
  place: 'count',
  quotaPool: 'total',
  athensCourse: 'capacity',
  athensHostQuota: 'quota',
}

/**
 * Refuses a quota below the students who are nominated or confirmed under it. To be called after the write.
 * @throws DomainError `record-invalid` with `places.below-nominated`
 */
export async function assertQuota(
  trx: Trx,
  entity: EntityName,
  id: string,
  changed: Readonly<Record<string, FieldValue>>,
): Promise<void> {
  const field = quotaFields[entity]
  const quota = field === undefined ? undefined : changed[field]
  if (field === undefined || typeof quota !== 'number') return
  const count = await promised(trx, entity, id)
  if (count > quota)
    throw new DomainError('record-invalid', { entity, field, problem: 'places.below-nominated', count })
}

async function promised(trx: Trx, entity: EntityName, id: string): Promise<number> {
  if (entity === 'place' || entity === 'quotaPool') return await promisedPlaces(trx, entity, id)
  const where =
    entity === 'athensCourse'
      ? sql`g.courseId = ${id}`
      : sql`EXISTS (SELECT 1 FROM athensHostQuota q WHERE q.id = ${id} AND q.session = c.session AND q.institutionId = c.institutionId)`
  const found = await sql<{ count: number }>`SELECT count(*) AS count FROM athensRegistration g
    JOIN athensCourse c ON c.id = g.courseId
    WHERE g.status IN ('nominated', 'accepted', 'registered', 'attended', 'absent') AND ${where}`.execute(trx)
  return found.rows[0]?.count ?? 0
}

async function promisedPlaces(trx: Trx, entity: 'place' | 'quotaPool', id: string): Promise<number> {
  const query =
    entity === 'place'
      ? sql<{ conditionId: string }>`SELECT conditionId FROM place WHERE id = ${id}`
      : sql<{ conditionId: string }>`SELECT conditionId FROM quotaPoolMember WHERE poolId = ${id}`
  const conditionIds = (await query.execute(trx)).rows.map((row) => row.conditionId)
  if (conditionIds.length === 0) return 0
  const { rows } = computeLedger(await findLedgerFacts(trx, conditionIds), '')
  if (entity === 'place')
    return rows.reduce((most, row) => (row.id === id ? row.nominated + row.confirmed : most), 0)
  const byYear = new Map<string, number>()
  for (const row of rows) {
    if (row.pool?.id !== id) continue
    byYear.set(row.academicYear, (byYear.get(row.academicYear) ?? 0) + row.nominated + row.confirmed)
  }
  return Math.max(0, ...byYear.values())
}
