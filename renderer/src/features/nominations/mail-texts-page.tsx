import { Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconDeviceFloppy } from '@tabler/icons-react'
import { useState } from 'react'
import { mailPlaceholders, type MailTexts } from '#shared/contract/nomination-mail.ts'
import { choiceLabel } from '#shared/entities/labels.ts'
import { useRun } from '#renderer/api/actions.ts'
import { client } from '#renderer/api/client.ts'
import { api } from '#renderer/api/queries.ts'
import { Page } from '#renderer/ui/page.tsx'
import { useText } from '#renderer/ui/text.tsx'
import styles from './partner.module.css'

/** The subject and the body of nominations by e-mail, in each language, with their placeholders. */
export function MailTextsPage() {
  const { t } = useText()
  const { data } = useQuery(api.partnerNominations.mailTexts.queryOptions())
  if (data === undefined)
    return (
      <Page title={t('mailTexts.title')} isDocument>
        {t('ui.loading')}
      </Page>
    )
  return <Editor key={JSON.stringify(data)} kept={data} />
}

function Editor({ kept }: { readonly kept: MailTexts }) {
  const { t } = useText()
  const run = useRun()
  const [texts, setTexts] = useState(kept)
  const isSame = JSON.stringify(texts) === JSON.stringify(kept)
  const save = () =>
    void run(() => client.partnerNominations.saveMailTexts(texts), { done: t('settings.saved') })
  return (
    <Page
      title={t('mailTexts.title')}
      isDocument
      parent={{ label: t('nominating.title'), href: '#/nominations' }}
      lead={t('mailTexts.lead')}
      mainAction={{
        key: 'save',
        label: t('mailTexts.save'),
        icon: <IconDeviceFloppy size={16} />,
        to: { run: save },
        isOff: isSame,
      }}
    >
      <p className={styles['section']}>
        {t('mailTexts.placeholders')} <code>{mailPlaceholders.map((name) => `{{${name}}}`).join(' ')}</code>
      </p>
      {(['en', 'fr'] as const).map((language) => {
        const name = t(choiceLabel('institution', 'nominationLanguage', language))
        const change = (patch: Partial<MailTexts['en']>) =>
          setTexts({ ...texts, [language]: { ...texts[language], ...patch } })
        return (
          <section key={language} className={styles['section']}>
            <h2>{name}</h2>
            <TextInput
              label={t('mailTexts.subject', { language: name })}
              value={texts[language].subject}
              onChange={(event) => change({ subject: event.currentTarget.value })}
            />
            <Textarea
              label={t('mailTexts.body', { language: name })}
              autosize
              minRows={8}
              value={texts[language].body}
              onChange={(event) => change({ body: event.currentTarget.value })}
            />
          </section>
        )
      })}
    </Page>
  )
}
