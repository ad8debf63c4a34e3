import { countryFrom } from '#shared/domain/erasmus-code.ts'
import { matchKey } from '#shared/domain/text-folding.ts'
import type { PartnerGroup } from './group-partners.ts'
import { warning, type IssueLog } from './issues.ts'
import { identifiers, type InstitutionRow, type OfficePartners } from './office-partners.ts'
import type { PartnerReading } from './partner-terms.ts'
import type { RowReason } from './row-reasons.ts'

/**
 * Finds the institutions of the office that bear the name of a group that no identifier matched: same folded name,
 * countries that do not contradict each other, and one candidate on both sides. Names that are only alike never match.
 */
export function matchByName(
  groups: readonly PartnerGroup[],
  reading: PartnerReading,
  office: OfficePartners,
  rejected: Map<number, RowReason>,
  issues: IssueLog,
): readonly PartnerGroup[] {
  const taken = new Set(groups.flatMap((group) => (group.office === undefined ? [] : [group.office.id])))
  const candidates = new Map<PartnerGroup, readonly InstitutionRow[]>()
  const claims = new Map<string, number>()
  for (const group of groups) {
    if (group.office !== undefined || office.institutions.length === 0) continue
    const found = candidatesOf(group, reading, office).filter(({ id }) => !taken.has(id))
    if (found.length === 0) continue
    candidates.set(group, found)
    for (const { id } of found) claims.set(id, (claims.get(id) ?? 0) + 1)
  }
  return groups.flatMap((group) => {
    if (group.office !== undefined) warnOfNewIdentifiers(group, group.office, reading, issues)
    const found = candidates.get(group) ?? []
    const [only] = found
    if (only === undefined) return [group]
    if (found.length === 1 && claims.get(only.id) === 1) {
      warnOfNewIdentifiers(group, only, reading, issues)
      return [{ ...group, office: only }]
    }
    if (identifiers.some((identifier) => reading.text(group, `institution.${identifier}`) !== null)) {
      for (const { row } of group.rows)
        issues.add(row, null, null, warning('imports.issue.same-name', { name: only.name }))
      return [group]
    }
    for (const { row } of group.rows)
      rejected.set(row, { reason: 'several-in-office', params: { name: only.name, total: found.length } })
    return []
  })
}

function candidatesOf(
  group: PartnerGroup,
  reading: PartnerReading,
  office: OfficePartners,
): readonly InstitutionRow[] {
  const names = [reading.text(group, 'institution.name'), reading.text(group, 'institution.nameEn')]
  const keys = new Set(names.flatMap((name) => (name === null ? [] : [matchKey(name)])))
  const country = countryOf(group, reading)
  const found = new Map<string, InstitutionRow>()
  for (const key of keys) {
    for (const row of office.byName(key))
      if (country === null || row.country === null || row.country === country) found.set(row.id, row)
  }
  const candidates = [...found.values()]
  const exact = candidates.filter((row) => row.country === country)
  return exact.length > 0 ? exact : candidates
}

/** The country that a group says, or that its Erasmus code was issued in. */
export function countryOf(group: Pick<PartnerGroup, 'values'>, { text }: PartnerReading): string | null {
  return countryFrom(text(group, 'institution.country'), text(group, 'institution.erasmusCode'))
}

/** A known name under a code that the office knows otherwise: the code may have changed, or it is somebody else. */
function warnOfNewIdentifiers(
  group: PartnerGroup,
  known: InstitutionRow,
  reading: PartnerReading,
  issues: IssueLog,
): void {
  for (const identifier of identifiers) {
    const given = reading.text(group, `institution.${identifier}`)
    const held = known[identifier]
    if (given === null || held === null || given === held) continue
    const slot = reading.reader.slotOf.get(`institution.${identifier}`)
    const column = slot === undefined ? null : (reading.reader.columnOf(slot) ?? null)
    for (const { row } of group.rows)
      issues.add(
        row,
        column,
        given,
        warning('imports.issue.identifier-changes', { name: known.name, from: held, to: given }),
      )
  }
}
