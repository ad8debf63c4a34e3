import { Button } from '@mantine/core'
import { IconList, IconPlus, IconTable, IconWorld } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { BudgetFigure, CallBudget } from '#shared/contract/grants.ts'
import type { EntityName } from '#shared/entities/index.ts'
import { useRun, useUndo } from '#renderer/api/actions.ts'
import { client } from '#renderer/api/client.ts'
import { api } from '#renderer/api/queries.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { useNotices } from '#renderer/ui/notice.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { Stat, StatRow } from '#renderer/ui/stat.tsx'
import type { StatusTone } from '#renderer/ui/status-badge.tsx'
import { useText } from '#renderer/ui/text.tsx'
import styles from './grants.module.css'
import type { GrantLinks } from './section-props.ts'
import { useEuros } from './use-euros.ts'

interface GrantsPageProps {
  readonly links: GrantLinks & { readonly toNew: (entity: EntityName) => string }
}

/** The budget of each Erasmus+ call: its envelope, what was promised and paid of it, and what is still to do. */
export function GrantsPage({ links }: GrantsPageProps) {
  const { t } = useText()
  const { data } = useQuery(api.grants.budgets.queryOptions())
  const actions = [
    { key: 'stays', list: 'grants', label: t('grants.all'), icon: <IconList size={16} /> },
    { key: 'rates', list: 'grantRates', label: t('grants.rates'), icon: <IconTable size={16} /> },
    { key: 'calls', list: 'erasmusCalls', label: t('grants.calls'), icon: <IconList size={16} /> },
    { key: 'groups', list: 'countryGroups', label: t('grants.groups'), icon: <IconWorld size={16} /> },
  ].map(({ list, ...action }) => ({ ...action, to: { href: links.toList(list, []) } }))
  return (
    <Page
      title={t('grants.title')}
      lead={t('grants.intro')}
      isDocument
      mainAction={{
        key: 'new',
        label: t('grants.newCall'),
        icon: <IconPlus size={16} />,
        to: { href: links.toNew('erasmusCall') },
      }}
      actions={actions}
    >
      {data === undefined && <p role="status">{t('ui.loading')}</p>}
      {data !== undefined && (
        <div className={styles['section']}>
          {data.calls.length === 0 && (
            <EmptyState title={t('grants.empty')}>
              <p>{t('grants.empty.hint')}</p>
              <Button component="a" href={links.toNew('erasmusCall')}>
                {t('grants.newCall')}
              </Button>
            </EmptyState>
          )}
          <Remarks withoutCall={data.withoutCall} unsetRates={data.unsetRates} links={links} />
          {data.calls.map((call) => (
            <Budget key={call.id} call={call} links={links} />
          ))}
        </div>
      )}
    </Page>
  )
}

function Remarks(props: {
  readonly withoutCall: BudgetFigure
  readonly unsetRates: number
  readonly links: GrantLinks
}) {
  const { t } = useText()
  const { withoutCall, unsetRates, links } = props
  if (withoutCall.value === 0 && unsetRates === 0) return null
  return (
    <ul className={styles['problems']}>
      {withoutCall.value > 0 && (
        <li>
          {t('grants.withoutCall', { count: withoutCall.value })}{' '}
          <a href={links.toList(withoutCall.list, withoutCall.filters)}>{t('grants.show')}</a>
        </li>
      )}
      {unsetRates > 0 && (
        <li>
          {t('grants.unset', { count: unsetRates })}{' '}
          <a href={links.toList('grantRates', [{ key: 'amount', test: 'empty', values: [] }])}>
            {t('grants.show')}
          </a>
        </li>
      )}
    </ul>
  )
}

function Budget({ call, links }: { readonly call: CallBudget; readonly links: GrantLinks }) {
  const { t, format } = useText()
  const euros = useEuros()
  const href = (figure: BudgetFigure) => links.toList(figure.list, figure.filters)
  const ratesHref = links.toList('grantRates', [
    { key: 'callYear', test: 'is', values: [String(call.callYear)] },
  ])
  const record = links.toRecord('erasmusCall', call.id)
  const percent = new Intl.NumberFormat(format.locale, { style: 'percent' })
  const money = (key: 'committed' | 'paid' | 'toGrant' | 'toPay' | 'toClaim', tone: StatusTone = 'none') => (
    <Stat label={t(`grants.${key}`)} value={euros(call[key].value)} href={href(call[key])} tone={tone} />
  )
  const count = (key: 'stays' | 'zeroGrant' | 'blocked' | 'overCycle', tone: StatusTone = 'none') => (
    <Stat label={t(`grants.${key}`)} value={call[key].value} href={href(call[key])} tone={tone} />
  )
  return (
    <section className={styles['card']} aria-label={call.name}>
      <div className={styles['bar']}>
        <h2>
          <a href={record}>{call.name}</a>
        </h2>
        <span className={styles['dim']}>{[call.action, call.agreementNumber ?? ''].join(' · ')}</span>
        <a className={styles['right']} href={ratesHref}>
          {t('grants.ratesOf', { year: String(call.callYear) })}
        </a>
      </div>
      {call.rates === 0 && <NoRates call={call} />}
      <StatRow>
        <Stat
          label={t('grants.envelope')}
          value={call.envelope === null ? t('grants.notKnown') : euros(call.envelope)}
          href={links.toRecord('erasmusCall', call.id, 'envelope')}
        />
        {money('committed')}
        {money('paid')}
        <Stat
          label={t('grants.left')}
          value={call.left === null ? '–' : euros(call.left)}
          href={href(call.committed)}
          tone={call.left !== null && call.left < 0 ? 'bad' : 'none'}
          {...(call.envelope !== null && call.envelope > 0
            ? { hint: percent.format((call.left ?? 0) / call.envelope) }
            : {})}
        />
        {money('toPay', call.toPay.value > 0 ? 'warn' : 'none')}
        {money('toClaim', call.toClaim.value > 0 ? 'warn' : 'none')}
      </StatRow>
      <StatRow>
        {count('stays')}
        {money('toGrant', call.toGrant.value > 0 ? 'going' : 'none')}
        {count('zeroGrant')}
        {count('blocked', call.blocked.value > 0 ? 'warn' : 'none')}
        {count('overCycle', call.overCycle.value > 0 ? 'warn' : 'none')}
      </StatRow>
    </section>
  )
}

/** A year without figures begins with those of the year before, each to be looked at. */
function NoRates({ call }: { readonly call: CallBudget }) {
  const { t } = useText()
  const run = useRun()
  const notices = useNotices()
  const { undo } = useUndo()
  const { callYear, copyFrom } = call
  const year = String(callYear)
  const copy = async (from: number) => {
    const copied = await run(() => client.grants.copyRates({ from, to: callYear }))
    if (copied === undefined) return
    notices.say({
      text: t('grants.ratesCopied', { count: copied.count, year }),
      onUndo: () => void undo(),
    })
  }
  return (
    <div className={styles['bar']}>
      <span>{t('grants.noRates', { year })}</span>
      {copyFrom !== null && (
        <Button size="compact-sm" variant="default" onClick={() => void copy(copyFrom)}>
          {t('grants.copyRates', { from: String(copyFrom) })}
        </Button>
      )}
    </div>
  )
}
