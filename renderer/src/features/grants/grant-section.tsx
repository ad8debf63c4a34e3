import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { StayGrantView } from '#shared/contract/grants.ts'
import { choiceLabel } from '#shared/entities/labels.ts'
import { useRun } from '#renderer/api/actions.ts'
import { client } from '#renderer/api/client.ts'
import { api } from '#renderer/api/queries.ts'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import { useText } from '#renderer/ui/text.tsx'
import { GrantDays } from './grant-days.tsx'
import { GrantLines } from './grant-lines.tsx'
import { GrantProblems } from './grant-problems.tsx'
import styles from './grants.module.css'
import type { GrantLinks } from './section-props.ts'
import { useEuros } from './use-euros.ts'

/** The Erasmus+ grant of a stay: the sum written out, and what was granted and paid of it. */
export function GrantSection({ id, links }: { readonly id: string; readonly links: GrantLinks }) {
  const { t } = useText()
  const { data } = useQuery(api.grants.ofStay.queryOptions({ input: { mobilityId: id } }))
  if (data === undefined) return null
  if (data === null) return <p>{t('grant.refusal.no-scheme')}</p>
  return (
    <div className={styles['section']}>
      <Sums grant={data} links={links} />
      <GrantProblems problems={data.problems} links={links} />
      <Facts grant={data} links={links} />
      <GrantLines grant={data} links={links} />
      <GrantDays grant={data} />
    </div>
  )
}

interface Props {
  readonly grant: StayGrantView
  readonly links: GrantLinks
}

function Sums({ grant, links }: Props) {
  const { t } = useText()
  const euros = useEuros()
  const run = useRun()
  const { totalCents, fundingId, differenceCents } = grant
  const give = () =>
    run(() => client.grants.give({ mobilityIds: [grant.mobilityId] }), {
      done: t('grant.given', { amount: euros(totalCents ?? 0) }),
    })
  const sums = [
    ['computed', totalCents],
    ['asked', grant.askedCents],
    ['granted', grant.grantedCents],
    ['paid', grant.paidCents],
  ] as const
  return (
    <section className={styles['card']} aria-label={t('grant.title')}>
      <dl className={styles['sums']}>
        {sums.map(([name, cents]) => (
          <div key={name}>
            <dt>{t(`grant.sums.${name}`)}</dt>
            <dd>{cents === null ? '–' : euros(cents)}</dd>
          </div>
        ))}
        {differenceCents !== null && <Difference cents={differenceCents} />}
      </dl>
      <div className={styles['bar']}>
        {grant.canGrant && (
          <Button size="compact-md" onClick={() => void give()}>
            {t(grant.grantedCents === null ? 'grant.give' : 'grant.giveAgain')}
          </Button>
        )}
        {fundingId !== null && (
          <a href={links.toRecord('mobility', grant.mobilityId, undefined, 'funding')}>
            {t('stay-file.funding')}
          </a>
        )}
      </div>
    </section>
  )
}

function Difference({ cents }: { readonly cents: number }) {
  const { t } = useText()
  const euros = useEuros()
  if (cents === 0)
    return (
      <div>
        <dt>{t('grant.sums.difference')}</dt>
        <dd>
          <StatusBadge isPlain tone="good" word={t('grant.sums.same')} />
        </dd>
      </div>
    )
  return (
    <div data-tone={cents < 0 ? 'bad' : 'warn'}>
      <dt>{t(cents > 0 ? 'grant.sums.toPay' : 'grant.sums.toClaim')}</dt>
      <dd>{euros(Math.abs(cents))}</dd>
    </div>
  )
}

function Facts({ grant, links }: Props) {
  const { t, format } = useText()
  const { call, group, basis, distanceBand } = grant
  return (
    <dl className={styles['facts']}>
      {call !== null && (
        <div>
          <dt>{t('grant.facts.call')}</dt>
          <dd>
            <a href={links.toRecord('erasmusCall', call.id)}>
              {grant.isCallGiven ? call.name : t('grant.facts.callInferred', { call: call.name })}
            </a>
          </dd>
        </div>
      )}
      {basis !== null && (
        <div>
          <dt>{t('column.grants.basis')}</dt>
          <dd>{t(`grant.basis.${basis}`)}</dd>
        </div>
      )}
      {group !== null && (
        <div>
          <dt>{t('grant.facts.group')}</dt>
          <dd>{t(choiceLabel('grantRate', 'countryGroup', group))}</dd>
        </div>
      )}
      {distanceBand !== null && (
        <div>
          <dt>{t('grant.facts.distance')}</dt>
          <dd>{t(choiceLabel('grantRate', 'distanceBand', distanceBand))}</dd>
        </div>
      )}
      <div>
        <dt>{t('grant.facts.cycle')}</dt>
        <dd>{format.number(grant.cycleMonths)}</dd>
      </div>
    </dl>
  )
}
