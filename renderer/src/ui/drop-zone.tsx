import { Button } from '@mantine/core'
import { IconFileUpload } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { DragEvent, ReactNode } from 'react'
import styles from './drop-zone.module.css'
import { useText } from './text.tsx'

interface DropZoneProps {
  /** What to put here: “Drop a list of partners here”. */
  readonly label: string
  readonly hint?: ReactNode
  /** As the `accept` of a file input: `.xlsx,.ods,.csv`. Guides the choice; what is dropped is given as it is. */
  readonly accept?: string
  readonly takesSeveral?: boolean
  readonly isOff?: boolean
  readonly onFiles: (files: readonly File[]) => void
}

/** Takes files: dropped, or chosen with a button. Files dropped beside it do not make the browser leave the page. */
export function DropZone({ label, hint, accept, takesSeveral, isOff = false, onFiles }: DropZoneProps) {
  const { t } = useText()
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  useEffect(() => keepPageOnDrop(), [])
  const take = (list: FileList | null) => {
    const files = [...(list ?? [])]
    if (files.length > 0) onFiles(takesSeveral === true ? files : files.slice(0, 1))
  }
  const onDrag = (event: DragEvent) => {
    if (isOff || !event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'copy'
    setOver(true)
  }
  return (
    <div
      className={styles['zone']}
      data-over={isOver || undefined}
      data-off={isOff || undefined}
      onDragEnter={onDrag}
      onDragOver={onDrag}
      onDragLeave={(event) => {
        const isInside =
          event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)
        if (!isInside) setOver(false)
      }}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        if (!isOff) take(event.dataTransfer.files)
      }}
    >
      <IconFileUpload size={28} stroke={1.3} aria-hidden className={styles['icon']} />
      <div className={styles['label']}>{label}</div>
      {hint !== undefined && <div className={styles['hint']}>{hint}</div>}
      <Button variant="default" disabled={isOff} onClick={() => input.current?.click()}>
        {t(takesSeveral === true ? 'ui.drop.chooseFiles' : 'ui.drop.chooseFile')}
      </Button>
      <input
        ref={input}
        type="file"
        className="visually-hidden"
        tabIndex={-1}
        aria-label={label}
        accept={accept}
        multiple={takesSeveral === true}
        disabled={isOff}
        onChange={(event) => {
          take(event.currentTarget.files)
          // The same file can be chosen again after it was corrected.
          event.currentTarget.value = ''
        }}
      />
    </div>
  )
}

function keepPageOnDrop(): () => void {
  const refuse = (event: globalThis.DragEvent) => {
    if (event.defaultPrevented || event.dataTransfer === null) return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'none'
  }
  window.addEventListener('dragover', refuse)
  window.addEventListener('drop', refuse)
  return () => {
    window.removeEventListener('dragover', refuse)
    window.removeEventListener('drop', refuse)
  }
}
