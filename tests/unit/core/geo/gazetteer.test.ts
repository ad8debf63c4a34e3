import { describe, expect, it } from 'vitest'
import { cityAliases } from '#core/geo/city-aliases.ts'
import { createCityTable, placeOf } from '#core/geo/city-table.ts'
import { createGazetteer } from '#core/geo/gazetteer.ts'

const gazetteer = createGazetteer()

describe('a city', () => {
  it.each([
    ['DE', 'München', 48.1, 11.6],
    ['DE', 'MUNICH', 48.1, 11.6],
    ['FR', 'Tarbes', 43.2, 0.1],
    ['FR', 'TARBES CEDEX 9', 43.2, 0.1],
    ['FR', 'Paris 13', 48.9, 2.3],
    ['FR', 'Palaiseau (91)', 48.7, 2.2],
    ['PL', 'Łódź', 51.8, 19.5],
    ['DK', 'Kgs. Lyngby', 55.8, 12.5],
    ['GB', 'London', 51.5, -0.1],
    ['CA', 'London', 43.0, -81.2],
  ])('of %s written %s is found', (country, city, latitude, longitude) => {
    const found = gazetteer.find(country, city)
    expect(found?.latitude).toBeCloseTo(latitude, 0)
    expect(found?.longitude).toBeCloseTo(longitude, 0)
  })

  it.each([
    ['FR', 'Nulle-Part-sur-Rien'],
    ['FR', ''],
    ['ZZ', 'Paris'],
  ])('of %s written %s is not', (country, city) => {
    expect(gazetteer.find(country, city)).toBeUndefined()
  })

  it('that has another name here is listed under the one it is sought by', () => {
    const lost = Object.entries(cityAliases).flatMap(([country, names]) =>
      Object.values(names).filter((name) => gazetteer.find(country, name) === undefined),
    )
    expect(lost).toEqual([])
  })
})

describe('a gazetteer', () => {
  it('tells once of the cities that it had to read, and reads none when it is given some', () => {
    const told: unknown[] = []
    const one = createGazetteer(undefined, (table) => told.push(table))
    expect(one.table()).toBeUndefined()
    const tarbes = one.find('FR', 'Tarbes')
    expect(one.find('FR', 'Paris')).toBeDefined()
    expect(told).toEqual([one.table()])
    const other = createGazetteer(one.table(), (table) => told.push(table))
    expect(other.find('FR', 'Tarbes')).toEqual(tarbes)
    expect(told).toHaveLength(1)
  })
})

describe('a table of cities', () => {
  it('gives each place by its own key, and none for another', () => {
    const places = Array.from({ length: 2_000 }, (_, index) => ({
      key: `FR:łódź ${index}`,
      latitude: index / 100,
      longitude: -index / 50,
    }))
    const table = createCityTable(places)
    expect(places.map(({ key }) => placeOf(table, key))).toEqual(places)
    expect(placeOf(table, 'FR:łódź 2000')).toBeUndefined()
    expect(placeOf(createCityTable([]), '')).toBeUndefined()
  })
})
