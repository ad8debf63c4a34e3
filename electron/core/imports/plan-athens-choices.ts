import { parseAthensCourse } from '#shared/domain/athens.ts'
import { matchKey } from '#shared/domain/text-folding.ts'
import type { BulkRow } from '#core/db/bulk.ts'
import { readCourseResult, type CourseResult } from './course-results.ts'
import { nameOf } from './find-students.ts'
import { warning } from './issues.ts'
import type { StudentRow } from './office-students.ts'
import { planGroups } from './plan-groups.ts'
import type { ImportPlan, PlanInput, PlannedWrite } from './plan.ts'
import { choiceChanges, groupByStudent, withoutRepeats, type RankedChoice } from './ranked-choices.ts'
import type { RowRead } from './read-rows.ts'
import type { RowReason } from './row-reasons.ts'
import { textIn } from './row-values.ts'
import { choiceColumns, type AthensChoiceTargetKey } from './targets-athens-choices.ts'

interface OfficeChoices {
  readonly courses: ReadonlyMap<string, string>
  /** Wishes of the session by student: course and rank of each. */
  readonly wishes: ReadonlyMap<string, readonly WishRow[]>
  readonly registrations: ReadonlyMap<string, RegistrationRow>
}
interface WishRow {
  readonly id: string
  readonly studentId: string
  readonly courseId: string
  readonly rank: number
}
interface RegistrationRow {
  readonly id: string
  readonly studentId: string
  readonly courseId: string
  readonly status: string
}

/** What a list says of one student: ranked courses, or the course that came back. */
interface ChoiceGroup {
  readonly rows: readonly RowRead[]
  readonly student: StudentRow
  readonly writes: readonly Change[]
}

type Change =
  | { readonly table: 'wish' | 'athensRegistration'; readonly id: string; readonly values: BulkRow }
  | { readonly table: 'wish' | 'athensRegistration'; readonly id: undefined; readonly values: BulkRow }

/**
 * Compares a list of ATHENS choices, or of results, with the office. One row per student with choices in columns, or one
 * row per choice with its rank; a row with a result, or a course without a rank, says which course the student has.
 */
export async function planAthensChoices(input: PlanInput): Promise<ImportPlan> {
  const { groups, rejected, repeats } = await groupChoices(input)
  const changed = groups.filter(({ writes }) => writes.length > 0)
  const created = (table: Change['table']) =>
    changed.flatMap(({ writes }) => writes.filter((one) => one.table === table && one.id === undefined))
      .length
  const updated = (table: Change['table']) =>
    changed.flatMap(({ writes }) => writes.filter((one) => one.table === table && one.id !== undefined))
      .length
  return planGroups(
    { groups, rejected, repeats },
    {
      officeId: ({ student }) => student.id,
      changesOf: () => new Map(),
      additionOf: (_read, { writes, student }, at) =>
        writes.length === 0 || at > 0
          ? undefined
          : { reason: 'sets-choices', params: { name: nameOf(student), count: writes.length } },
      *writesOf({ writes }, ids): Generator<PlannedWrite> {
        for (const { table, id, values } of writes)
          if (id === undefined) yield { table, kind: 'insert', row: { ...values, id: ids.next() } }
          else yield { table, kind: 'update', id, values }
      },
      entities: { athensWishes: created('wish'), athensRegistrations: created('athensRegistration') },
      updates: { athensWishes: updated('wish'), athensRegistrations: updated('athensRegistration') },
    },
    { kinds: input.kinds, issues: input.issues },
  )
}

async function groupChoices(input: PlanInput) {
  const office = readChoices(input)
  const refused = input.options.athensSession === undefined ? 'no-session' : undefined
  const { choosing, rejected, repeats } = await groupByStudent(input, refused)
  const groups: ChoiceGroup[] = []
  for (const { student, rows } of choosing) {
    const group = readGroup(student, rows, office, input)
    if ('reason' in group) for (const { row } of rows) rejected.set(row, group)
    else groups.push(group)
  }
  return { groups, rejected, repeats }
}

function readGroup(
  student: StudentRow,
  rows: readonly RowRead[],
  office: OfficeChoices,
  input: PlanInput,
): ChoiceGroup | RowReason {
  const wishes: RankedChoice[] = []
  const results: { courseId: string; status: CourseResult }[] = []
  for (const read of rows) {
    for (const [at, key] of choiceColumns.entries()) {
      const courseId = courseIn(read, key, office, input)
      if (courseId !== undefined) wishes.push({ item: courseId, rank: at + 1 })
    }
    const courseId = courseIn(read, 'athensChoice.course', office, input)
    const rank = Number(textIn(read, input.reader, 'athensChoice.rank') ?? Number.NaN)
    const said = textIn(read, input.reader, 'athensChoice.result')
    if (courseId !== undefined && Number.isInteger(rank) && rank >= 1 && rank <= 20 && said === null)
      wishes.push({ item: courseId, rank })
    else if (courseId !== undefined || said !== null) {
      const held = office.registrations.get(student.id)?.courseId
      const status = said === null ? 'accepted' : readCourseResult(said)
      const of = courseId ?? held
      if (status === undefined) return { reason: 'unknown-result', params: { value: said ?? '' } }
      if (of === undefined) return { reason: 'result-without-course', params: { name: nameOf(student) } }
      results.push({ courseId: of, status })
    }
  }
  const [result, other] = results
  if (other !== undefined) return { reason: 'two-results', params: { name: nameOf(student) } }
  const kept = keepBestRanks(wishes, rows, input)
  const held = office.wishes.get(student.id) ?? []
  const writes = [...wishWrites(student.id, kept, held), ...resultWrites(student.id, result, office)]
  return { rows, student, writes }
}

/** The course that a cell names; one that the session does not have is said at its cell and left out. */
function courseIn(
  read: RowRead,
  key: AthensChoiceTargetKey,
  { courses }: OfficeChoices,
  { reader, issues, options }: PlanInput,
): string | undefined {
  const written = textIn(read, reader, key)
  if (written === null) return undefined
  const code = parseAthensCourse(/^[A-Za-z]{2,6}[ -]?\d{1,3}(?![\w])/.exec(written)?.[0] ?? written)
  const found = code.ok ? courses.get(code.value) : courses.get(matchKey(written))
  if (found === undefined) {
    const column = reader.columnOf(reader.slotOf.get(key) ?? -1) ?? null
    const params = { code: written, session: options.athensSession ?? '' }
    issues.add(read.row, column, written, warning('imports.issue.unknown-course', params))
  }
  return found
}

/** A course given twice keeps its better rank, and it is said. */
function keepBestRanks(
  wishes: readonly RankedChoice[],
  rows: readonly RowRead[],
  { issues }: PlanInput,
): readonly RankedChoice[] {
  const { kept, dropped } = withoutRepeats(wishes)
  const row = rows[0]?.row
  if (dropped > 0 && row !== undefined)
    issues.add(row, null, null, warning('imports.issue.repeated-choice', { count: dropped }))
  return kept
}

function wishWrites(
  studentId: string,
  wanted: readonly RankedChoice[],
  held: readonly WishRow[],
): readonly Change[] {
  if (wanted.length === 0) return []
  const own = held.map(({ id, courseId, rank }) => ({ id, item: courseId, rank }))
  return choiceChanges(wanted, own).map((change): Change => {
    const { rank } = change
    if (change.kind === 'rank') return { table: 'wish', id: change.id, values: { rank } }
    const courseId = change.item
    return change.kind === 'add'
      ? { table: 'wish', id: undefined, values: { studentId, courseId, rank } }
      : { table: 'wish', id: change.id, values: { courseId, rank, meetsPrerequisites: null } }
  })
}

function resultWrites(
  studentId: string,
  result: { readonly courseId: string; readonly status: CourseResult } | undefined,
  { registrations, wishes }: OfficeChoices,
): readonly Change[] {
  if (result === undefined) return []
  const { courseId, status } = result
  const held = registrations.get(studentId)
  const rank = wishes.get(studentId)?.find((wish) => wish.courseId === courseId)?.rank ?? null
  if (held === undefined)
    return [
      {
        table: 'athensRegistration',
        id: undefined,
        values: { studentId, courseId, status, rank, isLocked: false },
      },
    ]
  if (held.courseId === courseId && held.status === status) return []
  return [{ table: 'athensRegistration', id: held.id, values: { courseId, status, rank } }]
}

function readChoices({ raw, options }: PlanInput): OfficeChoices {
  const session = options.athensSession ?? ''
  const courses = new Map<string, string>()
  const rows = raw
    .prepare<[string], { id: string; code: string; title: string }>(
      'SELECT id, code, title FROM athensCourse WHERE session = ?',
    )
    .all(session)
  for (const { id, code, title } of rows) {
    const read = parseAthensCourse(code)
    courses.set(read.ok ? read.value : code, id)
    courses.set(matchKey(title), id)
  }
  const wishes = raw
    .prepare<[string], WishRow>(
      `SELECT w.id, w.studentId, w.courseId, w.rank FROM wish w JOIN athensCourse c ON c.id = w.courseId
       WHERE c.session = ? ORDER BY w.rank, w.id`,
    )
    .all(session)
  const registrations = raw
    .prepare<[string], RegistrationRow>(
      `SELECT g.id, g.studentId, g.courseId, g.status FROM athensRegistration g JOIN athensCourse c ON c.id = g.courseId
       WHERE c.session = ? AND g.status <> 'cancelled' ORDER BY g.id`,
    )
    .all(session)
  return {
    courses,
    wishes: Map.groupBy(wishes, ({ studentId }) => studentId),
    registrations: new Map(registrations.map((row) => [row.studentId, row])),
  }
}
