import type { MoveReport } from '#shared/contract/mobilities.ts'
import { moveText, stepWord } from '#shared/text/step-text.ts'
import type { MobilityStep } from '#shared/domain/mobility-steps.ts'
import { useRun, useUndo } from '#renderer/api/actions.ts'
import { client } from '#renderer/api/client.ts'
import { useNotices } from '#renderer/ui/notice.tsx'
import { useText } from '#renderer/ui/text.tsx'

/** Moves stays to a step, and says how many moved; of one alone that did not, why. */
export function useMove(): (
  ids: readonly string[],
  to: MobilityStep | 'next',
) => Promise<MoveReport | undefined> {
  const run = useRun()
  const { undo } = useUndo()
  const notices = useNotices()
  const { t } = useText()
  return async (ids, to) => {
    const report = await run(() => client.mobilities.move({ ids: [...ids], to }))
    if (report === undefined) return undefined
    const count = report.moved.length
    if (count > 0)
      notices.say({ text: t('steps.moved', { count, step: stepWord(t, to) }), onUndo: () => void undo() })
    const [only] = report.refused
    if (ids.length === 1 && only !== undefined)
      notices.fail({
        text: t('error.mobility-not-moved', {
          title: only.title,
          step: stepWord(t, only.to ?? to),
          reason: moveText(t, only),
        }),
      })
    return report
  }
}
