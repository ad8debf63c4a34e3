import { Button, Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import styles from './dialog.module.css'
import { useText } from './text.tsx'

const widths = { small: '26rem', medium: '38rem', large: '60rem' } as const

interface DialogProps {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly children: ReactNode
  /** Buttons at the foot, the main one last. */
  readonly actions?: ReactNode
  readonly size?: keyof typeof widths
}

/** A modal window: focus stays inside, Esc closes, focus goes back where it was. */
export function Dialog({ title, isOpen, onClose, children, actions, size = 'medium' }: DialogProps) {
  const { t } = useText()
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={title}
      size={widths[size]}
      padding={0}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
      classNames={{
        content: styles['content'] ?? '',
        header: styles['head'] ?? '',
        title: styles['title'] ?? '',
        body: styles['body'] ?? '',
        overlay: styles['scrim'] ?? '',
      }}
    >
      <div className={styles['main']}>{children}</div>
      {actions !== undefined && <footer className={styles['foot']}>{actions}</footer>}
    </Modal>
  )
}

interface DialogActionsProps {
  /** The deed itself, not “OK”. */
  readonly label: string
  readonly onAct: () => void
  readonly onCancel: () => void
  readonly isOff?: boolean
  readonly isBusy?: boolean
  readonly isDangerous?: boolean
  /** Which of the two has the focus at first, where nothing in the dialog asks for it. */
  readonly focus?: 'act' | 'cancel'
}

/** The foot of a dialog that does one thing: the way out, and the deed. */
export function DialogActions(props: DialogActionsProps) {
  const { t } = useText()
  const { label, onAct, onCancel, isOff = false, isBusy = false, isDangerous = false, focus } = props
  const focused = { 'data-autofocus': true }
  return (
    <>
      <Button variant="default" onClick={onCancel} {...(focus === 'cancel' ? focused : {})}>
        {t('ui.cancel')}
      </Button>
      <Button
        disabled={isOff}
        loading={isBusy}
        onClick={onAct}
        {...(isDangerous ? { color: 'danger' } : {})}
        {...(focus === 'act' ? focused : {})}
      >
        {label}
      </Button>
    </>
  )
}
