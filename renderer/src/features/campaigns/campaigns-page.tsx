import { Button, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Filter } from '#shared/lists/types.ts'
import { api } from '#renderer/api/queries.ts'
import { refusalOf } from '#renderer/api/refusal.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { useText } from '#renderer/ui/text.tsx'
import { useRefusalText } from '#renderer/ui/use-refusal.ts'
import { CampaignView } from './campaign-view.tsx'

/** Ways out of the screen: lists, records and forms of new records. */
export interface CampaignLinks {
  readonly toList: (list: string, filters?: readonly Filter[]) => string
  readonly toRecord: (entity: 'campaign' | 'student', id: string) => string
  readonly toNew: (entity: 'campaign') => string
}

/** The campaigns, one at a time: the open one first. */
export function CampaignsPage({ links }: { readonly links: CampaignLinks }) {
  const { t } = useText()
  const refusalText = useRefusalText()
  const [chosen, setChosen] = useState<string | null>(null)
  const campaigns = useQuery(api.campaigns.list.queryOptions())
  if (campaigns.error !== null)
    return (
      <Page title={t('campaigns.title')} isDocument>
        <EmptyState title={refusalText(refusalOf(campaigns.error))} />
      </Page>
    )
  if (campaigns.data === undefined)
    return (
      <Page title={t('campaigns.title')} isDocument>
        <p role="status">{t('ui.loading')}</p>
      </Page>
    )
  const current = campaigns.data.find((one) => one.id === chosen) ?? campaigns.data[0]
  if (current === undefined)
    return (
      <Page title={t('campaigns.title')} isDocument>
        <EmptyState title={t('campaigns.none.title')} text={t('campaigns.none.text')}>
          <Button component="a" href={links.toNew('campaign')}>
            {t('campaigns.new')}
          </Button>
        </EmptyState>
      </Page>
    )
  return (
    <CampaignView
      key={current.id}
      campaignId={current.id}
      links={links}
      chooser={
        campaigns.data.length < 2 ? null : (
          <Select
            aria-label={t('campaigns.choose')}
            data={campaigns.data.map((one) => ({
              value: one.id,
              label: `${one.name} · ${one.academicYear}`,
            }))}
            value={current.id}
            allowDeselect={false}
            onChange={setChosen}
          />
        )
      }
    />
  )
}
