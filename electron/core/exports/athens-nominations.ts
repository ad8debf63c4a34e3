import { join } from 'node:path'
import { DomainError } from '#shared/domain/errors.ts'
import type { AthensPreset } from '#shared/contract/athens.ts'
import type { School } from '#shared/contract/settings.ts'
import { readPreset } from '#core/features/athens/preset.service.ts'
import {
  athensWeeksOf,
  collectAthens,
  type AthensCandidate,
} from '#core/features/nominations/athens-candidates.ts'
import { safeFileName } from '#core/workbooks/file-names.ts'
import type { WorkbookCell, WorkbookColumn, WorkbookSheet } from '#core/workbooks/workbook-types.ts'
import { writeWorkbook } from '#core/workbooks/write-workbook.ts'
import { defineExport, type ExportContext, type ExportParams, type Words } from './define-export.ts'
import {
  choiceWord,
  columnMaker,
  countryWord,
  cycleWord,
  subjectSheet,
  type NominationColumn,
} from './nomination-columns.ts'
import { booleanParam, textParam } from './params.ts'

/** The students of one ATHENS session with their ranked choices: one row each, and a sheet that names the courses. */
export const athensNominations = defineExport({
  id: 'athens-nominations',
  titleKey: 'export.title.athens-nominations',
  extension: 'xlsx',
  params: [
    { key: 'session', type: 'athens-session', required: true },
    { key: 'perHost', type: 'boolean', required: false },
    { key: 'includeIncomplete', type: 'boolean', required: false },
  ],
  async run(context, params) {
    const { words, progress, read } = context
    progress('collecting', 0, null)
    const session = textParam(params, 'session')
    const { school, candidates, leftOut } = await candidatesOf(context, params, session)
    const preset = await readPreset(read)
    const packageName = words.t('export.file.athens', { session })
    const files = []
    for (const book of booksOf(context, session, candidates, booleanParam(params, 'perHost'))) {
      const name = `${safeFileName(book.name)}.xlsx`
      const path = join(context.outFolder, name)
      await writeWorkbook({
        path,
        title: book.name,
        language: book.words.language,
        today: context.today,
        signal: context.signal,
        sheets: [
          studentsSheet(session, school, book.candidates, preset, book.words),
          choicesSheet(book.candidates, book.words),
        ],
        onRows: (rows) => progress('writing', Math.min(rows, candidates.length), candidates.length),
      })
      const studentIds = book.candidates.map(({ student }) => student.studentId)
      const mobilityIds = await athensWeeksOf(read, session, studentIds)
      files.push({ name, path, rows: book.candidates.length, mobilityIds })
    }
    return { files, packageName, leftOut }
  },
})

interface Book {
  readonly name: string
  readonly words: Words
  readonly candidates: readonly AthensCandidate[]
}

/** One workbook for the network, or one for each host whose courses are proposed, in its language. */
function booksOf(
  { words, wordsIn }: ExportContext,
  session: string,
  candidates: readonly AthensCandidate[],
  isPerHost: boolean,
): readonly Book[] {
  if (!isPerHost) return [{ name: words.t('export.file.athens', { session }), words, candidates }]
  const placed = candidates.flatMap((candidate) => {
    const course = candidate.choices.find((one) => one.course.id === candidate.registration?.courseId)?.course
    return course === undefined ? [] : [{ candidate, course }]
  })
  if (placed.length === 0) throw new DomainError('nothing-to-export', { reason: 'no-proposals', session })
  return [...Map.groupBy(placed, ({ course }) => course.institutionId).values()].map((own) => {
    const host = own[0]?.course
    const name = words.t('export.file.athensHost', { session, host: host?.host ?? '' })
    const language = host?.nominationLanguage === 'fr' ? 'fr' : 'en'
    return { name, words: wordsIn(language), candidates: own.map(({ candidate }) => candidate) }
  })
}

async function candidatesOf(context: ExportContext, params: ExportParams, session: string) {
  const { school, schoolMissing, candidates: all } = await collectAthens(context.read, session)
  if (all.length === 0) throw new DomainError('nothing-to-export', { reason: 'no-wishes', session })
  // once courses are allocated, those who have none are not nominated
  const isAllocated = all.some(({ registration }) => registration !== undefined)
  const candidates = all.filter(({ registration }) => !isAllocated || registration !== undefined)
  if (booleanParam(params, 'includeIncomplete')) return { school, candidates, leftOut: 0 }
  if (schoolMissing.length > 0)
    throw new DomainError('nothing-to-export', {
      reason: 'school-incomplete',
      fields: schoolMissing.join(', '),
    })
  const complete = candidates.filter((candidate) => candidate.missing.length === 0)
  if (complete.length === 0)
    throw new DomainError('nothing-to-export', {
      reason: 'all-incomplete',
      session,
      count: candidates.length,
    })
  return { school, candidates: complete, leftOut: candidates.length - complete.length }
}

interface Subject {
  readonly session: string
  readonly student: AthensCandidate['student']
  readonly choices: AthensCandidate['choices']
  /** The course that is proposed to the student. */
  readonly course: string | null
}
const column = columnMaker<Subject>()

/** Columns of the network's own file were not found: these follow its rules and the practice of ranked choices. */
const studentColumns: Readonly<Record<AthensPreset['columns'][number], NominationColumn<Subject>>> = {
  session: column('nomination.column.session', ({ session }) => session),
  homeInstitution: column('nomination.column.homeInstitution', (_, school) => school.name),
  localCoordinator: column('nomination.column.localCoordinator', (_, school) => school.athensCoordinatorName),
  localCoordinatorEmail: column(
    'nomination.column.localCoordinatorEmail',
    (_, school) => school.athensCoordinatorEmail,
  ),
  familyName: column('nomination.column.familyName', ({ student }) => student.familyName),
  givenNames: column('nomination.column.givenNames', ({ student }) => student.givenNames),
  gender: column('nomination.column.gender', ({ student }, _, words) =>
    choiceWord('student', 'gender', student.gender, words),
  ),
  birthDate: column('nomination.column.birthDate', ({ student }) => student.birthDate, 'date'),
  nationality: column('nomination.column.nationality', ({ student }, _, words) =>
    countryWord(student.nationality, words),
  ),
  email: column('nomination.column.email', ({ student }) => student.email),
  phone: column('nomination.column.phone', ({ student }) => student.phone),
  studentNumber: column('nomination.column.studentNumber', ({ student }) => student.studentNumber),
  cycle: column('nomination.column.cycle', ({ student }, _, words) => cycleWord(student.eqfLevel, words)),
  studyYear: column('nomination.column.studyYear', ({ student }) => student.studyYear, 'number'),
  programme: column('nomination.column.programme', ({ student }) => student.programme),
  track: column('nomination.column.track', ({ student }) => student.track),
  ects: column('nomination.column.ects', ({ student }) => student.ectsAcquired, 'number'),
  course: column('nomination.column.course', ({ course }) => course),
}

const fewestChoices = 3

function studentsSheet(
  session: string,
  school: School,
  candidates: readonly AthensCandidate[],
  preset: AthensPreset,
  words: Words,
): WorkbookSheet {
  const given = candidates.flatMap(({ choices }) => choices.map(({ rank }) => rank))
  const lastRank = preset.choices ?? given.reduce((most, rank) => Math.max(most, rank), fewestChoices)
  const ranks = Array.from({ length: lastRank }, (_, index) => index + 1)
  const name = words.t('export.sheet.athensStudents')
  const subjects = candidates.map(({ student, choices, registration }) => ({
    session,
    student,
    choices,
    course: registration?.code ?? null,
  }))
  const sheet = subjectSheet(
    name,
    preset.columns.map((key) => studentColumns[key]),
    subjects,
    school,
    words,
  )
  const headers = ranks.map((rank) => words.t('nomination.column.choice', { rank }))
  const choices = candidates.map((candidate) => ranks.map((rank) => codesAt(candidate.choices, rank)))
  return {
    ...sheet,
    columns: [...sheet.columns, ...headers.map((header): WorkbookColumn => ({ header, format: 'text' }))],
    batches: sheet.batches.map((rows) => rows.map((row, index) => [...row, ...(choices[index] ?? [])])),
  }
}

/** The course at a rank; all of them where the student gave a rank twice, for the reader to see it. */
function codesAt(choices: AthensCandidate['choices'], rank: number): WorkbookCell {
  const codes = choices.filter((choice) => choice.rank === rank).map(({ course }) => course.code)
  return codes.length === 0 ? null : codes.join(', ')
}

function choicesSheet(candidates: readonly AthensCandidate[], { t, formats }: Words): WorkbookSheet {
  return {
    name: t('export.sheet.athensChoices'),
    columns: [
      { header: t('nomination.column.familyName'), format: 'text' },
      { header: t('nomination.column.givenNames'), format: 'text' },
      { header: t('nomination.column.rank'), format: 'number' },
      { header: t('nomination.column.courseCode'), format: 'text' },
      { header: t('nomination.column.courseTitle'), format: 'text' },
      { header: t('nomination.column.hostName'), format: 'text' },
      { header: t('nomination.column.courseCity'), format: 'text' },
      { header: t('nomination.column.courseEcts'), format: 'number' },
      { header: t('nomination.column.courseLanguage'), format: 'text' },
    ],
    batches: [
      candidates.flatMap(({ student, choices }) =>
        choices.map(({ rank, course }) => [
          student.familyName,
          student.givenNames,
          rank,
          course.code,
          course.title,
          course.host,
          course.city ?? course.hostCity,
          course.ects,
          course.language === null ? null : formats.language(course.language),
        ]),
      ),
    ],
  }
}
