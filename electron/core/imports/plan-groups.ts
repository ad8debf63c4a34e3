import type { Ids } from '#core/ports/ports.ts'
import {
  countOutcomes,
  createOutcomes,
  digestOf,
  type CellChange,
  type ImportPlan,
  type PlanInput,
  type PlannedWrite,
} from './plan.ts'
import type { RowRead } from './read-rows.ts'
import type { RowReason } from './row-reasons.ts'

/** All that a list says of one record, a partner with its agreements or a student, in one or several rows. */
interface Group {
  readonly rows: readonly RowRead[]
}

/** The rows of a list brought together by record. */
export interface Grouped<G extends Group> {
  readonly groups: readonly G[]
  readonly rejected: ReadonlyMap<number, RowReason>
  /** Rows that say exactly what an earlier row says, and that row. */
  readonly repeats: ReadonlyMap<number, number>
}

/** How the groups of one kind compare with the office, and what applying writes of each. */
export interface GroupRules<G extends Group> {
  /** The record of the office that a group is about. */
  officeId(group: G): string | undefined
  /** What each cell of a row changes in a record that the office has; `at` is its place in the group. */
  changesOf(read: RowRead, group: G, at: number): ReadonlyMap<number, CellChange>
  /** What a row of a known record adds besides, which no cell shows. */
  additionOf?(read: RowRead, group: G, at: number): RowReason | undefined
  /** The writes of a group; tells the id of a new record. Called once for each group. */
  writesOf(group: G, ids: Ids, onNew: (id: string) => void): Iterable<PlannedWrite>
  readonly entities: ImportPlan['entities']
  readonly updates: ImportPlan['updates']
}

const nothing: ReadonlyMap<number, CellChange> = new Map()

/** Makes the plan of a list from its groups: each row has one outcome, each group its writes. */
export function planGroups<G extends Group>(
  { groups, rejected, repeats }: Grouped<G>,
  rules: GroupRules<G>,
  { kinds, issues }: Pick<PlanInput, 'kinds' | 'issues'>,
): ImportPlan {
  const outcomes = createOutcomes(kinds)
  const reasons = new Map<number, RowReason>(rejected)
  const groupByRow = new Map<number, G>()
  const changes: string[] = []
  for (const [row, { reason, params }] of rejected) {
    outcomes.set(row, 'rejected')
    issues.add(row, null, null, { code: `imports.reason.${reason}`, severity: 'error', params })
  }
  for (const [row, of] of repeats)
    if (!rejected.has(row)) reasons.set(row, { reason: 'same-as-row', params: { row: of } })
  for (const group of groups) {
    const isNew = rules.officeId(group) === undefined
    for (const [at, read] of group.rows.entries()) {
      groupByRow.set(read.row, group)
      if (isNew) {
        outcomes.set(read.row, 'new')
        continue
      }
      const found = rules.changesOf(read, group, at)
      const added = rules.additionOf?.(read, group, at)
      if (found.size === 0 && added === undefined) continue
      outcomes.set(read.row, 'changed')
      if (found.size === 0 && added !== undefined) reasons.set(read.row, added)
      for (const [column, { before, after }] of found)
        changes.push(`${read.row} ${column} ${before} ${after}`)
      if (added !== undefined) changes.push(`${read.row} ${added.reason} ${JSON.stringify(added.params)}`)
    }
  }
  const idOf = new Map<G, string>()
  return {
    outcomes,
    reasons,
    counts: countOutcomes(outcomes),
    entities: rules.entities,
    updates: rules.updates,
    issues,
    digest: digestOf(outcomes, changes),
    changesOf(row) {
      const group = groupByRow.get(row)
      if (group === undefined || rules.officeId(group) === undefined) return nothing
      const at = group.rows.findIndex((own) => own.row === row)
      const read = group.rows[at]
      return read === undefined ? nothing : rules.changesOf(read, group, at)
    },
    *writes(ids) {
      for (const group of groups) yield [...rules.writesOf(group, ids, (id) => idOf.set(group, id))]
    },
    size: groups.length,
    recordOf(row) {
      const group = groupByRow.get(row)
      return group === undefined ? undefined : (rules.officeId(group) ?? idOf.get(group))
    },
  }
}
