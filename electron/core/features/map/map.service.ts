import type { Kysely } from 'kysely'
import * as z from 'zod'
import type { MapPoint, MapView } from '#shared/contract/map.ts'
import type { Database } from '#core/db/schema.ts'
import { readSchool } from '#core/features/settings/settings.service.ts'
import type { Coordinates, Gazetteer } from '#core/geo/gazetteer.ts'
import { readMapRows, readMapYears, type MapRow } from './map.repo.ts'

const programmeNames = z.array(z.string())

/** Partners and hosts of a year with their place on earth: their own coordinates, else those of their city. */
export async function mapView(
  db: Kysely<Database>,
  gazetteer: Gazetteer,
  academicYear: string,
): Promise<MapView> {
  const points: MapPoint[] = []
  const unplaced: { institutionId: string; name: string }[] = []
  for (const row of await readMapRows(db, academicYear)) {
    const place = placeOf(row, gazetteer)
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

function placeOf(row: MapRow, gazetteer: Gazetteer): Placed | undefined {
  if (row.latitude !== null && row.longitude !== null)
    return { latitude: row.latitude, longitude: row.longitude, isApproximate: false }
  if (row.country === null || row.city === null) return undefined
  const city = gazetteer.find(row.country, row.city)
  return city === undefined ? undefined : { ...city, isApproximate: true }
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
  const city = school.city === '' ? undefined : gazetteer.find('FR', school.city)
  return city === undefined ? null : { name: school.name, ...city }
}
