import { geoMercator, geoNaturalEarth1, geoPath, type GeoProjection } from 'd3-geo'
import { feature } from 'topojson-client'
import type { Topology } from 'topojson-specification'

/** The size of the map's plane, in its own units: everything drawn on it is drawn in these. */
export interface Plane {
  readonly width: number
  readonly height: number
  readonly projection: GeoProjection
}

/** The plane of printed maps: the whole world, its areas near what they are. */
export function printedPlane(): Plane {
  const width = 1600
  const height = 780
  const projection = geoNaturalEarth1().fitExtent(
    [
      [0, 0],
      [width, height],
    ],
    { type: 'Sphere' },
  )
  return { width, height, projection }
}

/** The plane of maps that one zooms into, as on the web; Mercator, cut where nobody studies. */
export function zoomedPlane(): Plane {
  const width = 1600
  const height = 1000
  const projection = geoMercator()
    .scale(width / (2 * Math.PI))
    .translate([width / 2, height * 0.6])
  return { width, height, projection }
}

/** Where a place on earth (degrees) lies on the plane. */
export function onPlane(
  plane: Plane,
  place: { readonly latitude: number; readonly longitude: number },
): readonly [x: number, y: number] {
  const latitude = Math.max(-80, Math.min(83, place.latitude))
  const projected = plane.projection([place.longitude, latitude])
  if (projected === null) throw new Error('A projection of the whole world left a place out')
  return projected
}

/**
 * Countries as SVG paths on the plane, one each; Antarctica is left out. Shapes and borders are those of Natural Earth.
 * @param world a file of world-atlas
 */
export function countryPaths(world: unknown, plane: Plane): readonly string[] {
  const countries = isTopology(world) ? world.objects['countries'] : undefined
  if (!isTopology(world) || countries?.type !== 'GeometryCollection')
    throw new Error('Not a file of world-atlas')
  const path = geoPath(plane.projection).digits(1)
  return feature(world, countries).features.flatMap((country) =>
    country.id === antarctica ? [] : (path(country) ?? []),
  )
}

const antarctica = '010' // ISO 3166-1 numeric

function isTopology(value: unknown): value is Topology {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'Topology'
}
