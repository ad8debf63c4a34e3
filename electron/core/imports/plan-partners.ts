import type { RowKinds } from './classify-rows.ts'
import { groupPartners, type PartnerGroup } from './group-partners.ts'
import { createIssueLog, type IssueLog } from './issues.ts'
import { matchByName } from './match-names.ts'
import type { OfficePartners } from './office-partners.ts'
import { partnerCellChanges } from './partner-changes.ts'
import type { PartnerReading } from './partner-terms.ts'
import { placePartner, type PlacedPartner, type RowPlacement } from './place-partners.ts'
import { breathEvery, countOutcomes, createOutcomes, digestOf, type ImportPlan, type Pace } from './plan.ts'
import type { RowRead } from './read-rows.ts'
import type { RowReason } from './row-reasons.ts'
import { noteCountries, warnOfAlikes } from './warn-partners.ts'
import { createPartnerTally, writePartner, type PartnerTally } from './write-partners.ts'

/**
 * A group, with the places of what it says where the office knows the institution. For new ones they are worked out
 * again when they are written: a long list of new partners would otherwise weigh several times what the file does.
 */
interface PlannedGroup extends PartnerGroup {
  readonly placed: PlacedPartner | undefined
}

/** Compares a list of partners with the office. */
export async function planPartners(
  reads: readonly RowRead[],
  kinds: RowKinds,
  reading: PartnerReading,
  office: OfficePartners,
  issues: IssueLog,
  pace: Pace,
): Promise<ImportPlan> {
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
  return finishPlan({ planned, tally, rejected, repeats: grouped.repeats, kinds, reading, office, issues })
}

interface Findings {
  readonly planned: readonly PlannedGroup[]
  readonly tally: PartnerTally
  readonly rejected: ReadonlyMap<number, RowReason>
  readonly repeats: ReadonlyMap<number, number>
  readonly kinds: RowKinds
  readonly reading: PartnerReading
  readonly office: OfficePartners
  readonly issues: IssueLog
}

function finishPlan({
  planned,
  tally,
  rejected,
  repeats,
  kinds,
  reading,
  office,
  issues,
}: Findings): ImportPlan {
  const outcomes = createOutcomes(kinds)
  const reasons = new Map<number, RowReason>(rejected)
  const groupByRow = new Map<number, PlannedGroup>()
  const changes: string[] = []
  for (const [row, { reason, params }] of rejected) {
    outcomes.set(row, 'rejected')
    issues.add(row, null, null, { code: `imports.reason.${reason}`, severity: 'error', params })
  }
  for (const [row, of] of repeats)
    if (!rejected.has(row)) reasons.set(row, { reason: 'same-as-row', params: { row: of } })
  for (const group of planned) {
    for (const [at, read] of group.rows.entries()) {
      groupByRow.set(read.row, group)
      if (group.placed === undefined) outcomes.set(read.row, 'new')
      else decideKnown(read, group, group.placed.rows[at] ?? nowhere, { reading, outcomes, reasons, changes })
    }
  }
  const idOf = new Map<PlannedGroup, string>()
  return {
    outcomes,
    reasons,
    counts: countOutcomes(outcomes),
    entities: tally.entities,
    updates: tally.updates,
    issues,
    digest: digestOf(outcomes, changes),
    changesOf: (row) => {
      const group = groupByRow.get(row)
      const at = group?.rows.findIndex((read) => read.row === row) ?? -1
      const read = group?.rows[at]
      if (group?.placed === undefined || read === undefined) return new Map()
      return partnerCellChanges(read, group, group.placed.rows[at] ?? nowhere, reading)
    },
    *writes(ids) {
      const silent = createIssueLog('')
      for (const group of planned) {
        const placed = group.placed ?? placePartner(group, reading, office, silent)
        yield [...writePartner(group, placed, reading, ids, (id) => idOf.set(group, id))]
      }
    },
    size: planned.length,
    recordOf: (row) => {
      const group = groupByRow.get(row)
      return group === undefined ? undefined : (group.office?.id ?? idOf.get(group))
    },
  }
}

const nowhere: RowPlacement = { agreement: undefined, condition: undefined, places: [] }

interface Decisions {
  readonly reading: PartnerReading
  readonly outcomes: ReturnType<typeof createOutcomes>
  readonly reasons: Map<number, RowReason>
  readonly changes: string[]
}

function decideKnown(
  read: RowRead,
  group: PlannedGroup,
  placement: RowPlacement,
  { reading, outcomes, reasons, changes }: Decisions,
): void {
  const found = partnerCellChanges(read, group, placement, reading)
  const { agreement, condition } = placement
  const isAdded =
    agreement !== undefined &&
    (agreement.office === undefined || (condition !== undefined && condition.office === undefined))
  if (found.size === 0 && !isAdded) return
  outcomes.set(read.row, 'changed')
  if (found.size === 0) reasons.set(read.row, { reason: 'adds-agreement', params: {} })
  for (const [column, { before, after }] of found) changes.push(`${read.row} ${column} ${before} ${after}`)
  if (isAdded) changes.push(`${read.row} ${agreement.kind}`)
}
