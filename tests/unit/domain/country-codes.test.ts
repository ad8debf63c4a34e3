import { describe, expect, it } from 'vitest'
import {
  countryAlpha3,
  findCountryByAlias,
  isCountryCode,
  listCountryAliases,
  listCountryCodes,
  parseCountryCode,
  toEuCountryCode,
} from '#shared/domain/country-codes.ts'
import { matchKey } from '#shared/domain/text-folding.ts'

describe('the list of countries', () => {
  it('holds the 249 countries of ISO 3166 and Kosovo, each with one alpha-3 code', () => {
    const codes = listCountryCodes()
    expect(codes).toHaveLength(250)
    expect(new Set(codes.map(countryAlpha3)).size).toBe(250)
  })

  it('holds aliases in folded writing, each for one country', () => {
    const names = listCountryCodes().flatMap(listCountryAliases)
    expect(names.filter((name) => matchKey(name) !== name)).toEqual([])
    expect(
      names.filter(
        (name) => listCountryCodes().filter((code) => listCountryAliases(code).includes(name)).length > 1,
      ),
    ).toEqual([])
  })
})

describe('parseCountryCode', () => {
  it.each([
    ['FR', 'FR'],
    ['fr ', 'FR'],
    ['FRA', 'FR'],
    ['EL', 'GR'],
    ['GRC', 'GR'],
    ['UK', 'GB'],
    ['U.K.', 'GB'],
    ['XK', 'XK'],
  ])('reads %j as %s', (written, code) =>
    expect(parseCountryCode(written)).toEqual({ ok: true, value: code }),
  )

  it.each([
    ['', 'empty'],
    ['ZZ', 'unknown-code'],
    ['EU', 'unknown-code'],
    ['France', 'unknown-code'],
  ])('refuses %j: %s', (written, reason) =>
    expect(parseCountryCode(written)).toMatchObject({ error: { reason } }),
  )
})

describe('toEuCountryCode', () => {
  it('writes Greece and the United Kingdom as the Commission does, and reads them back', () => {
    for (const code of listCountryCodes()) {
      expect(parseCountryCode(toEuCountryCode(code))).toEqual({ ok: true, value: code })
    }
    expect(['GR', 'GB', 'FR'].filter(isCountryCode).map(toEuCountryCode)).toEqual(['EL', 'UK', 'FR'])
  })
})

describe('findCountryByAlias', () => {
  it.each([
    ['UK', 'GB'],
    ['Angleterre', 'GB'],
    ['Écosse', 'GB'],
    ['U.S.A.', 'US'],
    ['Etats Unis', 'US'],
    ['EE. UU.', 'US'],
    ['Corée du Sud', 'KR'],
    ['Korea, Republic of', 'KR'],
    ['Russia', 'RU'],
    ['Taiwan (R.O.C.)', 'TW'],
    ['Hong-Kong SAR', 'HK'],
    ['Macau', 'MO'],
    ['República Checa', 'CZ'],
    ['Tchéquie', 'CZ'],
    ['Viet Nam', 'VN'],
    ['Pays-Bas', 'NL'],
    ['Holland', 'NL'],
    ['Turquía', 'TR'],
    ['Türkiye', 'TR'],
    ['Moldova', 'MD'],
    ['Côte d’Ivoire', 'CI'],
  ])('knows %j', (name, code) => expect(findCountryByAlias(name)).toBe(code))

  it.each(['', 'Narnia', 'Congo', 'Georgia Tech'])('does not guess %j', (name) =>
    expect(findCountryByAlias(name)).toBeUndefined(),
  )
})
