import { describe, expect, test } from 'vitest'
import { columnWidths, toCellValue, toSafeText } from '#core/workbooks/cell-values.ts'

describe('values of cells', () => {
  test('a civil date is the same day in UTC, whatever the time zone', () => {
    expect(toCellValue('2027-03-28', 'date')).toEqual(new Date(Date.UTC(2027, 2, 28)))
    expect(toCellValue('1900-03-01', 'date')).toEqual(new Date(Date.UTC(1900, 2, 1)))
  })

  test('a date that the calendar of spreadsheets gets wrong stays a text', () => {
    expect(toCellValue('1899-12-31', 'date')).toBe('1899-12-31')
    expect(toCellValue('1900-02-28', 'date')).toBe('1900-02-28')
  })

  test('an instant is shown as the clock on the wall showed it', () => {
    const shown = toCellValue('2026-07-14T10:30:00.000Z', 'instant')
    const local = new Date('2026-07-14T10:30:00.000Z')
    expect(shown).toEqual(new Date(Date.UTC(2026, 6, local.getDate(), local.getHours(), local.getMinutes())))
  })

  test('numbers stay numbers, and a number in a column of texts becomes a text', () => {
    expect(toCellValue(12.5, 'number')).toBe(12.5)
    expect(toCellValue(613, 'text')).toBe('613')
  })

  test('nothing and the empty text leave the cell empty', () => {
    expect(toCellValue(null, 'text')).toBeUndefined()
    expect(toCellValue('', 'date')).toBeUndefined()
  })
})

describe('texts of cells', () => {
  test('keep their spaces, lines and accents', () => {
    expect(toSafeText('F  PARIS083')).toBe('F  PARIS083')
    expect(toSafeText(' é\n\tœ 𝔸')).toBe(' é\n\tœ 𝔸')
  })

  test('lose the characters that XML cannot hold', () => {
    expect(toSafeText('a\u0000b\u001Fc\uFFFEd\uD800e')).toBe('abcde')
  })

  test('are not taken for the escapes of Excel', () => {
    expect(toSafeText('_x000D_ and _x0041_')).toBe('_x005F_x000D_ and _x005F_x0041_')
    expect(toSafeText('_xylophone_')).toBe('_xylophone_')
  })

  test('are cut, visibly, at what a cell can hold', () => {
    const cut = toSafeText('x'.repeat(40_000))
    expect(cut).toHaveLength(32_767)
    expect(cut.endsWith('x…')).toBe(true)
  })
})

const text = (header: string) => ({ header, format: 'text' as const })

describe('widths of columns', () => {
  test('fit the longest value, within limits', () => {
    const rows = [
      ['short', 'x'.repeat(200)],
      ['a longer value', ''],
    ]
    expect(columnWidths([text('A'), text('B')], rows)).toEqual([16, 50])
  })

  test('give capitals more room', () => {
    const [capitals, small] = columnWidths([text('A'), text('A')], [['HU BUDAPEST02', 'hu budapest02']])
    expect([capitals, small]).toEqual([17, 15])
  })

  test('let a header take two lines, broken between words where both are short', () => {
    const widths = columnWidths([text('Code Erasmus de l’établissement'), text('Internationalisation')], [])
    expect(widths).toEqual([20, 25])
  })

  test('have room for a date', () => {
    expect(columnWidths([{ header: 'Day', format: 'date' }], [['2026-11-22']])).toEqual([12])
  })

  test('count the first line of a text of several', () => {
    expect(columnWidths([text('A')], [['first line here\nand a second one that is much longer']])).toEqual([
      17,
    ])
  })
})
