import { Button } from '@mantine/core'
import { IconCheck, IconChevronLeft, IconChevronRight, IconCopy } from '@tabler/icons-react'
import { useRef, type KeyboardEvent } from 'react'
import type { DeskStudent } from '#shared/contract/partner-nominations.ts'
import { useText } from '#renderer/ui/text.tsx'
import styles from './partner.module.css'
import { useCopy } from './use-copy.ts'

/**
 * What to type into a partner's form, one value a line: a click or Enter copies it and goes on to the next, the arrows
 * move.
 */
export function CopySheet(props: {
  readonly students: readonly DeskStudent[]
  readonly shownId: string
  readonly onShow: (mobilityId: string) => void
}) {
  const { t } = useText()
  const list = useRef<HTMLUListElement>(null)
  const { copied, copy } = useCopy()
  const at = props.students.findIndex(({ mobilityId }) => mobilityId === props.shownId)
  const student = props.students[at]
  if (student === undefined) return null
  const goTo = (index: number) => {
    const next = props.students[index]
    if (next !== undefined) props.onShow(next.mobilityId)
  }
  const label = student.values.find(
    (row, index) => keyOf(student, index) === copied && row.text !== '',
  )?.label
  return (
    <section className={styles['section']}>
      <h2>{t('copySheet.title', { student: student.student })}</h2>
      <div className={styles['line']}>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconChevronLeft size={14} />}
          disabled={at === 0}
          onClick={() => goTo(at - 1)}
        >
          {t('copySheet.previous')}
        </Button>
        <Button
          size="xs"
          variant="default"
          rightSection={<IconChevronRight size={14} />}
          disabled={at === props.students.length - 1}
          onClick={() => goTo(at + 1)}
        >
          {t('copySheet.next')}
        </Button>
        <span className={styles['dim']}>{t('copySheet.hint')}</span>
        <span role="status" className={styles['dim']}>
          {label === undefined ? '' : t('copySheet.copied', { label })}
        </span>
      </div>
      <ul ref={list} className={styles['copy']} onKeyDown={(event) => moveFocus(event, list.current)}>
        {student.values.map((row, index) => (
          <li key={keyOf(student, index)}>
            <button
              type="button"
              data-copied={copied === keyOf(student, index) || undefined}
              onClick={(event) => {
                const button = event.currentTarget
                void copy(keyOf(student, index), row.text).then(() => focusNext(list.current, button, 1))
              }}
            >
              <span className={styles['label']}>{row.label}</span>
              <span className={styles['value']}>{row.text}</span>
              <span className="visually-hidden">{t('copySheet.copy')}</span>
              {copied === keyOf(student, index) ? (
                <IconCheck size={16} aria-hidden />
              ) : (
                <IconCopy size={16} aria-hidden />
              )}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function keyOf({ mobilityId }: DeskStudent, index: number): string {
  return `${mobilityId} ${index}`
}

function moveFocus(event: KeyboardEvent, list: HTMLUListElement | null): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0 || !(document.activeElement instanceof HTMLElement)) return
  event.preventDefault()
  focusNext(list, document.activeElement, step)
}

function focusNext(list: HTMLUListElement | null, from: HTMLElement, step: 1 | -1): void {
  const buttons = [...(list?.querySelectorAll('button') ?? [])]
  buttons[buttons.findIndex((button) => button === from) + step]?.focus()
}
