import { describe, expect, it } from 'vitest'
import type { ImportColumn } from '#shared/contract/imports.ts'
import { isCount, previewColumns, totalWidthPx } from '#renderer/features/imports/preview-columns.ts'

const column = (index: number, target: string | null, samples: readonly string[] = []): ImportColumn => ({
  index,
  target,
  letter: String.fromCharCode(65 + index),
  header: `Header ${index}`,
  confidence: 1,
  samples: [...samples],
  filled: samples.length,
})

const view = {
  columns: [
    column(0, null),
    column(1, 'places'),
    column(2, 'institution.country'),
    column(3, 'institution.name', ['x'.repeat(400)]),
    column(4, 'places'),
  ],
  counts: { rows: 10, new: 5, changed: 1, unchanged: 1, 'not-data': 2, rejected: 1 },
  targets: ['institution.name', 'institution.country', 'places'].map((key) => ({
    key,
    many: key === 'places',
    required: false,
  })),
}
const shown = (outcome: Parameters<typeof previewColumns>[1], isWhole = true) =>
  previewColumns(view, outcome, isWhole, ({ target }) => target ?? '')
const kinds = (columns: ReturnType<typeof shown>) =>
  columns.map((one) => (one.kind === 'file' ? one.file.index : one.kind))

describe('the columns of the preview', () => {
  it('are in the order of the targets, those that are not read at the end', () => {
    expect(kinds(shown(null))).toEqual(['row', 'outcome', 3, 2, 1, 4, 0])
    expect(kinds(shown(null, false))).toEqual(['row', 'outcome', 3, 2, 1, 4])
  })

  it('give the reason a column of its own where all rows have one', () => {
    expect(kinds(shown('rejected')).slice(0, 3)).toEqual(['row', 'outcome', 'reason'])
    expect(kinds(shown('new')).slice(0, 3)).toEqual(['row', 'outcome', 3])
  })

  it('lie side by side, none too narrow to read nor so wide that it hides the others', () => {
    const columns = shown(null)
    for (const [place, one] of columns.entries()) {
      const before = columns[place - 1]
      expect(one.startPx).toBe(before === undefined ? 0 : before.startPx + before.widthPx)
      expect(one.widthPx).toBeGreaterThanOrEqual(60)
      expect(one.widthPx).toBeLessThanOrEqual(300)
    }
    expect(totalWidthPx(columns)).toBe(columns.reduce((sum, { widthPx }) => sum + widthPx, 0))
  })

  it('write counts from the right and texts from the left', () => {
    expect(isCount('places')).toBe(true)
    expect(isCount('condition.peoplePerYear')).toBe(true)
    expect(isCount('institution.name')).toBe(false)
    expect(isCount(null)).toBe(false)
  })
})
