import type { EntityName } from '#shared/entities/index.ts'
import type { Trx } from '#core/db/change.ts'
import { assertBookable, readBookings } from '#core/features/places/booking.ts'

/** Writes records and then checks what only the office as a whole can tell: that nobody is booked beyond a quota. */
export async function withGuards<T>(
  trx: Trx,
  entity: EntityName,
  ids: readonly string[],
  write: () => Promise<T>,
): Promise<T> {
  if (entity !== 'mobility') return await write()
  const before = await readBookings(trx, ids)
  const result = await write()
  await assertBookable(trx, before, ids)
  return result
}
