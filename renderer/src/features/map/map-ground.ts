import world from 'world-atlas/countries-50m.json'
import { countryPaths, zoomedPlane } from '#shared/map/world.ts'

/** The plane on which the screen's map is drawn. */
export const plane = zoomedPlane()

/** All countries as one shape to fill and stroke. */
export function countriesShape(): Path2D {
  return new Path2D(countryPaths(world, plane).join(''))
}
