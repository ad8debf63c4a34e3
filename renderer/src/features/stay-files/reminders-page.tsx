import { Button, SegmentedControl, Select } from '@mantine/core'
import { IconCopy, IconMail } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Reminder } from '#shared/contract/stay-files.ts'
import { api } from '#renderer/api/queries.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { useNotices } from '#renderer/ui/notice.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import { useText } from '#renderer/ui/text.tsx'
import styles from './stay-files.module.css'

/** The most urgent come first; hundreds of texts at once would only be scrolled past. */
const shownAtOnce = 50

const wanting = ['overdue', 'missing', 'expired', 'expiring']

/** Whom to remind of which documents, with the text ready to send: each student, or each office with its students. */
export function RemindersPage(props: {
  readonly linkToList: (
    list: string,
    filters: readonly { key: string; test: string; values: string[] }[],
  ) => string
}) {
  const { t } = useText()
  const [by, setBy] = useState<'student' | 'office'>('student')
  const [office, setOffice] = useState<string | null>(null)
  const [shown, setShown] = useState(shownAtOnce)
  const { data } = useQuery(api.stayFiles.reminders.queryOptions({ input: { by, office } }))
  const linkOf = (key: string) => {
    const filters = [
      { key: 'state', test: 'is', values: wanting },
      { key: by === 'student' ? 'studentNumber' : 'office', test: 'is', values: [key] },
    ]
    return props.linkToList('documents', filters)
  }
  return (
    <Page
      title={t('reminders.title')}
      isDocument
      {...(data === undefined ? {} : { count: data.reminders.length })}
      toolbar={
        <>
          <SegmentedControl
            size="xs"
            aria-label={t('reminders.by')}
            value={by}
            data={[
              { value: 'student', label: t('reminders.by.student') },
              { value: 'office', label: t('reminders.by.office') },
            ]}
            onChange={(next) => setBy(next === 'office' ? 'office' : 'student')}
          />
          <Select
            size="xs"
            aria-label={t('column.documents.office')}
            placeholder={t('reminders.everyOffice')}
            clearable
            clearButtonProps={{ 'aria-label': t('ui.form.clear', { field: t('column.documents.office') }) }}
            value={office}
            data={data?.offices ?? []}
            onChange={setOffice}
          />
        </>
      }
    >
      {data?.reminders.length === 0 && <EmptyState title={t('reminders.none')} />}
      <ul className={styles['reminders']}>
        {(data?.reminders ?? []).slice(0, shown).map((reminder) => (
          <ReminderLine key={reminder.key} reminder={reminder} href={linkOf(reminder.key)} />
        ))}
      </ul>
      {data !== undefined && data.reminders.length > shown && (
        <Button variant="default" onClick={() => setShown(shown + shownAtOnce)}>
          {t('reminders.more', { count: data.reminders.length - shown })}
        </Button>
      )}
    </Page>
  )
}

/** The longest address that mail programs take. */
const longestMailto = 1900

function ReminderLine({ reminder, href }: { readonly reminder: Reminder; readonly href: string }) {
  const { t } = useText()
  const notices = useNotices()
  const copy = async () => {
    await navigator.clipboard.writeText(reminder.text)
    notices.say({ text: t('reminders.copied', { name: reminder.name }) })
  }
  const mailto = `mailto:${reminder.email ?? ''}?subject=${encodeURIComponent(reminder.subject)}&body=${encodeURIComponent(reminder.text.replaceAll('\n', '\r\n'))}`
  return (
    <li className={styles['card']}>
      <div className={styles['bar']}>
        <a href={href}>
          <strong>{reminder.name}</strong>
        </a>
        <span className={styles['dim']}>{t('reminders.documents', { count: reminder.count })}</span>
        {reminder.overdue > 0 && (
          <StatusBadge isPlain tone="bad" word={t('reminders.overdue', { count: reminder.overdue })} />
        )}
        <span className={styles['right']}>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconCopy size={14} />}
            aria-label={t('reminders.copyFor', { name: reminder.name })}
            onClick={() => void copy()}
          >
            {t('reminders.copy')}
          </Button>
          {reminder.email !== null && mailto.length <= longestMailto && (
            <Button
              size="compact-sm"
              variant="default"
              component="a"
              href={mailto}
              leftSection={<IconMail size={14} />}
              aria-label={t('reminders.mailTo', { name: reminder.name })}
            >
              {t('reminders.mail')}
            </Button>
          )}
        </span>
      </div>
      <details>
        <summary>{t('reminders.show')}</summary>
        <pre>{reminder.text}</pre>
      </details>
    </li>
  )
}
