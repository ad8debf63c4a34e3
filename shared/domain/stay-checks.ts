import { addDays, addMonths, isCivilDate } from './civil-date.ts'
import type { FormPath, IssueLevel } from './form-path.ts'
import type { StepIssue } from './mobility-steps.ts'
import { checkRegionalSemester, type Correspondence } from './regional-semester.ts'
import { daysOf, type OtherStay, type StayFacts } from './stay-facts.ts'

/** What can be wrong with a stay itself, whatever its step; each has its usual level. */
const usualLevels = {
  'form-not-offered': 'block',
  'dates-reversed': 'block',
  overlap: 'block',
  'host-without-country': 'block',
  'host-is-partner': 'warn',
  'host-at-home': 'warn',
  'host-abroad': 'block',
  'no-cohort': 'block',
  'too-short': 'block',
  'too-long': 'block',
  'second-gap-period': 'block',
  'gap-period-in-last-semester': 'block',
  'gap-period-not-at-semester': 'warn',
  'track-unknown': 'block',
  'track-not-listed': 'block',
  'school-not-listed': 'block',
  'not-ninth-semester': 'block',
  'not-in-september': 'block',
  'repeated-twice': 'block',
  'repeats-unknown': 'warn',
} as const satisfies Readonly<Record<string, IssueLevel>>
export type StayCheckCode = keyof typeof usualLevels

export const stayCheckCodes: readonly StayCheckCode[] = [
  'form-not-offered',
  'dates-reversed',
  'overlap',
  'host-without-country',
  'host-is-partner',
  'host-at-home',
  'host-abroad',
  'no-cohort',
  'too-short',
  'too-long',
  'second-gap-period',
  'gap-period-in-last-semester',
  'gap-period-not-at-semester',
  'track-unknown',
  'track-not-listed',
  'school-not-listed',
  'not-ninth-semester',
  'not-in-september',
  'repeated-twice',
  'repeats-unknown',
]

/** What the school says that a stay is checked against. */
export interface StayRules {
  /** The forms that the profile has; a stay of another form is kept and stays a draft. */
  readonly offered: readonly string[]
  readonly path: FormPath
  /** First days of the school's semesters, `--09-01`. */
  readonly semesters: readonly { readonly semester: string; readonly start: string }[]
  /** For the regional semester: the schools, each with the tracks that correspond. */
  readonly correspondences: readonly Correspondence[]
}

/** A finding without its level, which the form decides. */
export interface CheckFinding {
  readonly code: StayCheckCode
  readonly field: string
  readonly params: Readonly<Record<string, string | number>>
}

/** Everything that is wrong with a stay, named at its field. What blocks keeps it a draft. */
export function checkStay(facts: StayFacts, rules: StayRules): readonly StepIssue[] {
  const findings = [
    ...checkForm(facts, rules),
    ...checkDates(facts),
    ...checkHost(facts),
    ...checkLength(facts, rules),
    ...(facts.form === 'gap-period' ? checkGapPeriod(facts, rules) : []),
    ...(facts.form === 'regional-semester' ? checkRegionalSemester(facts, rules.correspondences) : []),
  ]
  return findings.flatMap((finding): readonly StepIssue[] => {
    const level: IssueLevel = rules.path.checks[finding.code] ?? usualLevels[finding.code]
    return level === 'off' ? [] : [{ ...finding, level }]
  })
}

function checkForm({ form, student }: StayFacts, { offered }: StayRules): readonly CheckFinding[] {
  const found: CheckFinding[] = []
  if (!offered.includes(form)) found.push({ code: 'form-not-offered', field: 'form', params: { form } })
  if (student.cohort === null || student.cohort.trim() === '')
    found.push({ code: 'no-cohort', field: 'studentId', params: {} })
  return found
}

function checkDates(facts: StayFacts): readonly CheckFinding[] {
  const found: CheckFinding[] = []
  const { plannedStart, plannedEnd, actualStart, actualEnd } = facts
  const { start, end } = daysOf(facts)
  const pairs = [
    [plannedStart, plannedEnd, 'plannedEnd'],
    [actualStart, actualEnd, 'actualEnd'],
    [start, end, 'actualStart'],
  ] as const
  for (const [first, last, field] of pairs) {
    if (first === null || last === null || first <= last || found.length > 0) continue
    found.push({ code: 'dates-reversed', field, params: { start: first, end: last } })
  }
  if (start === null || end === null || start > end) return found
  for (const other of facts.others) {
    if (!isOverlapping({ start, end }, other) || isWithinGapPeriod(facts.form, other.form)) continue
    const { form } = other
    found.push({
      code: 'overlap',
      field: 'plannedStart',
      params: { form, start: other.start ?? '', end: other.end ?? '' },
    })
  }
  return found
}

function isOverlapping(own: { readonly start: string; readonly end: string }, other: OtherStay): boolean {
  if (other.start === null || other.end === null) return false
  return own.start <= other.end && other.start <= own.end
}

/** An internship may fill a gap period; other stays at the same time are two places at once. Inferred. */
function isWithinGapPeriod(one: string, other: string): boolean {
  const forms = [one, other]
  return forms.includes('gap-period') && forms.includes('internship')
}

function checkHost({ form, host, homeCountry }: StayFacts): readonly CheckFinding[] {
  if (host === null) return []
  const field = 'institutionId'
  const params = { host: host.name }
  if (host.country === null) return [{ code: 'host-without-country', field, params }]
  const found: CheckFinding[] = []
  const isHome = host.country === homeCountry
  if (form === 'regional-semester' && !isHome) found.push({ code: 'host-abroad', field, params })
  if (form !== 'regional-semester' && isHome) found.push({ code: 'host-at-home', field, params })
  if (form === 'free-mover' && host.isPartner) found.push({ code: 'host-is-partner', field, params })
  return found
}

/** Months run from day to day: the last day of a stay of six months from 1 September is 28 February. */
function checkLength(facts: StayFacts, { path }: StayRules): readonly CheckFinding[] {
  const { start, end } = daysOf(facts)
  if (start === null || end === null || !isCivilDate(start) || !isCivilDate(end) || start > end) return []
  const { minMonths, maxMonths } = path.limits
  const field = 'plannedEnd'
  if (minMonths !== null && end < addDays(addMonths(start, minMonths), -1))
    return [{ code: 'too-short', field, params: { months: minMonths, form: facts.form } }]
  if (maxMonths !== null && end > addDays(addMonths(start, maxMonths), -1))
    return [{ code: 'too-long', field, params: { months: maxMonths, form: facts.form } }]
  return []
}

/** How far from a semester's first day, in days, a gap period may begin and still be said to begin with it. Inferred. */
const semesterTolerance = 31

/**
 * A gap period begins with a semester, is taken once in a cycle, and ends before the last semester of the programme.
 * Source: article D611-15 of the code of education. The last semester is taken to be the spring one of the year that
 * the cohort's name ends with (inferred).
 */
function checkGapPeriod(facts: StayFacts, { semesters }: StayRules): readonly CheckFinding[] {
  const found: CheckFinding[] = []
  const { start, end } = daysOf(facts)
  if (facts.others.some((other) => other.form === 'gap-period'))
    found.push({ code: 'second-gap-period', field: 'form', params: {} })
  const last = lastSemesterStart(facts.student.cohort, semesters)
  if (last !== undefined && end !== null && end >= last)
    found.push({ code: 'gap-period-in-last-semester', field: 'plannedEnd', params: { date: last } })
  if (start !== null && semesters.length > 0 && !isNearSemester(start, semesters))
    found.push({ code: 'gap-period-not-at-semester', field: 'plannedStart', params: { date: start } })
  return found
}

function lastSemesterStart(cohort: string | null, semesters: StayRules['semesters']): string | undefined {
  const year = /(\d{4})(?!.*\d)/.exec(cohort ?? '')?.[1]
  const spring = semesters.find((one) => one.semester === 'spring')
  return year === undefined || spring === undefined ? undefined : `${year}-${spring.start.slice(2)}`
}

function isNearSemester(start: string, semesters: StayRules['semesters']): boolean {
  const year = Number(start.slice(0, 4))
  return [year - 1, year, year + 1].some((one) =>
    semesters.some((semester) => {
      const first = `${one}-${semester.start.slice(2)}`
      if (!isCivilDate(first)) return false
      return start >= addDays(first, -semesterTolerance) && start <= addDays(first, semesterTolerance)
    }),
  )
}
