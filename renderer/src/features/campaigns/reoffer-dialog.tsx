import { Radio, Stack, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useUndo } from '#renderer/api/actions.ts'
import { Dialog, DialogActions } from '#renderer/ui/dialog.tsx'
import { useNotices } from '#renderer/ui/notice.tsx'
import { useText } from '#renderer/ui/text.tsx'
import { BeyondQuota, reasonGiven } from './beyond-quota.tsx'
import { Consequences } from './consequences.tsx'
import { refusedText } from './refused-text.ts'
import { useTrial, type TrialBoard } from './use-trial.ts'

const ways = ['waiting', 'fewest', 'again'] as const
type Way = (typeof ways)[number]

/** A student withdraws after the results: whom the freed place goes to, shown before it is done, in one step. */
export function ReofferDialog(props: {
  readonly board: TrialBoard
  readonly studentId: string
  readonly onClose: () => void
  readonly onDone: (scenarioId: string) => void
}) {
  const { t, format } = useText()
  const notices = useNotices()
  const { undo } = useUndo()
  const { board, studentId, onClose } = props
  const [way, setWay] = useState<Way>('waiting')
  const [reason, setReason] = useState('')
  const [quotaReason, setQuotaReason] = useState('')
  const { mechanism, isFair, seed, name } = board.scenario
  const rules = {
    waiting: { mechanism: 'priority', isFair: false, keepsPresent: true },
    fewest: { mechanism: 'max', isFair: false, keepsPresent: true },
    again: { mechanism, isFair, keepsPresent: false },
  } as const
  const trial = useTrial(board, {
    rule: { ...rules[way], seed },
    decision: { kind: 'withdrawal', studentId, campaignPlaceId: null },
  })
  const student = board.students.find(({ id }) => id === studentId)
  const freed = board.places.find(({ id }) => id === student?.placeId)
  const next = trial.moved.filter(({ after }) => after !== null && after === freed?.id)
  const settle = async () => {
    const done = await trial.settle({
      name: t('campaigns.reoffer.name', { name }),
      reason: reasonGiven(reason),
      publish: true,
      overbookingReason: reasonGiven(quotaReason),
    })
    if (done === undefined) return
    const refused = done.published?.refused ?? []
    if (refused.length > 0) notices.fail({ text: refusedText(t, format, refused) })
    else
      notices.say({
        text: t('campaigns.reoffer.done', { name: student?.name ?? '', count: trial.moved.length }),
        onUndo: () => void undo(),
      })
    if (done.scenarioId !== null) props.onDone(done.scenarioId)
    onClose()
  }
  return (
    <Dialog
      title={t('campaigns.reoffer.title', { name: student?.name ?? '' })}
      isOpen
      onClose={onClose}
      actions={
        <DialogActions
          label={t('campaigns.reoffer.settle')}
          isOff={trial.result === undefined}
          isBusy={trial.isSettling}
          onAct={() => void settle()}
          onCancel={onClose}
        />
      }
    >
      <Stack gap="sm">
        <Radio.Group
          label={t('campaigns.reoffer.way')}
          value={way}
          onChange={(value) => setWay(ways.find((one) => one === value) ?? 'fewest')}
        >
          <Stack gap="xs" mt="xs">
            {ways.map((one) => (
              <Radio
                key={one}
                value={one}
                label={t(`campaigns.reoffer.way.${one}`)}
                description={t(`campaigns.reoffer.way.${one}.about`)}
                {...(one === 'waiting' ? { 'data-autofocus': true } : {})}
              />
            ))}
          </Stack>
        </Radio.Group>
        {trial.result !== undefined && freed !== undefined && (
          <p role="status">
            {next.length === 0
              ? t('campaigns.reoffer.nobody', { place: freed.name })
              : t('campaigns.reoffer.goesTo', {
                  place: freed.name,
                  names: next.map((one) => one.student.name).join(', '),
                })}
          </p>
        )}
        <Consequences board={board} trial={trial} />
        <BeyondQuota beyond={trial.result?.beyond ?? []} reason={quotaReason} onReason={setQuotaReason} />
        <Textarea
          label={t('campaigns.reoffer.reason')}
          autosize
          minRows={1}
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Stack>
    </Dialog>
  )
}
