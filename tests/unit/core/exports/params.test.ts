import { describe, expect, test } from 'vitest'
import { DomainError } from '#shared/domain/errors.ts'
import { exportFormat, exportFormats } from '#core/exports/index.ts'
import { checkParams } from '#core/exports/params.ts'
import { createTranslate, isTextKey } from '#shared/text/text.ts'
import type { ExportParams } from '#core/exports/define-export.ts'

const erasmus = exportFormat('erasmus-nominations')

function refusalOf(params: ExportParams): unknown {
  try {
    return checkParams(erasmus, params)
  } catch (error) {
    return error instanceof DomainError ? { code: error.code, ...error.data } : error
  }
}

describe('parameters of an export', () => {
  test('are brought to the form that is kept', () => {
    const params = { academicYear: '2026-27', partners: ['i1'], perPartner: true }
    expect(checkParams(erasmus, params)).toEqual({
      academicYear: '2026/2027',
      partners: ['i1'],
      perPartner: true,
    })
    expect(checkParams(exportFormat('athens-nominations'), { session: 'March 2027' })).toEqual({
      session: '2027-03',
    })
  })

  test.each([
    [{}, 'academicYear', 'missing'],
    [{ academicYear: '' }, 'academicYear', 'missing'],
    [{ academicYear: 'soon' }, 'academicYear', 'not-a-year'],
    [{ academicYear: '2026/2027', partners: 'i1' }, 'partners', 'not-a-list'],
    [{ academicYear: '2026/2027', again: 'yes' }, 'again', 'not-yes-no'],
    [{ academicYear: '2026/2027', colour: 'red' }, 'colour', 'unknown-param'],
  ])('%j is refused, naming the parameter and the reason', (params, param, problem) => {
    expect(refusalOf(params)).toMatchObject({ code: 'export-invalid', param, problem })
  })
})

describe('the formats offered', () => {
  test('have names of their own', () => {
    const names = exportFormats.map((format) => format.id)
    expect(names).toContain('erasmus-nominations')
    expect(new Set(names).size).toBe(names.length)
  })

  test('have words for themselves and for what they ask, in both languages', () => {
    for (const format of exportFormats) {
      expect(isTextKey(`export.about.${format.id}`)).toBe(true)
      for (const param of format.params) expect(isTextKey(`export.param.${param.key}`)).toBe(true)
      expect(createTranslate('fr')(format.titleKey)).not.toBe(format.titleKey)
    }
  })

  test('are refused under an unknown name, with those that exist', () => {
    expect(() => exportFormat('nothing')).toThrow(
      expect.objectContaining({
        code: 'export-unknown',
        data: expect.objectContaining({ format: 'nothing' }),
      }),
    )
  })
})
