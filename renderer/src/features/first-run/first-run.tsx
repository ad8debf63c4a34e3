import { Button, Radio, SegmentedControl, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { profileNames, type OfficeStatus, type ProfileName } from '#shared/contract/office.ts'
import { useRun } from '#renderer/api/actions.ts'
import { client } from '#renderer/api/client.ts'
import { api } from '#renderer/api/queries.ts'
import { useText } from '#renderer/ui/text.tsx'
import styles from './first-run.module.css'

type Start = 'sample' | 'empty' | 'open'

/** The first screen: the language, the school, and how to start. Nothing is made before the last button. */
export function FirstRun({ status }: { readonly status: OfficeStatus }) {
  const { t, language } = useText()
  const run = useRun()
  const [profile, setProfile] = useState<ProfileName>('telecom-paris')
  const [start, setStart] = useState<Start>('sample')
  return (
    <main className={styles['screen']}>
      <div className={styles['card']}>
        <header className={styles['head']}>
          <h1 className={styles['title']}>{t('welcome.title')}</h1>
          <SegmentedControl
            aria-label={t('welcome.language')}
            value={language}
            onChange={(next) =>
              void run(() => client.office.setPreferences({ language: next === 'fr' ? 'fr' : 'en' }))
            }
            data={[
              { value: 'fr', label: 'Français' },
              { value: 'en', label: 'English' },
            ]}
          />
        </header>
        <p className={styles['lead']}>{t('welcome.lead')}</p>
        <Choices
          label={t('welcome.start')}
          value={start}
          onChange={(value) => setStart(value)}
          options={(['sample', 'empty', 'open'] as const).map((value) => ({
            value,
            label: t(`welcome.${value}`),
            lead: t(`welcome.${value}.lead`),
          }))}
        />
        {start !== 'open' && (
          <Choices
            label={t('welcome.profile')}
            value={profile}
            onChange={setProfile}
            options={profileNames.map((value) => ({
              value,
              label: t(`welcome.profile.${value}`),
              lead: t(`welcome.profile.${value}.lead`),
            }))}
          />
        )}
        {start === 'open' ? (
          <OpenOffice />
        ) : (
          <CreateOffice key={start} profile={profile} isSample={start === 'sample'} />
        )}
        <p className={styles['version']}>{t('settings.version', { version: status.version })}</p>
      </div>
    </main>
  )
}

function Choices<T extends string>(props: {
  readonly label: string
  readonly value: T
  readonly onChange: (value: T) => void
  readonly options: readonly { readonly value: T; readonly label: string; readonly lead: string }[]
}) {
  const choose = (chosen: string) => {
    const option = props.options.find((one) => one.value === chosen)
    if (option !== undefined) props.onChange(option.value)
  }
  return (
    <Radio.Group
      label={props.label}
      value={props.value}
      onChange={choose}
      className={styles['choices'] ?? ''}
    >
      <div className={styles['options']}>
        {props.options.map((option) => (
          <Radio.Card key={option.value} value={option.value} className={styles['option'] ?? ''}>
            <Radio.Indicator />
            <span>
              <span className={styles['label']}>{option.label}</span>
              <span className={styles['note']}>{option.lead}</span>
            </span>
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  )
}

function CreateOffice({ profile, isSample }: { readonly profile: ProfileName; readonly isSample: boolean }) {
  const { t } = useText()
  const run = useRun()
  const { data: known } = useQuery(api.office.known.queryOptions())
  const [name, setName] = useState(t(isSample ? 'welcome.name.sample' : 'welcome.name.own'))
  const [isBusy, setBusy] = useState(false)
  const create = async () => {
    setBusy(true)
    await run(() => client.office.create({ name: name.trim(), profile, sample: isSample }))
    setBusy(false)
  }
  return (
    <form
      className={styles['create']}
      onSubmit={(event) => {
        event.preventDefault()
        void create()
      }}
    >
      <TextInput
        label={t('welcome.name')}
        description={known === undefined ? undefined : t('welcome.in-folder', { folder: known.folder })}
        value={name}
        maxLength={80}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" size="md" loading={isBusy} disabled={name.trim() === ''}>
        {t(isBusy ? 'welcome.creating' : isSample ? 'welcome.sample' : 'welcome.empty')}
      </Button>
    </form>
  )
}

function OpenOffice() {
  const { t, format } = useText()
  const run = useRun()
  const { data: known } = useQuery(api.office.known.queryOptions())
  const input = useRef<HTMLInputElement>(null)
  const [path, setPath] = useState('')
  return (
    <div className={styles['open']}>
      {known !== undefined && known.files.length > 0 && (
        <section aria-label={t('welcome.known')}>
          <h2 className={styles['section']}>{t('welcome.known')}</h2>
          <ul className={styles['files']}>
            {known.files.map((file) => (
              <li key={file.path}>
                <button
                  type="button"
                  className={styles['file']}
                  onClick={() => void run(() => client.office.open({ path: file.path }))}
                >
                  <span className={styles['label']}>{file.name}</span>
                  <span className={styles['note']}>
                    {format.instant(file.modifiedAt)} · {format.fileSize(file.sizeBytes)} · {file.path}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <div>
        <input
          ref={input}
          type="file"
          accept=".escale"
          hidden
          aria-label={t('welcome.choose')}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0]
            if (file !== undefined) void run(() => client.office.openCopy({ file }))
          }}
        />
        <Button variant="default" onClick={() => input.current?.click()}>
          {t('welcome.choose')}
        </Button>
        {known !== undefined && (
          <p className={styles['note']}>{t('welcome.choose.note', { folder: known.folder })}</p>
        )}
      </div>
      <form
        className={styles['create']}
        onSubmit={(event) => {
          event.preventDefault()
          void run(() => client.office.open({ path }))
        }}
      >
        <TextInput
          label={t('welcome.path')}
          value={path}
          onChange={(event) => setPath(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={path.trim() === ''}>
          {t('welcome.path.open')}
        </Button>
      </form>
    </div>
  )
}
