import type { Database as RawDatabase } from 'better-sqlite3'
import { CompiledQuery, type Kysely } from 'kysely'
import { isCountryCode } from '#shared/domain/country-codes.ts'
import type { CountryGroup } from '#shared/domain/country-groups.ts'
import type { ErasmusCall, GrantRate } from '#shared/domain/grant-rates.ts'
import type { AidScheme } from '#shared/domain/funding.ts'
import type { Database, RecordRow } from '#core/db/schema.ts'
import { schemeOf } from '#core/features/stay-files/aid-scheme.ts'
import { stayCountrySql } from '#core/db/stay-country.ts'

/** A stay with what its grant is worked out from. Booleans are 0 and 1, amounts euros. */
export type StayRow = Pick<
  RecordRow<'mobility'>,
  | 'id'
  | 'studentId'
  | 'form'
  | 'status'
  | 'academicYear'
  | 'plannedStart'
  | 'plannedEnd'
  | 'actualStart'
  | 'actualEnd'
  | 'virtualStart'
  | 'virtualEnd'
  | 'callId'
  | 'activityType'
  | 'bipId'
  | 'isZeroGrant'
  | 'nonFundedDays'
  | 'isForceMajeure'
  | 'isGreenTravel'
  | 'distanceKm'
  | 'distanceBand'
  | 'travelDays'
  | 'travelCostReal'
  | 'travelCostExceptional'
  | 'inclusionSupport'
> &
  Pick<
    RecordRow<'student'>,
    | 'nationality'
    | 'scholarship'
    | 'eqfLevel'
    | 'hasFewerOpportunities'
    | 'erasmusMonthsBefore'
    | 'isSingleCycle'
  > & {
    readonly studentStatus: string
    readonly country: string | null
    readonly isPartner: number
  }

export interface FundingRow {
  readonly id: string
  readonly mobilityId: string
  readonly schemeId: string
  readonly status: 'asked' | 'granted' | 'refused'
  readonly amountAsked: number | null
  readonly amountGranted: number | null
  /** Euros of its payments made. */
  readonly paid: number
}

export interface InterruptionRow {
  readonly mobilityId: string
  readonly start: string
  readonly end: string
}

const staySql = `SELECT m.id, m.studentId, m.form, m.status, m.academicYear, m.plannedStart, m.plannedEnd,
  m.actualStart, m.actualEnd, m.virtualStart, m.virtualEnd, m.callId, m.activityType, m.bipId, m.isZeroGrant,
  m.nonFundedDays, m.isForceMajeure, m.isGreenTravel, m.distanceKm, m.distanceBand, m.travelDays, m.travelCostReal,
  m.travelCostExceptional, m.inclusionSupport, s.nationality, s.scholarship, s.eqfLevel, s.hasFewerOpportunities,
  s.erasmusMonthsBefore, s.isSingleCycle, s.status AS studentStatus, ${stayCountrySql('m', 'i')} AS country,
  EXISTS (SELECT 1 FROM agreement a WHERE a.institutionId = m.institutionId) AS isPartner
  FROM mobility m JOIN student s ON s.id = m.studentId LEFT JOIN institution i ON i.id = m.institutionId`
const fundingSql = `SELECT f.id, f.mobilityId, f.schemeId, f.status, f.amountAsked, f.amountGranted,
  (SELECT ifnull(sum(p.amount), 0) FROM instalment p WHERE p.fundingId = f.id AND p.paidOn IS NOT NULL) AS paid
  FROM funding f JOIN aidScheme x ON x.id = f.schemeId WHERE x.amountKind = 'erasmus-grant'`
const interruptionSql = 'SELECT mobilityId, start, "end" FROM interruption'

const asked = 'WITH asked (ids) AS (SELECT ?)'
/** The stays of the students of some stays, or of all; a grant looks at the earlier ones too. */
const ofStudents = (column: string) =>
  `((SELECT ids FROM asked) IS NULL OR ${column} IN (SELECT m.id FROM mobility m WHERE m.studentId IN
    (SELECT n.studentId FROM mobility n WHERE n.id IN (SELECT value FROM json_each((SELECT ids FROM asked))))))`

/** What decides about the grants of stays and the months that they use. */
export interface GrantRows {
  readonly stays: readonly StayRow[]
  /** Erasmus+ aids of stays, in the order they were written. */
  readonly fundings: readonly FundingRow[]
  readonly interruptions: readonly InterruptionRow[]
  readonly calls: readonly ErasmusCall[]
  /** The office's own country groups. */
  readonly groups: readonly CountryGroup[]
  readonly schemes: readonly AidScheme[]
}

/** The first three take the ids of stays as JSON, or null for all. */
const queries = {
  stays: `${asked} ${staySql} WHERE ${ofStudents('m.id')}`,
  fundings: `${asked} ${fundingSql} AND ${ofStudents('f.mobilityId')} ORDER BY f.id`,
  interruptions: `${asked} ${interruptionSql} WHERE ${ofStudents('mobilityId')}`,
  calls: 'SELECT * FROM erasmusCall ORDER BY callYear, id',
  groups: 'SELECT * FROM countryGroup ORDER BY firstCall DESC, name',
  schemes: `SELECT * FROM aidScheme WHERE amountKind = 'erasmus-grant' ORDER BY name, id`,
} as const

const narrowed = (ids: readonly string[] | undefined) => (ids === undefined ? null : JSON.stringify(ids))

/** For some stays, or for all; at once. */
export function readGrantRows(raw: RawDatabase, ids?: readonly string[]): GrantRows {
  const of = narrowed(ids)
  return {
    stays: raw.prepare<[string | null], StayRow>(queries.stays).all(of),
    fundings: raw.prepare<[string | null], FundingRow>(queries.fundings).all(of),
    interruptions: raw.prepare<[string | null], InterruptionRow>(queries.interruptions).all(of),
    calls: readCalls(raw),
    groups: readCountryGroups(raw),
    schemes: raw.prepare<[], RecordRow<'aidScheme'>>(queries.schemes).all().map(schemeOf),
  }
}

/** The same for some stays, inside a change too. */
export async function findGrantRows(db: Kysely<Database>, ids: readonly string[]): Promise<GrantRows> {
  const read = async <R>(query: string, values: readonly unknown[]) =>
    (await db.executeQuery<R>(CompiledQuery.raw(query, [...values]))).rows
  const of = [narrowed(ids)]
  return {
    stays: await read<StayRow>(queries.stays, of),
    fundings: await read<FundingRow>(queries.fundings, of),
    interruptions: await read<InterruptionRow>(queries.interruptions, of),
    calls: (await read<RecordRow<'erasmusCall'>>(queries.calls, [])).map(toCall),
    groups: (await read<RecordRow<'countryGroup'>>(queries.groups, [])).map(toGroup),
    schemes: (await read<RecordRow<'aidScheme'>>(queries.schemes, [])).map(schemeOf),
  }
}

/** Cents of an amount in euros, where there is one. */
export function centsOf(euros: number): number
export function centsOf(euros: number | null): number | null
export function centsOf(euros: number | null): number | null {
  return euros === null ? null : Math.round(euros * 100)
}

export function readCalls(raw: RawDatabase): readonly ErasmusCall[] {
  return raw.prepare<[], RecordRow<'erasmusCall'>>(queries.calls).all().map(toCall)
}

function toCall({ ceiling, isOutermost, ...call }: RecordRow<'erasmusCall'>): ErasmusCall {
  return { ...call, isOutermost: isOutermost === 1, ceilingCents: centsOf(ceiling) }
}

export function readRates(raw: RawDatabase): readonly GrantRate[] {
  return raw
    .prepare<[], RecordRow<'grantRate'>>('SELECT * FROM grantRate ORDER BY callYear, kind, fromDay, id')
    .all()
    .map(({ amount, least, most, ...rate }) => ({
      ...rate,
      amountCents: centsOf(amount),
      leastCents: centsOf(least),
      mostCents: centsOf(most),
    }))
}

/** The office's own country groups. */
export function readCountryGroups(raw: RawDatabase): readonly CountryGroup[] {
  return raw.prepare<[], RecordRow<'countryGroup'>>(queries.groups).all().map(toGroup)
}

function toGroup({
  name,
  countries,
  firstCall,
  lastCall,
  source,
  certainty,
}: RecordRow<'countryGroup'>): CountryGroup {
  return {
    name,
    countries: countries.split(/[, ]+/).filter(isCountryCode),
    firstCall,
    ...(lastCall === null ? {} : { lastCall }),
    source: source ?? '',
    certainty: certainty ?? 'unsourced',
  }
}
