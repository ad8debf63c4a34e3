import { describe, expect, it } from 'vitest'
import { sampleAthensCourses } from '#core/sample/athens-courses.ts'
import { samplePartners } from '#core/sample/institutions.ts'
import { telecomParis } from '#core/sample/schools.ts'

const members = new Map(
  [...samplePartners.filter((partner) => partner.athens), telecomParis].map(
    (member) => [member.erasmusCode, member.city] as const,
  ),
)

describe.each(['2026-11', '2027-03'] as const)('the ATHENS session %s', (session) => {
  const courses = sampleAthensCourses.filter((course) => course.session === session)

  it('offers 45 courses with codes and titles met once', () => {
    expect(courses).toHaveLength(45)
    expect(new Set(courses.map((course) => course.code)).size).toBe(45)
    expect(new Set(courses.map((course) => course.title)).size).toBe(45)
  })

  it('writes codes as letters of the member and a number', () => {
    expect(courses.filter((course) => !/^[A-Z]{2,6}[ -]?\d{1,3}$/.test(course.code))).toEqual([])
  })

  it('has every member as a host, in its own city', () => {
    expect(new Set(courses.map((course) => course.hostErasmusCode))).toEqual(new Set(members.keys()))
    for (const course of courses) expect(course.city).toBe(members.get(course.hostErasmusCode))
  })

  it('gives one code prefix to each member', () => {
    const prefixes = new Set(
      courses.map((course) => `${course.code.replace(/\d+$/, '')} ${course.hostErasmusCode}`),
    )
    expect(prefixes.size).toBe(members.size)
  })

  it('offers 30 hours for 2 or 3 credits, in English or French, to a room of students', () => {
    for (const course of courses) {
      expect(course.hours).toBe(30)
      expect([2, 3]).toContain(course.ects)
      expect(course.capacity).toBeGreaterThanOrEqual(10)
      expect(course.capacity).toBeLessThanOrEqual(40)
    }
    expect(new Set(courses.map((course) => course.language))).toEqual(new Set(['en', 'fr']))
  })

  it('holds some Blended Intensive Programmes', () => {
    const blended = courses.filter((course) => course.isBip).length
    expect(blended).toBeGreaterThan(0)
    expect(blended).toBeLessThan(10)
  })
})
