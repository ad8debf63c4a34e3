import type { Database as RawDatabase } from 'better-sqlite3'
import { isCountryCode } from '#shared/domain/country-codes.ts'
import type { CountryGroup } from '#shared/domain/country-groups.ts'
import type { ErasmusCall, GrantRate } from '#shared/domain/grant-rates.ts'
import type { RecordRow } from '#core/db/schema.ts'

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
  s.erasmusMonthsBefore, s.isSingleCycle, s.status AS studentStatus, ifnull(m.stayCountry, i.country) AS country,
  EXISTS (SELECT 1 FROM agreement a WHERE a.institutionId = m.institutionId) AS isPartner
  FROM mobility m JOIN student s ON s.id = m.studentId LEFT JOIN institution i ON i.id = m.institutionId`
const fundingSql = `SELECT f.id, f.mobilityId, f.schemeId, f.status, f.amountAsked, f.amountGranted,
  (SELECT ifnull(sum(p.amount), 0) FROM instalment p WHERE p.fundingId = f.id AND p.paidOn IS NOT NULL) AS paid
  FROM funding f JOIN aidScheme x ON x.id = f.schemeId WHERE x.amountKind = 'erasmus-grant'`
const interruptionSql = 'SELECT mobilityId, start, "end" FROM interruption'

/** The stays of the students of some stays, or of all; a grant looks at the earlier ones too. */
const ofStudents = (column: string) =>
  `(@ids IS NULL OR ${column} IN (SELECT m.id FROM mobility m WHERE m.studentId IN
    (SELECT n.studentId FROM mobility n WHERE n.id IN (SELECT value FROM json_each(@ids)))))`

interface Narrowed {
  readonly ids: string | null
}
const narrowed = (ids: readonly string[] | undefined): Narrowed => ({
  ids: ids === undefined ? null : JSON.stringify(ids),
})

export function readStayRows(raw: RawDatabase, ids: readonly string[] | undefined): readonly StayRow[] {
  return raw.prepare<[Narrowed], StayRow>(`${staySql} WHERE ${ofStudents('m.id')}`).all(narrowed(ids))
}

/** Erasmus+ aids of stays, in the order they were written. */
export function readFundingRows(raw: RawDatabase, ids: readonly string[] | undefined): readonly FundingRow[] {
  const sql = `${fundingSql} AND ${ofStudents('f.mobilityId')} ORDER BY f.id`
  return raw.prepare<[Narrowed], FundingRow>(sql).all(narrowed(ids))
}

export function readInterruptionRows(
  raw: RawDatabase,
  ids: readonly string[] | undefined,
): readonly InterruptionRow[] {
  const sql = `${interruptionSql} WHERE ${ofStudents('mobilityId')}`
  return raw.prepare<[Narrowed], InterruptionRow>(sql).all(narrowed(ids))
}

/** Cents of an amount in euros, where there is one. */
export function centsOf(euros: number): number
export function centsOf(euros: number | null): number | null
export function centsOf(euros: number | null): number | null {
  return euros === null ? null : Math.round(euros * 100)
}

export function readCalls(raw: RawDatabase): readonly ErasmusCall[] {
  return raw
    .prepare<[], RecordRow<'erasmusCall'>>('SELECT * FROM erasmusCall ORDER BY callYear, id')
    .all()
    .map(({ ceiling, isOutermost, ...call }) => ({
      ...call,
      isOutermost: isOutermost === 1,
      ceilingCents: centsOf(ceiling),
    }))
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
  return raw
    .prepare<[], RecordRow<'countryGroup'>>('SELECT * FROM countryGroup ORDER BY firstCall DESC, name')
    .all()
    .map(({ name, countries, firstCall, lastCall, source, certainty }) => ({
      name,
      countries: countries.split(/[, ]+/).filter(isCountryCode),
      firstCall,
      ...(lastCall === null ? {} : { lastCall }),
      source: source ?? '',
      certainty: certainty ?? 'unsourced',
    }))
}

export function readGrantSchemes(raw: RawDatabase): readonly RecordRow<'aidScheme'>[] {
  return raw
    .prepare<[], RecordRow<'aidScheme'>>(
      `SELECT * FROM aidScheme WHERE amountKind = 'erasmus-grant' ORDER BY name, id`,
    )
    .all()
}
