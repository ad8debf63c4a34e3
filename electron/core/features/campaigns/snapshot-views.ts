import { measureAssignment } from '#shared/domain/allocation/measure.ts'
import type { WishOutcome } from '#shared/domain/allocation/reasons.ts'
import type { Database } from '#core/db/schema.ts'
import type { Snapshot } from './snapshot.ts'

/** What screens and documents are given of a kept result: plain copies. */
export function certificateView({ certificate }: Snapshot) {
  const { isValid, optimum } = certificate
  const copy = (found: typeof certificate.violations) =>
    found.map(({ params, ...one }) => ({
      ...one,
      ...(params === undefined ? {} : { params: { ...params } }),
    }))
  return { isValid, optimum, violations: copy(certificate.violations), envy: copy(certificate.envy) }
}

export function rankOf({ instance, assignment }: Pick<Snapshot, 'instance' | 'assignment'>, index: number) {
  const placeId = assignment[index] ?? null
  return instance.students[index]?.wishes.find((wish) => wish.place === placeId)?.rank ?? null
}

export function criteriaView(criteria: readonly Database['campaignCriterion'][]) {
  return criteria.map(({ id, label, role, weight, outOf }) => ({ id, label, role, weight, outOf }))
}

export function summaryOf(row: Database['scenario'], snapshot: Snapshot) {
  const { id, name, mechanism, seed, madeOn, publishedOn } = row
  return {
    id,
    name,
    mechanism,
    isFair: row.isFair === 1,
    keepsPresent: row.keepsPresent === 1,
    seed,
    madeOn,
    publishedOn,
    isCertified: row.isCertified === 1,
    measure: { ...measureAssignment(snapshot.instance, snapshot.assignment) },
  }
}

export function outcomeView(outcome: WishOutcome) {
  if (outcome.kind === 'refused')
    return { ...outcome, facts: outcome.facts.map(({ code, params }) => ({ code, params: { ...params } })) }
  if (outcome.kind === 'outranked' || outcome.kind === 'reserved' || outcome.kind === 'given-up')
    return { ...outcome, holders: [...outcome.holders] }
  return outcome
}
