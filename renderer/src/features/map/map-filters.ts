import type { MapPoint } from '#shared/contract/map.ts'

/** What the map is narrowed to. */
export interface MapFilters {
  /** Kinds of agreements; none means partners of every kind. */
  readonly kinds: readonly string[]
  readonly programme: string | null
  readonly hasPlaces: boolean
  /** Hosts of the year that are not partners too. */
  readonly withHosts: boolean
  readonly words: string
}

export const noFilters: MapFilters = {
  kinds: [],
  programme: null,
  hasPlaces: false,
  withHosts: false,
  words: '',
}

/** The points that pass. `fold` brings words to the form in which they are compared. */
export function filterPoints(
  points: readonly MapPoint[],
  filters: MapFilters,
  fold: (text: string) => string,
): readonly MapPoint[] {
  const words = fold(filters.words).split(' ').filter(Boolean)
  return points.filter((point) => {
    if (point.kinds.length === 0 && !filters.withHosts) return false
    if (filters.kinds.length > 0 && !filters.kinds.some((kind) => point.kinds.includes(kind))) return false
    if (filters.programme !== null && !isFor(point, filters.programme)) return false
    if (filters.hasPlaces && (point.placesLeft ?? 0) === 0) return false
    const text = words.length === 0 ? '' : fold(`${point.name} ${point.city ?? ''}`)
    return words.every((word) => text.includes(word))
  })
}

/** Places that name no programme are for all; a partner without places is for none. */
function isFor(point: MapPoint, programme: string): boolean {
  if (point.programmes.length === 0) return point.placesLeft !== null
  return point.programmes.includes(programme)
}
