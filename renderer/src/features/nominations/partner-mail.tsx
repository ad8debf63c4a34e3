import { Button } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import type { PartnerDesk } from '#shared/contract/partner-nominations.ts'
import { useText } from '#renderer/ui/text.tsx'
import styles from './partner.module.css'
import { useCopy } from './use-copy.ts'

/** The e-mail that goes with the nominations, to be copied piece by piece or opened in the mail program. */
export function PartnerMail({ mail }: { readonly mail: PartnerDesk['mail'] }) {
  const { t } = useText()
  const { copied, copy } = useCopy()
  const pieces = [
    ['to', mail.to ?? ''],
    ['subject', mail.subject],
    ['body', mail.body],
  ] as const
  const address = `mailto:${encodeURIComponent(mail.to ?? '')}?subject=${encodeURIComponent(mail.subject)}&body=${encodeURIComponent(mail.body.replaceAll('\n', '\r\n'))}`
  return (
    <section className={styles['section']}>
      <h2>{t('partnerDesk.mail')}</h2>
      <div className={styles['line']}>
        {pieces.map(([piece, text]) => (
          <Button
            key={piece}
            size="xs"
            variant="default"
            leftSection={<IconCopy size={14} />}
            disabled={text === ''}
            onClick={() => void copy(piece, text)}
          >
            {copied === piece ? t('copySheet.done') : t(`partnerDesk.mail.copy.${piece}`)}
          </Button>
        ))}
        {window.escale?.isDesktop !== true && <a href={address}>{t('partnerDesk.mail.open')}</a>}
        <a href="#/nomination-mail">{t('partnerDesk.mail.edit')}</a>
      </div>
      <dl className={styles['facts']}>
        <dt>{t('partnerDesk.mail.to')}</dt>
        <dd>{mail.to ?? <span className={styles['dim']}>{t('partnerDesk.none')}</span>}</dd>
        <dt>{t('partnerDesk.mail.subject')}</dt>
        <dd>{mail.subject}</dd>
      </dl>
      <p className={styles['mail']}>{mail.body}</p>
    </section>
  )
}
