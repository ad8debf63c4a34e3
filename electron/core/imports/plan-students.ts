import type { FieldValue } from '#shared/entities/fields.ts'
import type { RowKinds } from './classify-rows.ts'
import { groupStudents, type StudentGroup, type StudentGroups } from './group-students.ts'
import type { IssueLog } from './issues.ts'
import type { OfficeStudents } from './office-students.ts'
import {
  countOutcomes,
  createOutcomes,
  digestOf,
  type CellChange,
  type ImportPlan,
  type Pace,
  type PlannedWrite,
} from './plan.ts'
import type { RowRead, RowReader } from './read-rows.ts'
import { isPatched, patchOf, updateOf } from './record-patch.ts'
import type { RowReason } from './row-reasons.ts'
import { isSameValue } from './same-value.ts'

/** Compares a list of students with the office. */
export async function planStudents(
  reads: readonly RowRead[],
  kinds: RowKinds,
  reader: RowReader,
  office: OfficeStudents,
  issues: IssueLog,
  pace: Pace,
): Promise<ImportPlan> {
  return finish(await groupStudents(reads, reader, office, issues, pace), kinds, reader, issues)
}

function finish(
  { groups, rejected, repeats }: StudentGroups,
  kinds: RowKinds,
  reader: RowReader,
  issues: IssueLog,
): ImportPlan {
  const outcomes = createOutcomes(kinds)
  const reasons = new Map<number, RowReason>(rejected)
  const groupByRow = new Map<number, StudentGroup>()
  const changes: string[] = []
  const updates = { students: 0 }
  for (const [row, { reason, params }] of rejected) {
    outcomes.set(row, 'rejected')
    issues.add(row, null, null, { code: `imports.reason.${reason}`, severity: 'error', params })
  }
  for (const [row, of] of repeats) reasons.set(row, { reason: 'same-as-row', params: { row: of } })
  for (const group of groups) {
    if (group.office !== undefined && isPatched(patchOf('student', group.office, valuesOf(group, reader))))
      updates.students += 1
    for (const read of group.rows) {
      groupByRow.set(read.row, group)
      if (group.office === undefined) outcomes.set(read.row, 'new')
      else {
        const found = cellChanges(read, group, reader)
        if (found.size > 0) outcomes.set(read.row, 'changed')
        for (const [column, { before, after }] of found)
          changes.push(`${read.row} ${column} ${before} ${after}`)
      }
    }
  }
  const idOf = new Map<StudentGroup, string>()
  return {
    outcomes,
    reasons,
    counts: countOutcomes(outcomes),
    entities: { students: groups.filter((group) => group.office === undefined).length },
    updates,
    issues,
    digest: digestOf(outcomes, changes),
    changesOf: (row) => {
      const group = groupByRow.get(row)
      const read = group?.rows.find((own) => own.row === row)
      return group === undefined || read === undefined ? new Map() : cellChanges(read, group, reader)
    },
    *writes(ids) {
      for (const group of groups) {
        const id = group.office?.id ?? ids.next()
        if (group.office === undefined) idOf.set(group, id)
        yield [...writeStudent(id, group, reader)]
      }
    },
    size: groups.length,
    recordOf: (row) => {
      const group = groupByRow.get(row)
      return group === undefined ? undefined : (group.office?.id ?? idOf.get(group))
    },
  }
}

function valuesOf({ values }: StudentGroup, reader: RowReader): Record<string, FieldValue> {
  const own: Record<string, FieldValue> = {}
  for (const [slot, value] of values.entries()) {
    const field = reader.targetOf(slot)?.field
    if (field !== undefined && value !== null) own[field.name] = value
  }
  return own
}

function* writeStudent(id: string, group: StudentGroup, reader: RowReader): Generator<PlannedWrite> {
  const values = valuesOf(group, reader)
  if (group.office === undefined)
    yield {
      table: 'student',
      kind: 'insert',
      row: { status: 'student', isSchooledInFrance: true, ...values, id },
    }
  else yield* updateOf('student', id, patchOf('student', group.office, values))
}

function cellChanges(
  read: RowRead,
  { values, office }: StudentGroup,
  reader: RowReader,
): ReadonlyMap<number, CellChange> {
  const changes = new Map<number, CellChange>()
  if (office === undefined) return changes
  const held: Readonly<Record<string, FieldValue>> = office
  for (const [slot, own] of read.values.entries()) {
    const column = reader.columnOf(slot)
    const field = reader.targetOf(slot)?.field
    const value = values[slot] ?? own
    if (own === null || value === null || column === undefined || field === undefined || changes.has(column))
      continue
    const before = heldValue(field.field.type, held[field.name] ?? null)
    if (isSameValue(field.field, before, value)) continue
    changes.set(column, { before: before === null ? '' : String(before), after: String(value) })
  }
  return changes
}

/** A boolean is stored as 0 or 1. */
function heldValue(type: string, value: FieldValue): FieldValue {
  return type === 'boolean' && typeof value === 'number' ? value === 1 : value
}
