import { Button, Select } from '@mantine/core'
import { useState } from 'react'
import type { MoveReport, UnmovedStay } from '#shared/contract/mobilities.ts'
import { isMobilityStep, mobilitySteps, type MobilityStep } from '#shared/domain/mobility-steps.ts'
import { moveText, stepWord } from '#shared/text/step-text.ts'
import { Dialog, DialogActions } from '#renderer/ui/dialog.tsx'
import { useText } from '#renderer/ui/text.tsx'
import type { StayLinks } from './issue-links.ts'
import styles from './move-dialog.module.css'
import { useMove } from './use-move.ts'

interface MoveDialogProps {
  readonly count: number
  readonly ids: () => Promise<string[]>
  readonly links: StayLinks
  readonly onClose: () => void
}

/** Moves many stays to a step, then says of each that could not move why, with the way to it. */
export function MoveDialog({ count, ids, links, onClose }: MoveDialogProps) {
  const { t } = useText()
  const move = useMove()
  const [step, setStep] = useState<MobilityStep | 'next'>('next')
  const [report, setReport] = useState<MoveReport>()
  const [isMoving, setMoving] = useState(false)
  const run = async () => {
    setMoving(true)
    const made = await move(await ids(), step)
    setMoving(false)
    if (made === undefined) return
    if (made.refused.length === 0) onClose()
    else setReport(made)
  }
  const isDone = report !== undefined
  return (
    <Dialog
      title={t('moving.title', { count })}
      isOpen
      onClose={onClose}
      actions={
        isDone ? (
          <Button onClick={onClose}>{t('ui.close')}</Button>
        ) : (
          <DialogActions
            label={t('moving.run')}
            isBusy={isMoving}
            onAct={() => void run()}
            onCancel={onClose}
          />
        )
      }
    >
      {isDone ? (
        <Report report={report} step={step} links={links} />
      ) : (
        <Select
          label={t('moving.step')}
          description={t('moving.lead')}
          data={[
            { value: 'next', label: t('moving.next') },
            ...mobilitySteps.map((one) => ({ value: one, label: stepWord(t, one) })),
          ]}
          value={step}
          allowDeselect={false}
          openOnFocus={false}
          onChange={(next) => setStep(next !== null && isMobilityStep(next) ? next : 'next')}
          data-autofocus
        />
      )}
    </Dialog>
  )
}

const namedAtMost = 40

/** What moved, and what did not, by reason. */
function Report(props: {
  readonly report: MoveReport
  readonly step: MobilityStep | 'next'
  readonly links: StayLinks
}) {
  const { t, format } = useText()
  const { moved, refused } = props.report
  const reasons = Map.groupBy(refused, (stay: UnmovedStay) => moveText(t, stay))
  return (
    <div className={styles['report']}>
      <p role="status">
        {t('moving.report', {
          moved: format.number(moved.length),
          refused: format.number(refused.length),
          step: stepWord(t, props.step),
        })}
      </p>
      <ul className={styles['reasons']}>
        {[...reasons]
          .toSorted(([, a], [, b]) => b.length - a.length)
          .map(([reason, stays]) => (
            <li key={reason}>
              <p className={styles['reason']}>
                <span className={styles['count']}>{format.number(stays.length)}</span>
                <span className={styles['why']}>{reason}</span>
              </p>
              <ul className={styles['names']}>
                {stays.slice(0, namedAtMost).map((stay) => (
                  <li key={stay.id}>
                    <a href={props.links.toRecord('mobility', stay.id)}>{stay.title}</a>
                  </li>
                ))}
                {stays.length > namedAtMost && (
                  <li>{t('moving.more', { count: stays.length - namedAtMost })}</li>
                )}
              </ul>
            </li>
          ))}
      </ul>
    </div>
  )
}
