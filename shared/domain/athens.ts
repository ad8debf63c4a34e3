import { academicYearFrom } from './academic-year.ts'
import type { AcademicYear } from './academic-year.ts'
import { ok, refuse } from './result.ts'
import type { Brand, Refusal, Result } from './result.ts'
import { foldText, matchKey } from './text-folding.ts'

/**
 * A session of the ATHENS network, `2026-11` or `2027-03`: one week of courses in November and one in March.
 * Source: athensnetwork.eu. Sorts as text.
 */
export type AthensSession = Brand<string, 'AthensSession'>
export type AthensSessionReason = 'empty' | 'no-year' | 'not-a-session-month'

function isAthensSession(text: string): text is AthensSession {
  return /^(?:19|20)\d\d-(?:03|11)$/.test(text)
}

/** Reads a session: `2027-03`, `03/2027`, `March 2027`, `ATHENS novembre 2026`, `Nov 2026`. */
export function parseAthensSession(written: string): Result<AthensSession, Refusal<AthensSessionReason>> {
  const text = foldText(written)
  if (text === '') return refuse('empty')
  const year = /(?<!\d)((?:19|20)\d\d)(?!\d)/.exec(text)?.[1]
  if (year === undefined) return refuse('no-year')
  const rest = text.replace(year, ' ')
  const isMarch = /(?<![a-z])(?:march|mars|mar|marzo|marz)(?![a-z])|(?<!\d)0?3(?!\d)/.test(rest)
  const isNovember = /(?<![a-z])(?:november|novembre|noviembre|nov)(?![a-z])|(?<!\d)11(?!\d)/.test(rest)
  const session = `${year}-${isMarch ? '03' : '11'}`
  return isMarch !== isNovember && isAthensSession(session) ? ok(session) : refuse('not-a-session-month')
}

/** What the label of a session is made of; words come from the texts of the application. */
export function athensSessionParts(session: AthensSession): {
  readonly month: 'march' | 'november'
  readonly year: number
  readonly academicYear: AcademicYear
} {
  const year = Number(session.slice(0, 4))
  const month = session.endsWith('03') ? 'march' : 'november'
  return { month, year, academicYear: academicYearFrom(month === 'november' ? year : year - 1) }
}

/** The session that follows: March after November, November after March. */
export function nextAthensSession(session: AthensSession): AthensSession {
  const { month, year } = athensSessionParts(session)
  const next = month === 'march' ? `${year}-11` : `${year + 1}-03`
  if (!isAthensSession(next)) throw new RangeError(`No session after ${session}`)
  return next
}

/**
 * A course of a session in the form in which codes are compared: `TPT39` for `TPT-39` and `tpt 39`. Show the code as the
 * catalogue writes it. Source: inferred from codes met (`CTU10`, `TPT-39`).
 */
export type AthensCourseCode = Brand<string, 'AthensCourseCode'>
export type AthensCourseReason = 'empty' | 'malformed'

function isCourseCode(text: string): text is AthensCourseCode {
  return /^[A-Z]{2,6}(?:[1-9]\d{0,2}|0)$/.test(text)
}

/** Reads a course code, in any case, with a space, a hyphen or nothing before the number, leading zeros dropped. */
export function parseAthensCourse(written: string): Result<AthensCourseCode, Refusal<AthensCourseReason>> {
  const text = foldText(written).toUpperCase()
  if (text === '') return refuse('empty')
  const [, letters = '', digits = ''] = /^([A-Z]{2,6})[ -]?(\d{1,3})$/.exec(text) ?? []
  const code = letters + (digits === '' ? '' : String(Number(digits)))
  return isCourseCode(code) ? ok(code) : refuse('malformed')
}

/** A course of the session's catalogue, as far as choices are checked against it. */
export type AthensCourse = { readonly institution: string; readonly town: string }

export type AthensChoiceReason =
  | 'malformed-code'
  | 'unknown-course'
  | 'duplicate'
  | 'gap'
  | 'too-many'
  | 'too-few'
  | 'home-institution'
  | 'home-town'

/** One thing wrong with the choices of a student; `rank` counts from 1. */
export type AthensChoiceIssue = Refusal<AthensChoiceReason> & { readonly rank: number }

export type AthensChoiceRules = {
  readonly catalogue: ReadonlyMap<AthensCourseCode, AthensCourse>
  /** Where the student may not go: the own school, and the home member of an exchange or double-degree student. */
  readonly homes: readonly AthensCourse[]
  readonly minChoices: number
  readonly maxChoices: number
}

/**
 * Checks the ranked choices of a student, an empty text where no course stands at a rank. Source: registration
 * conditions of the network (home institution and town); ranking without gap or duplicate is inferred from practice.
 */
export function checkAthensChoices(
  choices: readonly string[],
  rules: AthensChoiceRules,
): readonly AthensChoiceIssue[] {
  const written = choices.map((choice) => choice.trim())
  const last = written.findLastIndex((choice) => choice !== '') + 1
  const given = written.filter((choice) => choice !== '').length
  const issues = written.slice(0, last).flatMap((choice, i) => checkChoice(choice, i + 1, written, rules))
  if (given > rules.maxChoices)
    issues.push(issueAt(last, 'too-many', { count: given, max: rules.maxChoices }))
  if (given < rules.minChoices)
    issues.push(issueAt(last + 1, 'too-few', { count: given, min: rules.minChoices }))
  return issues
}

function checkChoice(
  choice: string,
  rank: number,
  choices: readonly string[],
  { catalogue, homes }: AthensChoiceRules,
): readonly AthensChoiceIssue[] {
  if (choice === '') return [issueAt(rank, 'gap')]
  const code = codeOf(choice)
  if (code === undefined) return [issueAt(rank, 'malformed-code', { code: choice })]
  const isRepeated = choices.slice(0, rank - 1).some((earlier) => codeOf(earlier) === code)
  const repeated = isRepeated ? [issueAt(rank, 'duplicate', { code: choice })] : []
  const course = catalogue.get(code)
  if (course === undefined) return [...repeated, issueAt(rank, 'unknown-course', { code: choice })]
  return [...repeated, ...checkHome(choice, rank, course, homes)]
}

function checkHome(
  code: string,
  rank: number,
  course: AthensCourse,
  homes: readonly AthensCourse[],
): readonly AthensChoiceIssue[] {
  if (homes.some((home) => isSameName(home.institution, course.institution))) {
    return [issueAt(rank, 'home-institution', { code, institution: course.institution })]
  }
  const isHomeTown = homes.some((home) => isSameName(home.town, course.town))
  return isHomeTown ? [issueAt(rank, 'home-town', { code, town: course.town })] : []
}

function isSameName(a: string, b: string): boolean {
  return matchKey(a) === matchKey(b) && matchKey(a) !== ''
}

function codeOf(written: string): AthensCourseCode | undefined {
  const code = parseAthensCourse(written)
  return code.ok ? code.value : undefined
}

function issueAt(
  rank: number,
  reason: AthensChoiceReason,
  params: AthensChoiceIssue['params'] = {},
): AthensChoiceIssue {
  return { reason, rank, params: { ...params, rank } }
}
