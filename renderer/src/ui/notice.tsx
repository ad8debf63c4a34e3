import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconX } from '@tabler/icons-react'
import { createContext, use, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import styles from './notice.module.css'
import { useText } from './text.tsx'

interface Done {
  /** What happened: “3 students changed”. */
  readonly text: string
  /** Offers *Undo* beside it. */
  readonly onUndo?: () => void
  /** Another thing to do about it: “Open the list”. */
  readonly action?: { readonly label: string; readonly run: () => void }
}

interface Failed {
  /** What happened and what to do about it. */
  readonly text: string
  /** For the person who helps: a code, an identifier, a file and cell. */
  readonly details?: string
  readonly action?: { readonly label: string; readonly run: () => void }
}

export interface Notices {
  /** Says at the foot of the window what was done; goes away after a while. */
  readonly say: (done: Done) => void
  /** Says that something failed; stays until closed. */
  readonly fail: (failed: Failed) => void
}

type Notice = { readonly id: number } & (
  | ({ readonly kind: 'done' } & Done)
  | ({ readonly kind: 'failed' } & Failed)
)

const NoticeContext = createContext<Notices | undefined>(undefined)
/** Long enough to read the line and reach *Undo*, which stays in the history afterwards. */
const shownMs = 9_000
const maxShown = 4

/** Holds the notices of the window. One line for what was done, the latest; errors pile up until closed. */
export function NoticeProvider({ children }: { readonly children: ReactNode }) {
  const { t } = useText()
  const [notices, setNotices] = useState<readonly Notice[]>([])
  const lastId = useRef(0)
  const close = useCallback((id: number) => setNotices((now) => now.filter((notice) => notice.id !== id)), [])
  const value = useMemo<Notices>(() => {
    const show = (notice: Notice) =>
      setNotices((now) =>
        [...now.filter((other) => other.kind === 'failed' || notice.kind === 'failed'), notice].slice(
          -maxShown,
        ),
      )
    const nextId = () => (lastId.current += 1)
    return {
      say: (done) => show({ kind: 'done', id: nextId(), ...done }),
      fail: (failed) => show({ kind: 'failed', id: nextId(), ...failed }),
    }
  }, [])
  const done = notices.filter((notice) => notice.kind === 'done')
  const failed = notices.filter((notice) => notice.kind === 'failed')
  return (
    <NoticeContext value={value}>
      {children}
      <section className={styles['place']} aria-label={t('ui.notices')}>
        <div role="alert" className={styles['stack']}>
          {failed.map((notice) => (
            <FailedLine key={notice.id} notice={notice} onClose={() => close(notice.id)} />
          ))}
        </div>
        <div role="status" className={styles['stack']}>
          {done.map((notice) => (
            <DoneLine key={notice.id} notice={notice} onClose={() => close(notice.id)} />
          ))}
        </div>
      </section>
    </NoticeContext>
  )
}

/** Says what happened, at the foot of the window. Throws outside of `UiProvider`. */
export function useNotices(): Notices {
  const notices = use(NoticeContext)
  if (notices === undefined) throw new Error('useNotices needs a UiProvider around it')
  return notices
}

function DoneLine({ notice, onClose }: { readonly notice: Done; readonly onClose: () => void }) {
  const { t } = useText()
  const [isHeld, setHeld] = useState(false)
  const close = useRef(onClose)
  useEffect(() => {
    close.current = onClose
  })
  useEffect(() => {
    if (isHeld) return undefined
    const timer = setTimeout(() => close.current(), shownMs)
    return () => clearTimeout(timer)
  }, [isHeld])
  const runAndClose = (run: () => void) => () => {
    onClose()
    run()
  }
  return (
    <div
      className={styles['line']}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <IconCircleCheck size={18} className={styles['good']} aria-hidden />
      <span className={styles['text']}>{notice.text}</span>
      {notice.action !== undefined && (
        <Button variant="subtle" onClick={runAndClose(notice.action.run)}>
          {notice.action.label}
        </Button>
      )}
      {notice.onUndo !== undefined && (
        <Button variant="light" onClick={runAndClose(notice.onUndo)}>
          {t('ui.undo')}
        </Button>
      )}
      <CloseButton label={t('ui.close')} onClose={onClose} />
    </div>
  )
}

function FailedLine({ notice, onClose }: { readonly notice: Failed; readonly onClose: () => void }) {
  const { t } = useText()
  return (
    <div className={styles['line']} data-kind="failed">
      <IconAlertTriangle size={18} className={styles['bad']} aria-hidden />
      <div className={styles['text']}>
        <span className="visually-hidden">{t('ui.error')}: </span>
        {notice.text}
        {notice.details !== undefined && (
          <details className={styles['details']}>
            <summary>{t('ui.details')}</summary>
            <pre>{notice.details}</pre>
          </details>
        )}
      </div>
      {notice.action !== undefined && (
        <Button variant="default" onClick={notice.action.run}>
          {notice.action.label}
        </Button>
      )}
      <CloseButton label={t('ui.close')} onClose={onClose} />
    </div>
  )
}

function CloseButton({ label, onClose }: { readonly label: string; readonly onClose: () => void }) {
  return (
    <button type="button" className={styles['close']} aria-label={label} onClick={onClose}>
      <IconX size={16} />
    </button>
  )
}
