import { describe, expect, it } from 'vitest'
import type { ListColumn } from '#shared/lists/types.ts'
import { createTranslate } from '#shared/text/text.ts'
import { createFormat } from '#renderer/ui/format.ts'
import { filterWords, withColumnFilters } from '#renderer/ui/grid/grid-filters.ts'

const english = { language: 'en', t: createTranslate('en'), format: createFormat('en') } as const
const french = { language: 'fr', t: createTranslate('fr'), format: createFormat('fr') } as const
const column = (type: ListColumn['type']): ListColumn => ({
  key: 'c',
  label: 'ui.yes',
  type,
  isShown: true,
  widthPx: 100,
})

describe('filters in words', () => {
  it('names the values as the column shows them', () => {
    expect(filterWords({ key: 'c', test: 'is', values: ['DE', 'FR'] }, column('country'), english)).toBe(
      'Germany or France',
    )
    expect(filterWords({ key: 'c', test: 'is', values: ['true'] }, column('boolean'), french)).toBe('Oui')
  })

  it('writes days and figures in the user’s language', () => {
    expect(filterWords({ key: 'c', test: 'at-least', values: ['2026-09-01'] }, column('date'), english)).toBe(
      'from 01/09/2026',
    )
    expect(filterWords({ key: 'c', test: 'at-most', values: ['2.5'] }, column('decimal'), french)).toBe(
      'jusqu’à 2,5',
    )
  })

  it('says empty and not empty', () => {
    expect(filterWords({ key: 'c', test: 'empty', values: [] }, column('text'), english)).toBe('empty')
    expect(filterWords({ key: 'c', test: 'not-empty', values: [] }, column('text'), french)).toBe('non vide')
  })

  it('replaces the filters of one column and leaves the others', () => {
    const other = { key: 'o', test: 'empty', values: [] } as const
    const before = { key: 'c', test: 'contains', values: ['a'] } as const
    const after = { key: 'c', test: 'is', values: ['b'] } as const
    expect(withColumnFilters([before, other], 'c', [after])).toEqual([other, after])
    expect(withColumnFilters([before, other], 'c', [])).toEqual([other])
  })
})
