import type { Database as RawDatabase } from 'better-sqlite3'
import * as z from 'zod'
import type { BmOrganisation } from '#shared/domain/bm/bm-facts.ts'
import type { StayDates } from '#shared/domain/day-spans.ts'
import { schoolSchema, type School } from '#shared/contract/settings.ts'

/** A mobility that the module is told of, as the office keeps it. */
export interface StoredStay extends StayDates {
  readonly id: string
  readonly studentId: string
  readonly form: string
  readonly status: string
  readonly academicYear: string
  readonly callId: string | null
  readonly activityType: string | null
  readonly bmId: string | null
  readonly bipId: string | null
  readonly institutionId: string | null
  readonly stayCountry: string | null
  readonly stayCity: string | null
  readonly locationNote: string | null
  readonly isZeroGrant: number | null
  readonly nonFundedDays: number | null
  readonly isForceMajeure: number | null
  readonly isRecentGraduate: number | null
  readonly iscedCode: string | null
  readonly language: string | null
  readonly ectsObtained: number | null
  readonly transport: string | null
  readonly transportNote: string | null
  readonly isGreenTravel: number | null
  readonly travelDays: number | null
  readonly travelCostReal: number | null
  readonly travelCostExceptional: number | null
  readonly travelCostNote: string | null
  readonly familyName: string
  readonly givenNames: string
  readonly studentNumber: string
  readonly email: string | null
  readonly gender: string | null
  readonly birthDate: string | null
  readonly nationality: string | null
  readonly eqfLevel: number | null
  readonly esi: string | null
  readonly studentIsced: string | null
  readonly hasFewerOpportunities: number | null
  readonly isSingleCycle: number | null
  readonly endOfStudies: string | null
  readonly cohort: string | null
}

const columns = `m.id, m.studentId, m.form, m.status, m.academicYear, m.callId, m.activityType, m.bmId, m.bipId,
  m.institutionId, m.stayCountry, m.stayCity, m.locationNote, m.plannedStart, m.plannedEnd, m.actualStart, m.actualEnd,
  m.virtualStart, m.virtualEnd, m.isZeroGrant, m.nonFundedDays, m.isForceMajeure, m.isRecentGraduate, m.iscedCode,
  m.language, m.ectsObtained, m.transport, m.transportNote, m.isGreenTravel, m.travelDays, m.travelCostReal,
  m.travelCostExceptional, m.travelCostNote, s.familyName, s.givenNames, s.studentNumber, s.email, s.gender, s.birthDate,
  s.nationality, s.eqfLevel, s.esi, s.iscedCode AS studentIsced, s.hasFewerOpportunities, s.isSingleCycle,
  s.endOfStudies, s.cohort`

const staySql = `SELECT ${columns} FROM mobility m JOIN student s ON s.id = m.studentId`

/** Mobilities that ask for something of the programme: they name a project or an id, or have, or renounce, its grant. */
const isOfProgramme = `(m.callId IS NOT NULL OR m.bmId IS NOT NULL OR m.isZeroGrant = 1 OR EXISTS (
  SELECT 1 FROM funding f JOIN aidScheme a ON a.id = f.schemeId
  WHERE f.mobilityId = m.id AND f.status <> 'refused' AND a.amountKind = 'erasmus-grant'))`

/** The mobilities of the programme in an academic year, by student; `null` for every year. */
export function readStays(raw: RawDatabase, academicYear: string | null): readonly StoredStay[] {
  return raw
    .prepare<[string | null, string | null], StoredStay>(
      `${staySql} WHERE ${isOfProgramme} AND (? IS NULL OR m.academicYear = ?)
       ORDER BY fold(s.familyName), fold(s.givenNames), m.id`,
    )
    .all(academicYear, academicYear)
}

/** One mobility, whether or not it is of the programme. */
export function findStay(raw: RawDatabase, id: string): StoredStay | undefined {
  return raw.prepare<[string], StoredStay>(`${staySql} WHERE m.id = ?`).get(id)
}

export interface StoredHost extends Omit<BmOrganisation, 'id' | 'email'> {
  readonly id: string
  readonly nameEn: string | null
  readonly contactEmail: string | null
}

export function readHosts(raw: RawDatabase): ReadonlyMap<string, StoredHost> {
  const rows = raw
    .prepare<[], StoredHost>(
      `SELECT id, name, nameEn, kind, oid, pic, erasmusCode, country, city, address, postalCode, website, contactEmail, phone
       FROM institution`,
    )
    .all()
  return new Map(rows.map((row) => [row.id, row]))
}

export interface StoredInterruption {
  readonly mobilityId: string
  readonly start: string
  readonly end: string
}

export function readInterruptions(raw: RawDatabase): ReadonlyMap<string, readonly StoredInterruption[]> {
  return Map.groupBy(
    raw.prepare<[], StoredInterruption>('SELECT mobilityId, start, "end" FROM interruption').all(),
    ({ mobilityId }) => mobilityId,
  )
}

export interface StoredSignature {
  readonly mobilityId: string
  readonly version: number
  readonly role: 'student' | 'sending' | 'receiving'
  readonly signedOn: string | null
}

export function readSignatures(raw: RawDatabase): ReadonlyMap<string, readonly StoredSignature[]> {
  const sql = 'SELECT mobilityId, version, role, signedOn FROM laSignature WHERE signedOn IS NOT NULL'
  return Map.groupBy(raw.prepare<[], StoredSignature>(sql).all(), ({ mobilityId }) => mobilityId)
}

/** Stays whose participant's report is here. */
export function readReported(raw: RawDatabase): ReadonlySet<string> {
  const sql = `SELECT mobilityId FROM document WHERE kind = 'participant-report' AND status <> 'missing'`
  return new Set(raw.prepare<[], string>(sql).pluck().all())
}

/** Academic years that have mobilities of the programme, the latest first. */
export function readYears(raw: RawDatabase): readonly string[] {
  return raw
    .prepare<[], string>(
      `SELECT DISTINCT m.academicYear FROM mobility m WHERE ${isOfProgramme} ORDER BY m.academicYear DESC`,
    )
    .pluck()
    .all()
}

export interface StoredCall {
  readonly id: string
  readonly name: string
  readonly callYear: number
  readonly action: string
  readonly agreementNumber: string | null
  readonly startsOn: string | null
  readonly endsOn: string | null
  readonly longMinDays: number
  readonly longMaxDays: number
  readonly shortMinDays: number
  readonly shortMaxDays: number
  readonly travelDaysMost: number
  readonly greenTravelDaysMost: number
  readonly cycleMonths: number
  readonly singleCycleMonths: number
}

export function readCalls(raw: RawDatabase): readonly StoredCall[] {
  return raw
    .prepare<[], StoredCall>(
      `SELECT id, name, callYear, action, agreementNumber, startsOn, endsOn, longMinDays, longMaxDays, shortMinDays,
         shortMaxDays, travelDaysMost, greenTravelDaysMost, cycleMonths, singleCycleMonths
       FROM erasmusCall ORDER BY callYear DESC, name`,
    )
    .all()
}

const storedSchool = schoolSchema.extend({ name: z.string() })

export function readOwnSchool(raw: RawDatabase): School {
  const value = raw.prepare<[], string>(`SELECT value FROM setting WHERE id = 'school'`).pluck().get()
  return storedSchool.parse(JSON.parse(value ?? '{}'))
}

/** Every id of the module that is taken, whatever its year. */
export function readBmIds(raw: RawDatabase): ReadonlySet<string> {
  return new Set(raw.prepare<[], string>('SELECT bmId FROM mobility WHERE bmId IS NOT NULL').pluck().all())
}
