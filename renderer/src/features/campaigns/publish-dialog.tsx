import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ScenarioSummary } from '#shared/contract/campaigns.ts'
import { useRun, useUndo } from '#renderer/api/actions.ts'
import { client } from '#renderer/api/client.ts'
import { api } from '#renderer/api/queries.ts'
import { refusalOf } from '#renderer/api/refusal.ts'
import { Dialog, DialogActions } from '#renderer/ui/dialog.tsx'
import { useNotices } from '#renderer/ui/notice.tsx'
import { useText } from '#renderer/ui/text.tsx'
import { useRefusalText } from '#renderer/ui/use-refusal.ts'
import { refusedText } from './refused-text.ts'
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
    else notices.fail({ text: refusedText(t, format, refused) })
    onClose()
  }
  return (
    <Dialog
      title={t('campaigns.publish', { name: scenario.name })}
      isOpen
      onClose={onClose}
      actions={
        <DialogActions
          label={t('campaigns.publish.do')}
          isOff={data === undefined}
          isBusy={isPublishing}
          focus="act"
          onAct={() => void publish()}
          onCancel={onClose}
        />
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
