import { Button } from '@mantine/core'
import { IconCoinEuro } from '@tabler/icons-react'
import { useState } from 'react'
import type { GrantReport } from '#shared/contract/grants.ts'
import { textKey } from '#shared/entities/labels.ts'
import { useRun, useUndo } from '#renderer/api/actions.ts'
import { client } from '#renderer/api/client.ts'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { useNotices } from '#renderer/ui/notice.tsx'
import { useText } from '#renderer/ui/text.tsx'
import { GrantProblems } from './grant-problems.tsx'
import styles from './grants.module.css'
import type { GrantLinks } from './section-props.ts'
import { useEuros } from './use-euros.ts'

/** Grants each of the stays selected in a list what it comes to, and says of the others why not. */
export function GrantMany(props: {
  readonly ids: () => Promise<string[]>
  readonly links: GrantLinks
  readonly onDone: () => void
}) {
  const { t } = useText()
  const euros = useEuros()
  const run = useRun()
  const notices = useNotices()
  const { undo } = useUndo()
  const [refused, setRefused] = useState<GrantReport['refused']>([])
  const [isBusy, setBusy] = useState(false)
  const close = () => {
    setRefused([])
    props.onDone()
  }
  const give = async () => {
    setBusy(true)
    const report = await run(async () => client.grants.give({ mobilityIds: await props.ids() }))
    setBusy(false)
    if (report === undefined) return
    const { granted: count, cents } = report
    if (count > 0)
      notices.say({
        text: t('grant.givenMany', { count, amount: euros(cents) }),
        onUndo: () => void undo(),
      })
    setRefused(report.refused)
    if (report.refused.every(isIdle)) close()
  }
  const held = refused.filter((stay) => !isIdle(stay))
  const idle = refused.length - held.length
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconCoinEuro size={14} />}
        loading={isBusy}
        onClick={() => void give()}
      >
        {t('grant.giveMany')}
      </Button>
      {held.length > 0 && (
        <Dialog isOpen title={t('grant.notGiven', { count: held.length })} onClose={close}>
          <ul className={styles['refused']}>
            {held.map((stay) => (
              <li key={stay.id}>
                <a href={props.links.toRecord('mobility', stay.id, undefined, 'grant')}>{stay.title}</a>{' '}
                <span className={styles['dim']}>{t(textKey(`grant.refusal.${stay.reason}`))}</span>
                <GrantProblems problems={stay.problems} links={props.links} />
              </li>
            ))}
          </ul>
          {idle > 0 && <p className={styles['dim']}>{t('grant.idle', { count: idle })}</p>}
        </Dialog>
      )}
    </>
  )
}

/** Nothing was to be done: granted already, or without a grant. */
function isIdle({ reason }: GrantReport['refused'][number]): boolean {
  return reason === 'unchanged' || reason === 'nothing'
}
