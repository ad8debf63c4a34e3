import { describe, expect, it } from 'vitest'
import { generateSample } from '#core/sample/generate.ts'
import { academicYearOf, nextAcademicYear } from '#shared/domain/academic-year.ts'
import { parseCivilDate } from '#shared/domain/civil-date.ts'
import { mobilityStatuses } from '#shared/entities/mobility.ts'

/** Days on which an office may be made: through the year, at the turn of one, and on a leap day. */
const days =
  '2026-09-01 2026-10-15 2026-12-31 2027-01-24 2027-02-28 2027-03-15 2027-04-30 2027-06-15 2027-07-31 2027-08-31 2028-02-29'.split(
    ' ',
  )

describe.each(days)('a sample made on %s', (text) => {
  const day = parseCivilDate(text)
  if (!day.ok) throw new Error(`Not a day: ${text}`)
  const today = day.value
  const year = academicYearOf(today)

  it('shows every status, has students to name, and lies neither about the past nor about the future', () => {
    const { mobility, nomination } = generateSample({
      seed: 20_260_901,
      profile: 'enit',
      today,
      academicYear: year,
    })
    expect(new Set(mobility.map(({ status }) => status))).toEqual(new Set(mobilityStatuses))
    const selected = mobility.filter(({ status }) => status === 'selected')
    const inSpring = selected.filter((stay) => stay.academicYear === year && stay.semester === 'spring')
    expect(inSpring.length).toBeGreaterThanOrEqual(40)
    expect(
      selected.filter((stay) => stay.academicYear === nextAcademicYear(year)).length,
    ).toBeGreaterThanOrEqual(60)
    expect(selected.filter(({ plannedStart }) => String(plannedStart) <= today)).toEqual([])
    expect(mobility.filter(({ actualEnd }) => actualEnd !== null && actualEnd > today)).toEqual([])
    expect(nomination.filter(({ sentOn }) => sentOn >= today)).toEqual([])
  })
})
