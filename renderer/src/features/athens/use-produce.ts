import { useState } from 'react'
import type { JobStart } from '#shared/contract/jobs.ts'
import { useUndo } from '#renderer/api/actions.ts'
import { dataChanged } from '#renderer/api/changes.ts'
import { download } from '#renderer/api/download.ts'
import { runJob } from '#renderer/api/jobs.ts'
import { useNotices } from '#renderer/ui/notice.tsx'
import { useText } from '#renderer/ui/text.tsx'
import { useRefusalText } from '#renderer/ui/use-refusal.ts'

type Asked = Omit<Extract<JobStart, { kind: 'export' }>, 'kind'>

/** Produces files of a session, hands them over, and says who was nominated, with *Undo*. */
export function useProduce(): {
  readonly produce: (asked: Asked, label: string) => Promise<void>
  readonly isProducing: boolean
} {
  const { t } = useText()
  const notices = useNotices()
  const refusalText = useRefusalText()
  const { undo } = useUndo()
  const [isProducing, setProducing] = useState(false)
  const produce = async (asked: Asked, label: string) => {
    setProducing(true)
    const outcome = await runJob({ kind: 'export', ...asked }, label)
    setProducing(false)
    if (outcome.type === 'failed') notices.fail({ text: refusalText(outcome.refusal) })
    if (outcome.type !== 'done' || outcome.result.kind !== 'export') return
    const { file, nominated, leftOut } = outcome.result
    download(file)
    if (nominated > 0) dataChanged()
    const said = [
      nominated > 0
        ? t('nominating.done', { count: nominated })
        : t('nominating.done.unrecorded', { file: file.name }),
      ...(leftOut > 0 ? [t('nominating.done.leftOut', { count: leftOut })] : []),
    ]
    notices.say({ text: said.join(' · '), ...(nominated > 0 ? { onUndo: () => void undo() } : {}) })
  }
  return { produce, isProducing }
}
