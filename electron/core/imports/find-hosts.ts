import { countryFrom } from '#shared/domain/erasmus-code.ts'
import { matchKey } from '#shared/domain/text-folding.ts'
import type { FieldValue } from '#shared/entities/fields.ts'
import { looksLikeInstitution } from './institution-words.ts'
import { warning, type IssueLog } from './issues.ts'
import { createLikenessIndex, type LikenessIndex } from './likeness.ts'
import { identifiers, mayBe, type InstitutionRow, type OfficePartners } from './office-partners.ts'
import type { RowRead, RowReader } from './read-rows.ts'
import { valuesOfRecord } from './record-changes.ts'
import type { RowReason } from './row-reasons.ts'
import { textIn } from './row-values.ts'

/** An institution that a list names and the office does not have: made once, for the first row that needs it. */
export interface NewHost {
  readonly values: Readonly<Record<string, FieldValue>>
  readonly kind: 'university' | 'company' | 'laboratory'
}

export type FoundHost =
  | { readonly kind: 'none' }
  | { readonly kind: 'known'; readonly institution: InstitutionRow }
  | { readonly kind: 'new'; readonly host: NewHost }
  | { readonly kind: 'refused'; readonly reason: RowReason }

/** Finds the hosts of stays: each row that names the same new one gets the same. */
export interface HostFinder {
  find(read: RowRead, isWork: boolean): FoundHost
}

export function createHostFinder(reader: RowReader, office: OfficePartners, issues: IssueLog): HostFinder {
  const fresh = new Map<string, NewHost>()
  const shortNames = indexShortNames(office)
  const alikes = lazyLikeness(office)
  return {
    find(read, isWork) {
      const known = knownHosts(read, reader, office, shortNames)
      const [first] = known.rows
      if (known.rows.length > 1 && first !== undefined)
        return known.isByName
          ? refused('several-in-office', { name: first.name, total: known.rows.length })
          : refused('matches-several', { names: known.rows.map(({ name }) => name).join(' / ') })
      if (first !== undefined) return { kind: 'known', institution: first }
      const name = textIn(read, reader, 'institution.name')
      if (name === null) {
        const hasCode = identifiers.some((code) => textIn(read, reader, `institution.${code}`) !== null)
        return hasCode ? refused('unknown-institution', {}) : { kind: 'none' }
      }
      const country = countryOf(read, reader)
      const key = freshKey(read, reader, name, country)
      const made = fresh.get(key)
      if (made !== undefined) return { kind: 'new', host: made }
      const values = valuesOfRecord('institution', read.values, reader)
      const host: NewHost = {
        values: country === null ? values : { ...values, country },
        kind: kindOfHost(name, isWork),
      }
      fresh.set(key, host)
      warnOfAlike(read, reader, { name, country, alikes, office, issues })
      return { kind: 'new', host }
    },
  }
}

interface Known {
  readonly rows: readonly InstitutionRow[]
  readonly isByName: boolean
}

/** By any identifier; else by name, where the countries do not contradict each other. */
function knownHosts(
  read: RowRead,
  reader: RowReader,
  office: OfficePartners,
  shortNames: ReadonlyMap<string, readonly InstitutionRow[]>,
): Known {
  const byCode = new Map<string, InstitutionRow>()
  for (const identifier of identifiers) {
    const value = textIn(read, reader, `institution.${identifier}`)
    const row = value === null ? undefined : office.byIdentifier(identifier, value)
    if (row !== undefined) byCode.set(row.id, row)
  }
  if (byCode.size > 0) return { rows: [...byCode.values()], isByName: false }
  const name = textIn(read, reader, 'institution.name')
  if (name === null) return { rows: [], isByName: true }
  const country = countryOf(read, reader)
  for (const key of writingsOf(name)) {
    const named = inCountry(office.byName(key), country)
    if (named.length > 0) return { rows: named, isByName: true }
  }
  return { rows: inCountry(shortNames.get(matchKey(name)) ?? [], country), isByName: true }
}

/** Abbreviations that open the names of hosts, and what they stand for; each alone, nothing is guessed. */
const abbreviations: readonly (readonly [short: string, long: string])[] = [
  ['tu', 'technische universitat'],
  ['tu', 'technische universiteit'],
  ['th', 'technische hochschule'],
  ['fh', 'fachhochschule'],
  ['univ', 'universite'],
  ['univ', 'universitat'],
  ['univ', 'university'],
  ['politecnico', 'politecnico di'],
]

/** The folded writings under which a name may be known. */
function writingsOf(name: string): readonly string[] {
  const key = matchKey(name)
  const rest = (short: string) => (key.startsWith(`${short} `) ? key.slice(short.length + 1) : undefined)
  return [
    key,
    ...abbreviations.flatMap(([short, long]) => {
      const end = rest(short)
      return end === undefined ? [] : [`${long} ${end}`]
    }),
  ]
}

function inCountry(rows: readonly InstitutionRow[], country: string | null): readonly InstitutionRow[] {
  if (country === null) return rows
  const exact = rows.filter((row) => row.country === country)
  return exact.length > 0 ? exact : rows.filter((row) => row.country === null)
}

/** The country that a row says, or that its Erasmus code was issued in. */
function countryOf(read: RowRead, reader: RowReader): string | null {
  return countryFrom(
    textIn(read, reader, 'institution.country'),
    textIn(read, reader, 'institution.erasmusCode'),
  )
}

function freshKey(read: RowRead, reader: RowReader, name: string, country: string | null): string {
  const code = identifiers
    .map((identifier) => textIn(read, reader, `institution.${identifier}`))
    .find((value) => value !== null)
  return code ?? `${matchKey(name)}|${country ?? ''}`
}

/** `EPFL`, `KTH`: lists call hosts by what everybody calls them. */
function indexShortNames({ institutions }: OfficePartners): ReadonlyMap<string, readonly InstitutionRow[]> {
  const index = new Map<string, InstitutionRow[]>()
  for (const row of institutions) {
    if (row.shortName === null) continue
    const key = matchKey(row.shortName)
    const known = index.get(key)
    if (known === undefined) index.set(key, [row])
    else known.push(row)
  }
  return index
}

const laboratory =
  /\b(?:lab|labs|laboratoire|laboratory|laboratories|cnrs|inria|cern|fraunhofer|max planck)\b/

function kindOfHost(name: string, isWork: boolean): NewHost['kind'] {
  if (laboratory.test(matchKey(name))) return 'laboratory'
  return isWork && !looksLikeInstitution(name) ? 'company' : 'university'
}

function lazyLikeness({ institutions }: OfficePartners): () => LikenessIndex {
  let index: LikenessIndex | undefined
  return () => (index ??= createLikenessIndex(institutions.map(({ name }) => name)))
}

interface Alike {
  readonly name: string
  readonly country: string | null
  readonly alikes: () => LikenessIndex
  readonly office: OfficePartners
  readonly issues: IssueLog
}

function warnOfAlike(
  read: RowRead,
  reader: RowReader,
  { name, country, alikes, office, issues }: Alike,
): void {
  if (office.institutions.length === 0) return
  const erasmusCode = textIn(read, reader, 'institution.erasmusCode')
  const found = alikes().find(name, (at) => mayBe(office.institutions[at], { country, erasmusCode }))
  const alike = found === undefined ? undefined : office.institutions[found.at]
  const slot = reader.slotOf.get('institution.name')
  if (alike === undefined || slot === undefined) return
  const column = reader.columnOf(slot) ?? null
  issues.add(read.row, column, name, warning('imports.issue.looks-like', { name: alike.name }))
}

function refused(reason: RowReason['reason'], params: RowReason['params']): FoundHost {
  return { kind: 'refused', reason: { reason, params } }
}
