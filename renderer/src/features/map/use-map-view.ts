import { select } from 'd3-selection'
import { zoom, zoomIdentity, zoomTransform, type D3ZoomEvent, type ZoomBehavior } from 'd3-zoom'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { RefObject } from 'react'
import type { MapPoint } from '#shared/contract/map.ts'
import { onPlane } from '#shared/map/world.ts'
import { clusterPoints, type Extent, type Mark } from './clusters.ts'
import { createGround, type Ground } from './draw-ground.ts'
import { plane } from './map-ground.ts'

/** What moves the map besides the pointer. */
export interface MapMoves {
  readonly closer: () => void
  readonly farther: () => void
  /** Shows all that is on the map. */
  readonly whole: () => void
  /** Goes to a place of the plane, at a scale. */
  readonly open: (x: number, y: number, scale: number) => void
  readonly goTo: (point: MapPoint) => void
  readonly keys: Readonly<Record<string, () => void>>
}

interface View {
  readonly x: number
  readonly y: number
  readonly scale: number
}

interface Parts {
  readonly frame: RefObject<HTMLDivElement | null>
  readonly canvas: RefObject<HTMLCanvasElement | null>
  readonly layer: RefObject<SVGGElement | null>
  readonly points: readonly MapPoint[]
  readonly onReady: (moves: MapMoves) => void
}

const mostScale = 120
const stepPx = 90

/**
 * Keeps the ground, the marks and the pointer together. Moving only shifts what is drawn; the marks are worked out again
 * when the scale changes, and at the end of a move for what came into sight.
 */
export function useMapView({ frame, canvas, layer, points, onReady }: Parts) {
  const [view, setView] = useState<View>({ x: 0, y: 0, scale: 1 })
  const behaviour = useRef<ZoomBehavior<HTMLDivElement, unknown>>(undefined)
  const ground = useRef<Ground>(undefined)
  const clusters = useMemo(() => clusterPoints(points, plane), [points])
  const marks = useMemo<readonly Mark[]>(
    () => clusters.marks(extentOf(view, frame.current), view.scale),
    [clusters, view, frame],
  )
  const moves = useMemo(() => movesOf(frame, behaviour, points), [frame, points])

  useEffect(() => {
    const element = frame.current
    const surface = canvas.current
    if (element === null || surface === null) return undefined
    const drawn = createGround(surface)
    ground.current = drawn
    let scale = 0
    const made = zoom<HTMLDivElement, unknown>()
      .scaleExtent([0.4, mostScale])
      .translateExtent([
        [-plane.width * 0.1, -plane.height * 0.1],
        [plane.width * 1.1, plane.height * 1.1],
      ])
      .on('zoom', ({ transform }: D3ZoomEvent<HTMLDivElement, unknown>) => {
        drawn.move(transform.x, transform.y, transform.k)
        layer.current?.setAttribute('transform', `translate(${transform.x} ${transform.y})`)
        if (transform.k === scale) return
        scale = transform.k
        setView({ x: transform.x, y: transform.y, scale })
      })
      .on('end', ({ transform }: D3ZoomEvent<HTMLDivElement, unknown>) =>
        setView({ x: transform.x, y: transform.y, scale: transform.k }),
      )
    behaviour.current = made
    select(element).call(made).on('dblclick.zoom', null)
    const watch = new ResizeObserver(() => drawn.resize(element.clientWidth, element.clientHeight))
    watch.observe(element)
    drawn.resize(element.clientWidth, element.clientHeight)
    return () => {
      watch.disconnect()
      drawn.stop()
      select(element).on('.zoom', null)
    }
  }, [frame, canvas, layer])

  // the first points are shown whole; narrowing them leaves the view where it is
  const isShown = useRef(false)
  useEffect(() => {
    onReady(moves)
    if (points.length > 0 && !isShown.current) moves.whole()
    isShown.current ||= points.length > 0
  }, [moves, onReady, points])
  return { marks, scale: view.scale, moves }
}

/** What is in sight and one screen around it, so that moving brings marks at once. */
function extentOf(view: View, frame: HTMLDivElement | null): Extent {
  const width = frame?.clientWidth ?? plane.width
  const height = frame?.clientHeight ?? plane.height
  return {
    left: Math.max(0, (-width - view.x) / view.scale),
    top: Math.max(0, (-height - view.y) / view.scale),
    right: Math.min(plane.width, (2 * width - view.x) / view.scale),
    bottom: Math.min(plane.height, (2 * height - view.y) / view.scale),
  }
}

function movesOf(
  frame: RefObject<HTMLDivElement | null>,
  behaviour: RefObject<ZoomBehavior<HTMLDivElement, unknown> | undefined>,
  points: readonly MapPoint[],
): MapMoves {
  const act = (work: (zoomed: ZoomBehavior<HTMLDivElement, unknown>, element: HTMLDivElement) => void) => {
    if (frame.current !== null && behaviour.current !== undefined) work(behaviour.current, frame.current)
  }
  const by = (factor: number) => () => act((made, element) => made.scaleBy(select(element), factor))
  const shift = (x: number, y: number) => () =>
    act((made, element) => {
      const k = zoomTransform(element).k
      made.translateBy(select(element), x / k, y / k)
    })
  const open = (x: number, y: number, scale: number) =>
    act((made, element) => {
      const k = Math.min(mostScale, scale)
      const to = zoomIdentity
        .translate(element.clientWidth / 2 - x * k, element.clientHeight / 2 - y * k)
        .scale(k)
      made.transform(select(element), to)
    })
  const whole = () =>
    act((_made, element) => {
      const { x, y, scale } = aroundAll(points, element.clientWidth, element.clientHeight)
      open(x, y, scale)
    })
  const goTo = (point: MapPoint) =>
    act((_made, element) => {
      const [x, y] = onPlane(plane, point)
      open(x, y, Math.max(10, zoomTransform(element).k))
    })
  const closer = by(1.6)
  const farther = by(1 / 1.6)
  return {
    closer,
    farther,
    whole,
    open,
    goTo,
    keys: {
      '+': closer,
      '=': closer,
      '-': farther,
      '0': whole,
      ArrowLeft: shift(stepPx, 0),
      ArrowRight: shift(-stepPx, 0),
      ArrowUp: shift(0, stepPx),
      ArrowDown: shift(0, -stepPx),
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
  return { x: (left + right) / 2, y: (top + bottom) / 2, scale: Math.max(0.4, Math.min(30, scale)) }
}
