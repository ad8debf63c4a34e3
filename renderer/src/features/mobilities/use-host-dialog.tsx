import { Button, Select, TextInput } from '@mantine/core'
import { useRef, useState, type FormEvent, type ReactNode } from 'react'
import { listCountryCodes } from '#shared/domain/country-codes.ts'
import { choiceLabel } from '#shared/entities/labels.ts'
import { useRun, useUndo } from '#renderer/api/actions.ts'
import { client } from '#renderer/api/client.ts'
import { Dialog } from '#renderer/ui/dialog.tsx'
import type { ReferenceOption } from '#renderer/ui/form/form-types.ts'
import { useNotices } from '#renderer/ui/notice.tsx'
import { useText } from '#renderer/ui/text.tsx'
import styles from './move-dialog.module.css'

type Answer = (option: ReferenceOption | undefined) => void

/** Asks for a host that is not in the list: one that the office knows after all, or a new one. */
export function useHostDialog(): {
  readonly dialog: ReactNode
  readonly make: (words: string) => Promise<ReferenceOption | undefined>
} {
  const [name, setName] = useState<string>()
  const answer = useRef<Answer>(() => undefined)
  const make = (words: string) =>
    new Promise<ReferenceOption | undefined>((resolve) => {
      answer.current = resolve
      setName(words)
    })
  const finish: Answer = (option) => {
    setName(undefined)
    answer.current(option)
  }
  return { make, dialog: name === undefined ? null : <HostDialog name={name} onDone={finish} /> }
}

const kinds = ['university', 'company', 'laboratory', 'other'] as const

function HostDialog({ name, onDone }: { readonly name: string; readonly onDone: Answer }) {
  const { t, format } = useText()
  const run = useRun()
  const notices = useNotices()
  const { undo } = useUndo()
  const [host, setHost] = useState({ name, country: '', city: '', erasmusCode: '' })
  const [kind, setKind] = useState<(typeof kinds)[number]>('university')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const found = await run(() => client.mobilities.host({ ...host, kind }))
    if (found === undefined) return
    const known = found.isPartner ? 'hosting.partner' : 'hosting.known'
    if (found.isNew)
      notices.say({ text: t('hosting.made', { host: found.title }), onUndo: () => void undo() })
    else notices.say({ text: t(known, { host: found.title }) })
    onDone({ id: found.id, title: found.title })
  }
  const text = (field: keyof typeof host, label: string, isNeeded = false) => (
    <TextInput
      label={label}
      value={host[field]}
      required={isNeeded}
      onChange={(event) => setHost({ ...host, [field]: event.currentTarget.value })}
    />
  )
  return (
    <Dialog title={t('hosting.title')} isOpen onClose={() => onDone(undefined)} size="small">
      <form className={styles['report']} onSubmit={(event) => void submit(event)}>
        <p>{t('hosting.lead')}</p>
        {text('name', t('field.institution.name'), true)}
        <Select
          label={t('field.institution.kind')}
          data={kinds.map((one) => ({ value: one, label: t(choiceLabel('institution', 'kind', one)) }))}
          value={kind}
          allowDeselect={false}
          openOnFocus={false}
          onChange={(next) => setKind(kinds.find((one) => one === next) ?? 'university')}
        />
        <Select
          label={t('field.institution.country')}
          data={listCountryCodes()
            .map((code) => ({ value: code, label: format.country(code) }))
            .toSorted((a, b) => format.compare(a.label, b.label))}
          value={host.country === '' ? null : host.country}
          searchable
          clearable
          openOnFocus={false}
          onChange={(country) => setHost({ ...host, country: country ?? '' })}
        />
        {text('city', t('field.institution.city'))}
        {text('erasmusCode', t('field.institution.erasmusCode'))}
        <div className={styles['foot']}>
          <Button variant="default" onClick={() => onDone(undefined)}>
            {t('ui.cancel')}
          </Button>
          <Button type="submit" disabled={host.name.trim() === ''}>
            {t('hosting.run')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
