import { spansMeet } from './day-spans.ts'
import { exemptionOf, type ChosenRule } from './obligation-rule.ts'
import type {
  LedgerLine,
  LedgerProblem,
  LedgerStudent,
  LineCode,
  ProblemCode,
  SortedStay,
} from './obligation-types.ts'

/** The field where each reason is mended. */
const stayFields: Readonly<Partial<Record<LineCode, readonly [code: ProblemCode, field: string]>>> = {
  'country-missing': ['country-missing', 'stayCountry'],
  'form-missing': ['form-missing', 'form'],
  'dates-missing': ['dates-missing', 'plannedStart'],
  'real-dates-missing': ['real-dates-missing', 'actualEnd'],
  'dates-reversed': ['dates-reversed', 'plannedEnd'],
}

/** What must be mended before a ledger can be trusted: each at its field, none counted in silence. */
export function ledgerProblems(
  student: LedgerStudent,
  { rule, cohort }: ChosenRule,
  sorted: readonly SortedStay[],
  lines: readonly LedgerLine[],
): readonly LedgerProblem[] {
  const problems: LedgerProblem[] = []
  const ofStudent = (code: ProblemCode, field: string) =>
    problems.push({ code, entity: 'student', field, stayId: null })
  if (cohort === 'missing') ofStudent('cohort-missing', 'cohort')
  if (cohort === 'unread') ofStudent('cohort-unread', 'cohort')
  const exemption = rule === undefined ? 'none' : exemptionOf(student, rule)
  if (exemption === 'without-proof') ofStudent('exemption-without-proof', 'exemptionProof')
  if (exemption === 'not-accepted') ofStudent('exemption-not-accepted', 'exemptionReason')
  if (lines.some((line) => line.reason.code === 'entry-missing')) ofStudent('entry-missing', 'entryYear')
  for (const line of lines) {
    const [code, field] = stayFields[line.reason.code] ?? []
    if (code !== undefined && field !== undefined)
      problems.push({ code, entity: 'mobility', field, stayId: line.stayId })
  }
  for (const stayId of overlapping(sorted))
    problems.push({ code: 'overlap', entity: 'mobility', field: 'plannedStart', stayId })
  return problems
}

/** Stays that share days with another that counts: their days count once, but two places at once is a mistake. */
function overlapping(sorted: readonly SortedStay[]): readonly string[] {
  const counting = sorted.filter(({ state }) => state !== 'none')
  return counting
    .filter(({ gross, stay }) =>
      counting.some(
        (other) =>
          other.stay.id !== stay.id &&
          gross !== undefined &&
          other.gross !== undefined &&
          spansMeet(gross, other.gross),
      ),
    )
    .map(({ stay }) => stay.id)
}
