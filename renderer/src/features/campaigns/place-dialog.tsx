import { NativeSelect, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { factText } from '#shared/text/allocation-text.ts'
import { api } from '#renderer/api/queries.ts'
import { Dialog, DialogActions } from '#renderer/ui/dialog.tsx'
import { useText } from '#renderer/ui/text.tsx'
import { reasonGiven } from './beyond-quota.tsx'
import styles from './campaigns.module.css'
import { Consequences } from './consequences.tsx'
import { useTrial, type TrialBoard } from './use-trial.ts'

interface PlaceDialogProps {
  readonly board: TrialBoard
  readonly studentId: string
  readonly placeId: string | null
  readonly onClose: () => void
  readonly onPlaced: (scenarioId: string) => void
}

/** Places a student by hand: the same mechanism is tried with it, and what changes is shown before it is decided. */
export function PlaceDialog({ board, studentId, placeId, onClose, onPlaced }: PlaceDialogProps) {
  const { t, format } = useText()
  const student = board.students.find((one) => one.id === studentId)
  const [place, setPlace] = useState(placeId ?? student?.wishes[0]?.placeId ?? null)
  const [reason, setReason] = useState('')
  const { mechanism, isFair, seed } = board.scenario
  const trial = useTrial(board, {
    rule: { mechanism, isFair, keepsPresent: false, seed },
    decision: place === null ? null : { kind: 'lock', studentId, campaignPlaceId: place },
  })
  const full = trial.result?.beyond.find((one) => one.studentId === studentId)
  const { data: reasons } = useQuery(
    api.campaigns.reasons.queryOptions({ input: { scenarioId: board.scenario.id, studentId } }),
  )
  const wished = reasons?.wishes.find((wish) => wish.place === place)?.outcome
  const isReasonMissing = full !== undefined && reasonGiven(reason) === null
  const decide = async () => {
    const kept = await trial.settle({
      name: t('campaigns.withHand', { name: board.scenario.name }),
      reason: reasonGiven(reason),
      publish: false,
      overbookingReason: null,
    })
    if (kept === undefined) return
    if (kept.scenarioId !== null) onPlaced(kept.scenarioId)
    onClose()
  }
  return (
    <Dialog
      title={t('campaigns.placeTitle', { name: student?.name ?? '' })}
      isOpen
      onClose={onClose}
      actions={
        <DialogActions
          label={t('campaigns.decide')}
          isOff={trial.result === undefined || isReasonMissing}
          isBusy={trial.isSettling}
          onAct={() => void decide()}
          onCancel={onClose}
        />
      }
    >
      <NativeSelect
        data-autofocus
        label={t('campaigns.column.place')}
        data={board.places.map((one) => ({ value: one.id, label: `${one.code} · ${one.name}` }))}
        value={place ?? ''}
        onChange={(event) => setPlace(event.currentTarget.value)}
      />
      {wished?.kind === 'refused' && (
        <p className={styles['despite']} role="status">
          {t('campaigns.despite', {
            reason: wished.facts.map((fact) => factText(t, format.language, fact)).join('; '),
          })}
        </p>
      )}
      <Textarea
        label={t('committee.column.reason')}
        description={
          full === undefined
            ? t('campaigns.reason.help')
            : t('campaigns.reason.full', {
                partner: full.partner,
                agreed: full.agreed,
                taken: full.taken,
              })
        }
        required={full !== undefined}
        mt="sm"
        autosize
        minRows={1}
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Consequences board={board} trial={trial} />
    </Dialog>
  )
}
