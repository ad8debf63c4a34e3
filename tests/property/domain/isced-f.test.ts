import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { iscedFLabel, listIscedF, parseIscedF, parseIscedList } from '#shared/domain/isced-f.ts'

const code = fc.constantFrom(...listIscedF())

it('reads a code as itself, alone or before its name', () => {
  fc.assert(
    fc.property(code, fc.constantFrom('en', 'fr'), (field, language) => {
      expect(parseIscedF(field)).toMatchObject({ ok: true, value: { code: field, isZeroRestored: false } })
      expect(parseIscedF(`${field} ${iscedFLabel(field, language)}`)).toMatchObject({
        ok: true,
        value: { code: field },
      })
    }),
  )
})

it('restores the zero of a code that a spreadsheet made a number, or says that it cannot tell', () => {
  fc.assert(
    fc.property(code, (field) => {
      const result = parseIscedF(Number(field))
      expect(result.ok ? [result.value.code] : result.error.candidates).toContain(field)
    }),
  )
})

it('reads a list of codes as those codes, whatever stands between them', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(code, { minLength: 1 }),
      fc.constantFrom(', ', ',', ';', '/', '\n', ' ', ' et '),
      (codes, between) => {
        const result = parseIscedList(codes.join(between))
        expect(result.ok && result.value.map((read) => read.code)).toEqual(codes)
      },
    ),
  )
})
