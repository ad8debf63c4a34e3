import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { Dialog } from './dialog.tsx'
import { useText } from './text.tsx'

interface ConfirmProps {
  readonly isOpen: boolean
  /** The question: “Forget 12 students for good?” */
  readonly title: string
  /** What will happen and cannot be undone. */
  readonly children: ReactNode
  /** The deed itself, not “OK”. */
  readonly confirmLabel: string
  readonly isDangerous?: boolean
  readonly isRunning?: boolean
  readonly onConfirm: () => void
  readonly onCancel: () => void
}

/** Asks before what undo cannot bring back, and only then. The focus is on the way out. */
export function Confirm(props: ConfirmProps) {
  const { t } = useText()
  return (
    <Dialog
      title={props.title}
      size="small"
      isOpen={props.isOpen}
      onClose={props.onCancel}
      actions={
        <>
          <Button variant="default" data-autofocus onClick={props.onCancel}>
            {t('ui.cancel')}
          </Button>
          <Button
            {...(props.isDangerous === true ? { color: 'danger' } : {})}
            loading={props.isRunning === true}
            onClick={props.onConfirm}
          >
            {props.confirmLabel}
          </Button>
        </>
      }
    >
      {props.children}
    </Dialog>
  )
}
