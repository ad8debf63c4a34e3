import type { RulesEffect, StaysEffect } from '#shared/contract/settings.ts'
import type { LedgerStatus } from '#shared/domain/obligation-types.ts'
import { choiceLabel, textKey } from '#shared/entities/labels.ts'
import { stepWord } from '#shared/text/step-text.ts'
import { useText } from '#renderer/ui/text.tsx'
import styles from './rules-page.module.css'

const shown = 12

/** What the rules being written would change, before anything is saved: how many students, which, and to what. */
export function EffectPanel(props: {
  readonly isChanged: boolean
  readonly effect: RulesEffect | undefined
  readonly hrefOf: (studentId: string) => string
  readonly toStays: (ids: readonly string[]) => string
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
          <Effect effect={props.effect} hrefOf={props.hrefOf} toStays={props.toStays} />
        )}
      </div>
    </section>
  )
}

function Effect({
  effect,
  hrefOf,
  toStays,
}: {
  readonly effect: RulesEffect
  readonly hrefOf: (studentId: string) => string
  readonly toStays: (ids: readonly string[]) => string
}) {
  const { t } = useText()
  const word = (status: LedgerStatus) => t(textKey(`obligation.status.${status}`))
  const { examples, statusChanged, weeksChanged } = effect
  const more = statusChanged - Math.min(shown, examples.length)
  return (
    <>
      {effect.problems.map((problem) => (
        <p key={`${problem.part} ${problem.index} ${problem.field}`} className={styles['problem']}>
          {problem.part === 'obligations' && `${t('rules.rule', { number: problem.index + 1 })}: `}
          {problem.text}
        </p>
      ))}
      {effect.stays !== null && <StaysPart stays={effect.stays} toStays={toStays} />}
      {effect.stays !== null && <h3 className={styles['part']}>{t('rules.effect.students')}</h3>}
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

/** What the change does to the stays under way: each figure opens its stays. */
function StaysPart({
  stays,
  toStays,
}: {
  readonly stays: StaysEffect
  readonly toStays: (ids: readonly string[]) => string
}) {
  const { t } = useText()
  const { lostSteps, lostForms, held, freed, lacking } = stays
  const formWord = (form: string) => t(choiceLabel('mobility', 'form', form))
  const lines = [
    ...lostForms.map((one) => ({
      key: one.form,
      ids: one.ids,
      count: one.count,
      text: t('forms.effect.lost-form', { count: one.count, form: formWord(one.form) }),
    })),
    ...lostSteps.map((one) => ({
      key: `${one.form} ${one.step}`,
      ids: one.ids,
      count: one.count,
      text: t('forms.effect.lost-step', {
        count: one.count,
        form: formWord(one.form),
        step: stepWord(t, one.step),
      }),
    })),
    { key: 'held', ...held, text: t('forms.effect.held', { count: held.count }) },
    { key: 'freed', ...freed, text: t('forms.effect.freed', { count: freed.count }) },
    { key: 'lacking', ...lacking, text: t('forms.effect.lacking', { count: lacking.count }) },
  ].filter(({ count }) => count > 0)
  return (
    <>
      <h3 className={styles['part']}>{t('forms.effect')}</h3>
      {lines.length === 0 ? (
        <p className={styles['sentence']}>{t('forms.effect.none')}</p>
      ) : (
        <>
          <ul className={styles['examples']}>
            {lines.map(({ key, ids, text }) => (
              <li key={key}>{ids.length === 0 ? text : <a href={toStays(ids)}>{text}</a>}</li>
            ))}
          </ul>
          <p className={styles['lead']}>{t('forms.effect.kept')}</p>
        </>
      )}
    </>
  )
}
