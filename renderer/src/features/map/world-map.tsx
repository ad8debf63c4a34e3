import { ActionIcon } from '@mantine/core'
import { IconFocusCentered, IconMinus, IconPlus } from '@tabler/icons-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { MapPoint, MapView } from '#shared/contract/map.ts'
import { flowPath, flowWidth } from '#shared/map/flow-path.ts'
import { onPlane } from '#shared/map/world.ts'
import { useText } from '#renderer/ui/text.tsx'
import { clusterPoints, type Extent, type Mark } from './clusters.ts'
import { plane } from './map-ground.ts'
import { startMap, type MapSight, type RunningMap } from './start-map.ts'
import styles from './map.module.css'

interface WorldMapProps {
  readonly points: readonly MapPoint[]
  readonly home: MapView['home']
  readonly withFlows: boolean
  readonly selected: string | undefined
  readonly onSelect: (institutionId: string) => void
  /** The running map, for the list to move; undefined once it has stopped. */
  readonly onMap: (map: RunningMap | undefined) => void
}

const firstSight: MapSight = { x: 0, y: 0, scale: 1, width: plane.width, height: plane.height }
const zoomStep = 1.6
const shiftPx = 90

/** The world with partners on it: moved with the pointer, the wheel or the keyboard. The list beside says the same. */
export function WorldMap(props: WorldMapProps) {
  const { points, home, withFlows, selected, onSelect, onMap } = props
  const { t } = useText()
  const frame = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const layer = useRef<SVGGElement>(null)
  const [sight, setSight] = useState(firstSight)
  const [map, setMap] = useState<RunningMap>()
  useEffect(() => {
    if (frame.current === null || canvas.current === null || layer.current === null) return undefined
    const parts = { frame: frame.current, canvas: canvas.current, layer: layer.current }
    const running = startMap({ ...parts, onSight: setSight })
    setMap(running)
    onMap(running)
    return () => {
      running.stop()
      onMap(undefined)
    }
  }, [onMap])
  // the first points are shown whole; narrowing them leaves what is in sight where it is
  const isShown = useRef(false)
  useEffect(() => {
    if (map === undefined || points.length === 0 || isShown.current) return
    isShown.current = true
    map.showAll(points)
  }, [map, points])
  const clusters = useMemo(() => clusterPoints(points, plane), [points])
  const marks = useMemo(() => clusters.marks(aroundSight(sight), sight.scale), [clusters, sight])
  const flows = useMemo(
    () => (withFlows && home !== null ? arcsOf(points, home) : []),
    [points, home, withFlows],
  )
  const { scale } = sight
  const closer = () => map?.zoomBy(zoomStep)
  const farther = () => map?.zoomBy(1 / zoomStep)
  const whole = () => map?.showAll(points)
  const keys: Readonly<Record<string, () => void>> = {
    '+': closer,
    '=': closer,
    '-': farther,
    '0': whole,
    ArrowLeft: () => map?.shiftBy(shiftPx, 0),
    ArrowRight: () => map?.shiftBy(-shiftPx, 0),
    ArrowUp: () => map?.shiftBy(0, shiftPx),
    ArrowDown: () => map?.shiftBy(0, -shiftPx),
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const act = keys[event.key]
    if (act === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    act()
  }
  return (
    <div className={styles['map']}>
      <div
        ref={frame}
        className={styles['frame']}
        role="group"
        aria-label={t('map.label', { count: points.length })}
        aria-describedby="map-keys"
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <canvas ref={canvas} className={styles['ground']} aria-hidden="true" />
        <svg className={styles['marks']} aria-hidden="true">
          <g ref={layer}>
            <g className={styles['flows']} transform={`scale(${scale})`}>
              {flows.map((flow) => (
                <path
                  key={flow.key}
                  d={flow.path}
                  strokeWidth={flow.width}
                  vectorEffect="non-scaling-stroke"
                />
              ))}
            </g>
            {marks.map((mark) => (
              <MarkOf
                key={mark.key}
                mark={mark}
                scale={scale}
                isSelected={mark.kind === 'point' && mark.point.institutionId === selected}
                onClick={() =>
                  mark.kind === 'point'
                    ? onSelect(mark.point.institutionId)
                    : map?.show(mark.x, mark.y, mark.opensAt)
                }
              />
            ))}
          </g>
        </svg>
      </div>
      <p id="map-keys" className="visually-hidden">
        {t('map.keys')}
      </p>
      <div className={styles['buttons']}>
        <ActionIcon variant="default" aria-label={t('map.closer')} onClick={closer}>
          <IconPlus size={16} />
        </ActionIcon>
        <ActionIcon variant="default" aria-label={t('map.farther')} onClick={farther}>
          <IconMinus size={16} />
        </ActionIcon>
        <ActionIcon variant="default" aria-label={t('map.whole')} onClick={whole}>
          <IconFocusCentered size={16} />
        </ActionIcon>
      </div>
    </div>
  )
}

interface MarkProps {
  readonly mark: Mark
  readonly scale: number
  readonly isSelected: boolean
  readonly onClick: () => void
}

function MarkOf({ mark, scale, isSelected, onClick }: MarkProps) {
  const { format } = useText()
  const place = `translate(${mark.x * scale} ${mark.y * scale})`
  if (mark.kind === 'point') {
    const { point } = mark
    return (
      <g
        transform={place}
        className={styles['point']}
        data-approximate={point.isApproximate}
        data-host={point.kinds.length === 0}
        data-selected={isSelected}
        onClick={onClick}
      >
        <title>{point.name}</title>
        <circle r={isSelected ? 8 : 5.5} />
      </g>
    )
  }
  const radius = Math.min(22, 10 + 3 * Math.log10(mark.count) * 2)
  return (
    <g transform={place} className={styles['cluster']} onClick={onClick}>
      <circle r={radius} />
      <text dy="0.35em">{format.number(mark.count)}</text>
    </g>
  )
}

/** What is in sight and one screen around it, so that moving brings marks at once. */
function aroundSight({ x, y, scale, width, height }: MapSight): Extent {
  return {
    left: Math.max(0, (-width - x) / scale),
    top: Math.max(0, (-height - y) / scale),
    right: Math.min(plane.width, (2 * width - x) / scale),
    bottom: Math.min(plane.height, (2 * height - y) / scale),
  }
}

function arcsOf(points: readonly MapPoint[], home: NonNullable<MapView['home']>) {
  const from = onPlane(plane, home)
  return points
    .filter((point) => point.stays > 0)
    .map((point) => ({
      key: point.institutionId,
      path: flowPath(from, onPlane(plane, point)),
      width: 0.6 + flowWidth(point.stays),
    }))
}
