import {
  academicYearFrom,
  academicYearOf,
  findAcademicYear,
  parseAcademicYear,
} from '#shared/domain/academic-year.ts'
import { parseAcademicTerm } from '#shared/domain/academic-term.ts'
import { addMonths } from '#shared/domain/civil-date.ts'
import { readDateText } from '#shared/domain/date-text.ts'
import { textKey } from '#shared/entities/labels.ts'
import { findSemester } from './choice-words.ts'
import type { CellIssue } from './issues.ts'

interface PeriodRead {
  readonly value: string | null
  readonly issue?: CellIssue
}

/**
 * Reads an academic year. As the first or the last year of an agreement a single year or a date will do: from 2024
 * means 2024/2025, until 2029 means 2028/2029; in both cases the preview shows what was understood.
 */
export function readAcademicYear(written: string, use: 'exact' | 'first' | 'last'): PeriodRead {
  const exact = parseAcademicYear(written)
  if (exact.ok) return { value: exact.value }
  const term = parseAcademicTerm(written)
  const supposed = term.ok
    ? term.value.year
    : use === 'exact'
      ? findAcademicYear(written)
      : boundaryYear(written, use)
  if (supposed === undefined)
    return {
      value: null,
      issue: {
        code: textKey(`domain.academic-year.${exact.error.reason}`),
        severity: 'warning',
        params: { ...exact.error.params, value: written.trim() },
      },
    }
  return {
    value: supposed,
    issue: {
      code: 'imports.issue.written-as',
      severity: 'cleaned',
      params: { from: written.trim(), to: supposed },
    },
  }
}

function boundaryYear(written: string, use: 'first' | 'last'): string | undefined {
  const single = Number(/^\D{0,12}((?:19|20)\d\d)(?:\.0)?$/.exec(written.trim())?.[1])
  if (!Number.isNaN(single)) return academicYearFrom(use === 'first' ? single : single - 1)
  const date = readDateText(written)
  // An agreement that ends on 30 September ends with the year that is over by then.
  if (date.ok) return academicYearOf(use === 'first' ? date.value.date : addMonths(date.value.date, -1))
  return findAcademicYear(written)
}

/** Reads the semester of the places of a row. */
export function readSemester(written: string): PeriodRead {
  const semester = findSemester(written)
  if (semester !== undefined) return { value: semester }
  const term = parseAcademicTerm(written)
  if (term.ok) return { value: term.value.semester }
  return {
    value: null,
    issue: { code: 'domain.semester.unknown-words', severity: 'warning', params: { words: written.trim() } },
  }
}
