import { describe, expect, it } from 'vitest'
import { athensWeek } from '#core/sample/generate-calendar.ts'
import { generateSample } from '#core/sample/generate.ts'

const sampleOf = (today: string, academicYear: string) =>
  generateSample({ seed: 7, profile: 'telecom-paris', today, academicYear })
const sample = sampleOf('2026-11-22', '2026/2027')
const courses = new Map(sample.athensCourse.map((row) => [row.id, row]))
const institutions = new Map(sample.institution.map((row) => [row.id, row]))
const wishesByStudent = Map.groupBy(sample.wish, ({ studentId }) => studentId)

describe('the ATHENS weeks', () => {
  it('begin on the third Saturday, as those that took place', () => {
    expect(athensWeek(2024, 'november').period).toEqual({ start: '2024-11-16', end: '2024-11-22' })
    expect(athensWeek(2025, 'march').period.start).toBe('2025-03-15')
    expect(athensWeek(2018, 'march').period.start).toBe('2018-03-17')
    expect(athensWeek(2026, 'november').period.start).toBe('2026-11-21')
  })

  it.each([
    ['2026-11-20', '2026/2027', ['2025-11', '2027-03']],
    ['2026-11-22', '2026/2027', ['2026-11', '2027-03']],
    ['2027-03-19', '2026/2027', ['2026-11', '2027-03']],
    ['2027-03-20', '2026/2027', ['2026-11', '2028-03']],
    ['2027-10-01', '2027/2028', ['2026-11', '2028-03']],
  ])('on %s are the last November and the next March', (today, academicYear, sessions) => {
    const { athensCourse } = sampleOf(today, academicYear)
    expect([...new Set(athensCourse.map(({ session }) => session))]).toEqual(sessions)
  })
})

describe('the ATHENS courses', () => {
  it('are 45 in each session, given by members', () => {
    expect(
      [...Map.groupBy(sample.athensCourse, ({ session }) => session).values()].map((rows) => rows.length),
    ).toEqual([45, 45])
    const hosts = sample.athensCourse.map(({ institutionId }) => institutions.get(institutionId))
    expect(hosts.filter((host) => host?.isAthensMember !== 1)).toEqual([])
    expect(new Set(hosts).size).toBe(15)
  })

  it('took students in the sessions that have begun, and one at each step in the next', () => {
    const weeks = sample.mobility.filter(({ form }) => form === 'athens-week')
    const begun = weeks.filter(({ plannedStart }) => plannedStart !== null && plannedStart < '2027')
    expect(begun).toHaveLength(90)
    const ahead = weeks.filter((week) => !begun.includes(week)).map(({ status }) => status)
    expect(ahead).toEqual(['draft', 'applied', 'selected', 'nominated', 'accepted'])
    expect(new Set(begun.map(({ plannedStart }) => plannedStart))).toEqual(
      new Set(['2025-11-15', '2026-03-21', '2026-11-21']),
    )
  })
})

describe('the ATHENS wishes', () => {
  it('are those of 90 students for the session to come', () => {
    expect(wishesByStudent.size).toBe(90)
    expect(new Set(sample.wish.map(({ courseId }) => courses.get(courseId)?.session))).toEqual(
      new Set(['2027-03']),
    )
  })

  it('are ranked from 1 without gap, each course once, one to five of them', () => {
    for (const wishes of wishesByStudent.values()) {
      expect(wishes.map(({ rank }) => rank)).toEqual(wishes.map((_, at) => at + 1))
      expect(new Set(wishes.map(({ courseId }) => courseId)).size).toBe(wishes.length)
    }
    expect(new Set([...wishesByStudent.values()].map((wishes) => wishes.length))).toEqual(
      new Set([1, 2, 3, 4, 5]),
    )
  })

  it('go abroad and come from students who are there to leave', () => {
    const { start, end } = athensWeek(2027, 'march').period
    const away = new Set(
      sample.mobility
        .filter(({ status }) => status !== 'refused' && status !== 'withdrawn')
        .filter(
          ({ plannedStart, plannedEnd }) =>
            plannedStart !== null && plannedStart <= end && String(plannedEnd) >= start,
        )
        .map(({ studentId }) => studentId),
    )
    expect(sample.wish.filter(({ studentId }) => away.has(studentId))).toEqual([])
    const countries = sample.wish.map(
      ({ courseId }) => institutions.get(courses.get(courseId)?.institutionId ?? '')?.country,
    )
    expect(countries).not.toContain('FR')
  })
})
