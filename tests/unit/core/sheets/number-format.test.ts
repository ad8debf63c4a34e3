import { describe, expect, it } from 'vitest'
import { builtInFormat, classifyFormat } from '#core/sheets/xlsx/number-format.ts'
import type { NumberFormatKind } from '#core/sheets/xlsx/number-format.ts'

const formats: readonly (readonly [NumberFormatKind, readonly string[]])[] = [
  [
    'date',
    [
      'dd/mm/yyyy',
      'yyyy-mm-dd',
      'd mmm',
      'mmmm yy',
      'mmm',
      '[$-40C]d mmmm yyyy;@',
      '[$-F800]dddd, mmmm dd, yyyy',
      'dd\\.mm\\.yyyy',
      'yyyy"年"m"月"d"日"',
      '[Red]dd/mm/yy',
      'ggge',
      'DD/MM/YYYY',
      'm/d',
      '[>100]d/m/yy;General',
    ],
  ],
  [
    'time',
    ['h:mm', 'hh:mm:ss', 'h:mm AM/PM', 'mm:ss', 'mm:ss.0', 'h"h"mm', '[$-F400]h:mm:ss AM/PM', 'hh:mm A/P'],
  ],
  [
    'date-time',
    ['dd/mm/yyyy hh:mm', 'm/d/yy h:mm AM/PM', 'yyyy-mm-ddThh:mm:ss', 'yyyy-mm-dd\\ hh:mm:ss.000'],
  ],
  [
    'number',
    [
      'General',
      'GENERAL',
      'Standard',
      '0',
      '0.00',
      '#,##0.00 €',
      '0%',
      '0.00E+00',
      '##0.0e-0',
      '@',
      '[h]:mm',
      '[mm]:ss',
      '[SS]',
      '# ##0 "days"',
      '0 "kg";-0 "kg"',
      '_-* #,##0.00\\ [$€-40C]_-',
      '0_d',
      '0\\d',
      '*d0',
      '"d"',
      '',
      '"unclosed d',
      '[unclosed d',
      '0.0;[Red]d',
    ],
  ],
]

describe('a number format', () => {
  for (const [kind, examples] of formats) {
    it.each(examples)(`is of kind ${kind}: %s`, (format) => {
      expect(classifyFormat(format)).toBe(kind)
    })
  }

  it.each(['[', '"', '\\', '*', 'd', 'm', '0', '[h', 'am/', ';'])(
    'made of %s repeated is judged at once',
    (piece) => {
      const started = performance.now()
      classifyFormat(piece.repeat(200_000))
      classifyFormat(piece.repeat(490))
      expect(performance.now() - started).toBeLessThan(50)
    },
  )

  it('known by number only is one of the standard', () => {
    expect([0, 2, 14, 22, 46, 49].map(builtInFormat)).toEqual([
      'General',
      '0.00',
      'mm-dd-yy',
      'm/d/yy h:mm',
      '[h]:mm:ss',
      '@',
    ])
    expect(classifyFormat(builtInFormat(30))).toBe('date')
    expect(builtInFormat(9_999)).toBe('General')
  })
})
