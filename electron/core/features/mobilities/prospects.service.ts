import type { Database as RawDatabase } from 'better-sqlite3'
import type { Kysely } from 'kysely'
import {
  nextStep,
  stepsBehind,
  uniqueIssues,
  type MobilityStep,
  type PipelineStep,
  type StepIssue,
} from '#shared/domain/mobility-steps.ts'
import type { StayFacts } from '#shared/domain/stay-facts.ts'
import { issuesAtStep } from '#shared/domain/stay-guards.ts'
import type { Database } from '#core/db/schema.ts'
import type { DerivedGroup } from '#core/features/lists/derived-tables.ts'
import { listLastSteps, listStayIds } from './mobilities.repo.ts'
import { checkStayMove, stepOf } from './move-mobilities.service.ts'
import { findHeldByPlaces, readHeldByPlaces } from './places-left.service.ts'
import { readStayFacts, readStayFactsNow } from './stay-facts.repo.ts'
import { readStayRules, readStayRulesNow, type OfficeStayRules } from './stay-rules.service.ts'

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
  const prospects = facts.map((stay) =>
    prospectOf(stay, rules, since.get(`${stay.id} ${stay.status}`) ?? null),
  )
  const full = await findHeldByPlaces(
    db,
    prospects.flatMap(({ id, status, next, isReady }) =>
      isReady && next !== null ? [{ id, status, to: next }] : [],
    ),
  )
  return prospects.map((prospect) => {
    const issue = full.get(prospect.id)
    return issue === undefined
      ? prospect
      : { ...prospect, isReady: false, issues: [...prospect.issues, issue] }
  })
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

/** What the steps that a stay has gone through asked for and is not there: as an import or an older rule leaves it. */
export function lackingBehind(stay: StayFacts, rules: OfficeStayRules): readonly StepIssue[] {
  const path = rules.pathOf(stay.form)
  const first = nextStep(path, 'draft')
  return uniqueIssues(
    stepsBehind(path, stepOf(stay)).flatMap((step) =>
      issuesAtStep(path, stay, rules.rulesOf(stay.form), step, first),
    ),
  )
}

/** Whether a stay could go on, is held back, or has nowhere to go; and whether its steps so far lack something. */
export interface Readiness {
  readonly id: string
  readonly state: 'ready' | 'held' | null
  readonly isLacking: boolean
}

/** Every stay of the office with what its next step says, and its steps behind it. */
function readinessOf(
  raw: RawDatabase,
  today: string,
  rules: OfficeStayRules = readStayRulesNow(raw),
): readonly Readiness[] {
  const ids = raw.prepare<[], string>('SELECT id FROM mobility ORDER BY id').pluck().all()
  const stays = readStayFactsNow(raw, ids, { today, curriculum: rules.curriculum }).map((stay) => {
    const status = stepOf(stay)
    const next = nextStep(rules.pathOf(stay.form), status)
    const to = next !== undefined && checkStayMove(stay, rules, next).ok ? next : undefined
    const isLacking = lackingBehind(stay, rules).some((issue) => issue.level === 'block')
    return { id: stay.id, status, isEnd: next === undefined, to, isLacking }
  })
  const full = readHeldByPlaces(
    raw,
    stays.flatMap(({ id, status, to }) => (to === undefined ? [] : [{ id, status, to }])),
  )
  return stays.map(({ id, isEnd, to, isLacking }) => ({
    id,
    state: isEnd ? null : to !== undefined && !full.has(id) ? 'ready' : 'held',
    isLacking,
  }))
}

/** What the lists of stays can be narrowed by, beside their columns. */
export const readinessTables: DerivedGroup = {
  tables: { stayReadiness: 'stayId TEXT PRIMARY KEY, state TEXT, lacking TEXT' },
  compute: (raw, { today }) => ({
    stayReadiness: readinessOf(raw, today).map(({ id, state, isLacking }) => [
      id,
      state,
      isLacking ? 'yes' : null,
    ]),
  }),
}
