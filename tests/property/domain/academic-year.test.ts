import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  formatEwpTerm,
  parseAcademicTerm,
  parseEwpTerm,
  parseSemester,
} from '#shared/domain/academic-term.ts'
import {
  academicYearFrom,
  academicYearOf,
  academicYearRange,
  academicYearStart,
  findAcademicYear,
  parseAcademicYear,
  shiftAcademicYear,
  shortAcademicYear,
} from '#shared/domain/academic-year.ts'
import { addMonths, fromDayNumber } from '#shared/domain/civil-date.ts'

const year = fc
  .tuple(fc.integer({ min: 1980, max: 2078 }), fc.boolean())
  .map(([start, isCalendar]) => academicYearFrom(start, isCalendar))
const splitYear = fc.integer({ min: 1980, max: 2078 }).map((start) => academicYearFrom(start))

it('reads every writing of a year as that year', () => {
  const separator = fc.constantFrom('/', '-', '–', ' - ', '_')
  fc.assert(
    fc.property(splitYear, separator, (one, between) => {
      const [start = '', end = ''] = one.split('/')
      for (const written of [
        start + between + end,
        start + between + end.slice(2),
        start.slice(2) + between + end.slice(2),
      ]) {
        expect(parseAcademicYear(written)).toEqual({ ok: true, value: one })
      }
      expect(parseAcademicYear(shortAcademicYear(one))).toEqual({ ok: true, value: one })
      expect(findAcademicYear(`Places ${start}${between}${end} (v2)`)).toBe(one)
    }),
  )
})

it('shifts years forth and back, and ranges count them', () => {
  fc.assert(
    fc.property(year, fc.nat(40), (one, years) => {
      const later = shiftAcademicYear(one, years)
      expect(shiftAcademicYear(later, -years)).toBe(one)
      expect(academicYearRange(one, later)).toHaveLength(years + 1)
      expect(academicYearStart(later) - academicYearStart(one)).toBe(years)
    }),
  )
})

it('moves to the next year after twelve months', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 4000, max: 38_000 }),
      fc.integer({ min: 1, max: 12 }),
      (dayNumber, startMonth) => {
        const day = fromDayNumber(dayNumber)
        const one = academicYearOf(day, startMonth)
        expect(academicYearOf(addMonths(day, 12), startMonth)).toBe(shiftAcademicYear(one, 1))
      },
    ),
  )
})

it('answers for any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(
        [parseAcademicYear(text), parseSemester(text), parseAcademicTerm(text)].map(({ ok }) => typeof ok),
      ).toEqual(['boolean', 'boolean', 'boolean'])
    }),
  )
})

it('reads back the EWP terms it writes', () => {
  fc.assert(
    fc.property(year, fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), (one, a, b) => {
      const term = { year: one, term: Math.min(a, b), totalTerms: Math.max(a, b) }
      expect(parseEwpTerm(formatEwpTerm(term))).toEqual({ ok: true, value: term })
    }),
  )
})
