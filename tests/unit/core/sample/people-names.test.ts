import { describe, expect, it } from 'vitest'
import { namePools, sampleNationalities } from '#core/sample/people-names.ts'

const pools = Object.values(namePools)
const givenNames = pools.flatMap((pool) => pool.givenNames)
const familyNames = pools.flatMap((pool) => pool.familyNames)

describe('namePools', () => {
  it('hold about 150 given names and 300 family names', () => {
    expect(givenNames.length).toBeGreaterThanOrEqual(140)
    expect(familyNames.length).toBeGreaterThanOrEqual(300)
  })

  it.each(Object.entries(namePools))('hold names of women and of men, each once: %s', (_origin, pool) => {
    expect(new Set(pool.givenNames.map((given) => given.gender))).toEqual(new Set(['1', '2']))
    expect(new Set(pool.givenNames.map((given) => given.name)).size).toBe(pool.givenNames.length)
    expect(new Set(pool.familyNames).size).toBe(pool.familyNames.length)
  })

  it('hold what makes names hard: accents, apostrophes, particles and hyphens', () => {
    expect(familyNames.filter((name) => /[À-ỹ]/.test(name)).length).toBeGreaterThan(60)
    const hard = [/'/, /-/, /^d[eu] /, /^El /, /^Ben /, /^von der /, /^dos /]
    expect(hard.filter((shape) => !familyNames.some((name) => shape.test(name)))).toEqual([])
    expect(givenNames.some(({ name }) => name.includes(' '))).toBe(true)
    expect(givenNames.some(({ name }) => name.includes('-'))).toBe(true)
  })

  it('write names in composed letters, without digits or stray spaces', () => {
    for (const name of [...familyNames, ...givenNames.map((given) => given.name)]) {
      expect(name.normalize('NFC')).toBe(name)
      expect(name).toMatch(/^[\p{L}]+(?:[ '-][\p{L}]+)*$/u)
    }
  })
})

describe('sampleNationalities', () => {
  it('are each a country once, France first and most, with weights that add up to 1000', () => {
    const countries = sampleNationalities.map((nationality) => nationality.country)
    expect(new Set(countries).size).toBe(countries.length)
    expect(countries.filter((country) => !/^[A-Z]{2}$/.test(country))).toEqual([])
    const weights = sampleNationalities.map((nationality) => nationality.weight)
    expect(weights.reduce((total, weight) => total + weight, 0)).toBe(1000)
    expect(weights).toEqual(weights.toSorted((a, b) => b - a))
    expect(countries[0]).toBe('FR')
  })

  it('use every pool, each once in a nationality and with a weight above zero', () => {
    const used = new Set(sampleNationalities.flatMap(({ names }) => names.map(({ origin }) => origin)))
    expect(used).toEqual(new Set(Object.keys(namePools)))
    const lists = sampleNationalities.map(({ names }) => names)
    expect(lists.filter((names) => new Set(names.map(({ origin }) => origin)).size < names.length)).toEqual(
      [],
    )
    expect(lists.flat().filter(({ weight }) => weight <= 0)).toEqual([])
  })
})
