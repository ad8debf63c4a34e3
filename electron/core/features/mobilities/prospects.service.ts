import type { Kysely } from 'kysely'
import {
  nextStep,
  type MobilityStep,
  type PipelineStep,
  type StepIssue,
} from '#shared/domain/mobility-steps.ts'
import type { StayFacts } from '#shared/domain/stay-facts.ts'
import { issuesAtStep } from '#shared/domain/stay-guards.ts'
import type { Database } from '#core/db/schema.ts'
import { listLastSteps, listStayIds } from './mobilities.repo.ts'
import { checkStayMove, stepOf } from './move-mobilities.service.ts'
import { readStayFacts } from './stay-facts.repo.ts'
import { readStayRules, type OfficeStayRules } from './stay-rules.service.ts'

/** Where a stay stands and what stands before its next step. */
export interface StayProspect {
  readonly id: string
  readonly form: string
  readonly office: string
  readonly status: MobilityStep
  /** The day it entered its present step, where that is known. */
  readonly since: string | null
  readonly next: PipelineStep | null
  readonly isReady: boolean
  readonly issues: readonly StepIssue[]
}

/** Every stay of the office with its prospects, the latest year first. */
export async function stayProspects(db: Kysely<Database>, today: string): Promise<readonly StayProspect[]> {
  const rules = await readStayRules(db)
  const ids = (await listStayIds(db)).map((row) => row.id)
  const facts = await readStayFacts(db, ids, { today, curriculum: rules.curriculum })
  const since = new Map((await listLastSteps(db)).map((row) => [`${row.mobilityId} ${row.step}`, row.day]))
  return facts.map((stay) => prospectOf(stay, rules, since.get(`${stay.id} ${stay.status}`) ?? null))
}

function prospectOf(stay: StayFacts, rules: OfficeStayRules, since: string | null): StayProspect {
  const path = rules.pathOf(stay.form)
  const status = stepOf(stay)
  const next = nextStep(path, status) ?? null
  const first = nextStep(path, 'draft')
  return {
    id: stay.id,
    form: stay.form,
    office: rules.offered.find((one) => one.form === stay.form)?.office ?? '',
    status,
    since,
    next,
    isReady: next !== null && checkStayMove(stay, rules, next).ok,
    issues: next === null ? [] : issuesAtStep(path, stay, rules.rulesOf(stay.form), next, first),
  }
}
