import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ScenarioSummary } from '#shared/contract/campaigns.ts'
import { useRun, useUndo } from '#renderer/api/actions.ts'
import { client } from '#renderer/api/client.ts'
import { api } from '#renderer/api/queries.ts'
import { refusalOf } from '#renderer/api/refusal.ts'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { useNotices } from '#renderer/ui/notice.tsx'
import { useText } from '#renderer/ui/text.tsx'
import { useRefusalText } from '#renderer/ui/use-refusal.ts'
import { BeyondQuota, reasonGiven } from './beyond-quota.tsx'

/** What publishing will write, and a reason for those who go beyond the places of an agreement. */
export function PublishDialog({
  scenario,
  onClose,
}: {
  readonly scenario: ScenarioSummary
  readonly onClose: () => void
}) {
  const { t, format } = useText()
  const run = useRun()
  const notices = useNotices()
  const refusalText = useRefusalText()
  const { undo } = useUndo()
  const [reason, setReason] = useState('')
  const [isPublishing, setPublishing] = useState(false)
  const { data, error } = useQuery(
    api.campaigns.publishPreview.queryOptions({ input: { scenarioId: scenario.id } }),
  )
  const publish = async () => {
    setPublishing(true)
    const published = await run(() =>
      client.campaigns.publish({ scenarioId: scenario.id, reason: reasonGiven(reason) }),
    )
    setPublishing(false)
    if (published === undefined) return
    const { refused, created, changed, unchanged, released } = published
    if (refused.length === 0)
      notices.say({
        text: t('campaigns.published', { created, changed, unchanged, released }),
        onUndo: () => void undo(),
      })
    else
      notices.fail({
        text: t('campaigns.published.refused', {
          count: refused.length,
          names: format.list(refused.slice(0, 5).map((one) => one.student)),
        }),
      })
    onClose()
  }
  return (
    <Dialog
      title={t('campaigns.publish', { name: scenario.name })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button variant="default" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button
            data-autofocus
            disabled={data === undefined}
            loading={isPublishing}
            onClick={() => void publish()}
          >
            {t('campaigns.publish.do')}
          </Button>
        </>
      }
    >
      {error !== null && <p role="alert">{refusalText(refusalOf(error))}</p>}
      {data === undefined && error === null && <p role="status">{t('ui.loading')}</p>}
      {data !== undefined && (
        <>
          <p>
            {t('campaigns.publish.will', {
              created: data.created,
              changed: data.changed,
              unchanged: data.unchanged,
              released: data.released,
            })}
          </p>
          <BeyondQuota beyond={data.beyond} reason={reason} onReason={setReason} />
        </>
      )}
    </Dialog>
  )
}
