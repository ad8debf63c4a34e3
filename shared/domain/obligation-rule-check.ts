import type { ObligationRule, Params } from './obligation-types.ts'

export type RuleProblemCode =
  | 'cohorts-reversed'
  | 'semesters-reversed'
  | 'same-cohorts'
  | 'weeks-needed'
  | 'programme-unknown'

/** What is wrong with a rule, at the field where it is mended. `index` counts rules from 0. */
export interface RuleProblem {
  readonly index: number
  readonly field: string
  readonly code: RuleProblemCode
  readonly params: Params
}

/** Checks obligation rules against each other: no student may fall under two. */
export function checkObligationRules(
  rules: readonly ObligationRule[],
  programmes: readonly string[],
): readonly RuleProblem[] {
  return rules.flatMap((rule, index) => {
    const problems: RuleProblem[] = []
    const found = (field: string, code: RuleProblemCode, params: Params = {}) =>
      problems.push({ index, field, code, params })
    if (rule.fromCohort !== null && rule.toCohort !== null && rule.fromCohort > rule.toCohort)
      found('toCohort', 'cohorts-reversed')
    const { firstSemester, lastSemester } = rule
    if (firstSemester !== null && lastSemester !== null && firstSemester > lastSemester)
      found('lastSemester', 'semesters-reversed')
    if (rule.requiredWeeks < 1) found('requiredWeeks', 'weeks-needed')
    const unknown = rule.programmes.find((name) => !programmes.includes(name))
    if (unknown !== undefined) found('programmes', 'programme-unknown', { programme: unknown })
    const twin = rules.findIndex((other, place) => place < index && meansTheSame(rule, other))
    if (twin !== -1) found('fromCohort', 'same-cohorts', { number: twin + 1 })
    return problems
  })
}

function meansTheSame(a: ObligationRule, b: ObligationRule): boolean {
  const isSameCohort =
    (a.fromCohort ?? -Infinity) <= (b.toCohort ?? Infinity) &&
    (b.fromCohort ?? -Infinity) <= (a.toCohort ?? Infinity)
  const isSameProgramme =
    a.programmes.length === 0 ||
    b.programmes.length === 0 ||
    a.programmes.some((name) => b.programmes.includes(name))
  return isSameCohort && isSameProgramme
}
