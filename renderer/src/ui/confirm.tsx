import type { ReactNode } from 'react'
import { Dialog, DialogActions } from './dialog.tsx'

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
  return (
    <Dialog
      title={props.title}
      size="small"
      isOpen={props.isOpen}
      onClose={props.onCancel}
      actions={
        <DialogActions
          label={props.confirmLabel}
          isBusy={props.isRunning === true}
          isDangerous={props.isDangerous === true}
          focus="cancel"
          onAct={props.onConfirm}
          onCancel={props.onCancel}
        />
      }
    >
      {props.children}
    </Dialog>
  )
}
