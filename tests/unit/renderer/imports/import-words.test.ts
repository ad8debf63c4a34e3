import { describe, expect, it } from 'vitest'
import { createFormats } from '#shared/text/formats.ts'
import { createTranslate } from '#shared/text/text.ts'
import { codeHeading, confidenceLevel, recordWords } from '#renderer/features/imports/import-words.ts'
import { sayKey } from '#shared/text/import-text.ts'
import { groupFindings } from '#renderer/features/imports/group-findings.ts'
import { nearbyYears } from '#renderer/features/imports/nearby-years.ts'

const t = createTranslate('en')

describe('the words of an import', () => {
  it('name what is created by kind, and nothing where nothing is', () => {
    const { list } = createFormats('en')
    expect(recordWords(t, list, { institutions: 91, agreements: 1, places: 319, students: 0 })).toBe(
      '91 institutions, 1 agreement, and 319 places',
    )
    expect(recordWords(t, list, { institutions: 0 })).toBeUndefined()
  })

  it('say a code without its particulars over all its cases', () => {
    const issue = { code: 'imports.issue.apostrophe', params: { from: 'D`ORSAY', to: "D'ORSAY" } }
    expect(codeHeading(t, issue)).toContain('“…” → “…”')
    expect(sayKey(t, issue.code, issue.params)).toContain("“D`ORSAY” → “D'ORSAY”")
  })

  it('show a code that has no sentence rather than hide it', () => {
    expect(sayKey(t, 'imports.issue.never-heard-of')).toBe('imports.issue.never-heard-of')
  })

  it('never call sure what was guessed by values alone', () => {
    expect([1, 0.85, 0.79, 0.6, 0.59, 0].map(confidenceLevel)).toEqual([
      'sure',
      'sure',
      'likely',
      'likely',
      'unsure',
      'unsure',
    ])
  })
})

describe('findings', () => {
  it('come with the gravest first, then the most frequent, each with its cases', () => {
    const issue = (row: number, code: string, severity: 'error' | 'warning' | 'cleaned') => ({
      sheet: 'S',
      row,
      column: null,
      value: null,
      code,
      severity,
      params: {},
    })
    const groups = groupFindings({
      issues: [issue(4, 'b', 'error'), issue(2, 'a', 'cleaned'), issue(3, 'a', 'cleaned')],
      issueCodes: [
        { code: 'a', severity: 'cleaned', count: 400 },
        { code: 'c', severity: 'warning', count: 1 },
        { code: 'd', severity: 'warning', count: 7 },
        { code: 'b', severity: 'error', count: 1 },
      ],
    })
    expect(groups.map(({ code }) => code)).toEqual(['b', 'd', 'c', 'a'])
    expect(groups.at(-1)?.issues.map(({ row }) => row)).toEqual([2, 3])
    expect(groups.at(-1)?.count).toBe(400)
  })
})

describe('the academic years to choose from', () => {
  it('lie around the current one, the latest first', () => {
    const years = nearbyYears('2026/2027', undefined)
    expect(years[0]).toBe('2030/2031')
    expect(years).toContain('2026/2027')
    expect(years.at(-1)).toBe('2018/2019')
  })

  it('hold the one that the file names, however old', () => {
    expect(nearbyYears('2026/2027', '1999/2000').at(-1)).toBe('1999/2000')
    expect(nearbyYears(undefined, '1999/2000')).toEqual(['1999/2000'])
  })
})
