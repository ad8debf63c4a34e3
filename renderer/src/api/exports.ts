import type { JobStart } from '#shared/contract/jobs.ts'
import { useNotices } from '#renderer/ui/notice.tsx'
import { useRefusalText } from '#renderer/ui/use-refusal.ts'
import { runJob } from './jobs.ts'

type Asked = Omit<Extract<JobStart, { kind: 'export' }>, 'kind'>

/** Makes a file and answers it; undefined when it was cancelled or refused, which is then said. */
export function useExport(): (asked: Asked, label: string) => Promise<File | undefined> {
  const notices = useNotices()
  const refusalText = useRefusalText()
  return async (asked, label) => {
    const outcome = await runJob({ kind: 'export', ...asked }, label)
    if (outcome.type === 'failed') notices.fail({ text: refusalText(outcome.refusal) })
    return outcome.type === 'done' && outcome.result.kind === 'export' ? outcome.result.file : undefined
  }
}
