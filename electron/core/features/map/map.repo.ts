import { sql, type Kysely } from 'kysely'
import type { Database } from '#core/db/schema.ts'

/** An institution that the map shows: a partner, or a host of the year. */
export interface MapRow {
  readonly id: string
  readonly name: string
  readonly nameEn: string | null
  readonly erasmusCode: string | null
  readonly pic: string | null
  readonly oid: string | null
  readonly city: string | null
  readonly country: string | null
  readonly latitude: number | null
  readonly longitude: number | null
  /** Kinds of its agreements, divided by commas; null for a host without one. */
  readonly kinds: string | null
  /** Programmes of the places of the year, as JSON; an empty text stands for places that are for all. */
  readonly programmes: string
  readonly places: number | null
  readonly taken: number
  readonly stays: number
}

const isGoing = sql`m.status NOT IN ('draft', 'refused', 'withdrawn')`

export async function readMapRows(db: Kysely<Database>, year: string): Promise<readonly MapRow[]> {
  const found = await sql<MapRow>`
    WITH stay AS (
      SELECT m.institutionId AS id, count(*) AS stays,
        sum(m.conditionId IS NOT NULL AND m.status <> 'applied') AS taken
      FROM mobility m WHERE m.academicYear = ${year} AND ${isGoing} AND m.institutionId IS NOT NULL GROUP BY 1),
    offer AS (
      SELECT a.institutionId AS id, sum(p.count) AS places,
        json_group_array(DISTINCT ifnull(p.programme, '')) AS programmes
      FROM place p JOIN condition c ON c.id = p.conditionId JOIN agreement a ON a.id = c.agreementId
      WHERE p.academicYear = ${year} AND c.direction = 'outgoing' AND a.status <> 'ended' GROUP BY 1)
    SELECT i.id, i.name, i.nameEn, i.erasmusCode, i.pic, i.oid, i.city, i.country, i.latitude, i.longitude,
      (SELECT group_concat(DISTINCT a.kind ORDER BY a.kind) FROM agreement a WHERE a.institutionId = i.id) AS kinds,
      ifnull(offer.programmes, '[]') AS programmes, offer.places, ifnull(stay.taken, 0) AS taken,
      ifnull(stay.stays, 0) AS stays
    FROM institution i LEFT JOIN stay ON stay.id = i.id LEFT JOIN offer ON offer.id = i.id
    WHERE stay.id IS NOT NULL OR EXISTS (SELECT 1 FROM agreement a WHERE a.institutionId = i.id)
    ORDER BY i.name`.execute(db)
  return found.rows
}

/** Academic years that have stays or places, the latest first. */
export async function readMapYears(db: Kysely<Database>): Promise<readonly string[]> {
  const found = await sql<{ year: string }>`
    SELECT academicYear AS year FROM mobility UNION SELECT academicYear FROM place ORDER BY 1 DESC`.execute(
    db,
  )
  return found.rows.map((row) => row.year)
}
