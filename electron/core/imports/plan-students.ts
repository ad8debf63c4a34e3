import { groupStudents } from './group-students.ts'
import { readOfficeStudents } from './office-students.ts'
import { planGroups } from './plan-groups.ts'
import type { ImportPlan, PlanInput } from './plan.ts'
import { changesOfRecord, valuesOfRecord } from './record-changes.ts'
import { isPatched, patchOf, updateOf } from './record-patch.ts'

/** Compares a list of students with the office. */
export async function planStudents(input: PlanInput): Promise<ImportPlan> {
  const { reads, reader, issues, raw, pace } = input
  const grouped = await groupStudents(reads, reader, readOfficeStudents(raw), issues, pace)
  const known = grouped.groups.flatMap(({ office, values }) =>
    office === undefined ? [] : [patchOf('student', office, valuesOfRecord('student', values, reader))],
  )
  return planGroups(
    grouped,
    {
      officeId: ({ office }) => office?.id,
      changesOf: (read, { office, values }) =>
        office === undefined ? new Map() : changesOfRecord('student', office, read, values, reader),
      *writesOf({ office, values }, ids, onNew) {
        const own = valuesOfRecord('student', values, reader)
        if (office !== undefined) {
          yield* updateOf('student', office.id, patchOf('student', office, own))
          return
        }
        const id = ids.next()
        onNew(id)
        const row = { status: 'student', isSchooledInFrance: true, ...own, id }
        yield { table: 'student', kind: 'insert', row }
      },
      entities: { students: grouped.groups.length - known.length },
      updates: { students: known.filter(isPatched).length },
    },
    input,
  )
}
