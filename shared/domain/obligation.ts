import { endOfStudiesOf, wholeMonths } from './curriculum.ts'
import { daysBetween } from './civil-date.ts'
import type { CivilDate } from './civil-date.ts'
import type { FormRule } from './form-rule.ts'
import { ledgerLines, qualifiedStays } from './obligation-lines.ts'
import { measure } from './obligation-days.ts'
import { ledgerProblems } from './obligation-problems.ts'
import { exemptionOf, requiredWeeksOf, ruleFor, type ChosenRule } from './obligation-rule.ts'
import { sortStay, windowOf } from './obligation-stays.ts'
import type {
  Ledger,
  LedgerCode,
  LedgerStatus,
  LedgerStay,
  LedgerStudent,
  ObligationRule,
  ObligationSetup,
  Params,
  Said,
} from './obligation-types.ts'

/** What a student has of the weeks abroad they owe, on a day. The order of stays does not matter. */
export function ledgerOf(
  student: LedgerStudent,
  stays: readonly LedgerStay[],
  setup: ObligationSetup,
  today: CivilDate,
): Ledger {
  return createLedger(setup, today)(student, stays)
}

/** The same for many students, with what all of them share prepared once. */
export function createLedger(
  setup: ObligationSetup,
  today: CivilDate,
): (student: LedgerStudent, stays: readonly LedgerStay[]) => Ledger {
  const forms = new Map<string, FormRule>(setup.forms.map((rule) => [rule.form, rule]))
  return (student, stays) => {
    const chosen = ruleFor(student, setup.rules)
    const rule = chosen.rule ?? nothingOwed
    const window = windowOf(rule, student, setup)
    const sorted = stays.map((stay) => sortStay(stay, rule, window, forms, setup.country))
    const qualified = qualifiedStays(sorted, rule)
    const acquiredDays = measure(qualified.acquired, rule)
    const bothDays = measure([...qualified.acquired, ...qualified.planned], rule)
    const acquiredWeeks = weeksOf(acquiredDays, rule)
    const plannedWeeks = weeksOf(bothDays, rule) - acquiredWeeks
    const lines = ledgerLines(sorted, qualified, rule)
    const endOfStudies = endOfStudiesOf(student, setup.graduation)
    const facts: Facts = { student, chosen, rule, acquiredWeeks, plannedWeeks, endOfStudies, today }
    const standing = standingOf(facts)
    return {
      ruleId: chosen.rule?.id ?? null,
      requiredWeeks: standing.status === 'not-owed' ? null : requiredWeeksOf(student, rule),
      acquiredWeeks,
      plannedWeeks,
      missingWeeks: standing.missingWeeks,
      acquiredDays,
      plannedDays: bothDays - acquiredDays,
      status: standing.status,
      reason: standing.reason,
      endOfStudies: endOfStudies ?? null,
      monthsLeft: endOfStudies === undefined ? null : wholeMonths(today, endOfStudies),
      lines,
      problems: ledgerProblems(student, chosen, sorted, lines),
    }
  }
}

/** What an obligation says until something else is said: any stays, of one day and more, counted day by day. */
export const plainObligation: Omit<ObligationRule, 'id' | 'requiredWeeks'> = {
  fromCohort: null,
  toCohort: null,
  programmes: [],
  apprenticeWeeks: null,
  owedBy: 'every-student',
  exemptions: [],
  formExceptions: [],
  stays: 'several',
  minimumDays: 1,
  firstSemester: null,
  lastSemester: null,
  dayCount: 'calendar',
  rounding: 'down',
  plannedFrom: 'approved',
  validatedFrom: 'recognised',
  riskMonths: null,
  aimPercent: null,
}

/** Counting goes on where nothing is owed: the weeks are shown all the same. */
const nothingOwed: ObligationRule = { ...plainObligation, id: '', requiredWeeks: 0 }

/** Days as whole weeks of seven, as the rule rounds them. */
function weeksOf(days: number, { rounding }: Pick<ObligationRule, 'rounding'>): number {
  switch (rounding) {
    case 'down':
      return Math.floor(days / 7)
    case 'nearest':
      return Math.round(days / 7)
    case 'up':
      return Math.ceil(days / 7)
  }
}

interface Facts {
  readonly student: LedgerStudent
  readonly chosen: ChosenRule
  readonly rule: ObligationRule
  readonly acquiredWeeks: number
  readonly plannedWeeks: number
  readonly endOfStudies: CivilDate | undefined
  readonly today: CivilDate
}

interface Standing {
  readonly status: LedgerStatus
  readonly missingWeeks: number
  readonly reason: Said<LedgerCode>
}

function standingOf(facts: Facts): Standing {
  const { student, chosen, rule, acquiredWeeks, plannedWeeks } = facts
  const standing = (status: LedgerStatus, code: LedgerCode, params: Params = {}): Standing => ({
    status,
    missingWeeks: 0,
    reason: { code, params },
  })
  const required = requiredWeeksOf(student, rule)
  if (chosen.rule === undefined || required === 0) return standing('not-owed', 'no-rule')
  if (rule.owedBy === 'schooled-entirely-in-france' && !student.isSchooledInFrance)
    return standing('not-owed', 'schooled-abroad')
  if (acquiredWeeks >= required) return standing('met', 'met', { acquired: acquiredWeeks, required })
  if (exemptionOf(student, rule) === 'granted')
    return standing('exempt', 'exempt', {
      exemption: student.exemptionReason ?? '',
      proof: student.exemptionProof ?? '',
      date: student.exemptionDate ?? '',
    })
  const missing = required - acquiredWeeks - plannedWeeks
  if (missing <= 0)
    return standing('on-track', 'planned-enough', {
      acquired: acquiredWeeks,
      planned: plannedWeeks,
      required,
    })
  if (chosen.cohort !== 'known')
    return { ...standing('at-risk', 'cohort-missing', { missing }), missingWeeks: missing }
  return { ...riskOf(facts, missing), missingWeeks: missing }
}

/** How urgent missing weeks are, by what is left of the studies. */
function riskOf({ endOfStudies, today, rule }: Facts, missing: number): Standing {
  const standing = (status: LedgerStatus, code: LedgerCode, params: Params): Standing => ({
    status,
    missingWeeks: missing,
    reason: { code, params: { missing, ...params } },
  })
  if (endOfStudies === undefined) return standing('at-risk', 'end-unknown', {})
  const day = endOfStudies
  if (day < today) return standing('at-risk', 'studies-over', { day })
  const weeksLeft = Math.floor((daysBetween(today, day) + 1) / 7)
  const months = wholeMonths(today, day)
  if (weeksLeft < missing) return standing('at-risk', 'too-late', { weeks: weeksLeft, day })
  if (rule.riskMonths !== null && months >= rule.riskMonths)
    return standing('on-track', 'time-left', { months, day })
  return standing('at-risk', 'weeks-missing', { months, day })
}
