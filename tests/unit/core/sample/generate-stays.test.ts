import { describe, expect, it } from 'vitest'
import type { RecordRow } from '#core/db/schema.ts'
import { generateSample } from '#core/sample/generate.ts'
import { mobilityForms } from '#shared/domain/form-rule.ts'
import { mobilityStatuses } from '#shared/entities/mobility.ts'

const today = '2026-11-22'
const sample = generateSample({ seed: 7, profile: 'enit', today, academicYear: '2026/2027' })

type Mobility = RecordRow<'mobility'>

const students = new Map(sample.student.map((row) => [row.id, row]))
const institutions = new Map(sample.institution.map((row) => [row.id, row]))
const agreements = new Map(sample.agreement.map((row) => [row.id, row]))
const conditions = new Map(sample.condition.map((row) => [row.id, row]))
const partnerIds = new Set(sample.agreement.map(({ institutionId }) => institutionId))

const ofForm = (...forms: readonly Mobility['form'][]) =>
  sample.mobility.filter(({ form }) => forms.includes(form))
const ofStatus = (...statuses: readonly Mobility['status'][]) =>
  sample.mobility.filter(({ status }) => statuses.includes(status))
const isGivenUp = ({ status }: Mobility) => status === 'refused' || status === 'withdrawn'
const takesPlace = (row: Mobility) => !isGivenUp(row) && row.status !== 'draft' && row.status !== 'applied'

const mobilities = new Map(sample.mobility.map((row) => [row.id, row]))
const hostsOf = (rows: readonly RecordRow<'nomination'>[]) =>
  new Set(rows.map(({ mobilityId }) => mobilities.get(mobilityId)?.institutionId))
const isReversed = (start: string | null, end: string | null) => start !== null && end !== null && start > end

/** Whether a line of places is one that the stay goes under. */
function isUnder(stay: Mobility, place: RecordRow<'place'>): boolean {
  return (
    place.conditionId === stay.conditionId &&
    place.academicYear === stay.academicYear &&
    (place.semester === 'any' || place.semester === stay.semester) &&
    (place.programme === null || place.programme === students.get(stay.studentId)?.programme)
  )
}

describe('the stays of the sample', () => {
  it('show every form and every status over three years, and the double degrees begun before', () => {
    expect(new Set(sample.mobility.map(({ form }) => form))).toEqual(new Set(mobilityForms))
    expect(new Set(sample.mobility.map(({ status }) => status))).toEqual(new Set(mobilityStatuses))
    const years = (of: readonly { readonly academicYear: string }[]) =>
      new Set(of.map(({ academicYear }) => academicYear))
    expect(years(sample.mobility.filter(({ form }) => form !== 'double-degree'))).toEqual(
      new Set(['2025/2026', '2026/2027', '2027/2028']),
    )
    expect(years(sample.mobility)).toContain('2024/2025')
    expect(sample.mobility.length).toBeGreaterThan(1000)
  })

  it('leave regional semesters to the school that has them', () => {
    const { mobility } = generateSample({
      seed: 7,
      profile: 'telecom-paris',
      today,
      academicYear: '2026/2027',
    })
    expect(new Set(mobility.map(({ form }) => form))).toEqual(
      new Set(mobilityForms.filter((form) => form !== 'regional-semester')),
    )
  })

  it('have students to name to partners: this spring and next year', () => {
    const selected = ofStatus('selected').filter(
      ({ institutionId }) => institutionId !== null && partnerIds.has(institutionId),
    )
    const thisSpring = selected.filter(
      ({ academicYear, semester }) => academicYear === '2026/2027' && semester === 'spring',
    )
    expect(thisSpring.length).toBeGreaterThanOrEqual(40)
    expect(selected.filter(({ academicYear }) => academicYear === '2027/2028').length).toBeGreaterThanOrEqual(
      60,
    )
  })

  it('put nobody in two places at once', () => {
    const clashes = [...Map.groupBy(sample.mobility, ({ studentId }) => studentId).values()].flatMap(
      (stays) =>
        stays
          // a blended mobility is the Erasmus side of an ATHENS week: the same days at the same host
          .filter(({ form }) => form !== 'short-term-blended')
          .filter((stay) => !isGivenUp(stay) && stay.plannedStart !== null)
          .toSorted((a, b) => String(a.plannedStart).localeCompare(String(b.plannedStart)))
          .filter((stay, at, all) => at > 0 && String(all[at - 1]?.plannedEnd) >= String(stay.plannedStart)),
    )
    expect(clashes).toEqual([])
  })

  it('send nobody to study in the country of their own', () => {
    const homeward = ofForm('exchange-semester', 'double-degree', 'master', 'athens-week').filter((stay) => {
      const country = institutions.get(stay.institutionId ?? '')?.country
      return country !== undefined && country === students.get(stay.studentId)?.nationality
    })
    expect(homeward).toEqual([])
  })
})

describe('the days of the stays', () => {
  it('are in order', () => {
    const wrong = sample.mobility.filter(
      (stay) =>
        isReversed(stay.plannedStart, stay.plannedEnd) ||
        isReversed(stay.actualStart, stay.actualEnd) ||
        (stay.actualEnd !== null && stay.actualStart === null),
    )
    expect(wrong).toEqual([])
  })

  it('are certified once they are over, never ahead of time', () => {
    for (const stay of ofStatus('returned', 'recognised', 'interrupted')) {
      expect(stay.actualEnd).not.toBeNull()
      expect(String(stay.actualEnd) <= today).toBe(true)
    }
    const arrived = ofStatus('arrived')
    expect(arrived.filter(({ actualStart }) => actualStart === null || actualStart > today)).toEqual([])
    expect(arrived.filter(({ plannedEnd }) => plannedEnd === null || plannedEnd < today)).toEqual([])
    expect(ofStatus('departed').filter(({ plannedStart }) => String(plannedStart) > today)).toEqual([])
  })

  it('are near those planned', () => {
    const far = ofStatus('returned', 'recognised').filter(({ plannedStart, actualStart }) => {
      const days = (Date.parse(String(actualStart)) - Date.parse(String(plannedStart))) / 86_400_000
      return Math.abs(days) > 7
    })
    expect(far).toEqual([])
  })

  it('lie ahead for a stay that has not begun', () => {
    const ahead = ofStatus('draft', 'applied', 'approved', 'selected', 'nominated', 'accepted', 'agreed')
    expect(ahead.filter(({ plannedStart }) => plannedStart !== null && plannedStart <= today)).toEqual([])
    expect(ahead.filter((stay) => stay.actualStart !== null || stay.actualEnd !== null)).toEqual([])
  })
})

describe('the stays under an agreement', () => {
  const underAgreement = sample.mobility.filter(({ conditionId }) => conditionId !== null)

  it('are all those of the forms that need one, at the partner it was made with', () => {
    const needing = ofForm('exchange-semester', 'double-degree', 'athens-week').filter(
      ({ status }) => status !== 'draft',
    )
    expect(needing.filter(({ conditionId }) => conditionId === null)).toEqual([])
    for (const stay of underAgreement) {
      const agreement = agreements.get(conditions.get(stay.conditionId ?? '')?.agreementId ?? '')
      expect(agreement?.institutionId).toBe(stay.institutionId)
      expect(agreement?.kind === 'double-degree').toBe(stay.form === 'double-degree')
      expect(agreement?.kind === 'athens').toBe(stay.form === 'athens-week')
    }
  })

  it('fit a condition in force that goes out: its field and its language', () => {
    for (const stay of underAgreement) {
      const condition = conditions.get(stay.conditionId ?? '')
      expect(condition?.direction).toBe('outgoing')
      expect((condition?.firstYear ?? '') <= stay.academicYear).toBe(true)
      expect((condition?.lastYear ?? '9999') >= stay.academicYear).toBe(true)
      if (stay.form === 'athens-week') continue
      expect(condition?.iscedCodes?.split(', ')).toContain(stay.iscedCode)
      expect(condition?.languages).toContain(`${stay.language}:`)
    }
  })

  it('never take more places than there are', () => {
    // places are kept from last year on
    const taken = underAgreement.filter(
      (stay) => takesPlace(stay) && stay.form !== 'athens-week' && stay.academicYear >= '2025/2026',
    )
    expect(taken.length).toBeGreaterThan(400)
    for (const stay of taken) expect(sample.place.filter((place) => isUnder(stay, place))).toHaveLength(1)
    for (const place of sample.place) {
      expect(taken.filter((stay) => isUnder(stay, place)).length).toBeLessThanOrEqual(place.count ?? 0)
    }
  })

  it('never send more people a year than the condition allows', () => {
    const byYear = Map.groupBy(
      underAgreement.filter(takesPlace),
      (stay) => `${stay.conditionId} ${stay.academicYear}`,
    )
    for (const [key, stays] of byYear) {
      const condition = conditions.get(key.slice(0, key.indexOf(' ')))
      expect(stays.length).toBeLessThanOrEqual(condition?.peoplePerYear ?? 0)
    }
  })
})

describe('the stays without agreement', () => {
  it('take free movers to universities that are not partners', () => {
    const hosts = ofForm('free-mover').map(({ institutionId }) => institutions.get(institutionId ?? ''))
    expect(hosts.length).toBeGreaterThan(10)
    for (const host of hosts) {
      expect(host?.kind).toBe('university')
      expect(host !== undefined && partnerIds.has(host.id)).toBe(false)
    }
  })

  it('take trainees to companies and laboratories, apprentices never at the end of their studies', () => {
    const work = ofForm('internship', 'end-of-studies-project', 'gap-period')
    const kinds = work.flatMap(({ institutionId }) => institutions.get(institutionId ?? '')?.kind ?? [])
    expect(new Set(kinds)).toEqual(new Set(['company', 'laboratory']))
    const leaving = ofForm('end-of-studies-project', 'gap-period', 'exchange-semester', 'double-degree')
    expect(leaving.filter(({ studentId }) => students.get(studentId)?.status === 'apprentice')).toEqual([])
  })

  it('spend the ninth semester in the region only on a track that corresponds', () => {
    const regional = ofForm('regional-semester')
    const countries = regional.map(({ institutionId }) => institutions.get(institutionId ?? '')?.country)
    expect(new Set(countries)).toEqual(new Set(['FR']))
    const tracks = regional.map(({ studentId }) => students.get(studentId)?.track)
    expect(tracks).not.toContain('Bâtiment et travaux publics')
    expect(
      ofForm('exchange-semester').map(({ institutionId }) => institutions.get(institutionId ?? '')?.country),
    ).not.toContain('FR')
  })
})

describe('the nominations of the sample', () => {
  it('are one for each stay at a partner that was named to its host', () => {
    const named = ofForm('exchange-semester', 'double-degree', 'athens-week').filter(
      (stay) => takesPlace(stay) && stay.status !== 'approved' && stay.status !== 'selected',
    )
    expect(sample.nomination.map(({ mobilityId }) => mobilityId).toSorted()).toEqual(
      named.map(({ id }) => id).toSorted(),
    )
    expect(ofStatus('nominated').length).toBeGreaterThan(5)
  })

  it('were sent before today and before the stay', () => {
    for (const { mobilityId, sentOn } of sample.nomination) {
      expect(sentOn < today).toBe(true)
      expect(sentOn < String(mobilities.get(mobilityId)?.plannedStart)).toBe(true)
    }
  })

  it('name the students of one host in one file', () => {
    const files = Map.groupBy(sample.nomination, ({ fileName }) => fileName ?? '')
    for (const rows of files.values()) {
      expect(new Set(rows.map(({ sha256, sentOn }) => `${sha256} ${sentOn}`)).size).toBe(1)
    }
    const shared = [...files].filter(([, rows]) => hostsOf(rows).size > 1).map(([fileName]) => fileName)
    expect(shared.filter((fileName) => !fileName.startsWith('athens-'))).toEqual([])
    expect(sample.nomination.filter(({ sha256 }) => !/^[0-9a-f]{64}$/.test(sha256 ?? ''))).toEqual([])
  })
})
