import { describe, expect, it } from 'vitest'
import { sampleCompanies } from '#core/sample/companies.ts'
import { samplePartners } from '#core/sample/institutions.ts'
import { sampleLaboratories } from '#core/sample/laboratories.ts'
import { regionalSchools } from '#core/sample/regional-schools.ts'
import { enit, telecomParis } from '#core/sample/schools.ts'
import { isErasmusCode } from '#shared/domain/erasmus-code.ts'
import { parseOid, parsePic, parseRor, parseUai } from '#shared/domain/institution-ids.ts'
import { countryBoxes, isInside } from './country-boxes.ts'

const hosts = [...sampleCompanies, ...sampleLaboratories]
const others = [...hosts, ...regionalSchools, telecomParis, enit]

describe('hosts of internships', () => {
  it('are 30 companies and laboratories abroad, without identifiers of universities', () => {
    expect(hosts).toHaveLength(30)
    expect(new Set(sampleCompanies.map((host) => host.kind))).toEqual(new Set(['company']))
    expect(new Set(sampleLaboratories.map((host) => host.kind))).toEqual(new Set(['laboratory']))
    expect(hosts.filter((host) => host.country === 'FR')).toEqual([])
    expect(hosts.filter((host) => host.erasmusCode ?? host.pic ?? host.oid)).toEqual([])
  })
})

describe('schools in France', () => {
  it('are ten regional schools, universities by kind', () => {
    expect(regionalSchools).toHaveLength(10)
    expect(new Set(regionalSchools.map((school) => `${school.kind} ${school.country}`))).toEqual(
      new Set(['university FR']),
    )
  })

  it.each([...regionalSchools, telecomParis, enit])('have well-formed identifiers: $name', (school) => {
    expect(isErasmusCode(school.erasmusCode ?? '')).toBe(true)
    expect(school.erasmusCode).toMatch(/^F {2}/)
    expect(parsePic(school.pic ?? '')).toEqual({ ok: true, value: school.pic })
    expect(parseOid(school.oid ?? '')).toEqual({ ok: true, value: school.oid })
  })

  it('give the two schools the identity known of them', () => {
    expect(telecomParis).toMatchObject({ erasmusCode: 'F  PARIS083', pic: '945908014', oid: 'E10072890' })
    expect(enit).toMatchObject({ erasmusCode: 'F  TARBES03', pic: '999887156', oid: 'E10209038' })
    expect(parseRor(enit.ror ?? '')).toMatchObject({ ok: true })
    expect(parseUai(enit.uai ?? '')).toEqual({ ok: true, value: '0650048Z' })
  })
})

describe('institutions that are not partners', () => {
  it('share no name and no identifier with a partner or with each other', () => {
    const all = [...samplePartners, ...others]
    for (const key of ['name', 'erasmusCode', 'pic', 'oid'] as const) {
      const values = all.flatMap((institution) => institution[key] ?? [])
      expect(values.filter((value, at) => values.indexOf(value) !== at)).toEqual([])
    }
  })

  it('lie in their country, no two at the same point', () => {
    const all = [...samplePartners, ...others]
    const outside = all.filter(
      ({ country, latitude, longitude }) => !isInside(countryBoxes[country], latitude, longitude),
    )
    expect(outside).toEqual([])
    const points = new Set(all.map(({ latitude, longitude }) => `${latitude} ${longitude}`))
    expect(points.size).toBe(all.length)
  })
})
