import type { Database as RawDatabase } from 'better-sqlite3'
import { CompiledQuery, type Kysely } from 'kysely'
import type { CarryRule, LineSemester, UseSemester } from '#shared/domain/places-ledger.ts'
import type { Database } from '#core/db/schema.ts'

/** What the ledger is worked out from, for all conditions of students or for some. */
export interface LedgerFacts {
  readonly conditions: readonly ConditionFact[]
  readonly places: readonly PlaceFact[]
  readonly stays: readonly StayFact[]
  readonly received: readonly ReceivedFact[]
  readonly pools: readonly PoolFact[]
}

export interface ConditionFact {
  readonly id: string
  readonly agreementId: string
  readonly institutionId: string
  readonly direction: 'outgoing' | 'incoming'
  readonly kind: string
  readonly firstYear: string | null
  readonly lastYear: string | null
  readonly peoplePerYear: number | null
  readonly monthsPerYear: number | null
  readonly carryOver: CarryRule
  readonly isInForce: number
}
export interface PlaceFact {
  readonly id: string
  readonly conditionId: string
  readonly academicYear: string
  readonly semester: LineSemester
  readonly programme: string | null
  readonly count: number | null
}
export interface StayFact {
  readonly id: string
  readonly conditionId: string
  readonly academicYear: string
  readonly semester: UseSemester | null
  readonly status: string
  readonly start: string | null
  readonly end: string | null
  readonly programme: string | null
  readonly department: string | null
  readonly isJustified: number
}
export interface ReceivedFact {
  readonly conditionId: string
  readonly academicYear: string
  readonly semester: UseSemester
  readonly people: number
  readonly months: number | null
}
/** One member of a pool, with the pool. */
export interface PoolFact {
  readonly memberId: string
  readonly poolId: string
  readonly name: string
  readonly academicYear: string | null
  readonly total: number | null
  readonly conditionId: string
  readonly programme: string | null
  readonly reserved: number
}

const wanted = 'WITH wanted (ids) AS (SELECT ?)'
const among = (condition: string) =>
  `((SELECT ids FROM wanted) IS NULL OR ${condition} IN (SELECT value FROM json_each((SELECT ids FROM wanted))))`

const selectStays = `SELECT m.id, m.conditionId, m.academicYear, m.semester, m.status, ifnull(m.actualStart, m.plannedStart) AS start,
      ifnull(m.actualEnd, m.plannedEnd) AS end, s.programme, s.department,
      ifnull(trim(m.overbookingReason), '') <> '' AS isJustified
    FROM mobility m JOIN student s ON s.id = m.studentId`

/** Each takes one value: the ids of conditions as JSON, or null for all. */
const queries = {
  conditions: `${wanted} SELECT c.id, c.agreementId, a.institutionId, c.direction, c.kind, ifnull(c.firstYear, a.firstYear) AS firstYear,
      ifnull(c.lastYear, a.lastYear) AS lastYear, c.peoplePerYear, c.monthsPerYear, a.carryOver, a.status = 'active' AS isInForce
    FROM condition c JOIN agreement a ON a.id = c.agreementId
    WHERE c.kind IN ('student-studies', 'student-traineeship') AND ${among('c.id')} ORDER BY c.id`,
  places: `${wanted} SELECT p.id, p.conditionId, p.academicYear, p.semester, nullif(p.programme, '') AS programme, p.count
    FROM place p WHERE ${among('p.conditionId')} ORDER BY p.id`,
  stays: `${wanted} ${selectStays}
    WHERE m.conditionId IS NOT NULL AND m.status NOT IN ('draft', 'applied', 'refused', 'withdrawn') AND ${among('m.conditionId')}
    ORDER BY m.id`,
  // students known one by one count; where none is, what was typed for the period
  received: `${wanted}, known AS (
      SELECT conditionId, academicYear, ifnull(semester, 'year') AS semester, count(*) AS people,
        CASE WHEN count("start") = count(*) AND count("end") = count(*)
          THEN round(sum(julianday("end") - julianday("start") + 1) / 30.0, 2) END AS months
      FROM incomingStay WHERE conditionId IS NOT NULL AND status <> 'cancelled' AND ${among('conditionId')} GROUP BY 1, 2, 3
    )
    SELECT conditionId, academicYear, semester, people, months FROM known
    UNION ALL SELECT n.conditionId, n.academicYear, n.semester, n.people, n.months FROM incomingCount n
    WHERE ${among('n.conditionId')} AND NOT EXISTS (
      SELECT 1 FROM known k WHERE k.conditionId = n.conditionId AND k.academicYear = n.academicYear)
    ORDER BY 1, 2, 3`,
  pools: `${wanted} SELECT b.id AS memberId, p.id AS poolId, p.name, p.academicYear, p.total, b.conditionId,
      nullif(b.programme, '') AS programme, ifnull(b.reserved, 0) AS reserved
    FROM quotaPoolMember b JOIN quotaPool p ON p.id = b.poolId WHERE ${among('b.conditionId')} ORDER BY b.id`,
} as const

/** From a connection that reads: everything, or what concerns some conditions. */
export function readLedgerFacts(raw: RawDatabase, conditionIds?: readonly string[]): LedgerFacts {
  const ids =
    conditionIds === undefined
      ? null
      : JSON.stringify(
          raw.prepare<[string], string>(relatedConditions).pluck().all(JSON.stringify(conditionIds)),
        )
  return {
    conditions: raw.prepare<[string | null], ConditionFact>(queries.conditions).all(ids),
    places: raw.prepare<[string | null], PlaceFact>(queries.places).all(ids),
    stays: raw.prepare<[string | null], StayFact>(queries.stays).all(ids),
    received: raw.prepare<[string | null], ReceivedFact>(queries.received).all(ids),
    pools: raw.prepare<[string | null], PoolFact>(queries.pools).all(ids),
  }
}

/** What concerns some conditions: those of the same agreements, and those that share a pool with them. */
export async function findLedgerFacts(
  db: Kysely<Database>,
  conditionIds: readonly string[],
): Promise<LedgerFacts> {
  const related = await db.executeQuery<{ id: string }>(
    CompiledQuery.raw(relatedConditions, [JSON.stringify(conditionIds)]),
  )
  const ids = JSON.stringify(related.rows.map(({ id }) => id))
  const read = async <R>(query: string) => (await db.executeQuery<R>(CompiledQuery.raw(query, [ids]))).rows
  return {
    conditions: await read<ConditionFact>(queries.conditions),
    places: await read<PlaceFact>(queries.places),
    stays: await read<StayFact>(queries.stays),
    received: await read<ReceivedFact>(queries.received),
    pools: await read<PoolFact>(queries.pools),
  }
}

const namedStays = `${selectStays} WHERE m.conditionId IS NOT NULL AND m.id IN (SELECT value FROM json_each(?))`

/** Some stays as the ledger sees them, whatever their status; those under no condition are left out. */
export async function findStayFacts(
  db: Kysely<Database>,
  ids: readonly string[],
): Promise<readonly StayFact[]> {
  const { rows } = await db.executeQuery<StayFact>(CompiledQuery.raw(namedStays, [JSON.stringify(ids)]))
  return inOrder(rows, ids)
}

/** The same, at once. */
export function readStayFacts(raw: RawDatabase, ids: readonly string[]): readonly StayFact[] {
  return inOrder(raw.prepare<[string], StayFact>(namedStays).all(JSON.stringify(ids)), ids)
}

function inOrder(rows: readonly StayFact[], ids: readonly string[]): readonly StayFact[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

const relatedConditions = `WITH asked AS (SELECT value AS id FROM json_each(?)),
  shared AS (
    SELECT id FROM asked
    UNION SELECT other.conditionId FROM quotaPoolMember own JOIN quotaPoolMember other ON other.poolId = own.poolId
      WHERE own.conditionId IN (SELECT id FROM asked)
  )
  SELECT DISTINCT c.id AS id FROM condition c
    WHERE c.agreementId IN (SELECT agreementId FROM condition WHERE id IN (SELECT id FROM shared))`
