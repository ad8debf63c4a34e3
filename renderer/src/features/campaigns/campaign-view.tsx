import { useQuery } from '@tanstack/react-query'
import { IconAdjustments, IconListNumbers, IconPrinter, IconSend } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import type { ScenarioSummary } from '#shared/contract/campaigns.ts'
import { choiceLabel } from '#shared/entities/labels.ts'
import { api } from '#renderer/api/queries.ts'
import { refusalOf } from '#renderer/api/refusal.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Page, type PageAction } from '#renderer/ui/page.tsx'
import { Tabs } from '#renderer/ui/tabs.tsx'
import { useText } from '#renderer/ui/text.tsx'
import { useRefusalText } from '#renderer/ui/use-refusal.ts'
import { Board, type Selected } from './board.tsx'
import type { CampaignLinks } from './campaigns-page.tsx'
import styles from './campaigns.module.css'
import { DemandPanel } from './demand-panel.tsx'
import { PublishDialog } from './publish-dialog.tsx'
import { ReasonsPanel } from './reasons-panel.tsx'
import { ReportDialog } from './report-dialog.tsx'
import { RunControls } from './run-controls.tsx'
import { ScenariosTab } from './scenarios-tab.tsx'
import { SetUpTab } from './set-up-tab.tsx'

/** One campaign: what it holds, its allocation, its scenarios side by side. */
export function CampaignView(props: {
  readonly campaignId: string
  readonly links: CampaignLinks
  readonly chooser: ReactNode
}) {
  const { t, format } = useText()
  const refusalText = useRefusalText()
  const [tab, setTab] = useState('set-up')
  const [chosen, setChosen] = useState<string | null>(null)
  const [selected, setSelected] = useState<Selected>(null)
  const [isPublishing, setPublishing] = useState(false)
  const [reported, setReported] = useState<{ readonly id: string; readonly name: string } | null>(null)
  const campaign = useQuery(api.campaigns.get.queryOptions({ input: { campaignId: props.campaignId } }))
  const data = campaign.data
  const scenarios = data?.scenarios ?? []
  const scenario = scenarios.find((one) => one.id === chosen) ?? scenarios[0]
  if (campaign.error !== null)
    return (
      <Page title={t('campaigns.title')} isDocument>
        <EmptyState title={refusalText(refusalOf(campaign.error))} />
      </Page>
    )
  if (data === undefined)
    return (
      <Page title={t('campaigns.title')} isDocument>
        <p role="status">{t('campaigns.reading')}</p>
      </Page>
    )
  const openBoard = (id: string) => {
    setChosen(id)
    setSelected(null)
    setTab('allocation')
  }
  const setUp: PageAction = {
    key: 'edit',
    label: t('campaigns.edit'),
    icon: <IconAdjustments size={16} />,
    to: { href: props.links.toRecord('campaign', data.id) },
  }
  const report = (one: ScenarioSummary): PageAction => ({
    key: 'report',
    label: t('committee.print'),
    icon: <IconPrinter size={16} />,
    to: { run: () => setReported(one) },
  })
  const publish = (one: ScenarioSummary): PageAction => ({
    key: 'publish',
    label: t('campaigns.publish', { name: one.name }),
    icon: <IconSend size={16} />,
    to: { run: () => setPublishing(true) },
    isOff: one.publishedOn !== null,
  })
  const status = t(choiceLabel('campaign', 'status', data.status))
  const hasPane = tab === 'allocation' && scenario !== undefined && selected !== null
  return (
    <Page
      title={data.name}
      count={data.counts.students}
      lead={`${data.academicYear} · ${status}${data.closesOn === null ? '' : ` · ${t('campaigns.closes', { date: format.date(data.closesOn) })}`}`}
      actions={scenario === undefined ? [setUp] : [report(scenario), publish(scenario), setUp]}
      toolbar={
        <>
          {props.chooser}
          <RunControls
            campaignId={data.id}
            scenarios={scenarios}
            isOff={data.counts.students === 0}
            onDone={openBoard}
          />
        </>
      }
      {...(hasPane
        ? {
            pane: {
              label: t('campaigns.why'),
              onClose: () => setSelected(null),
              content:
                selected.kind === 'student' ? (
                  <ReasonsPanel
                    scenarioId={scenario.id}
                    studentId={selected.id}
                    links={props.links}
                    onPlaced={openBoard}
                  />
                ) : (
                  <DemandPanel
                    scenarioId={scenario.id}
                    placeId={selected.id}
                    onStudent={(id) => setSelected({ kind: 'student', id })}
                  />
                ),
            },
          }
        : {})}
    >
      <div className={styles['view']}>
        <Tabs
          label={t('campaigns.views')}
          current={tab}
          onChange={setTab}
          tabs={[
            {
              key: 'set-up',
              label: t('campaigns.tab.set-up'),
              ...(data.findings.length > 0 ? { count: data.findings.length } : {}),
              content: <SetUpTab campaign={data} links={props.links} />,
            },
            {
              key: 'allocation',
              label: t('campaigns.tab.allocation'),
              content:
                scenario === undefined ? (
                  <EmptyState
                    icon={<IconListNumbers size={28} />}
                    title={t('campaigns.noScenario.title')}
                    text={t('campaigns.noScenario.text')}
                  />
                ) : (
                  <Board
                    key={scenario.id}
                    scenarioId={scenario.id}
                    selected={selected}
                    onSelect={setSelected}
                    onPlaced={openBoard}
                  />
                ),
            },
            {
              key: 'scenarios',
              label: t('campaigns.tab.scenarios'),
              count: scenarios.length,
              content: (
                <ScenariosTab
                  links={props.links}
                  scenarios={scenarios}
                  current={scenario?.id}
                  onOpen={openBoard}
                  onReport={setReported}
                />
              ),
            },
          ]}
        />
      </div>
      {isPublishing && scenario !== undefined && (
        <PublishDialog scenario={scenario} onClose={() => setPublishing(false)} />
      )}
      {reported !== null && <ReportDialog scenario={reported} onClose={() => setReported(null)} />}
    </Page>
  )
}
