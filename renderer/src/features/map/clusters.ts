import Supercluster from 'supercluster'
import type { MapPoint } from '#shared/contract/map.ts'
import { onPlane, type Plane } from '#shared/map/world.ts'

/** One mark on the map: an institution, or several that lie too close to be told apart at this scale. */
export type Mark =
  | {
      readonly kind: 'point'
      readonly key: string
      readonly x: number
      readonly y: number
      readonly point: MapPoint
    }
  | {
      readonly kind: 'cluster'
      readonly key: string
      readonly x: number
      readonly y: number
      readonly count: number
      /** The scale at which the cluster comes apart. */
      readonly opensAt: number
    }

/** Part of the plane, in its units. */
export interface Extent {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

const closestPx = 34
const deepest = 9

/** Groups points that lie close, for any scale. Made once for a set of points. */
export interface Clusters {
  /** The marks of a part of the plane, at `scale` pixels per unit. */
  marks(extent: Extent, scale: number): readonly Mark[]
}

export function clusterPoints(points: readonly MapPoint[], plane: Plane): Clusters {
  const tile = 512
  const index = new Supercluster<{ readonly point: MapPoint }>({
    radius: closestPx,
    extent: tile,
    maxZoom: deepest,
  })
  index.load(
    points.map((point) => ({
      type: 'Feature' as const,
      properties: { point },
      geometry: { type: 'Point' as const, coordinates: [point.longitude, point.latitude] },
    })),
  )
  const zoomOf = (scale: number) => Math.floor(Math.log2((plane.width * scale) / tile))
  const scaleOf = (zoom: number) => (tile * 2 ** zoom) / plane.width
  return {
    marks(extent, scale) {
      const [west, north] = plane.projection.invert?.([extent.left, extent.top]) ?? [-180, 85]
      const [east, south] = plane.projection.invert?.([extent.right, extent.bottom]) ?? [180, -85]
      const zoom = Math.max(0, zoomOf(scale))
      return index
        .getClusters([Math.max(-180, west), south, Math.min(180, east), north], zoom)
        .map((found): Mark => {
          const [longitude = 0, latitude = 0] = found.geometry.coordinates
          const [x, y] = onPlane(plane, { latitude, longitude })
          if (!('cluster_id' in found.properties)) {
            const { point } = found.properties
            return { kind: 'point', key: point.institutionId, x, y, point }
          }
          const { cluster_id: id, point_count: count } = found.properties
          const opensAt = scaleOf(index.getClusterExpansionZoom(id)) * 1.05
          return { kind: 'cluster', key: `cluster-${id}`, x, y, count, opensAt }
        })
    },
  }
}
