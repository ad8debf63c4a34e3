import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { BoardPlace, BoardStudent, ScenarioSummary } from '#shared/contract/campaigns.ts'
import type { JobStart } from '#shared/contract/jobs.ts'
import { dataChanged } from '#renderer/api/changes.ts'
import { runJob } from '#renderer/api/jobs.ts'
import { useNotices } from '#renderer/ui/notice.tsx'
import { useText } from '#renderer/ui/text.tsx'
import { useRefusalText } from '#renderer/ui/use-refusal.ts'

type Allocate = Extract<JobStart, { kind: 'allocate' }>
export type TrialRule = Allocate['rule']
export type Decision = Allocate['trial'][number]
export type Settle = NonNullable<Allocate['settle']>

/** The part of a result's board that a trial starts from. */
export interface TrialBoard {
  readonly campaignId: string
  readonly scenario: ScenarioSummary
  readonly students: readonly BoardStudent[]
  readonly places: readonly BoardPlace[]
}

/** Tries a decision under a rule, shows what it would change, and settles it in one step. */
export function useTrial(
  board: TrialBoard,
  { rule, decision }: { readonly rule: TrialRule; readonly decision: Decision | null },
) {
  const { t } = useText()
  const notices = useNotices()
  const refusalText = useRefusalText()
  const [isSettling, setSettling] = useState(false)
  const asked = {
    kind: 'allocate',
    campaignId: board.campaignId,
    rule,
    baseId: rule.keepsPresent ? board.scenario.id : null,
    keepAs: null,
    trial: decision === null ? [] : [decision],
  } as const
  const tried = useQuery({
    queryKey: ['campaign-trial', board.scenario.id, rule, decision],
    enabled: decision !== null,
    queryFn: async () => await runJob({ ...asked, trial: [...asked.trial] }, t('campaigns.trying')),
  })
  const outcome = tried.data
  const result =
    outcome?.type === 'done' && outcome.result.kind === 'allocate' && !tried.isFetching
      ? outcome.result
      : undefined
  const after = new Map(result?.assignments.map((line) => [line.studentId, line.placeId]))
  const moved = board.students.flatMap((student) => {
    const placeId = after.get(student.id)
    return placeId === undefined || placeId === student.placeId ? [] : [{ student, after: placeId }]
  })
  const settle = async (how: Settle) => {
    setSettling(true)
    const kept = await runJob({ ...asked, trial: [...asked.trial], settle: how }, t('campaigns.trying'))
    setSettling(false)
    dataChanged()
    if (kept.type === 'failed') notices.fail({ text: refusalText(kept.refusal) })
    return kept.type === 'done' && kept.result.kind === 'allocate' ? kept.result : undefined
  }
  return {
    result,
    moved,
    isTrying: tried.isFetching,
    failure: outcome?.type === 'failed' ? refusalText(outcome.refusal) : undefined,
    isSettling,
    settle,
  }
}
