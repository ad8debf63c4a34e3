import type { PartnerGroup } from './group-partners.ts'
import { cleaned, warning, type IssueLog } from './issues.ts'
import { createLikenessIndex } from './likeness.ts'
import { countryOf } from './match-names.ts'
import { mayBe, type OfficePartners } from './office-partners.ts'
import type { PartnerReading } from './partner-terms.ts'
import type { Pace } from './plan.ts'

/** Says which new names look like known ones: they are not the same for that, and the user may know better. */
export async function warnOfAlikes(
  groups: readonly PartnerGroup[],
  reading: PartnerReading,
  office: OfficePartners,
  issues: IssueLog,
  pace: Pace,
): Promise<void> {
  const fresh = groups.filter((group) => group.office === undefined)
  if (fresh.length === 0 || office.institutions.length === 0) return
  const [first] = fresh
  if (fresh.length > mostCompared && first?.rows[0] !== undefined) {
    issues.add(
      first.rows[0].row,
      null,
      null,
      warning('imports.issue.likeness-skipped', { total: fresh.length, max: mostCompared }),
    )
    return
  }
  const index = createLikenessIndex(office.institutions.map(({ name }) => name))
  const column = reading.reader.columnOf(reading.reader.slotOf.get('institution.name') ?? -1) ?? null
  for (const [at, group] of fresh.entries()) {
    if (at % 50 === 0) await pace(at)
    const name = reading.text(group, 'institution.name')
    const country = countryOf(group, reading)
    if (name === null) continue
    const erasmusCode = reading.text(group, 'institution.erasmusCode')
    const found = index.find(name, (known) => mayBe(office.institutions[known], { country, erasmusCode }))
    const alike = found === undefined ? undefined : office.institutions[found.at]
    if (alike === undefined) continue
    for (const { row } of group.rows)
      issues.add(row, column, name, warning('imports.issue.looks-like', { name: alike.name }))
  }
}

/** Comparing each new name with all known ones takes some milliseconds at most. */
const mostCompared = 5000

/** A country that only the Erasmus code tells is kept for new institutions, and said. */
export function noteCountries(
  groups: readonly PartnerGroup[],
  reading: PartnerReading,
  issues: IssueLog,
): void {
  const slot = reading.reader.slotOf.get('institution.erasmusCode')
  if (slot === undefined) return
  const column = reading.reader.columnOf(slot) ?? null
  for (const group of groups) {
    if (group.office !== undefined || reading.text(group, 'institution.country') !== null) continue
    const country = countryOf(group, reading)
    const [first] = group.rows
    if (country === null || first === undefined) continue
    const code = reading.text(group, 'institution.erasmusCode')
    issues.add(first.row, column, code, cleaned('imports.issue.country-from-code', { country }))
  }
}
