import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { BmScope } from '#shared/contract/bm.ts'
import { api } from '#renderer/api/queries.ts'
import { Page } from '#renderer/ui/page.tsx'
import { Tabs } from '#renderer/ui/tabs.tsx'
import { useText } from '#renderer/ui/text.tsx'
import { BackTab } from './back-tab.tsx'
import styles from './bm.module.css'
import { CheckTab } from './check-tab.tsx'
import { FillTab } from './fill-tab.tsx'
import type { BmLinks } from './place-link.ts'

export const bmTabs = ['check', 'fill', 'back'] as const
type BmTab = (typeof bmTabs)[number]

interface BmPageProps {
  readonly tab: BmTab
  readonly onTab: (tab: BmTab) => void
  readonly links: BmLinks
}

/** The round trip with the Beneficiary Module: check offline, fill the user's own template, read back what it says. */
export function BmPage({ tab, onTab, links }: BmPageProps) {
  const { t } = useText()
  const { data: scopes } = useQuery(api.bm.scopes.queryOptions())
  const [chosen, setChosen] = useState<{ readonly year?: string; readonly callId: string | null }>({
    callId: null,
  })
  const parent = { label: t('nav.reports'), href: '#/reports' }
  if (scopes === undefined)
    return (
      <Page title={t('bm.title')} parent={parent} isDocument>
        <p role="status">{t('ui.loading')}</p>
      </Page>
    )
  const scope: BmScope = { academicYear: chosen.year ?? scopes.current, callId: chosen.callId }
  const show = (key: string) => {
    const next = bmTabs.find((one) => one === key)
    if (next !== undefined) onTab(next)
  }
  return (
    <Page
      title={t('bm.title')}
      lead={t('bm.lead')}
      parent={parent}
      isDocument
      toolbar={
        <div className={styles['scope']}>
          <Select
            aria-label={t('bm.scope.year')}
            data={scopes.years}
            value={scope.academicYear}
            allowDeselect={false}
            disabled={scope.callId !== null}
            w={120}
            onChange={(year) => setChosen({ ...chosen, ...(year === null ? {} : { year }) })}
          />
          <Select
            aria-label={t('bm.scope.call')}
            data={[
              { value: '', label: t('bm.scope.all') },
              ...scopes.calls.map(({ id, name, agreementNumber }) => ({
                value: id,
                label: agreementNumber === null ? name : `${name} · ${agreementNumber}`,
              })),
            ]}
            value={scope.callId ?? ''}
            allowDeselect={false}
            w={420}
            onChange={(id) => setChosen({ ...chosen, callId: id === null || id === '' ? null : id })}
          />
        </div>
      }
    >
      <Tabs
        label={t('bm.title')}
        current={tab}
        onChange={show}
        tabs={[
          { key: 'check', label: t('bm.tab.check'), content: <CheckTab scope={scope} links={links} /> },
          {
            key: 'fill',
            label: t('bm.tab.fill'),
            content: <FillTab scope={scope} onCheck={() => onTab('check')} />,
          },
          { key: 'back', label: t('bm.tab.back'), content: <BackTab scope={scope} links={links} /> },
        ]}
      />
    </Page>
  )
}
