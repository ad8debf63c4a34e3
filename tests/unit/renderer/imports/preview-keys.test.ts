import { describe, expect, it } from 'vitest'
import { placeAfterKey } from '#renderer/features/imports/preview-keys.ts'

const size = { rows: 100, columns: 6, pageRows: 20 }
const press = (key: string, isControl = false, place = { row: 50, column: 2 }) =>
  placeAfterKey(place, key, isControl, size)

describe('the keyboard in the preview', () => {
  it('moves by one cell with the arrows', () => {
    expect(press('ArrowDown')).toEqual({ row: 51, column: 2 })
    expect(press('ArrowUp')).toEqual({ row: 49, column: 2 })
    expect(press('ArrowLeft')).toEqual({ row: 50, column: 1 })
    expect(press('ArrowRight')).toEqual({ row: 50, column: 3 })
  })

  it('goes to the ends of a row, of a column and of the whole', () => {
    expect(press('Home')).toEqual({ row: 50, column: 0 })
    expect(press('End')).toEqual({ row: 50, column: 5 })
    expect(press('ArrowUp', true)).toEqual({ row: 0, column: 2 })
    expect(press('Home', true)).toEqual({ row: 0, column: 0 })
    expect(press('End', true)).toEqual({ row: 99, column: 5 })
  })

  it('reaches the header from the first row, and stays inside', () => {
    expect(press('ArrowUp', false, { row: 0, column: 0 })).toEqual({ row: -1, column: 0 })
    expect(press('ArrowUp', false, { row: -1, column: 0 })).toEqual({ row: -1, column: 0 })
    expect(press('ArrowDown', false, { row: 99, column: 5 })).toEqual({ row: 99, column: 5 })
    expect(press('ArrowLeft', false, { row: 0, column: 0 })).toEqual({ row: 0, column: 0 })
  })

  it('turns pages without leaving the rows', () => {
    expect(press('PageDown')).toEqual({ row: 70, column: 2 })
    expect(press('PageDown', false, { row: 95, column: 2 })).toEqual({ row: 99, column: 2 })
    expect(press('PageUp', false, { row: 5, column: 2 })).toEqual({ row: 0, column: 2 })
  })

  it('leaves other keys to the browser', () => {
    expect(press('a')).toBeUndefined()
    expect(press('Tab')).toBeUndefined()
  })
})
