import { addDays, addMonths, isCivilDate } from './civil-date.ts'
import type { FormPath, IssueLevel } from './form-path.ts'
import type { StepIssue } from './mobility-steps.ts'
import { checkRegionalSemester, type Correspondence } from './regional-semester.ts'
import { daysOf, type OtherStay, type StayFacts } from './stay-facts.ts'

/** What can be wrong with a stay itself, whatever its step; each has its usual level. */
export const usualLevels = {
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
  'too-few-semesters': 'block',
  'too-many-semesters': 'block',
  'once-per-cycle': 'block',
  'over-cycle': 'warn',
  'in-last-semester': 'block',
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
  'too-few-semesters',
  'too-many-semesters',
  'once-per-cycle',
  'over-cycle',
  'in-last-semester',
  'gap-period-not-at-semester',
  'track-unknown',
  'track-not-listed',
  'school-not-listed',
  'not-ninth-semester',
  'not-in-september',
  'repeated-twice',
  'repeats-unknown',
]

/** A semester by its first and last day, `--09-01`. */
export interface SemesterDays {
  readonly semester: string
  readonly start: string
  readonly end: string
}

/** What the school says that a stay is checked against. */
export interface StayRules {
  /** The forms that the profile has; a stay of another form is kept and stays a draft. */
  readonly offered: readonly string[]
  readonly path: FormPath
  /** The school's semesters. */
  readonly semesters: readonly SemesterDays[]
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
    ...checkCycle(facts, rules),
    ...checkErasmusMonths(facts),
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
    found.push({ code: 'no-cohort', field: 'student.cohort', params: {} })
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
    if (isOneWeek(facts.form, other.form)) continue
    const { form } = other
    found.push({
      code: 'overlap',
      field: 'plannedStart',
      params: { form, start: other.start ?? '', end: other.end ?? '' },
    })
  }
  return found
}

/** A blended ATHENS course is one week with two stays: that of the network, and the Erasmus one beside it. */
function isOneWeek(form: string, other: string): boolean {
  const forms = [form, other]
  return forms.includes('athens-week') && forms.includes('short-term-blended')
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
  if (host.country === null) return [{ code: 'host-without-country', field: 'host.country', params }]
  const found: CheckFinding[] = []
  const isHome = host.country === homeCountry
  if (form === 'regional-semester' && !isHome) found.push({ code: 'host-abroad', field, params })
  if (form !== 'regional-semester' && isHome) found.push({ code: 'host-at-home', field, params })
  if (form === 'free-mover' && host.isPartner) found.push({ code: 'host-is-partner', field, params })
  return found
}

/** A semester away from the school takes four to six months, whole days counted. Inferred from calendars of hosts. */
const semesterMonths = { least: 4, most: 6 }

/** Months run from day to day: the last day of a stay of six months from 1 September is 28 February. */
function checkLength(facts: StayFacts, { path }: StayRules): readonly CheckFinding[] {
  const { start, end } = wholePeriod(facts)
  if (start === null || end === null || !isCivilDate(start) || !isCivilDate(end) || start > end) return []
  const { minimumMonths, maximumMonths, minimumSemesters, maximumSemesters } = path.limits
  const { form } = facts
  const lastDay = (months: number) => addDays(addMonths(start, months), -1)
  const field = 'plannedEnd'
  const found: CheckFinding[] = []
  if (minimumMonths !== null && end < lastDay(minimumMonths))
    found.push({ code: 'too-short', field, params: { months: minimumMonths, form } })
  if (maximumMonths !== null && end > lastDay(maximumMonths))
    found.push({ code: 'too-long', field, params: { months: maximumMonths, form } })
  if (minimumSemesters !== null && end < lastDay(minimumSemesters * semesterMonths.least))
    found.push({ code: 'too-few-semesters', field, params: { semesters: minimumSemesters, form } })
  if (maximumSemesters !== null && end > lastDay(maximumSemesters * semesterMonths.most))
    found.push({ code: 'too-many-semesters', field, params: { semesters: maximumSemesters, form } })
  return found
}

/** The real days of a stay that came to its end, else the planned ones: a late arrival makes no stay too short. */
function wholePeriod(facts: StayFacts): { readonly start: string | null; readonly end: string | null } {
  const { actualStart, actualEnd, plannedStart, plannedEnd, status } = facts
  const isWhole = actualStart !== null && actualEnd !== null && status !== 'interrupted'
  return isWhole ? { start: actualStart, end: actualEnd } : { start: plannedStart, end: plannedEnd }
}

/**
 * Forms that a student may have once, and that must be over before the last semester: a gap period. Source: article
 * D611-15 of the code of education; which forms is data of the profile.
 */
function checkCycle(facts: StayFacts, { path, semesters }: StayRules): readonly CheckFinding[] {
  const found: CheckFinding[] = []
  const { end } = daysOf(facts)
  const { form } = facts
  if (path.limits.isOncePerCycle && facts.others.some((other) => other.form === form))
    found.push({ code: 'once-per-cycle', field: 'form', params: { form } })
  const last = lastSemesterStart(facts.student.endOfStudies, semesters)
  if (path.limits.endsBeforeLastSemester && last !== undefined && end !== null && end >= last)
    found.push({ code: 'in-last-semester', field: 'plannedEnd', params: { date: last, form } })
  return found
}

/** The months of Erasmus+ in a study cycle: `study-cycle.ts` says how many there are. */
function checkErasmusMonths({ cycleExcess, actualEnd }: StayFacts): readonly CheckFinding[] {
  if (cycleExcess === null) return []
  const field = actualEnd === null ? 'plannedEnd' : 'actualEnd'
  return [{ code: 'over-cycle', field, params: { ...cycleExcess } }]
}

/** The first day of the last semester that ends before studies do. */
function lastSemesterStart(
  endOfStudies: string | null,
  semesters: StayRules['semesters'],
): string | undefined {
  if (endOfStudies === null) return undefined
  const year = Number(endOfStudies.slice(0, 4))
  const starts = [year - 1, year].flatMap((one) =>
    semesters.flatMap(({ start, end }) => {
      const last = `${start <= end ? one : one + 1}-${end.slice(2)}`
      return last <= endOfStudies ? [`${one}-${start.slice(2)}`] : []
    }),
  )
  return starts.toSorted().at(-1)
}

/** How far from a semester's first day, in days, a gap period may begin and still be said to begin with it. Inferred. */
const semesterTolerance = 31

/** A gap period begins with a semester. Source: article D611-15 of the code of education. */
function checkGapPeriod(facts: StayFacts, { semesters }: StayRules): readonly CheckFinding[] {
  const { start } = daysOf(facts)
  if (start === null || semesters.length === 0 || isNearSemester(start, semesters)) return []
  return [{ code: 'gap-period-not-at-semester', field: 'plannedStart', params: { date: start } }]
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
