import { describe, expect, it } from 'vitest'
import {
  ewpTermToSemester,
  formatEwpTerm,
  parseAcademicTerm,
  parseEwpTerm,
  parseSemester,
  semesterToEwpTerm,
} from '#shared/domain/academic-term.ts'
import { academicYearFrom, semesters } from '#shared/domain/academic-year.ts'

describe('parseSemester', () => {
  it.each([
    [
      'autumn',
      [
        'S1',
        's1',
        '1',
        '1st semester',
        '1er semestre',
        'Semestre 1',
        'Autumn',
        'FALL',
        'Automne',
        'WS',
        'WiSe',
        'Wintersemester',
        'otoño',
        'Primer cuatrimestre',
        'S9',
        'S7',
        'Term 1',
      ],
    ],
    [
      'spring',
      [
        'S2',
        '2',
        '2nd semester',
        '2ème semestre',
        'Spring',
        'printemps',
        'SS',
        'SoSe',
        'Sommersemester',
        'Primavera',
        'S8',
        'S10',
        'Term 2',
      ],
    ],
    [
      'year',
      [
        'Full year',
        'year',
        'annuel',
        'Année complète',
        'S1+S2',
        'S1 et S2',
        'Autumn & Spring',
        'anual',
        'Year-long',
        '2 semesters',
      ],
    ],
  ])('reads %s', (semester, written) => {
    for (const words of written)
      expect([words, parseSemester(words)]).toEqual([words, { ok: true, value: semester }])
  })

  it.each([
    ['', 'empty'],
    ['Winter', 'unknown-words'],
    ['hiver', 'unknown-words'],
    ['S13', 'unknown-words'],
    ['3', 'unknown-words'],
    ['soon', 'unknown-words'],
  ])('refuses %j: %s', (written, reason) =>
    expect(parseSemester(written)).toMatchObject({ error: { reason } }),
  )
})

describe('parseAcademicTerm', () => {
  it.each([
    ['Spring 2019', '2018/2019', 'spring'],
    ['Fall 2018', '2018/2019', 'autumn'],
    ['SPRING 2019 SEMESTER (TERM 2, AY2018-19)', '2018/2019', 'spring'],
    ['S1 2026-2027', '2026/2027', 'autumn'],
    ['2026/2027 – semester 2', '2026/2027', 'spring'],
    ['WS 2026/27', '2026/2027', 'autumn'],
    ['WS 26/27', '2026/2027', 'autumn'],
    ['SoSe 2027', '2026/2027', 'spring'],
    ['Automne 2026', '2026/2027', 'autumn'],
    ['Full year 2026-27', '2026/2027', 'year'],
  ])('reads %j as %s %s', (written, year, semester) =>
    expect(parseAcademicTerm(written)).toEqual({ ok: true, value: { year, semester } }),
  )

  it.each([
    ['', 'empty'],
    ['Spring', 'no-year'],
    ['2026/2027', 'no-semester'],
    ['2026', 'no-semester'],
    ['S1 2026', 'year-unclear'],
    ['Full year 2026', 'year-unclear'],
  ])('refuses %j: %s', (written, reason) =>
    expect(parseAcademicTerm(written)).toMatchObject({ error: { reason } }),
  )
})

describe('EWP terms', () => {
  it('reads and writes the identifier', () => {
    const term = parseEwpTerm('2022/2023-2/2')
    expect(term).toEqual({ ok: true, value: { year: '2022/2023', term: 2, totalTerms: 2 } })
    expect(term.ok && formatEwpTerm(term.value)).toBe('2022/2023-2/2')
  })

  it.each([
    ['2022/2023', 'malformed'],
    ['2022/2024-1/2', 'malformed'],
    ['2022/2023-3/2', 'no-such-term'],
    ['2022/2023-0/2', 'malformed'],
  ])('refuses %j: %s', (written, reason) =>
    expect(parseEwpTerm(written)).toMatchObject({ error: { reason } }),
  )

  it('finds each semester back from its term', () => {
    for (const semester of semesters) {
      expect(ewpTermToSemester(semesterToEwpTerm({ year: academicYearFrom(2026), semester }))).toBe(semester)
    }
    expect(ewpTermToSemester({ year: academicYearFrom(2026), term: 2, totalTerms: 3 })).toBeUndefined()
  })
})
