import { describe, expect, it } from 'vitest'
import {
  academicYearFrom,
  academicYearOf,
  academicYearRange,
  compareAcademicYears,
  findAcademicYear,
  isAcademicYear,
  nextAcademicYear,
  parseAcademicYear,
  previousAcademicYear,
  shortAcademicYear,
} from '#shared/domain/academic-year.ts'
import { isCivilDate } from '#shared/domain/civil-date.ts'

describe('parseAcademicYear', () => {
  it.each([
    ['2026/2027', '2026/2027'],
    ['2010/2010', '2010/2010'],
    ['2026-2027', '2026/2027'],
    ['2026–2027', '2026/2027'],
    ['2026 / 2027', '2026/2027'],
    ['2026_2027', '2026/2027'],
    ['2026/27', '2026/2027'],
    ['26/27', '2026/2027'],
    ['99-00', '1999/2000'],
    ['1999/00', '1999/2000'],
    ['AY2018-19', '2018/2019'],
    ['A.Y. 2026/2027', '2026/2027'],
    ['Année universitaire 2026-2027', '2026/2027'],
    ['a.a. 2026/27', '2026/2027'],
  ])('reads %j as %s', (written, year) =>
    expect(parseAcademicYear(written)).toEqual({ ok: true, value: year }),
  )

  it.each([
    ['', 'empty'],
    ['2026', 'single-year'],
    ['2026-2028', 'not-consecutive'],
    ['2027/2026', 'not-consecutive'],
    ['26/26', 'not-consecutive'],
    ['12/03/2026', 'malformed'],
    ['1812/1813', 'out-of-range'],
    ['next year', 'malformed'],
    ['2026-2027 S1', 'malformed'],
  ])('refuses %j: %s', (written, reason) =>
    expect(parseAcademicYear(written)).toMatchObject({ error: { reason } }),
  )
})

describe('findAcademicYear', () => {
  it.each([
    ['Lista DEFINITIVA vacantes y actualizaciones destinos Erasmus 2026-2027 (más moderno)', '2026/2027'],
    ['SPRING 2019 SEMESTER (TERM 2, AY2018-19)', '2018/2019'],
    ['partners_2025-26_v2.xlsx', '2025/2026'],
    ['Mobilités sortantes – année 26/27', '2026/2027'],
    ['Agreements 2021-2029, places 2026/2027', '2026/2027'],
  ])('finds the year of %j', (title, year) => expect(findAcademicYear(title)).toBe(year))

  it.each([
    '',
    'Erasmus 2026',
    'Session of 12/13 March',
    '2026-03-04',
    'tel. 0561-2026-2027',
    'from 03/04/2005',
  ])('finds none in %j', (title) => expect(findAcademicYear(title)).toBeUndefined())
})

describe('reckoning with years', () => {
  const year = academicYearFrom(2026)

  it.each([
    ['2026-08-31', 9, '2025/2026'],
    ['2026-09-01', 9, '2026/2027'],
    ['2026-08-01', 8, '2026/2027'],
    ['2010-07-01', 1, '2010/2010'],
  ])('puts %s (years begin in month %d) in %s', (date, startMonth, expected) => {
    expect(isCivilDate(date) && academicYearOf(date, startMonth)).toBe(expected)
  })

  it('goes to the next and the previous year', () => {
    expect(nextAcademicYear(year)).toBe('2027/2028')
    expect(previousAcademicYear(year)).toBe('2025/2026')
    expect(nextAcademicYear(academicYearFrom(2010, true))).toBe('2011/2011')
  })

  it('lists a range', () => {
    expect(academicYearRange(year, academicYearFrom(2028))).toEqual(['2026/2027', '2027/2028', '2028/2029'])
    expect(academicYearRange(year, academicYearFrom(2025))).toEqual([])
  })

  it('shows the year in short', () => {
    expect(shortAcademicYear(year)).toBe('26/27')
    expect(shortAcademicYear(academicYearFrom(2010, true))).toBe('2010')
  })

  it('orders years', () => {
    expect([academicYearFrom(2027), year].toSorted(compareAcademicYears)).toEqual(['2026/2027', '2027/2028'])
  })

  it('accepts only the form of EWP', () => {
    expect(['2026/2027', '2026-2027', '2026/2028', '2026/2025'].filter(isAcademicYear)).toEqual(['2026/2027'])
    expect(() => academicYearFrom(26)).toThrow(RangeError)
  })
})
