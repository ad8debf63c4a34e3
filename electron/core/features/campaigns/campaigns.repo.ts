import { sql, type Kysely } from 'kysely'
import type { Database } from '#core/db/schema.ts'

type Db = Kysely<Database>

export type CampaignRow = Database['campaign']
export type CampaignPlaceRow = Awaited<ReturnType<typeof listPlaces>>[number]
export type CandidateRow = Awaited<ReturnType<typeof listCandidates>>[number]

export async function findCampaign(db: Db, id: string): Promise<CampaignRow | undefined> {
  return await db.selectFrom('campaign').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Open campaigns first, then those in preparation, closed and published; the latest of each first. */
export async function listCampaigns(db: Db): Promise<readonly CampaignRow[]> {
  return await db
    .selectFrom('campaign')
    .selectAll()
    .orderBy(sql`instr('open closed preparing published', status)`)
    .orderBy('academicYear', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

export function listPlaces(db: Db, campaignId: string) {
  // with `+` below, SQLite looks for the stays of the condition, not for all those of the year
  return db
    .selectFrom('campaignPlace as x')
    .innerJoin('place as p', 'p.id', 'x.placeId')
    .innerJoin('condition as c', 'c.id', 'p.conditionId')
    .innerJoin('agreement as a', 'a.id', 'c.agreementId')
    .innerJoin('institution as i', 'i.id', 'a.institutionId')
    .where('x.campaignId', '=', campaignId)
    .selectAll('x')
    .select([
      'p.conditionId',
      'p.semester',
      'p.programme as placeProgramme',
      'p.academicYear',
      'p.count as agreed',
    ])
    .select(['i.id as institutionId', 'i.name as institution', 'i.country', 'i.erasmusCode'])
    .select(
      sql<number>`(SELECT count(*) FROM mobility m WHERE m.conditionId = p.conditionId AND +m.academicYear = p.academicYear
        AND (p.semester = 'any' OR m.semester IS p.semester)
        AND m.status IN ('nominated', 'accepted', 'agreed', 'departed', 'arrived', 'returned', 'recognised'))`.as(
        'nominated',
      ),
    )
    .orderBy('i.name')
    .orderBy('x.code')
    .orderBy('x.id')
    .execute()
}

export async function listPools(db: Db, campaignId: string) {
  return await db
    .selectFrom('campaignPool')
    .selectAll()
    .where('campaignId', '=', campaignId)
    .orderBy('id')
    .execute()
}

/** Shared quotas of agreements that hold in a year, with the conditions that take from them. */
export async function listQuotaPools(db: Db, academicYear: string) {
  return await db
    .selectFrom('quotaPool as q')
    .innerJoin('quotaPoolMember as m', 'm.poolId', 'q.id')
    .where((where) =>
      where.or([where('q.academicYear', 'is', null), where('q.academicYear', '=', academicYear)]),
    )
    .select(['q.id', 'q.name', 'q.total', 'm.conditionId', 'm.programme', 'm.reserved'])
    .orderBy('q.id')
    .orderBy('m.id')
    .execute()
}

/** Whoever wishes for something in the campaign, or was decided about. */
export function listCandidates(db: Db, campaignId: string) {
  return db
    .selectFrom('student as s')
    .where(
      sql<boolean>`s.id IN (SELECT w.studentId FROM campaignWish w JOIN campaignPlace x ON x.id = w.campaignPlaceId
        WHERE x.campaignId = ${campaignId} UNION SELECT studentId FROM campaignDecision WHERE campaignId = ${campaignId})`,
    )
    .select([
      's.id',
      's.studentNumber',
      's.familyName',
      's.givenNames',
      's.programme',
      's.department',
      's.track',
    ])
    .select(['s.cohort', 's.studyYear', 's.ectsAcquired', 's.languages'])
    .orderBy('s.familyName')
    .orderBy('s.givenNames')
    .orderBy('s.studentNumber')
    .execute()
}

export async function listWishes(db: Db, campaignId: string) {
  return await db
    .selectFrom('campaignWish as w')
    .innerJoin('campaignPlace as x', 'x.id', 'w.campaignPlaceId')
    .where('x.campaignId', '=', campaignId)
    .select(['w.id', 'w.studentId', 'w.campaignPlaceId', 'w.rank'])
    .orderBy('w.rank')
    .orderBy('w.id')
    .execute()
}

export async function listCriteria(db: Db, campaignId: string) {
  return await db
    .selectFrom('campaignCriterion')
    .selectAll()
    .where('campaignId', '=', campaignId)
    .orderBy('id')
    .execute()
}

export async function listScores(db: Db, campaignId: string) {
  return await db
    .selectFrom('campaignScore as v')
    .innerJoin('campaignCriterion as c', 'c.id', 'v.criterionId')
    .where('c.campaignId', '=', campaignId)
    .select(['v.criterionId', 'v.studentId', 'v.value'])
    .execute()
}

export async function listRules(db: Db, campaignId: string) {
  return await db
    .selectFrom('campaignRule')
    .selectAll()
    .where('campaignId', '=', campaignId)
    .orderBy('id')
    .execute()
}

export async function listDecisions(db: Db, campaignId: string) {
  return await db
    .selectFrom('campaignDecision')
    .selectAll()
    .where('campaignId', '=', campaignId)
    .orderBy('id')
    .execute()
}

export async function listScenarios(db: Db, campaignId: string) {
  return await db
    .selectFrom('scenario')
    .selectAll()
    .where('campaignId', '=', campaignId)
    .orderBy('id', 'desc')
    .execute()
}

export async function findScenario(db: Db, id: string) {
  return await db.selectFrom('scenario').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Stays of these students in a year that the campaign's result would fill in or replace. */
export async function listStays(db: Db, studentIds: readonly string[], academicYear: string, form: string) {
  return await db
    .selectFrom('mobility')
    .selectAll()
    .where('studentId', 'in', sql<string>`(SELECT value FROM json_each(${JSON.stringify(studentIds)}))`)
    .where('academicYear', '=', academicYear)
    .where('form', '=', sql<Database['mobility']['form']>`${form}`)
    .where('status', 'not in', ['refused', 'withdrawn', 'interrupted'])
    .orderBy('id')
    .execute()
}
