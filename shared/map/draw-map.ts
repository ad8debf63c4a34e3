import { xmlText } from '#shared/domain/xml-text.ts'
import { flowPath, flowWidth } from './flow-path.ts'
import { onPlane, type Plane } from './world.ts'

export interface DrawnPoint {
  readonly name: string
  readonly latitude: number
  readonly longitude: number
  readonly isApproximate: boolean
  readonly stays: number
}

export interface MapDrawing {
  readonly plane: Plane
  readonly countries: readonly string[]
  readonly points: readonly DrawnPoint[]
  /** Where flows start; none are drawn without it. */
  readonly home: { readonly latitude: number; readonly longitude: number } | null
  readonly title: string
  readonly subtitle: string
}

const colours = {
  sea: '#f5f7f8',
  land: '#dfe5e8',
  border: '#ffffff',
  partner: '#0d5f71',
  flow: '#0f7f97',
  text: '#182026',
  dim: '#56616a',
} as const
const headHeight = 76

/** A printed map of the world: countries, flows, partners, and what it shows. One SVG document, nothing outside it. */
export function drawMap(drawing: MapDrawing): string {
  const { plane, countries, points, home, title, subtitle } = drawing
  const height = plane.height + headHeight
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${plane.width} ${height}" width="${plane.width}" height="${height}" role="img" font-family="system-ui, 'Segoe UI', Roboto, Arial, sans-serif">`,
    `<title>${xmlText(title)}</title><desc>${xmlText(subtitle)}</desc>`,
    `<rect width="${plane.width}" height="${height}" fill="${colours.sea}"/>`,
    `<text x="24" y="36" font-size="26" font-weight="600" fill="${colours.text}">${xmlText(title)}</text>`,
    `<text x="24" y="62" font-size="17" fill="${colours.dim}">${xmlText(subtitle)}</text>`,
    `<g transform="translate(0 ${headHeight})">`,
    `<path d="${countries.join('')}" fill="${colours.land}" stroke="${colours.border}" stroke-width="0.6"/>`,
    home === null ? '' : drawFlows(plane, home, points),
    ...points.map((point) => drawPoint(plane, point)),
    '</g></svg>',
  ].join('\n')
}

function drawFlows(
  plane: Plane,
  home: NonNullable<MapDrawing['home']>,
  points: readonly DrawnPoint[],
): string {
  const from = onPlane(plane, home)
  const arcs = points
    .filter((point) => point.stays > 0)
    .map(
      (point) =>
        `<path d="${flowPath(from, onPlane(plane, point))}" stroke-width="${flowWidth(point.stays).toFixed(1)}"/>`,
    )
  return `<g fill="none" stroke="${colours.flow}" stroke-opacity="0.35" stroke-linecap="round">${arcs.join('')}</g>`
}

/** A full disc where the institution is; a ring where only its city is known. */
function drawPoint(plane: Plane, point: DrawnPoint): string {
  const [x, y] = onPlane(plane, point)
  const look = point.isApproximate
    ? `fill="${colours.sea}" stroke="${colours.partner}" stroke-width="1.4"`
    : `fill="${colours.partner}" stroke="${colours.sea}" stroke-width="0.8"`
  return `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="4" ${look}><title>${xmlText(point.name)}</title></circle>`
}
