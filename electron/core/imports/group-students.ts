import type { FieldValue } from '#shared/entities/fields.ts'
import { warning, type IssueLog } from './issues.ts'
import { findRepeats, mergeRows } from './merge-rows.ts'
import type { OfficeStudents, StudentRow } from './office-students.ts'
import { breathEvery, type Pace } from './plan.ts'
import type { RowRead, RowReader } from './read-rows.ts'
import { createRowGroups, type RowGroups } from './row-groups.ts'
import type { RowReason } from './row-reasons.ts'
import type { TargetKey } from './targets.ts'

/** All that a list says of one student. */
export interface StudentGroup {
  readonly rows: readonly RowRead[]
  readonly values: readonly FieldValue[]
  readonly office: StudentRow | undefined
}

export interface StudentGroups {
  readonly groups: readonly StudentGroup[]
  readonly rejected: ReadonlyMap<number, RowReason>
  /** Rows that say exactly what an earlier row says. */
  readonly repeats: ReadonlyMap<number, number>
}

interface Findings {
  readonly rejected: Map<number, RowReason>
  readonly repeats: Map<number, number>
  readonly issues: IssueLog
}

/**
 * Brings together the rows about one student: by student number, by European Student Identifier, or, for a row without
 * number, by the e-mail address of the one student who has it.
 */
export async function groupStudents(
  reads: readonly RowRead[],
  reader: RowReader,
  office: OfficeStudents,
  issues: IssueLog,
  pace: Pace,
): Promise<StudentGroups> {
  const findings: Findings = { rejected: new Map(), repeats: new Map(), issues }
  const text = textReaderOf(reader)
  const joined = createRowGroups(reads.length)
  const shared = joinRows(reads, text, joined)
  const known = reads.map((read) => knownStudents(read, text, office, shared))
  for (const [at, rows] of known.entries()) for (const { id } of rows) joined.join(at, `office ${id}`)
  const groups: StudentGroup[] = []
  for (const [at, members] of joined.list().entries()) {
    if (at % breathEvery === 0) await pace(at)
    const rows = members.flatMap((member) => reads[member] ?? [])
    const students = new Map(members.flatMap((member) => known[member] ?? []).map((row) => [row.id, row]))
    const group = settle(rows, reader, text, students, findings)
    if (group !== undefined) groups.push(group)
  }
  return { groups, rejected: findings.rejected, repeats: findings.repeats }
}

type TextOf = (read: Pick<RowRead, 'values'>, key: TargetKey) => string | null

function textReaderOf(reader: RowReader): TextOf {
  return (read, key) => {
    const slot = reader.slotOf.get(key)
    const value = slot === undefined ? null : read.values[slot]
    return typeof value === 'string' ? value : null
  }
}

const none: readonly StudentRow[] = []

/** The students of the office that a row means; an address that several rows share means none. */
function knownStudents(
  read: RowRead,
  text: TextOf,
  office: OfficeStudents,
  shared: ReadonlySet<string>,
): readonly StudentRow[] {
  const studentNumber = text(read, 'student.studentNumber')
  const esi = text(read, 'student.esi')
  const byNumber = studentNumber === null ? undefined : office.byNumber(studentNumber)
  const byEsi = esi === null ? undefined : office.byEsi(esi)
  if (byNumber !== undefined || byEsi !== undefined)
    return [byNumber, byEsi].filter((row) => row !== undefined)
  const email = studentNumber === null ? emailOf(read, text) : null
  const byEmail = email === null || shared.has(email) ? undefined : office.byEmail(email)
  return byEmail === undefined ? none : [byEmail]
}

/** Joins rows by what identifies them. @returns the addresses that name nobody because several students share them */
function joinRows(reads: readonly RowRead[], text: TextOf, groups: RowGroups): ReadonlySet<string> {
  for (const [at, read] of reads.entries()) {
    const studentNumber = text(read, 'student.studentNumber')
    const esi = text(read, 'student.esi')
    if (studentNumber !== null) groups.join(at, `number ${studentNumber}`)
    if (esi !== null) groups.join(at, `esi ${esi}`)
  }
  return joinByEmail(reads, text, groups)
}

/**
 * Rows without number that have the e-mail address of a student of the list who has one: joined when there is one such
 * student. Where several share the address it names none of them, here or in the office.
 */
function joinByEmail(reads: readonly RowRead[], text: TextOf, groups: RowGroups): ReadonlySet<string> {
  const numbered = new Map<string, number[]>()
  for (const [at, read] of reads.entries()) {
    const email = emailOf(read, text)
    if (email === null || text(read, 'student.studentNumber') === null) continue
    const known = numbered.get(email)
    if (known === undefined) numbered.set(email, [at])
    else known.push(at)
  }
  const shared = new Set<string>()
  for (const [at, read] of reads.entries()) {
    const email = emailOf(read, text)
    if (email === null || text(read, 'student.studentNumber') !== null) continue
    const roots = new Set((numbered.get(email) ?? []).map((other) => groups.rootOf(other)))
    const [root] = roots
    if (roots.size > 1) shared.add(email)
    else if (root !== undefined) groups.union(at, root)
  }
  return shared
}

function emailOf(read: RowRead, text: TextOf): string | null {
  return text(read, 'student.email')?.toLowerCase() ?? null
}

function settle(
  all: readonly RowRead[],
  reader: RowReader,
  text: TextOf,
  known: ReadonlyMap<string, StudentRow>,
  { rejected, repeats, issues }: Findings,
): StudentGroup | undefined {
  const reject = (rows: readonly RowRead[], reason: RowReason) => {
    for (const { row } of rows) rejected.set(row, reason)
    return undefined
  }
  if (known.size > 1)
    return reject(all, {
      reason: 'matches-several',
      params: { names: [...known.values()].map(nameOf).join(' / ') },
    })
  const [student] = known.values()
  const repeated = all.length === 1 ? new Map<number, number>() : findRepeats(all)
  const rows = all.filter(({ row }) => !repeated.has(row))
  const [first] = rows
  if (first === undefined) return undefined
  const merged =
    rows.length === 1
      ? undefined
      : mergeRows(rows, reader, (key) => (key === 'student.notes' ? 'lines' : 'conflict'))
  if (merged !== undefined && merged.rejected.size > 0) {
    const numbers = all.map(({ row }) => row).join(', ')
    return reject(all, { reason: 'duplicate-student', params: { rows: numbers } })
  }
  const values = merged?.values ?? first.values
  const refusal = student === undefined ? missingOf({ values }, text) : undefined
  if (refusal !== undefined) return reject(all, { reason: refusal, params: {} })
  for (const [row, of] of repeated) repeats.set(row, of)
  if (student !== undefined) warnOfNewNumber(rows, values, student, text, reader, issues)
  return { rows, values, office: student }
}

function missingOf(
  read: Pick<RowRead, 'values'>,
  text: TextOf,
): 'no-student-number' | 'no-student-name' | undefined {
  if (text(read, 'student.studentNumber') === null) return 'no-student-number'
  const isNamed = text(read, 'student.familyName') !== null && text(read, 'student.givenNames') !== null
  return isNamed ? undefined : 'no-student-name'
}

function nameOf({ familyName, givenNames }: StudentRow): string {
  return `${familyName} ${givenNames}`
}

function warnOfNewNumber(
  rows: readonly RowRead[],
  values: readonly FieldValue[],
  student: StudentRow,
  text: TextOf,
  reader: RowReader,
  issues: IssueLog,
): void {
  const given = text({ values }, 'student.studentNumber')
  if (given === null || given === student.studentNumber) return
  const column = reader.columnOf(reader.slotOf.get('student.studentNumber') ?? -1) ?? null
  const params = { name: nameOf(student), from: student.studentNumber, to: given }
  for (const { row } of rows)
    issues.add(row, column, given, warning('imports.issue.identifier-changes', params))
}
