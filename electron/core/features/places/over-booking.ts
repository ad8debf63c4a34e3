import type { Database as RawDatabase } from 'better-sqlite3'
import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import { stageOf } from '#shared/domain/places-ledger.ts'
import type { Database } from '#core/db/schema.ts'
import { computeLedger, type Ledger, type LedgerRow } from './compute-ledger.ts'
import { findLedgerFacts, readLedgerFacts, type LedgerFacts, type StayFact } from './ledger-facts.ts'

/** What is said of a place that is not left: for whoever would take it. */
export interface FullPlace {
  /** With the name of the shared quota, when it is the quota that has nothing left. */
  readonly partner: string
  readonly year: string
  readonly agreed: number
  /** With everybody who would have one, those refused included; of a shared quota, with the seats kept for others. */
  readonly taken: number
}

export interface OverBookings {
  /** Those for whom no place is left and who do not say why they may go all the same, by stay. */
  readonly refused: ReadonlyMap<string, FullPlace>
  /** Those for whom none is left either, and who say why. */
  readonly justified: ReadonlyMap<string, FullPlace>
}

const nobody: OverBookings = { refused: new Map(), justified: new Map() }

/**
 * Which of some stays, as they are thought of, would take a place where none is left. The earlier ones in the order
 * given have theirs first; stays that hold a place already keep it, those `leaving` give theirs back. Nothing is written.
 */
export async function findOverBookings(
  db: Kysely<Database>,
  thought: readonly StayFact[],
  leaving: readonly string[] = [],
): Promise<OverBookings> {
  const asking = thought.filter(({ status }) => stageOf(status) !== undefined)
  const conditionIds = [...new Set(asking.map(({ conditionId }) => conditionId))]
  if (conditionIds.length === 0) return nobody
  const facts = await findLedgerFacts(db, conditionIds)
  const gone = new Set([...leaving, ...asking.map(({ id }) => id)])
  const known = facts.stays.filter(({ id }) => !gone.has(id))
  const found = refuse({ ...facts, stays: known }, asking)
  const names = await partnerNames(db, [...found.refused.values(), ...found.justified.values()])
  const tell = (rows: ReadonlyMap<string, LedgerRow>) =>
    new Map(
      [...rows].map(([id, row]): [string, FullPlace] => [
        id,
        fullPlace(row, names.get(row.condition.institutionId) ?? ''),
      ]),
    )
  return { refused: tell(found.refused), justified: tell(found.justified) }
}

/**
 * The stays for which no place is left, of several groups that are each thought of alone: for what is worked out for
 * lists, with one reading of the office.
 */
export function readWithoutPlace(
  raw: RawDatabase,
  groups: readonly (readonly StayFact[])[],
): ReadonlySet<string> {
  const conditionIds = [...new Set(groups.flat().map(({ conditionId }) => conditionId))]
  if (conditionIds.length === 0) return new Set()
  const facts = readLedgerFacts(raw, conditionIds)
  return new Set(
    groups.flatMap((asking) => {
      const own = new Set(asking.map(({ id }) => id))
      const stays = facts.stays.filter(({ id }) => !own.has(id))
      return [...refuse({ ...facts, stays }, asking).refused.keys()]
    }),
  )
}

/** The figures of what has nothing left: the line itself, or else the quota that it shares with others. */
function fullPlace(
  { pool, agreed, carried, taken, academicYear: year }: LedgerRow,
  partner: string,
): FullPlace {
  const own = (agreed ?? 0) + carried
  const hasOwnLeft = agreed === null || own >= taken
  if (!hasOwnLeft || pool === undefined || pool.total === null || pool.left === null)
    return { partner, year, agreed: own, taken }
  return { partner: `${partner} · ${pool.name}`, year, agreed: pool.total, taken: pool.total - pool.left }
}

/** Takes those who have no place out until nothing is over-booked on their account. */
function refuse(
  facts: LedgerFacts,
  asking: readonly StayFact[],
): {
  readonly refused: ReadonlyMap<string, LedgerRow>
  readonly justified: ReadonlyMap<string, LedgerRow>
} {
  const refused = new Map<string, LedgerRow>()
  for (;;) {
    const left = asking.filter(({ id }) => !refused.has(id))
    const stays = [...facts.stays, ...left]
    const ledger = computeLedger({ ...facts, stays }, left[0]?.academicYear ?? '')
    const excess = excessOf(ledger, stays, left)
    if (excess.size === 0) return { refused, justified: justifiedOf(ledger, left) }
    for (const [id, row] of excess) refused.set(id, row)
  }
}

/** The last of those who ask, on each line that more have without a reason than there are places. */
function excessOf(
  { rows, seats }: Ledger,
  stays: readonly StayFact[],
  asking: readonly StayFact[],
): ReadonlyMap<string, LedgerRow> {
  const excess = new Map<string, LedgerRow>()
  const pools = new Set<string>()
  const isAt = (row: LedgerRow) => (stay: StayFact) => seats.get(stay.id)?.line === row.id
  for (const row of rows) {
    if (row.left === null || row.left >= 0) continue
    // several lines share what a pool lacks: one stay at a time, and look again
    const poolKey = row.pool === undefined ? undefined : `${row.pool.id} ${row.academicYear}`
    if (poolKey !== undefined && pools.has(poolKey)) continue
    const justified = stays.filter((stay) => stay.isJustified === 1 && isAt(row)(stay)).length
    const beyond = -row.left - justified
    const unjustified = asking.filter((stay) => stay.isJustified === 0 && isAt(row)(stay))
    if (beyond <= 0 || unjustified.length === 0) continue
    const out = unjustified.slice(-(poolKey === undefined ? beyond : 1))
    for (const { id } of out) excess.set(id, row)
    if (poolKey !== undefined) pools.add(poolKey)
  }
  return excess
}

function justifiedOf({ rows, seats }: Ledger, asking: readonly StayFact[]): ReadonlyMap<string, LedgerRow> {
  const rowById = new Map(rows.map((row) => [row.id, row]))
  return new Map(
    asking.flatMap((stay) => {
      const row = rowById.get(seats.get(stay.id)?.line ?? '')
      const isBeyond = row !== undefined && row.left !== null && row.left < 0
      return stay.isJustified === 1 && isBeyond ? [[stay.id, row] as const] : []
    }),
  )
}

async function partnerNames(
  db: Kysely<Database>,
  rows: readonly LedgerRow[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(rows.map(({ condition }) => condition.institutionId))]
  if (ids.length === 0) return new Map()
  const found = await db
    .selectFrom('institution')
    .select(['id', 'name'])
    .where('id', 'in', sql<string>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`)
    .execute()
  return new Map(found.map(({ id, name }) => [id, name]))
}
