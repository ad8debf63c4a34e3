import { useState } from 'react'
import type { JobResult, JobStart } from '#shared/contract/jobs.ts'
import { useNotices } from '#renderer/ui/notice.tsx'
import { useText } from '#renderer/ui/text.tsx'
import { useRefusalText } from '#renderer/ui/use-refusal.ts'
import { useUndo } from './actions.ts'
import { dataChanged } from './changes.ts'
import { download } from './download.ts'
import { runJob } from './jobs.ts'

type Asked = Omit<Extract<JobStart, { kind: 'export' }>, 'kind'>

type Exported = Extract<JobResult, { kind: 'export' }>

/** What the user should know of a file that was made all the same. */
export type Remark = Exported['remarks'][number]

/** Makes a file and answers it; undefined when it was cancelled or refused, which is then said. */
export function useExport(): (asked: Asked, label: string) => Promise<File | undefined> {
  const run = useExportJob()
  return async (asked, label) => (await run(asked, label))?.file
}

function useExportJob(): (asked: Asked, label: string) => Promise<Exported | undefined> {
  const notices = useNotices()
  const refusalText = useRefusalText()
  return async (asked, label) => {
    const outcome = await runJob({ kind: 'export', ...asked }, label)
    if (outcome.type === 'failed') notices.fail({ text: refusalText(outcome.refusal) })
    return outcome.type === 'done' && outcome.result.kind === 'export' ? outcome.result : undefined
  }
}

/** Makes nomination files, hands them over, and says who was nominated, with *Undo*. Answers the remarks on them. */
export function useProduce(): {
  readonly produce: (asked: Asked, label: string) => Promise<readonly Remark[]>
  readonly isProducing: boolean
} {
  const { t } = useText()
  const notices = useNotices()
  const { undo } = useUndo()
  const run = useExportJob()
  const [isProducing, setProducing] = useState(false)
  const produce = async (asked: Asked, label: string) => {
    setProducing(true)
    const exported = await run(asked, label)
    setProducing(false)
    if (exported === undefined) return []
    const { file, nominated, leftOut, remarks } = exported
    download(file)
    if (nominated > 0) dataChanged()
    const said = [
      nominated > 0
        ? t('nominating.done', { count: nominated })
        : t('nominating.done.unrecorded', { file: file.name }),
      ...(leftOut > 0 ? [t('nominating.done.leftOut', { count: leftOut })] : []),
    ]
    notices.say({ text: said.join(' · '), ...(nominated > 0 ? { onUndo: () => void undo() } : {}) })
    return remarks
  }
  return { produce, isProducing }
}
