import { currentYear } from './decide-options.ts'
import { groupPartners, type PartnerGroup } from './group-partners.ts'
import { createIssueLog } from './issues.ts'
import { matchByName } from './match-names.ts'
import { readOfficePartners } from './office-partners.ts'
import { partnerCellChanges } from './partner-changes.ts'
import { createPartnerReading, type PartnerReading } from './partner-terms.ts'
import { placePartner, type PlacedPartner, type RowPlacement } from './place-partners.ts'
import { planGroups } from './plan-groups.ts'
import { breathEvery, type ImportPlan, type PlanInput } from './plan.ts'
import type { RowReason } from './row-reasons.ts'
import { noteCountries, warnOfAlikes } from './warn-partners.ts'
import { createPartnerTally, writePartner } from './write-partners.ts'

/**
 * A group, with the places of what it says where the office knows the institution. For new ones they are worked out
 * again when they are written: a long list of new partners would otherwise weigh several times what the file does.
 */
interface PlannedGroup extends PartnerGroup {
  readonly placed: PlacedPartner | undefined
}

/** Compares a list of partners with the office. */
export async function planPartners(input: PlanInput): Promise<ImportPlan> {
  const { reads, issues, pace } = input
  const reading = readingOf(input)
  const office = readOfficePartners(input.raw)
  const grouped = await groupPartners(reads, reading, office, issues, pace)
  const rejected = new Map(grouped.rejected)
  const groups = matchByName(grouped.groups, reading, office, rejected, issues)
  const tally = createPartnerTally(reading)
  const planned: PlannedGroup[] = []
  for (const [at, group] of groups.entries()) {
    if (at % breathEvery === 0) await pace(at)
    if (group.office === undefined && reading.value(group, 'institution.name') === null) {
      for (const { row } of group.rows) rejected.set(row, { reason: 'unknown-institution', params: {} })
      continue
    }
    const placed = placePartner(group, reading, office, issues)
    tally.add(group, placed)
    planned.push({ ...group, placed: group.office === undefined ? undefined : placed })
  }
  await warnOfAlikes(planned, reading, office, issues, pace)
  noteCountries(planned, reading, issues)
  const silent = createIssueLog('')
  return planGroups(
    { groups: planned, rejected, repeats: grouped.repeats },
    {
      officeId: (group) => group.office?.id,
      changesOf: (read, group, at) => partnerCellChanges(read, group, placementOf(group, at), reading),
      additionOf: (_read, group, at) => additionOf(placementOf(group, at)),
      writesOf(group, ids, onNew) {
        const placed = group.placed ?? placePartner(group, reading, office, silent)
        return writePartner(group, placed, reading, ids, onNew)
      },
      entities: tally.entities,
      updates: tally.updates,
    },
    input,
  )
}

function readingOf({ reader, options, today }: PlanInput): PartnerReading {
  const current = currentYear(today)
  return createPartnerReading(reader, {
    academicYear: options.academicYear ?? current,
    semester: options.semester ?? 'any',
    agreementKind: options.agreementKind,
    agreements: options.agreements ?? true,
    currentYear: current,
  })
}

const nowhere: RowPlacement = { agreement: undefined, condition: undefined, places: [] }

function placementOf({ placed }: PlannedGroup, at: number): RowPlacement {
  return placed?.rows[at] ?? nowhere
}

/** An agreement or a condition that the office does not have yet. */
function additionOf({ agreement, condition }: RowPlacement): RowReason | undefined {
  const isAdded =
    agreement !== undefined &&
    (agreement.office === undefined || (condition !== undefined && condition.office === undefined))
  return isAdded ? { reason: 'adds-agreement', params: {} } : undefined
}
