import type { Kysely } from 'kysely'
import * as z from 'zod'
import type { MapPoint, MapView } from '#shared/contract/map.ts'
import type { CharterIndex } from '#shared/domain/charter-register.ts'
import type { Database } from '#core/db/schema.ts'
import { readHomeCountry, readSchool } from '#core/features/settings/settings.service.ts'
import type { Coordinates, Gazetteer } from '#core/geo/gazetteer.ts'
import { readNewestRegister } from '#core/register/newest-register.ts'
import { readMapRows, readMapYears, type MapRow } from './map.repo.ts'

const programmeNames = z.array(z.string())

/**
 * Partners and hosts of a year with their place on earth: their own coordinates, else those of their city, else those of
 * the city that the newest list of charters gives for them.
 */
export async function mapView(
  db: Kysely<Database>,
  gazetteer: Gazetteer,
  academicYear: string,
): Promise<MapView> {
  const points: MapPoint[] = []
  const unplaced: { institutionId: string; name: string }[] = []
  let register: Promise<CharterIndex | undefined> | undefined // read only where a city is not known otherwise
  for (const row of await readMapRows(db, academicYear)) {
    const place =
      ownPlace(row, gazetteer) ?? placeIn(await (register ??= readNewestRegister(db)), row, gazetteer)
    if (place === undefined) unplaced.push({ institutionId: row.id, name: row.name })
    else points.push(pointOf(row, place))
  }
  const home = await homeOf(db, gazetteer)
  const years = [...new Set([...(await readMapYears(db)), academicYear])].toSorted().toReversed()
  return { academicYear, years, points, unplaced, home }
}

interface Placed extends Coordinates {
  readonly isApproximate: boolean
}

function ownPlace(row: MapRow, gazetteer: Gazetteer): Placed | undefined {
  const { latitude, longitude } = row
  if (latitude !== null && longitude !== null) return { latitude, longitude, isApproximate: false }
  return cityPlace(row, gazetteer)
}

function placeIn(register: CharterIndex | undefined, row: MapRow, gazetteer: Gazetteer): Placed | undefined {
  const holder = { ...row, otherNames: row.nameEn === null ? [] : [row.nameEn] }
  const entry = (register?.byIdentifier(holder) ?? register?.byName(holder))?.entry
  return entry === undefined ? undefined : cityPlace(entry, gazetteer)
}

function cityPlace(
  { country, city }: Pick<MapRow, 'country' | 'city'>,
  gazetteer: Gazetteer,
): Placed | undefined {
  const found = country === null || city === null ? undefined : gazetteer.find(country, city)
  return found === undefined ? undefined : { ...found, isApproximate: true }
}

function pointOf(row: MapRow, place: Placed): MapPoint {
  const programmes = programmeNames.parse(JSON.parse(row.programmes))
  return {
    institutionId: row.id,
    name: row.name,
    city: row.city,
    country: row.country,
    latitude: place.latitude,
    longitude: place.longitude,
    isApproximate: place.isApproximate,
    kinds: row.kinds?.split(',') ?? [],
    // places that name no programme are for all of them
    programmes: programmes.includes('') ? [] : programmes,
    placesLeft: row.places === null ? null : Math.max(0, row.places - row.taken),
    stays: row.stays,
  }
}

async function homeOf(db: Kysely<Database>, gazetteer: Gazetteer): Promise<MapView['home']> {
  const school = await readSchool(db)
  const city = school.city === '' ? undefined : gazetteer.find(await readHomeCountry(db), school.city)
  return city === undefined ? null : { name: school.name, ...city }
}
