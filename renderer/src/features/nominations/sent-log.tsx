import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import type { PartnerDesk } from '#shared/contract/partner-nominations.ts'
import { choiceLabel } from '#shared/entities/labels.ts'
import { useRun } from '#renderer/api/actions.ts'
import { client } from '#renderer/api/client.ts'
import { download } from '#renderer/api/download.ts'
import { useText } from '#renderer/ui/text.tsx'
import table from './nominees.module.css'
import styles from './partner.module.css'

/** What was sent to whom, when, with which file. */
export function SentLog({ sent }: { readonly sent: PartnerDesk['sent'] }) {
  const { t, format } = useText()
  const run = useRun()
  if (sent.length === 0) return null
  const open = (sha256: string, name: string) =>
    void run(async () => download(await client.files.get({ sha256, name })))
  return (
    <section className={styles['section']}>
      <h2>{t('partnerDesk.sent')}</h2>
      <table className={table['table']} aria-label={t('partnerDesk.sent')}>
        <thead>
          <tr>
            <th scope="col">{t('field.nomination.sentOn')}</th>
            <th scope="col">{t('nominating.column.student')}</th>
            <th scope="col">{t('field.nomination.channel')}</th>
            <th scope="col">{t('field.nomination.recipient')}</th>
            <th scope="col">{t('field.nomination.fileName')}</th>
          </tr>
        </thead>
        <tbody>
          {sent.map(({ id, student, sentOn, channel, recipient, fileName, sha256, sizeBytes }) => (
            <tr key={id}>
              <td>{format.date(sentOn)}</td>
              <td>{student}</td>
              <td>{t(choiceLabel('nomination', 'channel', channel))}</td>
              <td>{recipient ?? <span className={styles['dim']}>–</span>}</td>
              <td>
                {fileName === null && <span className={styles['dim']}>–</span>}
                {fileName !== null && sha256 !== null && sizeBytes !== null && (
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    leftSection={<IconDownload size={13} />}
                    onClick={() => open(sha256, fileName)}
                  >
                    {fileName}
                  </Button>
                )}
                {fileName !== null && sizeBytes === null && fileName}
                {sha256 !== null && (
                  <span className={styles['dim']} title={sha256}>
                    {' '}
                    SHA-256 {sha256.slice(0, 8)}…
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
