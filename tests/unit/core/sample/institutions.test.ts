import { describe, expect, it } from 'vitest'
import { samplePartners } from '#core/sample/institutions.ts'
import { erasmusCodeCountry, isErasmusCode } from '#shared/domain/erasmus-code.ts'
import { isReportable, isIscedF } from '#shared/domain/isced-f.ts'
import { parseOid, parsePic } from '#shared/domain/institution-ids.ts'
import { countryBoxes, isInside } from './country-boxes.ts'

const withCode = samplePartners.filter((partner) => partner.erasmusCode !== undefined)
const charterCountries = new Set('AT BE CZ DE DK EE ES FI GR HU IE IT LU NL NO PL PT RO SE TR'.split(' '))

function duplicates(values: readonly string[]): readonly string[] {
  return values.filter((value, at) => values.indexOf(value) !== at)
}

describe('samplePartners', () => {
  it('holds 140 partners in 41 countries, none in France', () => {
    expect(samplePartners).toHaveLength(140)
    const countries = new Set(samplePartners.map((partner) => partner.country))
    expect(countries.size).toBe(41)
    expect(countries).not.toContain('FR')
  })

  it('holds 50 Erasmus and 30 double-degree agreements, and at least one agreement for each partner', () => {
    const kinds = samplePartners.flatMap((partner) => partner.agreements)
    expect(kinds.filter((kind) => kind === 'erasmus')).toHaveLength(50)
    expect(kinds.filter((kind) => kind === 'double-degree')).toHaveLength(30)
    expect(samplePartners.filter((partner) => partner.agreements.length === 0)).toEqual([])
    expect(samplePartners.filter((partner) => duplicates(partner.agreements).length > 0)).toEqual([])
  })

  it('has Erasmus agreements only with holders of an Erasmus code', () => {
    const bare = samplePartners.filter((partner) => partner.erasmusCode === undefined)
    expect(bare.filter((partner) => partner.agreements.includes('erasmus'))).toEqual([])
    expect(withCode.length).toBeGreaterThanOrEqual(55)
  })

  it('gives each name, English name, code, PIC and OID once', () => {
    for (const key of ['name', 'nameEn', 'erasmusCode', 'pic', 'oid', 'website'] as const) {
      expect(duplicates(samplePartners.flatMap((partner) => partner[key] ?? []))).toEqual([])
    }
  })

  it('gives Erasmus code, PIC and OID together, to institutions of countries with a charter only', () => {
    const mixed = samplePartners.filter(({ country, erasmusCode, pic, oid }) => {
      const isListed = charterCountries.has(country)
      return [erasmusCode, pic, oid].some((id) => (id !== undefined) !== isListed)
    })
    expect(mixed).toEqual([])
  })

  it.each(withCode)(
    'writes the identifiers of $nameEn in canonical form',
    ({ erasmusCode, pic, oid, country }) => {
      const code = erasmusCode ?? ''
      expect(isErasmusCode(code) && erasmusCodeCountry(code)).toBe(country)
      expect(parsePic(pic ?? '')).toEqual({ ok: true, value: pic })
      expect(pic).toMatch(/^\d{9}$/)
      expect(parseOid(oid ?? '')).toEqual({ ok: true, value: oid })
      expect(oid).toMatch(/^E1\d{7}$/)
    },
  )

  it('places each partner in its country, no two at the same point, to four decimals', () => {
    const outside = samplePartners.filter(
      ({ country, latitude, longitude }) => !isInside(countryBoxes[country], latitude, longitude),
    )
    expect(outside).toEqual([])
    const degrees = samplePartners.flatMap(({ latitude, longitude }) => [latitude, longitude])
    expect(degrees.filter((value) => Number(value.toFixed(4)) !== value)).toEqual([])
    expect(duplicates(samplePartners.map(({ latitude, longitude }) => `${latitude} ${longitude}`))).toEqual(
      [],
    )
  })

  it('names the fourteen ATHENS members met in the network’s pages', () => {
    const members = samplePartners.filter((partner) => partner.athens).map((partner) => partner.erasmusCode)
    expect(new Set(members)).toEqual(
      new Set([
        'A  WIEN02',
        'B  LEUVEN01',
        'CZ PRAHA10',
        'D  MUNCHEN02',
        'E  MADRID05',
        'G  THESSAL01',
        'HU BUDAPES02',
        'I  MILANO02',
        'N  TRONDHE01',
        'NL DELFT01',
        'P  LISBOA109',
        'PL WARSZAW02',
        'RO BUCURES43',
        'TR ISTANBU04',
      ]),
    )
  })

  it('gives fields of education of four digits that a report accepts, each once', () => {
    const fields = samplePartners.flatMap((partner) => partner.iscedFields)
    expect(fields.filter((code) => !(isIscedF(code) && isReportable(code)))).toEqual([])
    expect(samplePartners.filter(({ iscedFields }) => iscedFields.length === 0)).toEqual([])
    expect(samplePartners.filter(({ iscedFields }) => duplicates(iscedFields).length > 0)).toEqual([])
  })

  it('gives languages of instruction as canonical BCP 47 tags, each once', () => {
    expect(samplePartners.filter(({ languages }) => languages.length === 0)).toEqual([])
    for (const { languages } of samplePartners) {
      // The standard function leaves duplicates out.
      expect(Intl.getCanonicalLocales(languages)).toEqual(languages)
    }
  })

  it('gives secure web addresses', () => {
    const protocols = samplePartners.map((partner) => new URL(partner.website).protocol)
    expect(new Set(protocols)).toEqual(new Set(['https:']))
  })

  it('writes names without stray spaces, in composed letters', () => {
    for (const { name, nameEn, city } of samplePartners) {
      for (const text of [name, nameEn, city]) {
        expect(text.normalize('NFC').replaceAll(/\s+/g, ' ').trim()).toBe(text)
      }
    }
  })
})
