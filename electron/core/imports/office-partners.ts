import type { Database as RawDatabase } from 'better-sqlite3'
import { erasmusCodeParts, isErasmusCode } from '#shared/domain/erasmus-code.ts'
import { matchKey } from '#shared/domain/text-folding.ts'
import type { RecordRow } from '#core/db/schema.ts'

export type InstitutionRow = RecordRow<'institution'>
export type AgreementRow = RecordRow<'agreement'>
export type ConditionRow = RecordRow<'condition'>
export type PlaceRow = RecordRow<'place'>

/** Identifiers that two writings of one institution share, strongest first. */
export const identifiers = ['erasmusCode', 'pic', 'oid', 'localCode'] as const
export type Identifier = (typeof identifiers)[number]

/** The institutions of the office and what is agreed with them, ready to be compared with a list. */
export interface OfficePartners {
  readonly institutions: readonly InstitutionRow[]
  byIdentifier(identifier: Identifier, value: string): InstitutionRow | undefined
  /** Institutions that bear a name, in their language or in English. */
  byName(nameKey: string): readonly InstitutionRow[]
  agreementsOf(institutionId: string): readonly AgreementRow[]
  /** Conditions of students going out to study. */
  conditionsOf(agreementId: string): readonly ConditionRow[]
  placesOf(conditionId: string): readonly PlaceRow[]
}

/** Whether two writings may be one institution: they say neither two countries nor, by their Erasmus codes, two towns. */
export function mayBe(known: Placed | undefined, given: Placed): boolean {
  if (known === undefined) return false
  const { country, erasmusCode: code } = known
  if (country !== null && given.country !== null && country !== given.country) return false
  return code === null || given.erasmusCode === null || townOf(code) === townOf(given.erasmusCode)
}

type Placed = Pick<InstitutionRow, 'country' | 'erasmusCode'>

function townOf(code: string): string {
  return isErasmusCode(code) ? erasmusCodeParts(code).city : code
}

export function readOfficePartners(raw: RawDatabase): OfficePartners {
  const institutions = raw.prepare<[], InstitutionRow>('SELECT * FROM institution ORDER BY id').all()
  const agreements = Map.groupBy(
    raw.prepare<[], AgreementRow>('SELECT * FROM agreement ORDER BY id').all(),
    (row) => row.institutionId,
  )
  const conditions = Map.groupBy(
    raw
      .prepare<[], ConditionRow>(
        `SELECT * FROM condition WHERE direction = 'outgoing' AND kind = 'student-studies' ORDER BY id`,
      )
      .all(),
    (row) => row.agreementId,
  )
  const places = Map.groupBy(
    raw.prepare<[], PlaceRow>('SELECT * FROM place ORDER BY id').all(),
    (row) => row.conditionId,
  )
  const byIdentifier = new Map(
    identifiers.map((identifier) => [identifier, indexBy(institutions, identifier)]),
  )
  const byName = indexNames(institutions)
  return {
    institutions,
    byIdentifier: (identifier, value) => byIdentifier.get(identifier)?.get(value),
    byName: (nameKey) => byName.get(nameKey) ?? [],
    agreementsOf: (id) => agreements.get(id) ?? [],
    conditionsOf: (id) => conditions.get(id) ?? [],
    placesOf: (id) => places.get(id) ?? [],
  }
}

/** A code of our own that several institutions bear identifies none of them. */
function indexBy(
  rows: readonly InstitutionRow[],
  identifier: Identifier,
): ReadonlyMap<string, InstitutionRow> {
  const index = new Map<string, InstitutionRow>()
  const shared = new Set<string>()
  for (const row of rows) {
    const value = row[identifier]
    if (value === null) continue
    if (index.has(value)) shared.add(value)
    index.set(value, row)
  }
  for (const value of shared) index.delete(value)
  return index
}

function indexNames(rows: readonly InstitutionRow[]): ReadonlyMap<string, readonly InstitutionRow[]> {
  const index = new Map<string, InstitutionRow[]>()
  for (const row of rows) {
    const keys = new Set([matchKey(row.name), ...(row.nameEn === null ? [] : [matchKey(row.nameEn)])])
    for (const key of keys) {
      const named = index.get(key)
      if (named === undefined) index.set(key, [row])
      else named.push(row)
    }
  }
  return index
}
