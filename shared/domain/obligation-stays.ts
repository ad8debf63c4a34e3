import { isCivilDate, toDayNumber } from './civil-date.ts'
import type { CivilDate } from './civil-date.ts'
import { semesterEnd, semesterStart } from './curriculum.ts'
import { within, withoutSpans, type DaySpan } from './day-spans.ts'
import type { FormCounting, FormRule } from './form-rule.ts'
import { stepPlace } from './mobility-steps.ts'
import type {
  LedgerStay,
  LedgerStudent,
  LineCode,
  ObligationRule,
  ObligationSetup,
  Params,
  Said,
  SortedStay,
} from './obligation-types.ts'

/** The days that count by the rule's semesters; `entry-missing` when the student's entry is needed and not known. */
export type Window = DaySpan | 'all' | 'entry-missing'

export function windowOf(
  rule: ObligationRule,
  student: LedgerStudent,
  { semesters }: ObligationSetup,
): Window {
  const { firstSemester, lastSemester } = rule
  if (firstSemester === null && lastSemester === null) return 'all'
  const first = firstSemester === null ? undefined : semesterStart(student, semesters, firstSemester, 0)
  const last =
    lastSemester === null ? undefined : semesterEnd(student, semesters, lastSemester, student.repeatedYears)
  if (firstSemester !== null && first === undefined) return 'entry-missing'
  if (lastSemester !== null && last === undefined) return 'entry-missing'
  return {
    first: first === undefined ? Number.NEGATIVE_INFINITY : toDayNumber(first),
    last: last === undefined ? Number.POSITIVE_INFINITY : toDayNumber(last),
  }
}

/** Whether a stay may count, as acquired or as planned, with which days, and otherwise why not. */
export function sortStay(
  stay: LedgerStay,
  rule: ObligationRule,
  window: Window,
  forms: ReadonlyMap<string, FormRule>,
  country: string,
): SortedStay {
  const dates = datesOf(stay)
  const sorted = (state: SortedStay['state'], code: LineCode, params: Params = {}): SortedStay => ({
    stay,
    state,
    reason: { code, params },
    gross: dates.span,
    isReal: dates.isReal,
    spans: state === 'none' ? [] : spans,
    counting,
  })
  let spans: readonly DaySpan[] = []
  const counting = countingOf(stay, rule, forms)
  const refusal = refusalOf(stay, rule, counting, forms, country)
  if (refusal !== undefined) return sorted('none', refusal.code, refusal.params)
  if (dates.span === undefined) return sorted('none', dates.problem)
  if (window === 'entry-missing') return sorted('none', 'entry-missing')
  const inside = window === 'all' ? dates.span : within(dates.span, window)
  if (inside === undefined)
    return sorted('none', 'outside-window', {
      first: rule.firstSemester ?? '',
      last: rule.lastSemester ?? '',
    })
  spans = withoutSpans([inside], holesOf(stay, dates.span))
  if (spans.length === 0) return sorted('none', 'virtual')
  if (!isValidated(stay, rule)) return sorted('planned', isOver(stay) ? 'not-validated' : 'planned')
  return dates.isReal ? sorted('acquired', 'counted') : sorted('planned', 'real-dates-missing')
}

/** The school's way of counting a form, unless the obligation says otherwise. */
function countingOf(
  stay: LedgerStay,
  rule: ObligationRule,
  forms: ReadonlyMap<string, FormRule>,
): FormCounting | undefined {
  return (
    rule.formExceptions.find((exception) => exception.form === stay.form) ?? forms.get(stay.form)?.counting
  )
}

/**
 * Why a stay counts nothing, whatever its dates. A regional semester is not abroad (inferred from the page of ENIT), and
 * no setting makes it count.
 */
function refusalOf(
  stay: LedgerStay,
  rule: ObligationRule,
  counting: FormCounting | undefined,
  forms: ReadonlyMap<string, FormRule>,
  country: string,
): Said<LineCode> | undefined {
  const said = (code: LineCode): Said<LineCode> => ({ code, params: {} })
  if (stay.status === 'refused' || stay.status === 'withdrawn' || stay.status === 'interrupted')
    return said(stay.status)
  if (stay.form === 'regional-semester') return said('regional')
  if (!forms.has(stay.form) || counting === undefined) return said('form-missing')
  if (!counting.counts) return said('form-not-counted')
  if (stepPlace(stay.status) < stepPlace(rule.plannedFrom)) return said('wish')
  if (stay.country === null) return said('country-missing')
  if (stay.country === country) return said('not-abroad')
  return undefined
}

function isValidated(stay: LedgerStay, rule: ObligationRule): boolean {
  return stepPlace(stay.status) >= stepPlace(rule.validatedFrom)
}

function isOver({ status }: LedgerStay): boolean {
  return status === 'returned' || status === 'recognised'
}

type Dates =
  | { readonly span: DaySpan; readonly isReal: boolean }
  | { readonly span: undefined; readonly isReal: false; readonly problem: 'dates-missing' | 'dates-reversed' }

/** The real days of a stay where both are certified, else the planned ones, each end replaced when it is known. */
function datesOf(stay: LedgerStay): Dates {
  const isReal = stay.actualStart !== null && stay.actualEnd !== null
  const start = dateOf(stay.actualStart ?? stay.plannedStart)
  const end = dateOf(stay.actualEnd ?? stay.plannedEnd)
  if (start === undefined || end === undefined)
    return { span: undefined, isReal: false, problem: 'dates-missing' }
  if (end < start) return { span: undefined, isReal: false, problem: 'dates-reversed' }
  return { span: { first: toDayNumber(start), last: toDayNumber(end) }, isReal }
}

function dateOf(text: string | null): CivilDate | undefined {
  return text !== null && isCivilDate(text) ? text : undefined
}

/** Days of a stay that are not spent abroad: interruptions, and what is done at a distance. */
function holesOf(stay: LedgerStay, span: DaySpan): readonly DaySpan[] {
  const virtual =
    stay.virtualStart === null && stay.virtualEnd === null
      ? []
      : [{ start: stay.virtualStart, end: stay.virtualEnd }]
  return [...stay.interruptions, ...virtual].flatMap(({ start, end }) => {
    const first = dateOf(start)
    const last = dateOf(end)
    const hole = {
      first: first === undefined ? span.first : toDayNumber(first),
      last: last === undefined ? span.last : toDayNumber(last),
    }
    return hole.first <= hole.last ? [hole] : []
  })
}
