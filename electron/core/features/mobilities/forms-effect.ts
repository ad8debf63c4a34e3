import type { Database as RawDatabase } from 'better-sqlite3'
import type { SchoolRules } from '#shared/contract/school-rules.ts'
import type { StaysEffect } from '#shared/contract/settings.ts'
import {
  isPipelineStep,
  nextStep,
  pipelineSteps,
  stepsOf,
  type MobilityStep,
} from '#shared/domain/mobility-steps.ts'
import type { StayFacts } from '#shared/domain/stay-facts.ts'
import { mobilityForms } from '#shared/domain/form-rule.ts'
import { checkStayMove, stepOf } from './move-mobilities.service.ts'
import { lackingBehind } from './prospects.service.ts'
import { readStayFactsNow } from './stay-facts.repo.ts'
import { stayRulesOf, type OfficeStayRules } from './stay-rules.service.ts'

/** What other forms, guards, semesters or curriculum would do to the stays under way; null when none is changed. */
export function effectOnStays(
  raw: RawDatabase,
  today: string,
  before: SchoolRules,
  patch: Partial<SchoolRules>,
): StaysEffect | null {
  const { forms, stayRules, semesters, curriculum } = patch
  if ([forms, stayRules, semesters, curriculum].every((part) => part === undefined)) return null
  const old = stayRulesOf(before)
  const now = stayRulesOf({ ...before, ...patch })
  const known = underWay(raw, today, old)
  const seen = curriculum === undefined ? known : underWay(raw, today, now)
  const was = known.map((stay) => standingOf(stay, old))
  const is = seen.map((stay) => standingOf(stay, now))
  const among = (test: (was: Standing, is: Standing) => boolean) =>
    someStays(is.filter((one, index) => test(was[index] ?? one, one)))
  return {
    lostSteps: lostSteps(was, is),
    lostForms: mobilityForms.flatMap((form) => {
      const lost = among((one, other) => one.form === form && one.isOffered && !other.isOffered)
      return lost.count === 0 ? [] : [{ form, ...lost }]
    }),
    held: among((one, other) => one.isReady && !other.isReady && other.isOffered),
    freed: among((one, other) => !one.isReady && other.isReady),
    lacking: among((one, other) => !one.isLacking && other.isLacking),
  }
}

/** The stays to which something may still happen. */
function underWay(raw: RawDatabase, today: string, { curriculum }: OfficeStayRules): readonly StayFacts[] {
  const ids = raw
    .prepare<[], string>(
      `SELECT id FROM mobility WHERE status NOT IN ('recognised', 'refused', 'withdrawn', 'interrupted') ORDER BY id`,
    )
    .pluck()
    .all()
  return readStayFactsNow(raw, ids, { today, curriculum })
}

/** How a stay stands by some rules. */
interface Standing {
  readonly id: string
  readonly form: string
  readonly status: MobilityStep
  readonly isOffered: boolean
  readonly hasStep: boolean
  readonly isReady: boolean
  readonly isLacking: boolean
}

function standingOf(stay: StayFacts, rules: OfficeStayRules): Standing {
  const path = rules.pathOf(stay.form)
  const status = stepOf(stay)
  const next = nextStep(path, status)
  return {
    id: stay.id,
    form: stay.form,
    status,
    isOffered: rules.offered.some((one) => one.form === stay.form),
    hasStep: !isPipelineStep(status) || stepsOf(path).includes(status),
    isReady: next !== undefined && checkStayMove(stay, rules, next).ok,
    isLacking: lackingBehind(stay, rules).some((issue) => issue.level === 'block'),
  }
}

function lostSteps(was: readonly Standing[], is: readonly Standing[]): StaysEffect['lostSteps'] {
  const lost = is.filter(({ hasStep }, index) => !hasStep && was[index]?.hasStep !== false)
  return mobilityForms.flatMap((form) =>
    pipelineSteps.flatMap((step) => {
      const stays = lost.filter((one) => one.form === form && one.status === step)
      return stays.length === 0 ? [] : [{ form, step, ...someStays(stays) }]
    }),
  )
}

/** A list is narrowed to named stays up to this many; more are only counted. */
const mostNamed = 1000

function someStays(stays: readonly Standing[]) {
  return { count: stays.length, ids: stays.length > mostNamed ? [] : stays.map(({ id }) => id) }
}
