import { describe, expect, it } from 'vitest'
import { listCountryCodes } from '#shared/domain/country-codes.ts'
import { worldRegionOf, worldRegions } from '#shared/domain/world-regions.ts'

const landsWithoutStudents = ['AQ', 'BV', 'TF']

describe('the region of a country', () => {
  it.each([
    ['FR', 'european-union'],
    ['GB', 'europe-other'],
    ['TR', 'middle-east'],
    ['MX', 'latin-america'],
    ['JP', 'asia'],
    ['MA', 'africa'],
  ])('of %s is %s', (country, region) => {
    expect(worldRegionOf(country)).toBe(region)
  })

  it('is known for every country, and none is in two', () => {
    const lost = listCountryCodes().filter((code) => worldRegionOf(code) === undefined)
    expect(lost.filter((code) => !landsWithoutStudents.includes(code))).toEqual([])
  })

  it('is one of those that can be named', () => {
    const regions = listCountryCodes().flatMap((code) => worldRegionOf(code) ?? [])
    expect(regions.filter((region) => !worldRegions.includes(region))).toEqual([])
  })
})
