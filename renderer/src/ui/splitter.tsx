import type { KeyboardEvent, PointerEvent } from 'react'
import styles from './splitter.module.css'

const stepPx = 24

interface SplitterProps {
  readonly label: string
  /** The width of what stands to the right of the line. */
  readonly sizePx: number
  readonly minPx: number
  readonly maxPx: number
  readonly onResize: (sizePx: number) => void
}

/** The line between two panes: dragged, or moved by the arrow keys. */
export function Splitter({ label, sizePx, minPx, maxPx, onResize }: SplitterProps) {
  const resize = (next: number) => onResize(Math.min(Math.max(next, minPx), maxPx))
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    const line = event.currentTarget
    const startX = event.clientX
    line.setPointerCapture(event.pointerId)
    const move = (moved: globalThis.PointerEvent) => resize(sizePx + startX - moved.clientX)
    line.addEventListener('pointermove', move)
    line.addEventListener('lostpointercapture', () => line.removeEventListener('pointermove', move), {
      once: true,
    })
  }
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const next = { ArrowLeft: sizePx + stepPx, ArrowRight: sizePx - stepPx, Home: maxPx, End: minPx }[
      event.key
    ]
    if (next === undefined) return
    event.preventDefault()
    resize(next)
  }
  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={Math.round(sizePx)}
      aria-valuemin={minPx}
      aria-valuemax={maxPx}
      tabIndex={0}
      className={styles['line']}
      onPointerDown={onPointerDown}
      onKeyDown={onKeyDown}
    />
  )
}
