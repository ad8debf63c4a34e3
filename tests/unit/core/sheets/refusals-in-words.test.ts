import { describe, expect, it } from 'vitest'
import type { SheetErrorCode, SheetWarning } from '#core/sheets/types.ts'
import { sheetsTexts } from '#shared/text/areas/sheets.ts'

/** Every code, held complete by the compiler. */
const errors = {
  'file-empty': true,
  'file-too-large': true,
  'not-a-spreadsheet': true,
  'old-excel': true,
  'binary-excel': true,
  'libreoffice-file': true,
  'word-document': true,
  'web-page': true,
  'excel-lock-file': true,
  'password-protected': true,
  'zip-damaged': true,
  'zip-suspicious': true,
  'workbook-damaged': true,
  'xml-forbidden': true,
  'xml-not-xml': true,
  'xml-broken': true,
  'xml-doctype': true,
  'xml-too-large': true,
  'too-many-cells': true,
  'too-slow': true,
  'too-much-memory': true,
  'text-not-decodable': true,
  'csv-unclosed-quote': true,
  'sheet-not-found': true,
  cancelled: true,
} satisfies Record<SheetErrorCode, true>

const warnings = {
  'macros-ignored': false,
  'encoding-guessed': false,
  'long-number-rounded': true,
  'formula-without-value': true,
  'hidden-sheet': false,
  'bad-cell': true,
} satisfies Record<SheetWarning['code'], boolean>

describe('what the reader says', () => {
  it('has a sentence in both languages for every code, and no other', () => {
    const expected = [
      ...Object.keys(errors).map((code) => `sheets.error.${code}`),
      ...Object.entries(warnings).flatMap(([code, isCounted]) =>
        isCounted
          ? [`sheets.warning.${code}_one`, `sheets.warning.${code}_other`]
          : [`sheets.warning.${code}`],
      ),
    ]
    for (const texts of [sheetsTexts.en, sheetsTexts.fr]) {
      expect(Object.keys(texts).toSorted()).toEqual(expected.toSorted())
    }
  })
})
