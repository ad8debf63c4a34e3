import type { GridSelection, GridSource } from './grid-types.ts'
import type { ListRow } from '#shared/lists/types.ts'

export const nothingSelected: GridSelection = { kind: 'some', ids: new Set() }
export const everythingSelected: GridSelection = { kind: 'all', except: new Set() }

export function isSelected(selection: GridSelection, id: string): boolean {
  return selection.kind === 'some' ? selection.ids.has(id) : !selection.except.has(id)
}

/** How many of `total` rows are selected. */
export function selectedCount(selection: GridSelection, total: number): number {
  return selection.kind === 'some' ? selection.ids.size : Math.max(total - selection.except.size, 0)
}

export type SelectAllState = 'none' | 'some' | 'all'

/** What the box above the rows shows. Everything is everything even before the first row is there. */
export function selectAllState(selection: GridSelection, total: number): SelectAllState {
  if (selection.kind === 'all' && selection.except.size === 0) return 'all'
  const selected = selectedCount(selection, total)
  if (selected === 0) return 'none'
  return selected >= total ? 'all' : 'some'
}

/** What a press on that box selects: everything where nothing is, else nothing. */
export function withAllToggled(selection: GridSelection, total: number): GridSelection {
  return selectAllState(selection, total) === 'none' ? everythingSelected : nothingSelected
}

/** The selection with some rows added or taken away. */
export function withRows(selection: GridSelection, ids: readonly string[], isAdded: boolean): GridSelection {
  const before = selection.kind === 'some' ? selection.ids : selection.except
  const isListed = selection.kind === 'some' ? isAdded : !isAdded
  const after = new Set(before)
  for (const id of ids) {
    if (isListed) after.add(id)
    else after.delete(id)
  }
  return selection.kind === 'some' ? { kind: 'some', ids: after } : { kind: 'all', except: after }
}

/** The rows selected that are already here, in the order of the list; nothing if some of them are not. */
export function loadedSelection(
  source: GridSource,
  selection: GridSelection,
): readonly ListRow[] | undefined {
  const wanted = selectedCount(selection, source.total)
  const rows: ListRow[] = []
  for (let index = 0; index < source.total && rows.length < wanted; index += 1) {
    const row = source.rowAt(index)
    if (row !== undefined && isSelected(selection, row.id)) rows.push(row)
  }
  return rows.length === wanted ? rows : undefined
}

/** The rows selected, in the order of the list; those not here are fetched. */
export async function fetchSelection(
  source: GridSource,
  selection: GridSelection,
): Promise<readonly ListRow[]> {
  const loaded = loadedSelection(source, selection)
  if (loaded !== undefined) return loaded
  const all = await source.fetchRows(0, source.total - 1)
  return all.filter((row) => isSelected(selection, row.id))
}
