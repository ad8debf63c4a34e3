import coarseWorld from 'world-atlas/countries-110m.json' with { type: 'json' }
import { describe, expect, it } from 'vitest'
import { drawMap } from '#shared/map/draw-map.ts'
import { countryPaths, onPlane, printedPlane, zoomedPlane } from '#shared/map/world.ts'

describe('the plane', () => {
  it.each([
    ['printed', printedPlane()],
    ['zoomed', zoomedPlane()],
  ])('%s holds every place on earth', (_name, plane) => {
    for (const [latitude, longitude] of [
      [43.2, 0.1],
      [90, 0],
      [-90, 180],
      [0, -180],
      [64, -179],
    ] as const) {
      const [x, y] = onPlane(plane, { latitude, longitude })
      expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true)
    }
  })

  it('puts north above south, and east right of west', () => {
    const [x1, y1] = onPlane(zoomedPlane(), { latitude: 60, longitude: 25 })
    const [x2, y2] = onPlane(zoomedPlane(), { latitude: -33, longitude: -70 })
    expect(y1).toBeLessThan(y2)
    expect(x1).toBeGreaterThan(x2)
  })
})

describe('countries', () => {
  it('are all drawn but Antarctica', () => {
    expect(countryPaths(coarseWorld, printedPlane())).toHaveLength(
      coarseWorld.objects.countries.geometries.length - 1,
    )
  })

  it('that are no file of the atlas are a fault', () => {
    expect(() => countryPaths({}, printedPlane())).toThrow('Not a file of world-atlas')
  })
})

describe('a drawn map', () => {
  const point = { name: '<Uni> & "Co"\u0000', latitude: 48, longitude: 2, isApproximate: false, stays: 4 }
  const drawing = {
    plane: printedPlane(),
    countries: [],
    points: [point, { ...point, isApproximate: true, stays: 0 }],
    title: 'A <title>',
    subtitle: 'One & two',
  }

  it('has a mark for each institution, and a flow for each that has stays', () => {
    const svg = drawMap({ ...drawing, home: { latitude: 43.2, longitude: 0.1 } })
    expect(svg.match(/<circle /g)).toHaveLength(2)
    expect(svg.match(/<path d="M[\d.,-]+Q/g)).toHaveLength(1)
  })

  it('has no flow without a home, and holds names as text', () => {
    const svg = drawMap({ ...drawing, home: null })
    expect(svg).not.toContain('Q')
    expect(svg).toContain('&lt;Uni&gt; &amp; "Co"')
    expect(svg).not.toContain('\u0000')
  })
})
