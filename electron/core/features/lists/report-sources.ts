import { defaultDurationBandsWeeks } from '#shared/reports/duration-bands.ts'
import type { ListSource } from './list-source.ts'
import { stayCountrySql } from '#core/db/stay-country.ts'

const bands = `ifnull((SELECT value ->> '$.durationBandsWeeks' FROM setting WHERE id = 'report'),
  '${JSON.stringify(defaultDurationBandsWeeks)}')`

/** Days from the first to the last, both counted; null while one of them is not known. */
const daysOf = (start: string, end: string) => `CAST(julianday(${end}) - julianday(${start}) AS INTEGER) + 1`

/** `4–12`: from four weeks to less than twelve; the last band is open, `36+`. */
const bandOf = (days: string) => `(SELECT CASE WHEN ${days} IS NULL THEN NULL ELSE
  ifnull(max(CASE WHEN b.value * 7 <= ${days} THEN b.value END), 0) || ifnull('–' || min(CASE WHEN b.value * 7 > ${days} THEN b.value END), '+') END
  FROM json_each(${bands}) b)`

const stayColumns = (country: string, start: string, end: string) => ({
  region: `worldRegion(${country})`,
  days: daysOf(start, end),
  durationBand: bandOf(daysOf(start, end)),
})

/** The country where a stay of a list is spent. */
export const stayCountry = stayCountrySql('r', 'i')

export const reportedMobilitySql: Readonly<Record<string, string>> = {
  gender: 's.gender',
  studentStatus: 's.status',
  ...stayColumns(stayCountry, 'ifnull(r.actualStart, r.plannedStart)', 'ifnull(r.actualEnd, r.plannedEnd)'),
}

/** With `+` the year narrows the stays of a condition: SQLite would read every stay of the year for each agreement. */
const isOfYear = (alias: string) => `+${alias}.academicYear = :year`
const outgoingOf = `FROM mobility m JOIN condition c ON c.id = m.conditionId
  WHERE c.agreementId = r.id AND m.status NOT IN ('draft', 'refused', 'withdrawn')`
const incomingOf = `FROM incomingStay n JOIN condition c ON c.id = n.conditionId
  WHERE c.agreementId = r.id AND n.status <> 'cancelled'`
/** The academic year that begins so many years before the present one. */
const yearsAgo = (years: number) =>
  `((substr(:year, 1, 4) - ${years}) || '/' || (substr(:year, 6, 4) - ${years}))`
const lastStay = `(SELECT max(y) FROM (SELECT max(m.academicYear) AS y ${outgoingOf} UNION ALL SELECT max(n.academicYear) ${incomingOf}))`
const recent = (of: string, alias: string) =>
  `EXISTS (SELECT 1 ${of} AND +${alias}.academicYear > ${yearsAgo(3)} AND +${alias}.academicYear <= :year)`

/**
 * How an agreement is used. Dormant: in force for three years and without a stay in any of them, in or out. One-way: stays in
 * one direction only in three years. Over-subscribed: more stays of the year than its places.
 */
export const agreementUseSql: Readonly<Record<string, string>> = {
  lastStayYear: lastStay,
  outgoingStays: `(SELECT count(*) ${outgoingOf} AND ${isOfYear('m')})`,
  incomingStays: `(SELECT count(*) ${incomingOf} AND ${isOfYear('n')})`,
  isDormant: `(r.status = 'active' AND ifnull(r.firstYear <= ${yearsAgo(2)}, 1)
    AND NOT ${recent(outgoingOf, 'm')} AND NOT ${recent(incomingOf, 'n')})`,
  isOneWay: `(r.status = 'active' AND ${recent(outgoingOf, 'm')} <> ${recent(incomingOf, 'n')})`,
  isOversubscribed: `ifnull(r.status = 'active' AND (SELECT count(*) ${outgoingOf} AND ${isOfYear('m')}) >
    (SELECT sum(p.count) FROM condition c JOIN place p ON p.conditionId = c.id
      WHERE c.agreementId = r.id AND c.direction = 'outgoing' AND p.academicYear = :year), 0)`,
}

export const incomingSources = {
  incomingStays: {
    from: 'incomingStay r JOIN institution i ON i.id = r.institutionId',
    columns: {
      institution: 'i.name',
      country: 'i.country',
      ...stayColumns('i.country', 'r.start', 'r."end"'),
    },
    searched: ['r.id', 'r.institutionId'],
    entity: 'incomingStay',
  },
} as const satisfies Readonly<Record<string, ListSource>>

export const incomingLinks = {
  incomingStays: { id: 'r.id', institutionId: 'r.institutionId', conditionId: 'r.conditionId' },
} as const
