import { Button, NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { BoardPlace, BoardStudent, ScenarioSummary } from '#shared/contract/campaigns.ts'
import type { JobStart } from '#shared/contract/jobs.ts'
import { useRun } from '#renderer/api/actions.ts'
import { dataChanged } from '#renderer/api/changes.ts'
import { client } from '#renderer/api/client.ts'
import { runJob } from '#renderer/api/jobs.ts'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { useText } from '#renderer/ui/text.tsx'
import { useRefusalText } from '#renderer/ui/use-refusal.ts'
import styles from './campaigns.module.css'

interface PlaceDialogProps {
  readonly board: {
    readonly campaignId: string
    readonly scenario: ScenarioSummary
    readonly students: readonly BoardStudent[]
    readonly places: readonly BoardPlace[]
  }
  readonly studentId: string
  readonly placeId: string | null
  readonly onClose: () => void
  readonly onPlaced: (scenarioId: string) => void
}

/** Places a student by hand: the same mechanism is tried with it, and what changes is shown before it is decided. */
export function PlaceDialog({ board, studentId, placeId, onClose, onPlaced }: PlaceDialogProps) {
  const { t, format } = useText()
  const refusalText = useRefusalText()
  const run = useRun()
  const student = board.students.find((one) => one.id === studentId)
  const [place, setPlace] = useState(placeId ?? student?.wishes[0]?.placeId ?? null)
  const [isDeciding, setDeciding] = useState(false)
  const { mechanism, isFair, seed } = board.scenario
  const asked = (keepAs: string | null, trial: Extract<JobStart, { kind: 'allocate' }>['trial']) => ({
    kind: 'allocate' as const,
    campaignId: board.campaignId,
    rule: { mechanism, isFair, keepsPresent: false, seed },
    baseId: null,
    keepAs,
    trial,
  })
  const tried = useQuery({
    queryKey: ['campaign-trial', board.scenario.id, studentId, place],
    enabled: place !== null,
    queryFn: async () => {
      const trial = [{ kind: 'lock' as const, studentId, campaignPlaceId: place ?? '' }]
      return await runJob(asked(null, trial), t('campaigns.trying'))
    },
  })
  const outcome = tried.data
  const result = outcome?.type === 'done' && outcome.result.kind === 'allocate' ? outcome.result : undefined
  const placeOf = new Map(board.places.map((one) => [one.id, one.code]))
  const wish = (who: BoardStudent, at: string | null) => {
    const rank = who.wishes.find((one) => one.placeId === at)?.rank
    return at === null
      ? t('campaigns.unplaced')
      : `${placeOf.get(at) ?? at}${rank === undefined ? '' : ` (${rank})`}`
  }
  const moved = board.students.flatMap((one) => {
    const after = result?.assignments.find((line) => line.studentId === one.id)
    return after === undefined || after.placeId === one.placeId
      ? []
      : [{ student: one, after: after.placeId }]
  })
  const decide = async () => {
    setDeciding(true)
    const isDone = await run(async () => {
      await client.campaigns.decide({
        campaignId: board.campaignId,
        studentId,
        kind: 'lock',
        campaignPlaceId: place,
        reason: null,
        takeBack: false,
      })
      return true
    })
    if (isDone === true) {
      const kept = await runJob(
        asked(t('campaigns.withHand', { name: board.scenario.name }), []),
        t('campaigns.trying'),
      )
      dataChanged()
      if (kept.type === 'done' && kept.result.kind === 'allocate' && kept.result.scenarioId !== null)
        onPlaced(kept.result.scenarioId)
      onClose()
    }
    setDeciding(false)
  }
  return (
    <Dialog
      title={t('campaigns.placeTitle', { name: student?.name ?? '' })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button variant="default" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button disabled={result === undefined} loading={isDeciding} onClick={() => void decide()}>
            {t('campaigns.decide')}
          </Button>
        </>
      }
    >
      <NativeSelect
        data-autofocus
        label={t('campaigns.column.place')}
        data={board.places.map((one) => ({ value: one.id, label: `${one.code} · ${one.name}` }))}
        value={place ?? ''}
        onChange={(event) => setPlace(event.currentTarget.value)}
      />
      <div className={styles['consequences']} aria-live="polite">
        {tried.isFetching && <p>{t('campaigns.trying')}</p>}
        {outcome?.type === 'failed' && <p role="alert">{refusalText(outcome.refusal)}</p>}
        {result !== undefined && (
          <>
            <p>
              {t('campaigns.consequences', {
                before: format.number(board.scenario.measure.placed),
                after: format.number(result.measure.placed),
                count: moved.length,
              })}
            </p>
            <ul>
              {moved.slice(0, 30).map(({ student: who, after }) => (
                <li key={who.id}>
                  {t('campaigns.moves', {
                    name: who.name,
                    from: wish(who, who.placeId),
                    to: wish(who, after),
                  })}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </Dialog>
  )
}
