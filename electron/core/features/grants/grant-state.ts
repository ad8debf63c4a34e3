import type { GrantState } from '#shared/lists/grants.ts'
import type { StayGrant } from '#shared/domain/grant-types.ts'

/** Where a grant stands: what the office has to do about it. */
export function grantState(grant: StayGrant): GrantState {
  if (grant.fundingStatus === 'refused') return 'refused'
  if (grant.totalCents === null) return 'blocked'
  const { differenceCents } = grant
  if (grant.grantedCents === null || differenceCents === null)
    return grant.totalCents === 0 ? 'zero' : 'to-grant'
  if (differenceCents > 0) return 'to-pay'
  if (differenceCents < 0) return 'to-claim'
  return grant.totalCents === 0 ? 'zero' : 'granted'
}

export type GrantRefusal = 'problems' | 'aid-refused' | 'no-scheme' | 'nothing' | 'unchanged'

/** Why a stay is not granted what it comes to; undefined when it can be. */
export function refusalOf(grant: StayGrant & { readonly schemeId: string | null }): GrantRefusal | undefined {
  if (grant.totalCents === null) return 'problems'
  if (grant.fundingStatus === 'refused') return 'aid-refused'
  if (grant.schemeId === null) return 'no-scheme'
  if (grant.totalCents === 0 && grant.fundingId === null) return 'nothing'
  return grant.fundingStatus === 'granted' && grant.differenceCents === 0 ? 'unchanged' : undefined
}
