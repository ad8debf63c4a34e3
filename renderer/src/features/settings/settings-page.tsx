import { Button, SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { OfficeStatus } from '#shared/contract/office.ts'
import type { Field, FieldValue } from '#shared/entities/fields.ts'
import { parseFieldText } from '#shared/entities/field-values.ts'
import { textKey } from '#shared/entities/labels.ts'
import { schoolFields } from '#shared/entities/school.ts'
import { useRun, useUndo } from '#renderer/api/actions.ts'
import { dataChanged } from '#renderer/api/changes.ts'
import { client } from '#renderer/api/client.ts'
import { download } from '#renderer/api/download.ts'
import { runJob } from '#renderer/api/jobs.ts'
import { api } from '#renderer/api/queries.ts'
import { refusalOf } from '#renderer/api/refusal.ts'
import { SavingForm } from '#renderer/ui/form/form.tsx'
import type { CheckedText } from '#renderer/ui/form/form-types.ts'
import { useNotices } from '#renderer/ui/notice.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { useText } from '#renderer/ui/text.tsx'
import { useRefusalText } from '#renderer/ui/use-refusal.ts'
import styles from './settings-page.module.css'

const themes = ['light', 'dark', 'auto'] as const
const lists = ['partners', 'agreements', 'students', 'mobilities', 'obligations'] as const

/** The user's own choices, the school's identity, and the office file. */
export function SettingsPage({ status }: { readonly status: OfficeStatus }) {
  const { t, language } = useText()
  const run = useRun()
  return (
    <Page title={t('settings.title')} isDocument>
      <div className={styles['sections']}>
        <section className={styles['pair']}>
          <div>
            <h2>{t('settings.language')}</h2>
            <SegmentedControl
              aria-label={t('settings.language')}
              value={language}
              data={[
                { value: 'fr', label: 'Français' },
                { value: 'en', label: 'English' },
              ]}
              onChange={(next) =>
                void run(() => client.office.setPreferences({ language: next === 'fr' ? 'fr' : 'en' }))
              }
            />
          </div>
          <div>
            <h2>{t('settings.theme')}</h2>
            <SegmentedControl
              aria-label={t('settings.theme')}
              value={status.preferences.theme}
              data={themes.map((theme) => ({ value: theme, label: t(`settings.theme.${theme}`) }))}
              onChange={(next) => {
                const theme = themes.find((one) => one === next)
                if (theme !== undefined) void run(() => client.office.setPreferences({ theme }))
              }}
            />
          </div>
        </section>
        <section>
          <h2>{t('settings.school')}</h2>
          <p className={styles['lead']}>{t('settings.school.lead')}</p>
          <SchoolForm />
        </section>
        <section>
          <h2>{t('rules.title')}</h2>
          <p className={styles['lead']}>{t('rules.open.lead')}</p>
          <Button component="a" href="#/settings/rules" variant="default">
            {t('rules.open')}
          </Button>
        </section>
        <Exports />
        <OfficeFile status={status} />
      </div>
    </Page>
  )
}

const schoolGroups = [...new Set(Object.values(schoolFields).map(({ group }) => group))]

function SchoolForm() {
  const { t } = useText()
  const notices = useNotices()
  const refusalText = useRefusalText()
  const { undo } = useUndo()
  const { data: school } = useQuery(api.settings.school.queryOptions())
  const check = useCallback(
    (field: Field, text: string): CheckedText => {
      const read = parseFieldText(field, text)
      return read.ok ? { value: read.value } : { problem: t(read.error.code, read.error.params) }
    },
    [t],
  )
  if (school === undefined) return null
  const values = Object.fromEntries(
    Object.entries(school).map(([name, value]) => [name, value === '' ? null : value]),
  )
  const save = async (name: string, value: FieldValue) => {
    try {
      const { changed } = await client.settings.updateSchool({ [name]: value === null ? '' : String(value) })
      dataChanged()
      if (changed) notices.say({ text: t('settings.saved'), onUndo: () => void undo() })
      return undefined
    } catch (error) {
      return refusalText(refusalOf(error))
    }
  }
  const groups = schoolGroups.map((key) => ({
    key,
    title: t(textKey(`group.${key}`)),
    fields: Object.entries(schoolFields)
      .filter(([, field]) => field.group === key)
      .map(([name, field]) => ({ name, field, label: t(textKey(`settings.school.${name}`)) })),
  }))
  return <SavingForm groups={groups} values={values} check={check} onSave={save} />
}

function Exports() {
  const { t } = useText()
  const notices = useNotices()
  const refusalText = useRefusalText()
  const produce = async (format: (typeof lists)[number]) => {
    const name = t(`list.${format}`)
    const outcome = await runJob({ kind: 'export', format, params: {} }, t('app.job.export', { name }))
    if (outcome.type === 'failed') notices.fail({ text: refusalText(outcome.refusal) })
    if (outcome.type !== 'done' || outcome.result.kind !== 'export') return
    download(outcome.result.file)
    notices.say({ text: t('settings.exported', { file: outcome.result.file.name }) })
  }
  return (
    <section>
      <h2>{t('settings.exports')}</h2>
      <p className={styles['lead']}>{t('settings.exports.lead')}</p>
      <div className={styles['buttons']}>
        {lists.map((list) => (
          <Button key={list} variant="default" onClick={() => void produce(list)}>
            {t(`list.${list}`)}
          </Button>
        ))}
      </div>
    </section>
  )
}

function OfficeFile({ status }: { readonly status: OfficeStatus }) {
  const { t, format } = useText()
  const run = useRun()
  const [report, setReport] = useState<readonly string[]>()
  if (status.office === null) return null
  const check = async () => {
    const found = await run(() => client.office.check())
    if (found === undefined) return
    setReport(
      found.ok
        ? [t('check.ok', found.checked)]
        : found.problems.map((problem) => t(textKey(`check.${problem.code}`), problem.params)),
    )
  }
  return (
    <section>
      <h2>{t('settings.file')}</h2>
      <p className={styles['lead']}>
        {status.office.path} · {format.fileSize(status.office.sizeBytes)} ·{' '}
        {t('settings.version', { version: status.version })}
      </p>
      <div className={styles['buttons']}>
        <Button variant="default" onClick={() => void check()}>
          {t('settings.file.check')}
        </Button>
        <Button variant="default" onClick={() => void run(() => client.office.close({}))}>
          {t('settings.file.close')}
        </Button>
      </div>
      <div role="status">
        {report?.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </section>
  )
}
