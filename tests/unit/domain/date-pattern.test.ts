import { describe, expect, it } from 'vitest'
import { findDatePattern, writeDay } from '#shared/domain/date-pattern.ts'

describe('findDatePattern', () => {
  it.each([
    ['Date of birth (DD/MM/YYYY)', 'dd/mm/yyyy'],
    ['Geburtsdatum TT.MM.JJJJ', 'dd.mm.yyyy'],
    ['Date de naissance (JJ/MM/AAAA)', 'dd/mm/yyyy'],
    ['Data di nascita gg-mm-aaaa', 'dd-mm-yyyy'],
    ['Birthday yyyy-mm-dd', 'yyyy-mm-dd'],
    ['DOB: YYYYMMDD', 'yyyymmdd'],
    ['Birth date mm/dd/yyyy', 'mm/dd/yyyy'],
  ])('reads %s', (header, pattern) => {
    expect(findDatePattern(header)).toBe(pattern)
  })

  it.each(['Date of birth', 'Comment', 'Gender (M/D)', 'ddmm'])('finds none in %s', (header) => {
    expect(findDatePattern(header)).toBeUndefined()
  })
})

it('writes a day in each pattern', () => {
  expect(writeDay('2004-02-09', 'dd.mm.yyyy')).toBe('09.02.2004')
  expect(writeDay('2004-02-09', 'mm/dd/yyyy')).toBe('02/09/2004')
  expect(writeDay('2004-02-09', 'yyyymmdd')).toBe('20040209')
})
