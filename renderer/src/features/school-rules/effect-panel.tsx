import type { RulesEffect } from '#shared/contract/settings.ts'
import type { LedgerStatus } from '#shared/domain/obligation-types.ts'
import { textKey } from '#shared/entities/labels.ts'
import { useText } from '#renderer/ui/text.tsx'
import styles from './rules-page.module.css'

const shown = 12

/** What the rules being written would change, before anything is saved: how many students, which, and to what. */
export function EffectPanel(props: {
  readonly isChanged: boolean
  readonly effect: RulesEffect | undefined
  readonly hrefOf: (studentId: string) => string
}) {
  const { t } = useText()
  return (
    <section className={styles['effect']} aria-label={t('rules.effect')}>
      <h2>{t('rules.effect')}</h2>
      <div role="status">
        {!props.isChanged ? (
          <p className={styles['lead']}>{t('rules.effect.unchanged')}</p>
        ) : props.effect === undefined ? (
          <p className={styles['lead']}>{t('rules.effect.trying')}</p>
        ) : (
          <Effect effect={props.effect} hrefOf={props.hrefOf} />
        )}
      </div>
    </section>
  )
}

function Effect({
  effect,
  hrefOf,
}: {
  readonly effect: RulesEffect
  readonly hrefOf: (studentId: string) => string
}) {
  const { t } = useText()
  const word = (status: LedgerStatus) => t(textKey(`obligation.status.${status}`))
  const { examples, statusChanged, weeksChanged } = effect
  const more = statusChanged - Math.min(shown, examples.length)
  return (
    <>
      {effect.problems.map((problem) => (
        <p key={`${problem.index} ${problem.field}`} className={styles['problem']}>
          {t('rules.rule', { number: problem.index + 1 })}: {problem.text}
        </p>
      ))}
      <p className={styles['sentence']}>
        {statusChanged === 0 ? t('rules.effect.none') : t('rules.effect.status', { count: statusChanged })}
      </p>
      <ul className={styles['moves']}>
        {effect.transitions.map(({ from, to, count }) => (
          <li key={`${from} ${to}`}>
            <strong>{count}</strong> {t('rules.effect.move', { from: word(from), to: word(to) })}
          </li>
        ))}
      </ul>
      {weeksChanged > 0 && (
        <p className={styles['lead']}>{t('rules.effect.weeks', { count: weeksChanged })}</p>
      )}
      {examples.length > 0 && (
        <ul className={styles['examples']}>
          {examples.slice(0, shown).map((one) => (
            <li key={one.id}>
              <a href={hrefOf(one.id)} title={one.reason}>
                {one.familyName} {one.givenNames}
              </a>{' '}
              <span className={styles['dim']}>
                {one.cohort ?? ''} · {t('rules.effect.move', { from: word(one.from), to: word(one.to) })}
              </span>
            </li>
          ))}
        </ul>
      )}
      {more > 0 && examples.length > 0 && (
        <p className={styles['lead']}>{t('rules.effect.more', { count: more })}</p>
      )}
    </>
  )
}
