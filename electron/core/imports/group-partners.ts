import { matchKey } from '#shared/domain/text-folding.ts'
import type { FieldValue } from '#shared/entities/fields.ts'
import { warning, type IssueLog } from './issues.ts'
import { findRepeats, mergeRows, type MergeRule } from './merge-rows.ts'
import { dropMistakenIdentifiers } from './mistaken-identifiers.ts'
import { identifiers, type Identifier, type InstitutionRow, type OfficePartners } from './office-partners.ts'
import { conditionKey, kindGiven, placeKey, placesOf, type PartnerReading } from './partner-terms.ts'
import { breathEvery, type Pace } from './plan.ts'
import type { RowRead } from './read-rows.ts'
import { createRowGroups, type RowGroups } from './row-groups.ts'
import type { RowReason } from './row-reasons.ts'
import type { TargetKey } from './targets.ts'

/** All that a list says of one institution. */
export interface PartnerGroup {
  readonly rows: readonly RowRead[]
  /** By slot. */
  readonly values: readonly FieldValue[]
  /** The institution of the office that it is, found by an identifier. */
  readonly office: InstitutionRow | undefined
}

export interface PartnerGroups {
  readonly groups: readonly PartnerGroup[]
  readonly rejected: ReadonlyMap<number, RowReason>
  /** Rows that say exactly what an earlier row says. */
  readonly repeats: ReadonlyMap<number, number>
}

const targetOf = (identifier: Identifier): TargetKey => `institution.${identifier}`

/**
 * Brings together the rows about one institution: those that share an identifier, with each other or with one
 * institution of the office; a row without any identifier goes by its name and country.
 */
export async function groupPartners(
  all: readonly RowRead[],
  reading: PartnerReading,
  office: OfficePartners,
  issues: IssueLog,
  pace: Pace,
): Promise<PartnerGroups> {
  const rejected = new Map<number, RowReason>()
  const repeats = new Map<number, number>()
  const reads = dropMistakenIdentifiers(all, reading, office, issues)
  const used = identifiers.filter((identifier) => reading.reader.slotOf.has(targetOf(identifier)))
  const trusted = used.filter(
    (identifier) => identifier !== 'localCode' || isIdentifying(reads, reading, issues),
  )
  const named = reads.filter((read) => isNamed(read, reading, used))
  for (const read of reads)
    if (!isNamed(read, reading, used)) rejected.set(read.row, { reason: 'no-name', params: {} })
  const grouped = await joinRows(named, reading, { office, trusted, rejected, pace })
  const groups: PartnerGroup[] = []
  for (const [at, members] of grouped.list().entries()) {
    if (at % breathEvery === 0) await pace(at)
    const rows = members.flatMap((member) => named[member] ?? []).filter(({ row }) => !rejected.has(row))
    const found = officeOf(rows, reading, office, trusted)
    if (found.length > 1) {
      const names = found.map(({ name }) => name).join(' / ')
      for (const { row } of rows) rejected.set(row, { reason: 'matches-several', params: { names } })
      continue
    }
    const group = settleGroup(rows, found[0], reading, { rejected, repeats, issues })
    if (group !== undefined) groups.push(group)
  }
  return { groups, rejected, repeats }
}

function isNamed(read: RowRead, { value }: PartnerReading, used: readonly Identifier[]): boolean {
  return (
    value(read, 'institution.name') !== null ||
    used.some((identifier) => value(read, targetOf(identifier)) !== null)
  )
}

/** A column of codes of our own identifies partners only if rows with different names do not share its values. */
function isIdentifying(reads: readonly RowRead[], { text }: PartnerReading, issues: IssueLog): boolean {
  const nameByCode = new Map<string, string>()
  let shared = 0
  for (const read of reads) {
    const code = text(read, 'institution.localCode')
    const name = text(read, 'institution.name')
    if (code === null || name === null) continue
    const known = nameByCode.get(code)
    if (known === undefined) nameByCode.set(code, matchKey(name))
    else if (known !== matchKey(name)) shared += 1
  }
  const isTrusted = shared <= Math.max(1, reads.length * 0.02)
  const [first] = reads
  if (!isTrusted && first !== undefined)
    issues.add(first.row, null, null, warning('imports.issue.local-code-shared', { total: shared }))
  return isTrusted
}

interface Joining {
  readonly office: OfficePartners
  readonly trusted: readonly Identifier[]
  readonly rejected: Map<number, RowReason>
  readonly pace: Pace
}

async function joinRows(
  rows: readonly RowRead[],
  reading: PartnerReading,
  joining: Joining,
): Promise<RowGroups> {
  const { office, trusted, rejected, pace } = joining
  const groups = createRowGroups(rows.length)
  const unidentified: number[] = []
  for (const [at, read] of rows.entries()) {
    if (at % breathEvery === 0) await pace(at)
    let isIdentified = false
    for (const identifier of trusted) {
      const value = reading.text(read, targetOf(identifier))
      if (value === null) continue
      isIdentified = true
      groups.join(at, `${identifier} ${value}`)
      const known = office.byIdentifier(identifier, value)
      if (known !== undefined) groups.join(at, `office ${known.id}`)
    }
    if (!isIdentified) unidentified.push(at)
  }
  if (unidentified.length > 0) joinByName(rows, unidentified, reading, groups, rejected)
  return groups
}

/** Rows without identifier join the one identified partner of the same name, or each other. */
function joinByName(
  rows: readonly RowRead[],
  unidentified: readonly number[],
  { text }: PartnerReading,
  groups: RowGroups,
  rejected: Map<number, RowReason>,
): void {
  const alone = new Set(unidentified)
  const keys = rows.map((read) => ({
    name: matchKey(text(read, 'institution.name') ?? ''),
    country: text(read, 'institution.country'),
  }))
  const identified = new Map<string, number[]>()
  const countries = new Map<string, Set<string>>()
  for (const [at, { name, country }] of keys.entries()) {
    if (alone.has(at)) {
      const known = countries.get(name) ?? new Set()
      if (country !== null) known.add(country)
      countries.set(name, known)
    } else if (name !== '') identified.set(name, [...(identified.get(name) ?? []), at])
  }
  for (const at of unidentified) {
    const { name, country } = keys[at] ?? { name: '', country: null }
    const same = (identified.get(name) ?? []).filter((other) =>
      isSameCountry(country, keys[other]?.country ?? null),
    )
    const roots = [...new Set(same.map((other) => groups.rootOf(other)))]
    const [root] = roots
    // Without a country a name means the only one that bears it.
    const place = (countries.get(name)?.size ?? 0) > 1 ? (country ?? '') : ''
    if (root === undefined) groups.join(at, `name ${name} ${place}`)
    else if (roots.length === 1) groups.union(at, root)
    else {
      const read = rows[at]
      const others = roots.map((other) => rows[other]?.row ?? 0).join(', ')
      if (read !== undefined) rejected.set(read.row, { reason: 'ambiguous-name', params: { rows: others } })
    }
  }
}

function isSameCountry(a: string | null, b: string | null): boolean {
  return a === null || b === null || a === b
}

function officeOf(
  rows: readonly RowRead[],
  { text }: PartnerReading,
  office: OfficePartners,
  trusted: readonly Identifier[],
): readonly InstitutionRow[] {
  const found = new Map<string, InstitutionRow>()
  for (const read of rows) {
    for (const identifier of trusted) {
      const value = text(read, targetOf(identifier))
      const known = value === null ? undefined : office.byIdentifier(identifier, value)
      if (known !== undefined) found.set(known.id, known)
    }
  }
  return [...found.values()]
}

const conflicting: readonly TargetKey[] = [
  'institution.country',
  'institution.erasmusCode',
  'institution.pic',
  'institution.oid',
  'institution.localCode',
]

/** Fields of agreements, conditions and places may differ from row to row: they are looked at by agreement. */
const ruleOf = (key: TargetKey): MergeRule => {
  if (key === 'institution.name') return 'name'
  if (key === 'institution.notes') return 'lines'
  if (!key.startsWith('institution.')) return 'lines'
  return conflicting.includes(key) ? 'conflict' : 'first'
}

interface Findings {
  readonly rejected: Map<number, RowReason>
  readonly repeats: Map<number, number>
  readonly issues: IssueLog
}

/** Takes out the rows of a group that repeat or contradict each other, and merges the others. */
function settleGroup(
  all: readonly RowRead[],
  office: InstitutionRow | undefined,
  reading: PartnerReading,
  { rejected, repeats, issues }: Findings,
): PartnerGroup | undefined {
  const [only] = all
  if (only === undefined) return undefined
  if (all.length === 1) return { rows: all, values: only.values, office }
  const repeated = findRepeats(all)
  for (const [row, of] of repeated) repeats.set(row, of)
  let rows = all.filter(({ row }) => !repeated.has(row))
  for (;;) {
    const merged = mergeRows(rows, reading.reader, ruleOf)
    const refused = merged.rejected.size > 0 ? merged.rejected : findPlaceConflicts(rows, reading)
    if (refused.size === 0) {
      for (const { row, column, issue } of merged.remarks) issues.add(row, column, null, issue)
      return rows.length === 0 ? undefined : { rows, values: merged.values, office }
    }
    for (const [row, reason] of refused) rejected.set(row, reason)
    // A row that repeats a rejected one is no better.
    for (const [row, of] of repeated) {
      const reason = refused.get(of)
      if (reason !== undefined) {
        rejected.set(row, reason)
        repeats.delete(row)
      }
    }
    rows = rows.filter(({ row }) => !refused.has(row))
  }
}

function findPlaceConflicts(
  rows: readonly RowRead[],
  reading: PartnerReading,
): ReadonlyMap<number, RowReason> {
  const seen = new Map<string, { readonly row: number; readonly count: number }>()
  const refused = new Map<number, RowReason>()
  for (const read of rows) {
    const prefix = `${kindGiven(reading, read) ?? ''}|${reading.text(read, 'agreement.reference') ?? ''}|${conditionKey(reading, read)}`
    for (const term of placesOf(reading, read)) {
      if (term === undefined) continue
      const key = `${prefix}|${placeKey(term)}`
      const other = seen.get(key)
      if (other === undefined) seen.set(key, { row: read.row, count: term.count })
      else if (other.count !== term.count && other.row !== read.row) {
        refused.set(read.row, { reason: 'places-conflict', params: { rows: String(other.row) } })
        if (!refused.has(other.row))
          refused.set(other.row, { reason: 'places-conflict', params: { rows: String(read.row) } })
      }
    }
  }
  return refused
}
