import { useVirtualizer } from '@tanstack/react-virtual'
import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import styles from './campaigns.module.css'

const rowPx = 32

interface PickListProps<T extends { readonly id: string }> {
  readonly label: string
  readonly items: readonly T[]
  readonly selectedId: string | null
  readonly onSelect: (id: string) => void
  /** A letter typed on a line. */
  readonly onKey?: (key: string, id: string) => void
  readonly onDrag?: (id: string) => void
  readonly onDrop?: (id: string) => void
  readonly render: (item: T) => ReactNode
}

/** Lines to choose from with the arrows and Enter: only those in sight are drawn. */
export function PickList<T extends { readonly id: string }>(props: PickListProps<T>) {
  const { items, selectedId } = props
  const frame = useRef<HTMLDivElement>(null)
  const own = useId()
  const [active, setActive] = useState(0)
  const at = Math.min(active, Math.max(items.length - 1, 0))
  const lines = useVirtualizer({
    count: items.length,
    getScrollElement: () => frame.current,
    estimateSize: () => rowPx,
    overscan: 10,
  })
  const go = (next: number) => {
    const to = Math.min(Math.max(next, 0), items.length - 1)
    setActive(to)
    lines.scrollToIndex(to)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const item = items[at]
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + 12,
      PageUp: at - 12,
      Home: 0,
      End: items.length - 1,
    }
    const next = steps[event.key]
    if (next !== undefined) {
      event.preventDefault()
      return go(next)
    }
    if (item === undefined) return
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      props.onSelect(item.id)
    } else if (!event.ctrlKey && !event.metaKey && !event.altKey)
      props.onKey?.(event.key.toLowerCase(), item.id)
  }
  return (
    <div
      ref={frame}
      className={styles['list']}
      role="listbox"
      aria-label={props.label}
      aria-activedescendant={items.length === 0 ? undefined : `${own}-${at}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" style={{ height: lines.getTotalSize(), position: 'relative' }}>
        {lines.getVirtualItems().map(({ index, start }) => {
          const item = items[index]
          if (item === undefined) return null
          return (
            <div
              key={item.id}
              id={`${own}-${index}`}
              role="option"
              aria-selected={item.id === selectedId}
              data-active={index === at || undefined}
              className={styles['line']}
              style={{ transform: `translateY(${start}px)`, height: rowPx }}
              draggable={props.onDrag !== undefined}
              onDragStart={() => props.onDrag?.(item.id)}
              onDragOver={(event) => {
                if (props.onDrop !== undefined) event.preventDefault()
              }}
              onDrop={() => props.onDrop?.(item.id)}
              onClick={() => {
                setActive(index)
                props.onSelect(item.id)
              }}
            >
              {props.render(item)}
            </div>
          )
        })}
      </div>
    </div>
  )
}
