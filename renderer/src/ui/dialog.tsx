import { Modal } from '@mantine/core'
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
