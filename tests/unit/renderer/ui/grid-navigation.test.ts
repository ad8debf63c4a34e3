import { describe, expect, it } from 'vitest'
import { moveColumn, moveInGrid, toggleSort } from '#renderer/ui/grid/grid-navigation.ts'

const size = { rows: 100, columns: 5, pageRows: 20 }
const press = (key: string, isMod = false) => ({ key, isMod })

describe('moving in a grid', () => {
  it.each([
    ['ArrowDown', { row: 11, column: 2 }],
    ['ArrowUp', { row: 9, column: 2 }],
    ['ArrowLeft', { row: 10, column: 1 }],
    ['ArrowRight', { row: 10, column: 3 }],
    ['Home', { row: 10, column: 0 }],
    ['End', { row: 10, column: 4 }],
    ['PageDown', { row: 30, column: 2 }],
    ['PageUp', { row: 0, column: 2 }],
  ])('%s leads one step away', (key, place) => {
    expect(moveInGrid(press(key), { row: 10, column: 2 }, size)).toEqual(place)
  })

  it('leads to the first and last cells with Ctrl', () => {
    expect(moveInGrid(press('Home', true), { row: 10, column: 2 }, size)).toEqual({ row: 0, column: 0 })
    expect(moveInGrid(press('End', true), { row: 10, column: 2 }, size)).toEqual({ row: 99, column: 4 })
    expect(moveInGrid(press('ArrowDown', true), { row: 10, column: 2 }, size)).toEqual({ row: 99, column: 2 })
  })

  it('reaches the header from the first row, and stays inside otherwise', () => {
    expect(moveInGrid(press('ArrowUp'), { row: 0, column: 2 }, size)).toEqual({ row: -1, column: 2 })
    expect(moveInGrid(press('ArrowUp'), { row: -1, column: 2 }, size)).toEqual({ row: -1, column: 2 })
    expect(moveInGrid(press('ArrowDown'), { row: 99, column: 2 }, size)).toEqual({ row: 99, column: 2 })
    expect(moveInGrid(press('ArrowRight'), { row: 1, column: 4 }, size)).toEqual({ row: 1, column: 4 })
  })

  it('stays in the header of an empty list', () => {
    const empty = { ...size, rows: 0 }
    expect(moveInGrid(press('ArrowDown'), { row: -1, column: 1 }, empty)).toEqual({ row: -1, column: 1 })
    expect(moveInGrid(press('PageUp'), { row: -1, column: 1 }, empty)).toEqual({ row: -1, column: 1 })
    expect(moveInGrid(press('Home', true), { row: -1, column: 1 }, empty)).toEqual({ row: -1, column: 0 })
  })

  it('leaves other keys alone', () => {
    expect(moveInGrid(press('a'), { row: 0, column: 0 }, size)).toBeUndefined()
  })
})

describe('sorting by a click', () => {
  const up = { key: 'name', descending: false }
  const down = { key: 'name', descending: true }
  const other = { key: 'city', descending: false }

  it('goes up, down, then away', () => {
    expect(toggleSort([], 'name', false)).toEqual([up])
    expect(toggleSort([up], 'name', false)).toEqual([down])
    expect(toggleSort([down], 'name', false)).toEqual([])
  })

  it('replaces the sort of other columns', () => {
    expect(toggleSort([other], 'name', false)).toEqual([up])
  })

  it('keeps the sort of other columns, in their order, with Shift', () => {
    expect(toggleSort([other], 'name', true)).toEqual([other, up])
    expect(toggleSort([up, other], 'name', true)).toEqual([down, other])
    expect(toggleSort([down, other], 'name', true)).toEqual([other])
  })
})

describe('moving a column', () => {
  it('takes the place of the other column, on either side', () => {
    expect(moveColumn(['a', 'b', 'c', 'd'], 'a', 'c')).toEqual(['b', 'c', 'a', 'd'])
    expect(moveColumn(['a', 'b', 'c', 'd'], 'd', 'b')).toEqual(['a', 'd', 'b', 'c'])
  })

  it('changes nothing where there is nothing to move', () => {
    const order = ['a', 'b']
    expect(moveColumn(order, 'a', 'a')).toBe(order)
    expect(moveColumn(order, 'x', 'a')).toBe(order)
  })
})
