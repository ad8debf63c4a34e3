import type { ImportColumn, ImportView, RowOutcome } from '#shared/contract/imports.ts'
import { fieldOfTarget, isReadBeside } from './read-words.ts'

/** A column of the preview: those that say what a row is, then those of the file. */
export type PreviewColumn = { readonly startPx: number; readonly widthPx: number } & (
  | { readonly kind: 'row' | 'outcome' | 'reason' }
  | { readonly kind: 'file'; readonly file: ImportColumn }
)

const rowPx = 64
/** Width of the outcome alone; a wider column tells the reason too. */
export const plainOutcomePx = 136
const outcomeAndReasonPx = 208
const reasonPx = { changed: 230, unchanged: 230, 'not-data': 180, rejected: 380 } as const
const charPx = 7.4
/** The space around a text and the sign of a finding before it. */
const paddingPx = 42
/** What a date or a country was read as, beside what is written. */
const besidePx = 90
const [leastPx, mostPx] = [84, 300]

/** How many columns stay in place while the others scroll: the row's number and its outcome. */
export const pinnedColumns = 2

/**
 * The columns to draw: those that are read come first, as a record has them, the others follow if `isWhole`. Why a row is what it is has a
 * column of its own where all rows shown are of one outcome.
 */
export function previewColumns(
  view: Pick<ImportView, 'columns' | 'counts' | 'targets'>,
  outcome: RowOutcome | null,
  isWhole: boolean,
  labelOf: (column: ImportColumn) => string,
): readonly PreviewColumn[] {
  const columns: PreviewColumn[] = []
  let startPx = 0
  const add = (
    column: { kind: 'row' | 'outcome' | 'reason' } | { kind: 'file'; file: ImportColumn },
    widthPx: number,
  ) => {
    columns.push({ ...column, startPx, widthPx })
    startPx += widthPx
  }
  add({ kind: 'row' }, rowPx)
  add({ kind: 'outcome' }, outcome === null && hasReasons(view) ? outcomeAndReasonPx : plainOutcomePx)
  if (outcome !== null && outcome !== 'new') add({ kind: 'reason' }, reasonPx[outcome])
  const read = inTargetOrder(view)
  const unread = isWhole ? view.columns.filter((file) => file.target === null) : []
  for (const file of [...read, ...unread]) add({ kind: 'file', file }, widthOf(file, labelOf(file)))
  return columns
}

/** Columns that are read, in the order in which their targets are listed: names before codes before places. */
function inTargetOrder({
  columns,
  targets,
}: Pick<ImportView, 'columns' | 'targets'>): readonly ImportColumn[] {
  const places = new Map<string | null, number>(targets.map(({ key }, place) => [key, place]))
  return columns
    .filter((file) => file.target !== null)
    .toSorted((a, b) => (places.get(a.target) ?? 0) - (places.get(b.target) ?? 0) || a.index - b.index)
}

function hasReasons({ counts }: Pick<ImportView, 'counts'>): boolean {
  return counts['not-data'] + counts.rejected > 0
}

/** As wide as its samples, its words and what is written beside its values ask for, within reason. */
function widthOf(column: ImportColumn, label: string): number {
  const chars = Math.max(
    label.length + 1,
    column.header.length + 3,
    ...column.samples.map((sample) => sample.length),
  )
  const asked = chars * charPx + paddingPx + (isReadBeside(column.target) ? besidePx : 0)
  return Math.round(Math.min(Math.max(asked, leastPx), mostPx))
}

export function totalWidthPx(columns: readonly PreviewColumn[]): number {
  const last = columns.at(-1)
  return last === undefined ? 0 : last.startPx + last.widthPx
}

/** Whether a column holds counts, which are written under one another from the right. */
export function isCount(target: string | null): boolean {
  const type = fieldOfTarget(target)?.type
  return target === 'places' || type === 'integer' || type === 'decimal'
}
