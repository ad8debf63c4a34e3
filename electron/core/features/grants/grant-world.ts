import { aidFactsOf, eligibilityOf, type AidScheme } from '#shared/domain/funding.ts'
import type { GrantDates } from '#shared/domain/grant-days.ts'
import type { ErasmusCall } from '#shared/domain/grant-rates.ts'
import type { GrantProblem } from '#shared/domain/grant-types.ts'
import { earlierCycleDays, isInCycle, type CycleStay } from '#shared/domain/study-cycle.ts'
import type { FundingRow, GrantRows, InterruptionRow, StayRow } from './grants.repo.ts'

/** What the grant of a stay, and the months that it uses, are looked up in. */
export interface GrantWorld extends Pick<GrantRows, 'stays' | 'calls' | 'groups' | 'schemes'> {
  readonly fundingsOf: ReadonlyMap<string, readonly FundingRow[]>
  readonly interruptionsOf: ReadonlyMap<string, readonly InterruptionRow[]>
  readonly byStudent: ReadonlyMap<string, readonly StayRow[]>
}

export function openWorld({ stays, calls, groups, schemes, fundings, interruptions }: GrantRows): GrantWorld {
  return {
    stays,
    calls,
    groups,
    schemes,
    fundingsOf: Map.groupBy(fundings, ({ mobilityId }) => mobilityId),
    interruptionsOf: Map.groupBy(interruptions, ({ mobilityId }) => mobilityId),
    byStudent: Map.groupBy(stays, ({ studentId }) => studentId),
  }
}

/** A stay that Erasmus+ pays or counts. */
export function isErasmus(stay: StayRow, world: GrantWorld): boolean {
  const { status, callId } = stay
  const isZeroGrant = stay.isZeroGrant === 1
  return isInCycle({ status, callId, isZeroGrant, hasAid: liveFundings(stay.id, world).length > 0 })
}

export function liveFundings(id: string, { fundingsOf }: GrantWorld): readonly FundingRow[] {
  return (fundingsOf.get(id) ?? []).filter(({ status }) => status !== 'refused')
}

/** The first aid of Erasmus+ that the stay can have, or could once its days are known. */
export function eligibleScheme(stay: StayRow, { schemes, groups }: GrantWorld): AidScheme | undefined {
  const facts = aidFactsOf({ ...stay, hostCountry: stay.country, isPartner: stay.isPartner === 1 })
  return schemes.find((scheme) => eligibilityOf(scheme, facts, groups).answer !== 'no')
}

/** The call that a stay names, else the only one of the year in which its academic year begins (inferred). */
export function callOf(
  { callId, academicYear }: StayRow,
  calls: readonly ErasmusCall[],
): { readonly call: ErasmusCall | undefined; readonly problem: GrantProblem | undefined } {
  if (callId !== null) return { call: calls.find(({ id }) => id === callId), problem: undefined }
  const year = Number(academicYear.slice(0, 4))
  const own = calls.filter(({ callYear, action }) => callYear === year && action === 'KA131')
  const [call] = own
  if (own.length === 1) return { call, problem: undefined }
  const problem: GrantProblem = {
    code: own.length === 0 ? 'no-call' : 'several-calls',
    level: 'refusal',
    params: { year, count: own.length },
    at: { entity: 'mobility', field: 'callId' },
  }
  return { call: undefined, problem }
}

export function datesOf(stay: StayRow, { interruptionsOf }: GrantWorld): GrantDates {
  const { plannedStart, plannedEnd, actualStart, actualEnd, virtualStart, virtualEnd } = stay
  return {
    plannedStart,
    plannedEnd,
    actualStart,
    actualEnd,
    virtualStart,
    virtualEnd,
    interruptions: interruptionsOf.get(stay.id) ?? [],
  }
}

/** What the student has used of the months of the cycle before a stay. */
export function monthsBefore(stay: StayRow, world: GrantWorld) {
  const toCycleStay = (one: StayRow): CycleStay => ({
    id: one.id,
    status: one.status,
    callId: one.callId,
    isZeroGrant: one.isZeroGrant === 1,
    hasAid: liveFundings(one.id, world).length > 0,
    ...datesOf(one, world),
  })
  const others = (world.byStudent.get(stay.studentId) ?? []).filter(({ id }) => id !== stay.id)
  return {
    earlierDays: others.length === 0 ? 0 : earlierCycleDays(toCycleStay(stay), others.map(toCycleStay)),
    declaredMonths: stay.erasmusMonthsBefore ?? 0,
  }
}
