import { select } from 'd3-selection'
import { zoom, zoomIdentity, zoomTransform, type D3ZoomEvent } from 'd3-zoom'
import type { MapPoint } from '#shared/contract/map.ts'
import { onPlane } from '#shared/map/world.ts'
import { createGround } from './draw-ground.ts'
import { plane } from './map-ground.ts'

/** What is in sight: the plane is drawn at `scale`, shifted by `x` and `y` pixels, in a frame of that size. */
export interface MapSight {
  readonly x: number
  readonly y: number
  readonly scale: number
  readonly width: number
  readonly height: number
}

/** A running map: what moves it besides the pointer and the wheel. */
export interface RunningMap {
  zoomBy(factor: number): void
  /** Shifts what is in sight, in pixels. */
  shiftBy(x: number, y: number): void
  /** Puts a place of the plane in the middle. */
  show(x: number, y: number, scale: number): void
  showAll(points: readonly MapPoint[]): void
  goTo(point: MapPoint): void
  stop(): void
}

interface MapParts {
  readonly frame: HTMLDivElement
  readonly canvas: HTMLCanvasElement
  /** Holds the marks: shifted with the ground, never scaled. */
  readonly layer: SVGGElement
  /** Told when the scale changes, and at the end of a move for what came into sight. */
  readonly onSight: (sight: MapSight) => void
}

const mostScale = 120
const leastScale = 0.4
const closeScale = 10

/** Ties the ground, the marks and the pointer together, until it is stopped. */
export function startMap({ frame, canvas, layer, onSight }: MapParts): RunningMap {
  const ground = createGround(canvas)
  const tell = () => {
    const { x, y, k } = zoomTransform(frame)
    onSight({ x, y, scale: k, width: frame.clientWidth, height: frame.clientHeight })
  }
  let scale = 0
  const behaviour = zoom<HTMLDivElement, unknown>()
    .scaleExtent([leastScale, mostScale])
    .translateExtent([
      [-plane.width * 0.1, -plane.height * 0.1],
      [plane.width * 1.1, plane.height * 1.1],
    ])
    .on('zoom', ({ transform }: D3ZoomEvent<HTMLDivElement, unknown>) => {
      ground.move(transform.x, transform.y, transform.k)
      layer.setAttribute('transform', `translate(${transform.x} ${transform.y})`)
      if (transform.k !== scale) tell()
      scale = transform.k
    })
    .on('end', tell)
  const zoomed = select(frame)
  zoomed.call(behaviour).on('dblclick.zoom', null)
  const watch = new ResizeObserver(() => {
    ground.resize(frame.clientWidth, frame.clientHeight)
    tell()
  })
  watch.observe(frame)
  ground.resize(frame.clientWidth, frame.clientHeight)

  const show = (x: number, y: number, wanted: number) => {
    const k = Math.max(leastScale, Math.min(mostScale, wanted))
    const middle = zoomIdentity.translate(frame.clientWidth / 2 - x * k, frame.clientHeight / 2 - y * k)
    behaviour.transform(zoomed, middle.scale(k))
  }
  return {
    zoomBy: (factor) => behaviour.scaleBy(zoomed, factor),
    shiftBy: (x, y) => behaviour.translateBy(zoomed, x / zoomTransform(frame).k, y / zoomTransform(frame).k),
    show,
    showAll(points) {
      const all = aroundAll(points, frame.clientWidth, frame.clientHeight)
      show(all.x, all.y, all.scale)
    },
    goTo(point) {
      const [x, y] = onPlane(plane, point)
      show(x, y, Math.max(closeScale, zoomTransform(frame).k))
    },
    stop() {
      watch.disconnect()
      ground.stop()
      zoomed.on('.zoom', null)
    },
  }
}

/** The middle and the scale at which all points are in sight. */
function aroundAll(points: readonly MapPoint[], width: number, height: number) {
  const places = points.map((point) => onPlane(plane, point))
  const xs = places.map(([x]) => x)
  const ys = places.map(([, y]) => y)
  const [left, right] = places.length === 0 ? [0, plane.width] : [Math.min(...xs), Math.max(...xs)]
  const [top, bottom] = places.length === 0 ? [0, plane.height] : [Math.min(...ys), Math.max(...ys)]
  const margin = 1.12
  const scale = Math.min(width / ((right - left) * margin + 20), height / ((bottom - top) * margin + 20))
  return { x: (left + right) / 2, y: (top + bottom) / 2, scale: Math.min(30, scale) }
}
