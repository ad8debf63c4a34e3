import { foldText } from '#shared/domain/text-folding.ts'
import { warning, type IssueLog } from './issues.ts'
import type { OfficeStudents, StudentRow } from './office-students.ts'
import type { RowRead, RowReader } from './read-rows.ts'
import type { RowReason } from './row-reasons.ts'
import { textIn } from './row-values.ts'

export type FoundStudent =
  | { readonly ok: true; readonly student: StudentRow }
  | { readonly ok: false; readonly reason: RowReason }

/**
 * Finds the student of the office that a row is about: by number, by European Student Identifier, by e-mail, or, for a
 * row with none of these, by a whole name that one student alone bears. Students are never made from a row that is
 * about something else.
 */
export function findStudent(
  read: RowRead,
  reader: RowReader,
  office: OfficeStudents,
  issues: IssueLog,
): FoundStudent {
  const studentNumber = textIn(read, reader, 'student.studentNumber')
  const esi = textIn(read, reader, 'student.esi')
  const email = textIn(read, reader, 'student.email')
  const byCode = [
    studentNumber === null ? undefined : office.byNumber(studentNumber),
    esi === null ? undefined : office.byEsi(esi),
  ].filter((row) => row !== undefined)
  const [first, second] = byCode
  if (first !== undefined && second !== undefined && first.id !== second.id)
    return refused('matches-several', { names: `${nameOf(first)} / ${nameOf(second)}` })
  if (first !== undefined) {
    warnOfOtherName(read, reader, first, issues)
    return { ok: true, student: first }
  }
  if (studentNumber !== null) return refused('unknown-student', { value: studentNumber })
  const byEmail = email === null ? undefined : office.byEmail(email)
  if (byEmail !== undefined) return { ok: true, student: byEmail }
  return findByName(read, reader, office, issues)
}

function findByName(
  read: RowRead,
  reader: RowReader,
  office: OfficeStudents,
  issues: IssueLog,
): FoundStudent {
  const familyName = textIn(read, reader, 'student.familyName')
  const givenNames = textIn(read, reader, 'student.givenNames')
  if (familyName === null || givenNames === null) return refused('no-student-number', {})
  const named = office.byName(familyName, givenNames)
  const [only] = named
  if (only === undefined) return refused('unknown-student', { value: `${familyName} ${givenNames}` })
  if (named.length > 1)
    return refused('several-students', { name: `${familyName} ${givenNames}`, total: named.length })
  const params = { name: nameOf(only), number: only.studentNumber }
  issues.add(
    read.row,
    columnOfName(reader),
    `${familyName} ${givenNames}`,
    warning('imports.issue.student-by-name', params),
  )
  return { ok: true, student: only }
}

/** A number that belongs to somebody with quite another name was mistyped, or the rows were mixed up. */
function warnOfOtherName(read: RowRead, reader: RowReader, student: StudentRow, issues: IssueLog): void {
  const familyName = textIn(read, reader, 'student.familyName')
  if (familyName === null || sharesWord(familyName, student.familyName)) return
  issues.add(
    read.row,
    columnOfName(reader),
    familyName,
    warning('imports.issue.student-other-name', { number: student.studentNumber, name: nameOf(student) }),
  )
}

/** Names change by marriage and by the part that a list leaves out: one word in common is enough. */
function sharesWord(a: string, b: string): boolean {
  const words = new Set(wordsOf(a))
  return wordsOf(b).some((word) => words.has(word))
}

function wordsOf(name: string): readonly string[] {
  return foldText(name)
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 1)
}

function columnOfName(reader: RowReader): number | null {
  const slot = reader.slotOf.get('student.familyName')
  return slot === undefined ? null : (reader.columnOf(slot) ?? null)
}

export function nameOf({ familyName, givenNames }: Pick<StudentRow, 'familyName' | 'givenNames'>): string {
  return `${familyName} ${givenNames}`
}

function refused(reason: RowReason['reason'], params: RowReason['params']): FoundStudent {
  return { ok: false, reason: { reason, params } }
}
