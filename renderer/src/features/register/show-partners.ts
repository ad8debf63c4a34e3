import { charterChanges, charterStates, type ComparedPartner } from '#shared/contract/register.ts'

/** Which partners the table shows: all that is to be looked at, every one, or those of one figure. */
export const charterShows = ['look', 'partners', ...charterStates, ...charterChanges] as const
export type CharterShow = (typeof charterShows)[number]

export function isShown({ finding }: ComparedPartner, show: CharterShow): boolean {
  if (show === 'partners') return true
  if (show === 'look')
    return (
      finding.state === 'lost' ||
      finding.state === 'absent' ||
      finding.changes.some((change) => change !== 'completes')
    )
  return finding.state === show || finding.changes.some((change) => change === show)
}

function countShown(partners: readonly ComparedPartner[], show: CharterShow): number {
  return partners.filter((partner) => isShown(partner, show)).length
}

/** The figures above the table, those that are nothing left out save the first ones. */
export function figuresOf(
  partners: readonly ComparedPartner[],
): readonly { readonly show: CharterShow; readonly count: number }[] {
  return charterShows
    .filter((show) => show !== 'look')
    .map((show) => ({ show, count: countShown(partners, show) }))
    .filter(({ show, count }) => count > 0 || show === 'partners' || show === 'held' || show === 'lost')
}
