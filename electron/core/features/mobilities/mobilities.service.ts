import type { Kysely } from 'kysely'
import { DomainError } from '#shared/domain/errors.ts'
import { fieldsOfForms } from '#shared/domain/form-path.ts'
import {
  checkMove,
  nextStep,
  stepsEntered,
  stepsFrom,
  stepsOf,
  uniqueIssues,
  type MobilityStep,
  type PipelineStep,
  type StepIssue,
} from '#shared/domain/mobility-steps.ts'
import { stageOf } from '#shared/domain/places-ledger.ts'
import { checkStay } from '#shared/domain/stay-checks.ts'
import type { StayFacts } from '#shared/domain/stay-facts.ts'
import { issuesAtStep } from '#shared/domain/stay-guards.ts'
import { mobilityForms } from '#shared/domain/form-rule.ts'
import type { Database } from '#core/db/schema.ts'
import { emptyFields, listEntered, referencesOf } from './mobilities.repo.ts'
import { stepOf } from './move-mobilities.service.ts'
import { withoutPlace } from './places-left.service.ts'
import { readStayFacts } from './stay-facts.repo.ts'
import { lackingBehind } from './prospects.service.ts'
import { readStayRules, type OfferedForm, type OfficeStayRules } from './stay-rules.service.ts'

type Db = Kysely<Database>

/** The forms that the school has, with the office in charge and the fields that each does not have. */
export async function schoolForms(db: Db) {
  const rules = await readStayRules(db)
  return rules.offered.flatMap(({ form, office }) => {
    const known = mobilityForms.find((name) => name === form)
    return known === undefined ? [] : [{ form: known, office, hidden: [...hiddenFields(rules, form)] }]
  })
}

/** Fields that belong to other forms only. */
function hiddenFields(rules: OfficeStayRules, form: string): readonly string[] {
  const { fields } = rules.pathOf(form)
  return fieldsOfForms.filter((name) => !fields.includes(name))
}

/**
 * Where a stay stands, where it can go, and what stands before each step.
 * @throws DomainError `record-missing`
 */
export async function stayOutlook(db: Db, id: string, today: string) {
  const rules = await readStayRules(db)
  const [facts] = await readStayFacts(db, [id], { today, curriculum: rules.curriculum })
  if (facts === undefined) throw new DomainError('record-missing', { entity: 'mobility' })
  const path = rules.pathOf(facts.form)
  const status = stepOf(facts)
  const entered = await listEntered(db, id)
  const offered = rules.offered.find((one) => one.form === facts.form)
  return {
    ...(await referencesOf(db, id)),
    form: facts.form,
    office: offered?.office ?? '',
    status,
    steps: stepsOf(path).map((step) => ({
      step,
      enteredOn: entered.findLast((one) => one.step === step)?.movedOn ?? null,
      ...whoAnswers(offered, step),
    })),
    lacking: lackingBehind(facts, rules).map(plainIssue),
    next: nextStep(path, status) ?? null,
    moves: withFullPlaces(movesOf(facts, rules, status), await withoutPlace(db, [facts], 'selected')),
    findings: checkStay(facts, rules.rulesOf(facts.form)).map(plainIssue),
  }
}

/** Who answers for a step, if not the form's office, and what must be agreed there; the form's approvals are academic. */
function whoAnswers(offered: OfferedForm | undefined, step: PipelineStep) {
  const own = offered?.steps.find((one) => one.status === step)
  const approvals = step === 'approved' ? (offered?.approvals ?? []) : []
  return {
    office: own?.office ?? '',
    approval: [own?.approval ?? '', ...approvals].filter((text) => text !== '').join(' · '),
  }
}

/** Steps at which the stay would take a place are closed when none is left for it. */
function withFullPlaces(
  moves: ReturnType<typeof movesOf>,
  full: ReadonlyMap<string, StepIssue>,
): ReturnType<typeof movesOf> {
  const [issue] = full.values()
  if (issue === undefined) return moves
  return moves.map((move) =>
    stageOf(move.to) === undefined
      ? move
      : { ...move, isOpen: false, issues: [...move.issues, plainIssue(issue)] },
  )
}

function movesOf(facts: StayFacts, rules: OfficeStayRules, status: MobilityStep) {
  const path = rules.pathOf(facts.form)
  const first = nextStep(path, 'draft')
  const issuesAt = (step: PipelineStep) => issuesAtStep(path, facts, rules.rulesOf(facts.form), step, first)
  return stepsFrom(path, status).map((move) => {
    const outcome = checkMove(path, status, move.to, issuesAt)
    const issues = uniqueIssues(stepsEntered(path, status, move).flatMap((step) => issuesAt(step)))
    return { ...move, isOpen: outcome.ok, issues: issues.map(plainIssue) }
  })
}

/**
 * Findings of a stay, and the fields that the page of its record does not show: those that its form does not have,
 * unless they hold something, and the status, which moves and is not typed.
 */
export async function stayForm(db: Db, id: string, today: string) {
  const rules = await readStayRules(db)
  const [facts] = await readStayFacts(db, [id], { today, curriculum: rules.curriculum })
  if (facts === undefined) throw new DomainError('record-missing', { entity: 'mobility' })
  return {
    hidden: ['status', ...(await emptyFields(db, id, hiddenFields(rules, facts.form)))],
    findings: checkStay(facts, rules.rulesOf(facts.form)).map(plainIssue),
  }
}

export function plainIssue({ code, params, level, field }: StepIssue) {
  return { code, params: { ...params }, level, ...(field === undefined ? {} : { field }) }
}
