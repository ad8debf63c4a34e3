import { IconBan, IconCircleMinus, IconCirclePlus, IconEqual, IconPencil } from '@tabler/icons-react'
import { rowOutcomes } from '#shared/contract/imports.ts'
import type { ImportCounts, RowOutcome } from '#shared/contract/imports.ts'

/** The shape that stands for an outcome beside its word. */
export const outcomeIcons = {
  new: IconCirclePlus,
  changed: IconPencil,
  unchanged: IconEqual,
  'not-data': IconCircleMinus,
  rejected: IconBan,
} as const satisfies Record<RowOutcome, typeof IconBan>

/** What can be shown: all rows, or those of one outcome. */
export const shownOutcomes: readonly (RowOutcome | null)[] = [null, ...rowOutcomes]

export function countOf(counts: ImportCounts, outcome: RowOutcome | null): number {
  return outcome === null ? counts.rows : counts[outcome]
}
