import { describe, expect, it } from 'vitest'
import type { AnyRecordRow } from '#core/db/schema.ts'
import { generateSample } from '#core/sample/generate.ts'
import { profileNames } from '#shared/contract/office.ts'
import { entityNames, entityOf } from '#shared/entities/index.ts'
import { checkFieldValue } from '#shared/entities/field-values.ts'
import { checkRecord } from '#shared/entities/record-rules.ts'

const input = { seed: 7, profile: 'telecom-paris', today: '2026-11-22', academicYear: '2026/2027' } as const
const sample = generateSample(input)

function rowsOf(name: (typeof entityNames)[number]): readonly AnyRecordRow[] {
  return sample[name]
}

function share<T>(rows: readonly T[], isCounted: (row: T) => boolean): number {
  return rows.filter(isCounted).length / rows.length
}

describe('the partners of the sample', () => {
  const countries = new Map(sample.institution.map(({ id, country }) => [id, country]))
  const partnerIds = new Set(sample.agreement.map(({ institutionId }) => institutionId))

  it('are 140 in 41 countries', () => {
    expect(partnerIds.size).toBe(140)
    expect(new Set([...partnerIds].map((id) => countries.get(id))).size).toBe(41)
  })

  it('have 50 Erasmus, 30 double-degree and 14 ATHENS agreements, and exchanges beyond', () => {
    const counts = new Map<string, number>()
    for (const { kind } of sample.agreement) counts.set(kind, (counts.get(kind) ?? 0) + 1)
    expect(Object.fromEntries(counts)).toEqual({
      erasmus: 50,
      'double-degree': 30,
      athens: 14,
      exchange: 82,
    })
  })

  it('have Erasmus agreements with holders of an Erasmus code and ATHENS agreements with members', () => {
    const byId = new Map(sample.institution.map((row) => [row.id, row]))
    const hostsUnder = (kind: string) =>
      sample.agreement
        .filter((agreement) => agreement.kind === kind)
        .map(({ institutionId }) => byId.get(institutionId))
    expect(hostsUnder('erasmus').filter((host) => host?.erasmusCode == null)).toEqual([])
    expect(hostsUnder('athens').filter((host) => host?.isAthensMember !== 1)).toEqual([])
  })

  it('have conditions in both directions under every agreement', () => {
    for (const { id } of sample.agreement) {
      const directions = sample.condition
        .filter(({ agreementId }) => agreementId === id)
        .map(({ direction }) => direction)
      expect(new Set(directions)).toEqual(new Set(['outgoing', 'incoming']))
    }
  })

  it('have agreements in every status, some of them ending this year', () => {
    expect(new Set(sample.agreement.map(({ status }) => status))).toEqual(
      new Set(['draft', 'active', 'ended']),
    )
    expect(sample.agreement.filter(({ lastYear }) => lastYear === '2026/2027').length).toBeGreaterThan(5)
  })

  it('stand beside companies, laboratories and schools that are not partners', () => {
    const others = sample.institution.filter(({ id }) => !partnerIds.has(id))
    expect(new Set(others.map(({ kind }) => kind))).toEqual(new Set(['company', 'laboratory', 'university']))
    expect(others.filter(({ kind, country }) => kind === 'university' && country === 'FR')).toHaveLength(11)
  })
})

describe('the places of the sample', () => {
  it('are counted for last, this and next year, by semester and by programme', () => {
    expect(new Set(sample.place.map(({ academicYear }) => academicYear))).toEqual(
      new Set(['2025/2026', '2026/2027', '2027/2028']),
    )
    expect(new Set(sample.place.map(({ semester }) => semester))).toEqual(
      new Set(['any', 'autumn', 'spring', 'year']),
    )
    expect(sample.place.some(({ programme }) => programme === 'Ingénieur généraliste')).toBe(true)
    expect(sample.place.every(({ count }) => (count ?? 0) > 0)).toBe(true)
  })

  it('are those of outgoing conditions in force, no more than their people per year', () => {
    const conditions = new Map(sample.condition.map((row) => [row.id, row]))
    const totals = new Map<string, number>()
    for (const place of sample.place) {
      const condition = conditions.get(place.conditionId)
      expect(condition?.direction).toBe('outgoing')
      expect((condition?.firstYear ?? '') <= place.academicYear).toBe(true)
      expect((condition?.lastYear ?? '9999') >= place.academicYear).toBe(true)
      const key = `${place.conditionId} ${place.academicYear}`
      totals.set(key, (totals.get(key) ?? 0) + (place.count ?? 0))
      expect(totals.get(key)).toBeLessThanOrEqual(condition?.peoplePerYear ?? 0)
    }
  })
})

describe('the students of the sample', () => {
  it('are 1,500 in three cohorts named after their year of graduation', () => {
    expect(sample.student).toHaveLength(1500)
    const cohorts = sample.student.map(({ cohort, studyYear }) => `${cohort} ${studyYear}`)
    expect(new Set(cohorts)).toEqual(new Set(['2027 3', '2028 2', '2029 1']))
  })

  it('have numbers, e-mail addresses and student identifiers of their own', () => {
    for (const field of ['studentNumber', 'email', 'esi'] as const) {
      const values = sample.student.flatMap((row) => row[field] ?? [])
      expect(new Set(values).size).toBe(values.length)
    }
  })

  it('write to addresses that belong to nobody', () => {
    expect(sample.student.filter(({ email }) => email !== null && !email.endsWith('@example.org'))).toEqual(
      [],
    )
    const phones = sample.student.flatMap(({ phone }) => phone ?? [])
    expect(phones.filter((phone) => !/^\+33 6 39 98 \d\d \d\d$/.test(phone))).toEqual([])
  })

  it('lack here and there what a nomination needs', () => {
    for (const field of ['birthDate', 'nationality', 'iscedCode', 'email'] as const) {
      const missing = share(sample.student, (row) => row[field] === null)
      expect(missing).toBeGreaterThan(0.015)
      expect(missing).toBeLessThan(0.05)
    }
    expect(share(sample.student, ({ esi }) => esi !== null)).toBeCloseTo(0.9, 1)
  })

  it('are apprentices or come from schools abroad for some', () => {
    expect(share(sample.student, ({ status }) => status === 'apprentice')).toBeCloseTo(0.1, 1)
    const fromAbroad = share(sample.student, ({ isSchooledInFrance }) => isSchooledInFrance === 0)
    expect(fromAbroad).toBeGreaterThan(0.03)
    expect(fromAbroad).toBeLessThan(0.2)
  })

  it('were between 18 and 26 years old on the day of the sample', () => {
    const birthDates = sample.student.flatMap(({ birthDate }) => birthDate ?? [])
    expect(birthDates.filter((day) => day < '2000-11-22' || day > '2008-11-22')).toEqual([])
  })
})

describe('the rows of the sample', () => {
  it.each(entityNames)('have exactly the columns of their table: %s', (name) => {
    const columns = ['id', ...Object.keys(entityOf(name).fields)]
    const others = rowsOf(name).filter((row) => Object.keys(row).join() !== columns.join())
    expect(others).toEqual([])
  })

  it.each(entityNames)('hold values that pass every check, in the form that is kept: %s', (name) => {
    const { fields } = entityOf(name)
    const wrong = rowsOf(name).flatMap((row) =>
      Object.entries(fields).flatMap(([key, field]) => {
        const value = row[key] ?? null
        const given = field.type === 'boolean' ? value === 1 : value
        const checked = checkFieldValue(field, given)
        return checked.ok && checked.value === given ? [] : [{ key, value, checked }]
      }),
    )
    expect(wrong).toEqual([])
    expect(rowsOf(name).filter((row) => checkRecord(name, row) !== undefined)).toEqual([])
  })

  it('refer to rows that are there', () => {
    const ids = new Map(entityNames.map((name) => [name, new Set(rowsOf(name).map(({ id }) => id))] as const))
    const references = entityNames.flatMap((name) =>
      Object.entries(entityOf(name).fields).flatMap(([key, field]) =>
        field.type === 'reference' ? [{ name, key, target: field.entity }] : [],
      ),
    )
    const dangling = references.flatMap(({ name, key, target }) => {
      const known = [...ids].find(([other]) => other === target)?.[1]
      return rowsOf(name).filter((row) => row[key] != null && known?.has(String(row[key])) !== true)
    })
    expect(references.length).toBeGreaterThan(10)
    expect(dangling).toEqual([])
  })

  it('have ids shaped as UUIDv7, each once, in the order in which they are inserted within a table', () => {
    const ids = entityNames.flatMap((name) => rowsOf(name).map(({ id }) => id))
    const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
    expect(ids.filter((id) => !shape.test(id))).toEqual([])
    expect(new Set(ids).size).toBe(ids.length)
    const students = sample.student.map(({ id }) => id)
    expect(students).toEqual(students.toSorted())
  })

  it('are the same for the same input', () => {
    expect(JSON.stringify(generateSample(input))).toBe(JSON.stringify(sample))
  })

  it('are others for another seed', () => {
    const other = generateSample({ ...input, seed: 8 })
    expect(other.student.map((row) => row.familyName)).not.toEqual(
      sample.student.map((row) => row.familyName),
    )
  })

  it('are refused for a day or a year that is none', () => {
    expect(() => generateSample({ ...input, today: '2026-02-30' })).toThrow(RangeError)
    expect(() => generateSample({ ...input, academicYear: '2026/2029' })).toThrow(RangeError)
  })
})

describe('the profiles of the sample', () => {
  it.each(profileNames)('colour programmes and identifiers: %s', (profile) => {
    const { student } = generateSample({ ...input, profile })
    const issuers = new Set(student.flatMap(({ esi }) => esi?.split(':')[5] ?? []))
    const [programme] = new Set(student.map((row) => row.programme))
    expect({ issuers: [...issuers], programme, years: new Set(student.map((row) => row.studyYear)) }).toEqual(
      {
        'telecom-paris': {
          issuers: ['telecom-paris.fr'],
          programme: 'Ingénieur généraliste',
          years: new Set([1, 2, 3]),
        },
        enit: { issuers: ['uttop.fr'], programme: 'Ingénieur ENIT', years: new Set([3, 4, 5]) },
        blank: { issuers: ['example.org'], programme: 'Ingénieur', years: new Set([1, 2, 3]) },
      }[profile],
    )
  })
})
