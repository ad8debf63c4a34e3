import { sql, type Kysely } from 'kysely'
import { isCivilDate, type CivilDate } from '#shared/domain/civil-date.ts'
import type { NominationChannel } from '#shared/domain/nomination-channels.ts'
import {
  deadlineDay,
  semestersOfWave,
  waves,
  yearOfDeadline,
  type Wave,
} from '#shared/domain/nomination-deadlines.ts'
import { nominatedForms } from '#shared/domain/nomination.ts'
import type { Database } from '#core/db/schema.ts'

/** The day by which one partner wants the nominations of one wave. */
export interface DeadlineEntry {
  readonly institutionId: string
  readonly institution: string
  readonly country: string | null
  readonly channel: NominationChannel
  readonly contactEmail: string | null
  readonly wave: Wave
  readonly day: CivilDate
  readonly academicYear: string
  /** Students selected and not named yet, and those named. */
  readonly toNominate: number
  readonly nominated: number
}

/** The deadlines of all partners, by day, then by name. */
export async function deadlinesOf(
  db: Kysely<Database>,
  today: string,
  compare: (a: string, b: string) => number,
): Promise<readonly DeadlineEntry[]> {
  if (!isCivilDate(today)) throw new Error(`The clock gives ${today}`)
  const counts = await countStays(db)
  return (await listDeadlines(db))
    .flatMap(({ monthDay, ...row }) => {
      const day = deadlineDay(monthDay, today)
      if (day === undefined) return []
      const academicYear = yearOfDeadline(day, row.wave)
      const count = (status: string) =>
        semestersOfWave(row.wave).reduce(
          (sum, semester) =>
            sum + (counts.get([row.institutionId, academicYear, semester, status].join(' ')) ?? 0),
          0,
        )
      return [{ ...row, day, academicYear, toNominate: count('selected'), nominated: count('nominated') }]
    })
    .toSorted((a, b) => a.day.localeCompare(b.day) || compare(a.institution, b.institution))
}

/** Each deadline of each partner once, however many of its agreements name it. */
async function listDeadlines(db: Kysely<Database>) {
  const found = await Promise.all(
    waves.map(async (wave) => {
      const rows = await db
        .selectFrom('agreement as a')
        .innerJoin('institution as i', 'i.id', 'a.institutionId')
        .leftJoin('nominationProfile as p', 'p.institutionId', 'i.id')
        .where('a.status', '=', 'active')
        .where(`a.${wave}Deadline`, 'is not', null)
        .select(['i.id as institutionId', 'i.name as institution', 'i.country', 'p.channel'])
        .select((eb) => eb.fn.coalesce('p.contactEmail', 'i.contactEmail').as('contactEmail'))
        .select(`a.${wave}Deadline as monthDay`)
        .distinct()
        .execute()
      return rows.map((row) => ({
        ...row,
        wave,
        channel: row.channel ?? ('file' as const),
        monthDay: row.monthDay ?? '',
      }))
    }),
  )
  return found.flat()
}

async function countStays(db: Kysely<Database>): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('mobility')
    .where('form', 'in', nominatedForms)
    .where('institutionId', 'is not', null)
    .groupBy(['institutionId', 'academicYear', 'semester', 'status'])
    .select(['institutionId', 'academicYear', 'semester', 'status'])
    .select(sql<number>`count(*)`.as('count'))
    .execute()
  return new Map(
    rows.map(({ institutionId, academicYear, semester, status, count }) => [
      [institutionId, academicYear, semester, status].join(' '),
      count,
    ]),
  )
}
