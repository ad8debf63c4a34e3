import { IconX } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { useLocalChoice } from './local-choice.ts'
import styles from './page.module.css'
import { Splitter } from './splitter.tsx'
import { useText } from './text.tsx'

const minPx = 320
const maxPx = 1100
const initialPx = 460

/** The record beside its list: its own scroll, a width of the user's choice, closed by its button or Esc. */
export function RecordPane(props: {
  readonly label: string
  readonly onClose: () => void
  /** Called once the pane is gone, to give the focus back. */
  readonly onClosed: () => void
  readonly children: ReactNode
}) {
  const { t } = useText()
  const pane = useRef<HTMLElement>(null)
  const [width, setWidth] = useLocalChoice('pane-width', String(initialPx))
  const widthPx = Math.min(Math.max(Number(width) || initialPx, minPx), maxPx)
  const onClosed = useRef(props.onClosed)
  useEffect(() => {
    onClosed.current = props.onClosed
  })
  useEffect(() => {
    pane.current?.focus({ preventScroll: true })
    return () => {
      if (document.activeElement === null || document.activeElement === document.body) onClosed.current()
    }
  }, [])
  return (
    <>
      <Splitter
        label={t('ui.pane.resize')}
        sizePx={widthPx}
        minPx={minPx}
        maxPx={maxPx}
        onResize={(sizePx) => setWidth(String(Math.round(sizePx)))}
      />
      <aside
        ref={pane}
        data-record-pane
        tabIndex={-1}
        aria-label={props.label}
        className={styles['pane']}
        style={{ width: widthPx }}
      >
        <button
          type="button"
          className={styles['close']}
          aria-label={t('ui.pane.close')}
          title={t('ui.pane.close')}
          onClick={props.onClose}
        >
          <IconX size={16} />
        </button>
        {props.children}
      </aside>
    </>
  )
}
