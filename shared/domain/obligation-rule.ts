import { cohortYear } from './curriculum.ts'
import type { LedgerStudent, ObligationRule } from './obligation-types.ts'

/** The rule of a student, and whether their cohort could be read where rules depend on it. */
export interface ChosenRule {
  readonly rule: ObligationRule | undefined
  readonly cohort: 'known' | 'missing' | 'unread'
}

/**
 * The first rule that means a student's programme and cohort. Where the cohort is not known, the one that asks most
 * of those that could be meant: nobody is let off for a missing word.
 */
export function ruleFor(
  student: Pick<LedgerStudent, 'cohort' | 'programme' | 'status'>,
  rules: readonly ObligationRule[],
): ChosenRule {
  const ofProgramme = rules.filter(
    ({ programmes }) => programmes.length === 0 || programmes.includes(student.programme ?? ''),
  )
  const name = student.cohort?.trim() ?? ''
  const year = cohortYear(name)
  const isAnyCohort = (rule: ObligationRule) => rule.fromCohort === null && rule.toCohort === null
  if (year !== undefined || (name !== '' && ofProgramme.every(isAnyCohort)))
    return { rule: ofProgramme.find((rule) => isForCohort(rule, year)), cohort: 'known' }
  const [strictest] = ofProgramme.toSorted(
    (a, b) => requiredWeeksOf(student, b) - requiredWeeksOf(student, a) || (a.id < b.id ? -1 : 1),
  )
  return { rule: strictest, cohort: name === '' ? 'missing' : 'unread' }
}

function isForCohort({ fromCohort, toCohort }: ObligationRule, year: number | undefined): boolean {
  if (year === undefined) return fromCohort === null && toCohort === null
  return (fromCohort ?? year) <= year && year <= (toCohort ?? year)
}

/** Weeks that a student owes by a rule. */
export function requiredWeeksOf({ status }: Pick<LedgerStudent, 'status'>, rule: ObligationRule): number {
  return status === 'apprentice' ? (rule.apprenticeWeeks ?? rule.requiredWeeks) : rule.requiredWeeks
}

/** Whether a student's exemption is one that the rule knows and that has the proof it asks for. */
export function exemptionOf(
  { exemptionReason, exemptionProof }: LedgerStudent,
  rule: ObligationRule,
): 'none' | 'granted' | 'without-proof' | 'not-accepted' {
  if (exemptionReason === null) return 'none'
  const accepted = rule.exemptions.find(({ reason }) => reason === exemptionReason)
  if (accepted === undefined) return 'not-accepted'
  return accepted.needsProof && (exemptionProof ?? '').trim() === '' ? 'without-proof' : 'granted'
}
