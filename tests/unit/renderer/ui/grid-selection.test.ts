import { describe, expect, it } from 'vitest'
import {
  everythingSelected,
  fetchSelection,
  isSelected,
  loadedSelection,
  nothingSelected,
  selectAllState,
  selectedCount,
  withAllToggled,
  withRows,
} from '#renderer/ui/grid/grid-selection.ts'
import type { GridSource } from '#renderer/ui/grid/grid-types.ts'

const row = (index: number) => ({ id: `r${index}`, cells: {} })

/** Ten rows of which only the first are here. */
function sourceWith(loaded: number): GridSource {
  return {
    status: { kind: 'ready' },
    total: 10,
    totals: {},
    rowAt: (index) => (index < loaded ? row(index) : undefined),
    onVisible: () => undefined,
    fetchRows: (first, last) =>
      Promise.resolve(Array.from({ length: last - first + 1 }, (_, index) => row(first + index))),
  }
}

describe('selection of rows', () => {
  it('shows everything as selected before the first row is there', () => {
    expect(selectAllState(everythingSelected, 0)).toBe('all')
    expect(selectAllState(nothingSelected, 0)).toBe('none')
  })

  it('takes everything back where it was selected before the first row is there', () => {
    expect(withAllToggled(nothingSelected, 0)).toBe(everythingSelected)
    expect(withAllToggled(everythingSelected, 0)).toBe(nothingSelected)
  })

  it.each([
    [nothingSelected, 'none'],
    [withRows(nothingSelected, ['r1'], true), 'some'],
    [withRows(everythingSelected, ['r1'], false), 'some'],
    [withRows(everythingSelected, ['r1', 'r2'], false), 'none'],
    [withRows(nothingSelected, ['r1', 'r2'], true), 'all'],
    [everythingSelected, 'all'],
  ])('of two rows, %o are %s', (selection, state) => {
    expect(selectAllState(selection, 2)).toBe(state)
  })

  it('counts rows chosen one by one', () => {
    const selection = withRows(withRows(nothingSelected, ['r1', 'r2'], true), ['r1'], false)
    expect(selectedCount(selection, 10)).toBe(1)
    expect(isSelected(selection, 'r2')).toBe(true)
    expect(isSelected(selection, 'r1')).toBe(false)
  })

  it('counts all rows but those taken away', () => {
    const selection = withRows(withRows(everythingSelected, ['r1', 'r2'], false), ['r1'], true)
    expect(selectedCount(selection, 10)).toBe(9)
    expect(isSelected(selection, 'r1')).toBe(true)
    expect(isSelected(selection, 'r2')).toBe(false)
  })

  it('gives the rows selected in the order of the list when they are here', () => {
    const selection = withRows(nothingSelected, ['r3', 'r1'], true)
    expect(loadedSelection(sourceWith(5), selection)?.map((one) => one.id)).toEqual(['r1', 'r3'])
  })

  it('gives nothing at once when some of the rows are not here', () => {
    const selection = withRows(nothingSelected, ['r3', 'r8'], true)
    expect(loadedSelection(sourceWith(5), selection)).toBeUndefined()
  })

  it('fetches the rows that are not here', async () => {
    const selection = withRows(everythingSelected, ['r0', 'r9'], false)
    const rows = await fetchSelection(sourceWith(2), selection)
    expect(rows.map((one) => one.id)).toEqual(['r1', 'r2', 'r3', 'r4', 'r5', 'r6', 'r7', 'r8'])
  })
})
