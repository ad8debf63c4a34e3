import type { GrantLineView, StayGrantView } from '#shared/contract/grants.ts'
import { choiceLabel, textKey } from '#shared/entities/labels.ts'
import { useText } from '#renderer/ui/text.tsx'
import styles from './grants.module.css'
import type { GrantLinks } from './section-props.ts'
import { useEuros } from './use-euros.ts'

/** The sum of a grant, line by line, each with the rate it is made with and where that comes from. */
export function GrantLines({ grant, links }: { readonly grant: StayGrantView; readonly links: GrantLinks }) {
  const { t } = useText()
  const euros = useEuros()
  if (grant.lines.length === 0) return <p className={styles['dim']}>{t('grant.none')}</p>
  const sum = grant.lines.reduce((cents, { amountCents }) => cents + amountCents, 0)
  return (
    <table className={styles['table']} aria-label={t('grant.lines')}>
      <thead>
        <tr>
          <th scope="col">{t('grant.lines')}</th>
          <th scope="col" data-number>
            {t('grant.line.amount')}
          </th>
        </tr>
      </thead>
      <tbody>
        {grant.lines.map((line) => (
          <Line
            key={`${line.category} ${line.unit} ${line.part} ${line.fromDay ?? ''}`}
            line={line}
            links={links}
          />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('grant.total')}</th>
          <td data-number>{euros(sum)}</td>
        </tr>
      </tfoot>
    </table>
  )
}

function Line({ line, links }: { readonly line: GrantLineView; readonly links: GrantLinks }) {
  const { t } = useText()
  const euros = useEuros()
  const part = usePart(line)
  const quantity = t(textKey(`grant.unit.${line.unit}`), { count: line.quantity })
  const rate = t(textKey(`grant.per.${line.unit}`), { amount: euros(line.rateCents) })
  const { certainty } = line
  return (
    <tr>
      <th scope="row">
        {t(textKey(`grant.category.${line.category}`))}
        {part !== undefined && ` · ${part}`}
        <div>
          {quantity} × {rate}
        </div>
        <div className={styles['dim']}>
          {line.rateId === null ? (
            t('grant.line.byStay')
          ) : (
            <a href={links.toRecord('grantRate', line.rateId)}>{line.source ?? t('grants.rates')}</a>
          )}
          {certainty !== null && ` · ${t(choiceLabel('grantRate', 'certainty', certainty))}`}
        </div>
      </th>
      <td data-number>{euros(line.amountCents)}</td>
    </tr>
  )
}

function usePart({ part, fromDay, toDay }: GrantLineView): string | undefined {
  const { t } = useText()
  if (part === 'travel-days') return t('grant.part.travel')
  return fromDay === null || toDay === null ? undefined : t('grant.part.days', { from: fromDay, to: toDay })
}
