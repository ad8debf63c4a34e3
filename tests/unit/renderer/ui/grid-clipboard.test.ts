import { describe, expect, it } from 'vitest'
import { parseTabbedText, toHtmlTable, toTabbedText } from '#renderer/ui/grid/grid-clipboard.ts'

const texts = (...cells: readonly string[]) => cells.map((text) => ({ text, isNumber: false }))

describe('text for the clipboard', () => {
  it('puts tabs between cells and line breaks between lines', () => {
    expect(toTabbedText([texts('a', 'b'), texts('c', '')])).toBe('a\tb\r\nc\t')
  })

  it('quotes what holds a tab, a line break or begins with a quote', () => {
    expect(toTabbedText([texts('a\tb', 'two\nlines', '"q"', 'say "hi"')])).toBe(
      '"a\tb"\t"two\nlines"\t"""q"""\tsay "hi"',
    )
  })

  it('keeps formulas, leading zeros and double spaces as text in HTML', () => {
    const html = toHtmlTable([texts('=1+1', '007', 'F  PARIS104')])
    expect(html.match(/mso-number-format:'\\@'/g)).toHaveLength(3)
    expect(html).toContain('F  PARIS104')
  })

  it('lets spreadsheets read figures as figures', () => {
    expect(toHtmlTable([[{ text: '3,5', isNumber: true }]])).toContain('<td>3,5</td>')
  })

  it('writes no markup that a cell holds', () => {
    expect(toHtmlTable([texts('<b onclick="x">&')])).toContain('&lt;b onclick=&quot;x&quot;&gt;&amp;')
  })
})

describe('text from the clipboard', () => {
  it('reads lines of cells, without a line for the last line break', () => {
    expect(parseTabbedText('a\tb\r\nc\td\r\n')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ])
  })

  it('reads line breaks of every system', () => {
    expect(parseTabbedText('a\nb\rc\r\nd')).toEqual([['a'], ['b'], ['c'], ['d']])
  })

  it('keeps empty cells and empty lines in the middle', () => {
    expect(parseTabbedText('a\t\tb\n\nc')).toEqual([['a', '', 'b'], [''], ['c']])
  })

  it('reads quoted cells with tabs, line breaks and doubled quotes', () => {
    expect(parseTabbedText('"a\tb"\t"x\ny"\t"say ""hi"""')).toEqual([['a\tb', 'x\ny', 'say "hi"']])
  })

  it('takes a quote that does not close, or closes too early, as a character', () => {
    expect(parseTabbedText('"Le Havre" port\tb')).toEqual([['"Le Havre" port', 'b']])
    expect(parseTabbedText('"\tb')).toEqual([['"', 'b']])
  })

  it('reads one value as one cell', () => {
    expect(parseTabbedText('Zoé')).toEqual([['Zoé']])
  })
})
