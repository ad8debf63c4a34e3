import { gunzipSync, gzipSync } from 'node:zlib'
import type { Certificate } from '#shared/domain/allocation/certificate.ts'
import type { Prices } from '#shared/domain/allocation/linear-program.ts'
import { prepareInstance, type Prepared } from '#shared/domain/allocation/prepare.ts'
import type { AllocationRule, Assignment } from '#shared/domain/allocation/types.ts'
import type { CampaignInstance } from './campaign-instance.ts'

/** All that a result was made from and what it is, as the scenario's file keeps it. */
export interface Snapshot extends Omit<CampaignInstance, 'findings' | 'withdrawn'> {
  readonly rule: AllocationRule
  readonly assignment: Assignment
  readonly prices: Prices | null
  readonly certificate: Certificate
}

/** Gzipped JSON: ten times smaller than plain. */
export function packSnapshot(snapshot: Snapshot): Uint8Array {
  return gzipSync(JSON.stringify(snapshot))
}

export function unpackSnapshot(bytes: Uint8Array): Snapshot {
  const snapshot: Snapshot = JSON.parse(gunzipSync(bytes).toString('utf8'))
  return snapshot
}

/** The instance of a kept result, which was accepted when it was made. */
export function prepareSnapshot({ instance, rule }: Snapshot): Prepared {
  const prepared = prepareInstance(instance, rule.seed)
  if (!prepared.ok) throw new Error(`A kept scenario holds contradictions: ${JSON.stringify(prepared.error)}`)
  return prepared.value
}

/** How many students and places differ from those that a result was made from, those that came or left included. */
export function countDifferences(kept: Snapshot, present: CampaignInstance): number {
  const differing = <T extends { readonly id: string }>(
    before: readonly T[],
    after: readonly T[],
  ): number => {
    const known = new Map(before.map((one) => [one.id, textOf(one)]))
    const changed = after.filter((one) => known.get(one.id) !== textOf(one)).length
    const ids = new Set(after.map((one) => one.id))
    return changed + before.filter((one) => !ids.has(one.id)).length
  }
  const bansOf = ({ instance }: Pick<Snapshot, 'instance'>) =>
    instance.bans.map((ban) => ({ id: `${ban.student} ${ban.place}` }))
  return (
    differing(kept.instance.students, present.instance.students) +
    differing(kept.instance.places, present.instance.places) +
    differing(kept.instance.pools, present.instance.pools) +
    differing(bansOf(kept), bansOf(present))
  )
}

/** The place that a student had before, and holds, is not part of what the student is. */
function textOf(value: object): string {
  const isHeld = 'isHeld' in value && value.isHeld === true
  return JSON.stringify({
    ...value,
    presentPlace: undefined,
    isHeld: undefined,
    ...(isHeld ? { lockedPlace: null } : {}),
  })
}
