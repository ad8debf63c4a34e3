import { Tooltip } from '@mantine/core'
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand, IconSearch } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import type { ComponentType, ReactNode, RefObject } from 'react'
import styles from './frame.module.css'
import { KeyHint } from './key-hint.tsx'
import { useLocalChoice } from './local-choice.ts'
import { useText } from './text.tsx'

export interface RailItem {
  readonly key: string
  readonly label: string
  readonly href: string
  readonly icon: ComponentType<{ size?: number | string; stroke?: number | string }>
  /** A figure beside the label, for what waits there. Zero is not shown. */
  readonly count?: number
  /** The figure in words, for screen readers: “3 to do”. */
  readonly countLabel?: string
}

interface FrameProps {
  /** What stands at the top of the rail: the application's name, the open file. */
  readonly product: ReactNode
  /** The areas, in groups divided by a line. */
  readonly groups: readonly (readonly RailItem[])[]
  readonly currentKey: string | undefined
  /** Which screen is shown: the focus goes into a new one. */
  readonly screen: string
  /** Opens the palette. */
  readonly onSearch?: () => void
  /** What stands at the foot of the rail: settings, the running jobs. */
  readonly foot?: (isFolded: boolean) => ReactNode
  readonly children: ReactNode
}

/** The frame of the application: the rail with its areas on the left, the current screen on the right. */
export function Frame({ product, groups, currentKey, screen, onSearch, foot, children }: FrameProps) {
  const { t } = useText()
  const [rail, setRail] = useLocalChoice('rail', 'open')
  const isFolded = rail === 'folded'
  const main = useRef<HTMLElement>(null)
  useFocusOf(screen, main)
  return (
    <div className={styles['frame']} data-folded={isFolded}>
      <a
        className={styles['skip']}
        href="#content"
        onClick={(event) => {
          // The address belongs to the router: only the focus moves.
          event.preventDefault()
          main.current?.focus()
        }}
      >
        {t('ui.skipToContent')}
      </a>
      <section className={styles['rail']} aria-label={t('ui.rail.title')}>
        <div className={styles['product']}>{product}</div>
        {onSearch !== undefined && <SearchButton onSearch={onSearch} />}
        <nav className={styles['areas']} aria-label={t('ui.areas')}>
          {groups.map((items) => (
            <ul key={items[0]?.key} className={styles['group']}>
              {items.map((item) => (
                <li key={item.key}>
                  <RailLink item={item} isCurrent={item.key === currentKey} isFolded={isFolded} />
                </li>
              ))}
            </ul>
          ))}
        </nav>
        <div className={styles['foot']}>
          {foot?.(isFolded)}
          <button
            type="button"
            className={styles['fold']}
            aria-expanded={!isFolded}
            onClick={() => setRail(isFolded ? 'open' : 'folded')}
          >
            {isFolded ? (
              <IconLayoutSidebarLeftExpand size={18} stroke={1.6} />
            ) : (
              <IconLayoutSidebarLeftCollapse size={18} stroke={1.6} />
            )}
            <span className={styles['label']}>{t(isFolded ? 'ui.rail.unfold' : 'ui.rail.fold')}</span>
          </button>
        </div>
      </section>
      <main ref={main} id="content" tabIndex={-1} className={styles['content']}>
        {children}
      </main>
    </div>
  )
}

/** A screen that was gone to has the focus: whoever came by the keyboard goes on there. */
function useFocusOf(screen: string, main: RefObject<HTMLElement | null>): void {
  const shown = useRef(screen)
  useEffect(() => {
    if (shown.current === screen) return
    shown.current = screen
    if (main.current?.contains(document.activeElement) !== true) main.current?.focus({ preventScroll: true })
  }, [screen, main])
}

function RailLink({ item, isCurrent, isFolded }: { item: RailItem; isCurrent: boolean; isFolded: boolean }) {
  const { format } = useText()
  const Icon = item.icon
  const hasCount = item.count !== undefined && item.count > 0
  return (
    <Tooltip label={item.label} position="right" disabled={!isFolded}>
      <a className={styles['link']} href={item.href} aria-current={isCurrent ? 'page' : undefined}>
        <Icon size={18} stroke={1.6} />
        <span className={styles['label']}>{item.label}</span>
        {hasCount && (
          <span className={styles['count']}>
            <span aria-hidden={item.countLabel !== undefined}>{format.number(item.count ?? 0)}</span>
            {item.countLabel !== undefined && <span className="visually-hidden">{item.countLabel}</span>}
          </span>
        )}
      </a>
    </Tooltip>
  )
}

function SearchButton({ onSearch }: { readonly onSearch: () => void }) {
  const { t } = useText()
  return (
    <button
      type="button"
      className={styles['search']}
      onClick={onSearch}
      aria-keyshortcuts="Control+K Meta+K"
    >
      <IconSearch size={16} stroke={1.8} />
      <span className={styles['label']}>{t('ui.search')}</span>
      <span className={styles['hint']}>
        <KeyHint keys="mod+k" />
      </span>
    </button>
  )
}
