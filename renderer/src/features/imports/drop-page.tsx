import { IconFileImport } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import type { TextKey } from '#shared/text/text.ts'
import { useNotices } from '#renderer/ui/notice.tsx'
import { useText } from '#renderer/ui/text.tsx'
import styles from './drop-page.module.css'

/** Makes the whole page a place where one file can be dropped, and says so while one is held over it. */
export function DropPage(props: {
  /** What the file will be read as, in the user's words. */
  readonly as: string
  /** While a work is under way nothing can be dropped. */
  readonly isOff: boolean
  readonly onFile: (file: File) => void
  readonly children: ReactNode
}) {
  const { t } = useText()
  const notices = useNotices()
  const isOver = useWindowDrop((transfer) => {
    if (props.isOff) return
    const dropped = fileOf(transfer)
    if (dropped instanceof File) props.onFile(dropped)
    else notices.fail({ text: t(dropped) })
  })
  return (
    <div className={styles['page']}>
      {props.children}
      {isOver && !props.isOff && (
        <div className={styles['over']} aria-hidden>
          <div className={styles['card']}>
            <IconFileImport size={32} stroke={1.5} />
            <b>{t('importing.dropping')}</b>
            <span>{t('importing.dropping.as', { kind: props.as })}</span>
          </div>
        </div>
      )}
    </div>
  )
}

/** Whether files are held over the window. A file that is let go anywhere never takes the place of the page. */
function useWindowDrop(onDrop: (transfer: DataTransfer) => void): boolean {
  const [isOver, setOver] = useState(false)
  const latest = useRef(onDrop)
  useEffect(() => {
    latest.current = onDrop
  })
  useEffect(() => {
    let depth = 0 // entering a child comes before leaving its parent
    const settle = (next: number) => {
      depth = Math.max(next, 0)
      setOver(depth > 0)
    }
    const onEnter = (event: DragEvent) => {
      if (holdsFiles(event)) settle(depth + 1)
    }
    const onLeave = (event: DragEvent) => {
      if (holdsFiles(event)) settle(depth - 1)
    }
    const onOver = (event: DragEvent) => {
      if (holdsFiles(event)) event.preventDefault()
    }
    const onLetGo = (event: DragEvent) => {
      settle(0)
      if (!holdsFiles(event) || event.dataTransfer === null) return
      event.preventDefault()
      latest.current(event.dataTransfer)
    }
    window.addEventListener('dragenter', onEnter)
    window.addEventListener('dragleave', onLeave)
    window.addEventListener('dragover', onOver)
    window.addEventListener('drop', onLetGo)
    return () => {
      window.removeEventListener('dragenter', onEnter)
      window.removeEventListener('dragleave', onLeave)
      window.removeEventListener('dragover', onOver)
      window.removeEventListener('drop', onLetGo)
    }
  }, [])
  return isOver
}

function holdsFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') === true
}

/** The one file that was dropped, or what was wrong with it. */
function fileOf(transfer: DataTransfer): File | TextKey {
  if (transfer.files.length > 1) return 'importing.choose.several'
  if (transfer.items[0]?.webkitGetAsEntry()?.isDirectory === true) return 'importing.choose.folder'
  return transfer.files[0] ?? 'importing.choose.nothing'
}
