import { describe, expect, it } from 'vitest'
import type { MapPoint } from '#shared/contract/map.ts'
import { matchKey } from '#shared/domain/text-folding.ts'
import { filterPoints, noFilters, type MapFilters } from '#renderer/features/map/map-filters.ts'

const point = (name: string, more: Partial<MapPoint> = {}): MapPoint => ({
  institutionId: name,
  name,
  city: 'Città',
  country: 'IT',
  latitude: 45,
  longitude: 7,
  isApproximate: false,
  kinds: ['erasmus'],
  programmes: [],
  placesLeft: 2,
  stays: 0,
  ...more,
})

const points = [
  point('Erasmus'),
  point('Both', { kinds: ['double-degree', 'erasmus'], programmes: ['Ingénieur'] }),
  point('Full', { kinds: ['exchange'], placesLeft: 0 }),
  point('Unknown', { kinds: ['exchange'], placesLeft: null }),
  point('Host', { kinds: [], placesLeft: null }),
]
const shown = (filters: Partial<MapFilters>) =>
  filterPoints(points, { ...noFilters, ...filters }, matchKey).map(({ name }) => name)

describe('the map is narrowed', () => {
  it('to partners, unless other hosts are asked for', () => {
    expect(shown({})).toEqual(['Erasmus', 'Both', 'Full', 'Unknown'])
    expect(shown({ withHosts: true })).toHaveLength(5)
  })
  it('by type of agreement: one of them is enough', () => {
    expect(shown({ kinds: ['double-degree', 'exchange'] })).toEqual(['Both', 'Full', 'Unknown'])
  })
  it('by programme: places for all are for it too, a partner without places is not', () => {
    expect(shown({ programme: 'Ingénieur' })).toEqual(['Erasmus', 'Both', 'Full'])
    expect(shown({ programme: 'Master' })).toEqual(['Erasmus', 'Full'])
  })
  it('to places left: unknown is not some', () => {
    expect(shown({ hasPlaces: true })).toEqual(['Erasmus', 'Both'])
  })
  it('by words of the name or the city, without regard to accents', () => {
    expect(shown({ words: 'citta bo' })).toEqual(['Both'])
  })
})
