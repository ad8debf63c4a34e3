import { describe, expect, it } from 'vitest'
import { isCountryCode, listCountryCodes } from '#shared/domain/country-codes.ts'
import { findCountryGroup, seedCountryGroups } from '#shared/domain/country-groups.ts'

function groupOf(country: string, call: number): string | undefined {
  if (!isCountryCode(country)) throw new Error(country)
  return findCountryGroup(seedCountryGroups, country, call)?.name
}

describe('country groups', () => {
  it.each([
    ['DE', 2022, 'group-2'],
    ['DE', 2023, 'group-1'],
    ['CZ', 2022, 'group-3'],
    ['CZ', 2026, 'group-2'],
    ['GR', 2026, 'group-2'],
    ['TR', 2026, 'group-3'],
    ['CH', 2026, 'region-14'],
    ['MC', 2021, 'region-13'],
  ])('puts %s in call %d in %s', (country, call, group) => expect(groupOf(country, call)).toBe(group))

  it('leaves partner countries of other regions and other programmes out', () => {
    expect(groupOf('JP', 2026)).toBeUndefined()
    expect(groupOf('DE', 2020)).toBeUndefined()
  })

  it.each([2021, 2022, 2023, 2027])(
    'puts each of the 33 programme countries in one group in call %d',
    (call) => {
      const inForce = seedCountryGroups.filter(
        ({ firstCall, lastCall = Infinity }) => firstCall <= call && call <= lastCall,
      )
      const programme = inForce
        .filter(({ name }) => name.startsWith('group'))
        .flatMap(({ countries }) => countries)
      expect(new Set(programme).size).toBe(33)
      expect(programme).toHaveLength(33)
      for (const country of listCountryCodes()) {
        expect(inForce.filter(({ countries }) => countries.includes(country)).length).toBeLessThanOrEqual(1)
      }
    },
  )
})
