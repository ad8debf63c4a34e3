import { expect, it } from 'vitest'
import { checkObligationRules } from '#shared/domain/obligation-rule-check.ts'
import { aRule } from '#tests/fixtures/obligations/school.ts'

const codes = (...rules: readonly Parameters<typeof aRule>[0][]) =>
  checkObligationRules(
    rules.map((rule) => aRule(rule)),
    ['Engineering', 'Apprentices'],
  ).map(({ index, field, code }) => [index, field, code])

it('accepts rules that follow on from each other', () => {
  expect(codes({ toCohort: 2026 }, { fromCohort: 2027 })).toEqual([])
})

it('accepts rules of the same cohorts for other programmes', () => {
  expect(codes({ programmes: ['Engineering'] }, { programmes: ['Apprentices'] })).toEqual([])
})

it('refuses two rules that mean the same students, at the second', () => {
  expect(codes({ toCohort: 2027 }, { fromCohort: 2027 })).toEqual([[1, 'fromCohort', 'same-cohorts']])
  expect(codes({}, { programmes: ['Engineering'] })).toEqual([[1, 'fromCohort', 'same-cohorts']])
})

it('refuses ranges the wrong way round', () => {
  expect(codes({ fromCohort: 2028, toCohort: 2027, firstSemester: 8, lastSemester: 6 })).toEqual([
    [0, 'toCohort', 'cohorts-reversed'],
    [0, 'lastSemester', 'semesters-reversed'],
  ])
})

it('refuses a programme that the school no longer has', () => {
  expect(codes({ programmes: ['Dance'] })).toEqual([[0, 'programmes', 'programme-unknown']])
})
