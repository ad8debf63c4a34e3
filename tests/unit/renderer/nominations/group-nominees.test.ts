import { describe, expect, it } from 'vitest'
import { sessionToBegin, sessionWord } from '#renderer/features/athens/session-word.ts'
import { groupNominees, yearToBegin } from '#renderer/features/nominations/group-nominees.ts'
import { recordLink } from '#renderer/features/nominations/record-links.ts'

const compare = (a: string, b: string) => a.localeCompare(b, 'en')
const nominee = (institution: string, student: string, missing: readonly string[] = []) => ({
  mobilityId: `m ${student}`,
  studentId: `s ${student}`,
  student,
  institutionId: `i ${institution}`,
  institution,
  status: 'selected',
  missing: missing.map((field) => ({ entity: 'student' as const, id: `s ${student}`, field })),
})

describe('the students to nominate', () => {
  it('stand under their partner: what lacks something first, then the nearest deadline, then the name', () => {
    const groups = groupNominees(
      [
        nominee('Zagreb', 'Ana', ['email']),
        nominee('Bologna', 'Bea'),
        nominee('Aachen', 'Cem'),
        nominee('Delft', 'Dan'),
        nominee('Zagreb', 'Eve'),
      ],
      [{ institutionId: 'i Delft', date: '2026-12-01', semester: 'spring' }],
      compare,
    )
    expect(groups.map(({ name }) => name)).toEqual(['Zagreb', 'Delft', 'Aachen', 'Bologna'])
    expect(groups[0]).toMatchObject({ lacking: 1, nominees: [{ student: 'Ana' }, { student: 'Eve' }] })
  })

  it('have one deadline a semester, the first', () => {
    const deadline = (date: string, semester: string) => ({ institutionId: 'i Delft', date, semester })
    const [group] = groupNominees(
      [nominee('Delft', 'Dan')],
      [deadline('2027-05-01', 'autumn'), deadline('2027-01-24', 'spring'), deadline('2026-11-30', 'spring')],
      compare,
    )
    expect(group?.deadlines.map(({ date }) => date)).toEqual(['2026-11-30', '2027-05-01'])
  })
})

describe('the year to begin with', () => {
  const years = (...counts: readonly (readonly [string, number])[]) =>
    counts.map(([academicYear, count]) => ({ academicYear, count }))

  it('is the current one where somebody waits, else the next, else the latest that has somebody', () => {
    expect(yearToBegin(years(['2027/2028', 60], ['2026/2027', 40]), '2026/2027')).toBe('2026/2027')
    expect(yearToBegin(years(['2027/2028', 60], ['2026/2027', 0]), '2026/2027')).toBe('2027/2028')
    expect(yearToBegin(years(['2025/2026', 3], ['2024/2025', 2]), '2026/2027')).toBe('2025/2026')
    expect(yearToBegin(years(['2025/2026', 0]), '2026/2027')).toBe('2025/2026')
    expect(yearToBegin([], '2026/2027')).toBeUndefined()
  })
})

describe('the ATHENS session to begin with', () => {
  const sessions = (...counts: readonly (readonly [string, number])[]) =>
    counts.map(([session, students]) => ({ session, students }))

  it('is the next one with students, else the next one, else the latest', () => {
    const today = '2026-11-22'
    expect(sessionToBegin(sessions(['2027-03', 90], ['2026-11', 0]), today)).toBe('2027-03')
    expect(sessionToBegin(sessions(['2027-11', 0], ['2027-03', 0]), today)).toBe('2027-03')
    expect(sessionToBegin(sessions(['2025-11', 80], ['2026-03', 70]), today)).toBe('2026-03')
    expect(sessionToBegin([], today)).toBeUndefined()
  })

  it('is named by its month and year', () => {
    expect(sessionWord('2027-03', 'en-GB')).toBe('March 2027')
    expect(sessionWord('2026-11', 'fr-FR')).toBe('novembre 2026')
  })
})

describe('a link to a record', () => {
  it('leads to the field that is missing', () => {
    expect(recordLink('student', 'a b', 'birthDate')).toBe('#/students?id=a%20b&field=birthDate')
    expect(recordLink('institution', 'x')).toBe('#/institutions?id=x')
  })

  it('refuses a kind of record that nominations do not open', () => {
    expect(() => recordLink('wish', 'x')).toThrow('wish')
  })
})
