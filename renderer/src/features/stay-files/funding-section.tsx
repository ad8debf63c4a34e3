import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { StayAid } from '#shared/contract/stay-files.ts'
import { choiceLabel, textKey } from '#shared/entities/labels.ts'
import { useRun } from '#renderer/api/actions.ts'
import { client } from '#renderer/api/client.ts'
import { api } from '#renderer/api/queries.ts'
import { StatusBadge, type StatusTone } from '#renderer/ui/status-badge.tsx'
import { useText } from '#renderer/ui/text.tsx'
import { FundingCard } from './funding-card.tsx'
import type { SectionProps } from './section-props.ts'
import styles from './stay-files.module.css'

const answerTones: Readonly<Record<StayAid['answer'], StatusTone>> = {
  yes: 'good',
  no: 'none',
  unknown: 'warn',
}
const order: readonly StayAid['answer'][] = ['yes', 'unknown', 'no']

/** The money of a stay: which aids it can have and why not, and what was asked, granted and paid. */
export function FundingSection({ id, links }: SectionProps) {
  const { t } = useText()
  const { data } = useQuery(api.stayFiles.aids.queryOptions({ input: { mobilityId: id } }))
  if (data === undefined) return null
  const aids = data.aids.toSorted((a, b) => order.indexOf(a.answer) - order.indexOf(b.answer))
  return (
    <div className={styles['section']}>
      {data.fundings.map((funding) => (
        <FundingCard key={funding.id} funding={funding} links={links} />
      ))}
      <section className={styles['part']}>
        <div className={styles['bar']}>
          <h3>{t('stay-file.aids')}</h3>
          <span className={styles['dim']}>
            {data.days === null ? t('stay-file.aids.noDays') : t('stay-file.aids.days', { count: data.days })}
          </span>
          <a className={styles['right']} href={links.toList('aidSchemes', [])}>
            {t('stay-file.aids.edit')}
          </a>
        </div>
        {aids.length === 0 && <p>{t('stay-file.aids.none')}</p>}
        <div className={styles['scroll']}>
          <table className={styles['table']} aria-label={t('stay-file.aids')}>
            <tbody>
              {aids.map((aid) => (
                <AidRow key={aid.id} aid={aid} mobilityId={id} links={links} />
              ))}
            </tbody>
          </table>
        </div>
      </section>
    </div>
  )
}

function AidRow(props: {
  readonly aid: StayAid
  readonly mobilityId: string
  readonly links: SectionProps['links']
}) {
  const { aid, mobilityId, links } = props
  const { t, format } = useText()
  const run = useRun()
  const ask = () =>
    run(
      () =>
        client.records.create({
          entity: 'funding',
          values: {
            mobilityId,
            schemeId: aid.id,
            ...(aid.amount === null ? {} : { amountAsked: aid.amount }),
          },
        }),
      { done: t('stay-file.aids.asked', { aid: aid.name }) },
    )
  const reasons = aid.reasons.map((reason) =>
    t(textKey(`stay-file.aid.${reason.code}`), {
      ...reason.params,
      ...(typeof reason.params['country'] === 'string'
        ? { country: format.country(reason.params['country']) }
        : {}),
    }),
  )
  const isDoubtful = aid.certainty !== null && aid.certainty !== 'certain'
  return (
    <tr>
      <td>
        <a href={links.toRecord('aidScheme', aid.id)}>{aid.name}</a>
        {isDoubtful && (
          <span className={styles['dim']}>
            {' '}
            · {t(choiceLabel('aidScheme', 'certainty', aid.certainty ?? ''))}
          </span>
        )}
        {reasons.length > 0 && <div className={styles['dim']}>{reasons.join(' ')}</div>}
      </td>
      <td>
        <StatusBadge
          isPlain
          tone={answerTones[aid.answer]}
          word={t(textKey(`stay-file.answer.${aid.answer}`))}
        />
      </td>
      <td data-number>
        {aid.amount === null
          ? t(choiceLabel('aidScheme', 'amountKind', aid.amountKind))
          : t('stay-file.euros', { amount: format.number(aid.amount) })}
      </td>
      <td className={styles['act']}>
        {!aid.isAsked && aid.answer !== 'no' && (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t('stay-file.aids.askFor', { aid: aid.name })}
            onClick={() => void ask()}
          >
            {t('stay-file.aids.ask')}
          </Button>
        )}
      </td>
    </tr>
  )
}
