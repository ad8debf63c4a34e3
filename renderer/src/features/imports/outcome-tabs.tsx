import type { KeyboardEvent } from 'react'
import type { ImportCounts, RowOutcome } from '#shared/contract/imports.ts'
import { useText } from '#renderer/ui/text.tsx'
import { countOf, outcomeIcons, shownOutcomes } from './outcome.ts'
import styles from './outcome-tabs.module.css'

/** How many rows there are of each outcome; choosing one shows its rows only. */
export function OutcomeTabs(props: {
  readonly counts: ImportCounts
  readonly outcome: RowOutcome | null
  readonly onChange: (outcome: RowOutcome | null) => void
}) {
  const { t, format } = useText()
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const count = shownOutcomes.length
    const next = (shownOutcomes.indexOf(props.outcome) + step + count) % count
    props.onChange(shownOutcomes[next] ?? null)
    const chip = event.currentTarget.children[next]
    if (chip instanceof HTMLElement) chip.focus()
  }
  return (
    <div role="radiogroup" aria-label={t('importing.outcomes')} className={styles['tabs']} onKeyDown={move}>
      {shownOutcomes.map((outcome) => {
        const isChosen = outcome === props.outcome
        const Icon = outcome === null ? undefined : outcomeIcons[outcome]
        return (
          <button
            key={outcome ?? 'all'}
            type="button"
            role="radio"
            aria-checked={isChosen}
            tabIndex={isChosen ? 0 : -1}
            className={styles['tab']}
            data-outcome={outcome ?? 'all'}
            data-none={countOf(props.counts, outcome) === 0 || undefined}
            onClick={() => props.onChange(outcome)}
          >
            {Icon !== undefined && <Icon size={15} stroke={1.9} className={styles['icon']} aria-hidden />}
            {t(`importing.outcome.${outcome ?? 'all'}`)}
            <span className={styles['count']}>{format.integer(countOf(props.counts, outcome))}</span>
          </button>
        )
      })}
    </div>
  )
}
