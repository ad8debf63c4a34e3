import { Button, Tabs } from '@mantine/core'
import { IconAlertTriangle, IconCircleX, IconHistory, IconInfoCircle } from '@tabler/icons-react'
import { useCallback, useState } from 'react'
import type { ReactNode } from 'react'
import type { ImportKind, ImportView, RowIssue, RowOutcome } from '#shared/contract/imports.ts'
import { useText } from '#renderer/ui/text.tsx'
import { useRefusalText } from '#renderer/ui/use-refusal.ts'
import { Findings } from './findings.tsx'
import { closeImport } from './import-store.ts'
import type { ImportStage } from './import-store.ts'
import { recordWords, rowsToWrite } from './import-words.ts'
import { MappingTable } from './mapping-table.tsx'
import { OutcomeTabs } from './outcome-tabs.tsx'
import { PreviewGrid } from './preview-grid.tsx'
import type { Reveal } from './preview-grid.tsx'
import { ReadingOptions } from './reading-options.tsx'
import styles from './review-body.module.css'
import { SourceSettings } from './source-settings.tsx'
import type { Adjusting } from './use-adjust.ts'

interface ReviewBodyProps {
  readonly view: ImportView
  readonly adjusting: Adjusting
  readonly stage: Extract<ImportStage, { kind: 'reviewing' }>
  readonly onFile: (file: File, as: ImportKind) => void
}

/** On the left how the file is read, on the right what its rows would do. */
export function ReviewBody({ view, adjusting, stage, onFile }: ReviewBodyProps) {
  const { t, format } = useText()
  const [tab, setTab] = useState('columns')
  const [outcome, setOutcome] = useState<RowOutcome | null>(null)
  const [askedColumn, setAskedColumn] = useState<{ readonly index: number }>()
  const [reveal, setReveal] = useState<Reveal>()
  const { error, warning, cleaned } = view.issueCounts
  const showIssue = (issue: RowIssue) => {
    setOutcome(null)
    const column = view.columns.find(({ letter }) => letter === issue.column)
    setReveal({ row: issue.row, column: column?.index, takesFocus: true })
  }
  const showColumn = useCallback((index: number) => setReveal({ column: index, takesFocus: false }), [])
  const showOutcome = (next: RowOutcome | null) => {
    setOutcome(next)
    setReveal(undefined) // its row stands elsewhere among other rows
  }
  const showTab = (next: string | null) => {
    setTab(next ?? 'columns')
    setAskedColumn(undefined)
  }
  const focusTarget = (index: number) => {
    setTab('columns')
    setAskedColumn({ index })
  }
  return (
    <div className={styles['body']} inert={stage.isApplying}>
      <aside className={styles['settings']} aria-label={t('importing.settings')}>
        <SourceSettings view={view} adjust={adjusting.adjust} onFile={onFile} />
        {stage.asked !== undefined && (
          <p className={styles['guessed']}>
            <IconInfoCircle size={16} stroke={1.8} aria-hidden />
            {t('importing.guessed', {
              asked: t(`importing.kind.${stage.asked}`),
              kind: t(`importing.kind.${stage.as}`),
            })}
          </p>
        )}
        {view.isRecognised && (
          <p className={styles['recognised']}>
            <IconHistory size={16} stroke={1.8} aria-hidden />
            {t('importing.recognised')}
          </p>
        )}
        <Tabs value={tab} onChange={showTab} keepMounted={false}>
          <Tabs.List>
            <Tabs.Tab value="columns">{t('importing.tab.columns')}</Tabs.Tab>
            <Tabs.Tab
              value="findings"
              leftSection={<WorstFinding counts={view.issueCounts} />}
              rightSection={
                <span className={styles['count']}>{format.integer(error + warning + cleaned)}</span>
              }
            >
              {t('importing.tab.findings')}
            </Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="columns">
            <MappingTable
              view={view}
              adjust={adjusting.adjust}
              asked={askedColumn}
              onFocusColumn={showColumn}
            />
            <ReadingOptions view={view} adjust={adjusting.adjust} />
          </Tabs.Panel>
          <Tabs.Panel value="findings">
            <Findings view={view} onShow={showIssue} />
          </Tabs.Panel>
        </Tabs>
      </aside>
      <section className={styles['preview']} aria-label={t('importing.preview')}>
        <Standing view={view} stage={stage} />
        <OutcomeTabs counts={view.counts} outcome={outcome} onChange={showOutcome} />
        <Sums view={view} isAdjusting={adjusting.isAdjusting} />
        <PreviewGrid
          key={outcome ?? 'all'}
          view={view}
          outcome={outcome}
          isUpdating={adjusting.isAdjusting}
          onColumn={focusTarget}
          reveal={reveal}
        />
      </section>
    </div>
  )
}

/** A sign of the gravest thing that was found, beside the word that opens all of it. */
function WorstFinding({ counts }: { readonly counts: ImportView['issueCounts'] }) {
  if (counts.error > 0) return <IconCircleX size={15} className={styles['bad']} aria-hidden />
  if (counts.warning > 0) return <IconAlertTriangle size={15} className={styles['warn']} aria-hidden />
  return null
}

/** What stands in the way of applying, or that there is nothing to apply. */
function Standing({ view, stage }: Pick<ReviewBodyProps, 'view' | 'stage'>) {
  const { t } = useText()
  const refusalText = useRefusalText()
  const refusal = stage.refusal ?? view.refusal ?? undefined
  if (refusal !== undefined)
    return (
      <Banner tone={refusal.code === 'job-cancelled' ? 'info' : 'bad'}>
        <b>{refusal.code === 'job-cancelled' ? t('importing.applyCancelled') : refusalText(refusal)}</b>
      </Banner>
    )
  if (rowsToWrite(view) > 0) return null
  return (
    <Banner tone="info">
      <b>{t('importing.nothing.title')}</b>
      <span>
        {t(
          view.counts.unchanged > 0 && view.counts.rejected === 0
            ? 'importing.nothing.text'
            : 'importing.nothing.rejected',
        )}
      </span>
      <Button variant="default" onClick={() => closeImport()}>
        {t('importing.nothing.close')}
      </Button>
    </Banner>
  )
}

function Banner({ tone, children }: { readonly tone: 'info' | 'bad'; readonly children: ReactNode }) {
  return (
    <div className={styles['banner']} data-tone={tone} role={tone === 'bad' ? 'alert' : 'status'}>
      {tone === 'bad' ? (
        <IconAlertTriangle size={18} aria-hidden />
      ) : (
        <IconInfoCircle size={18} aria-hidden />
      )}
      <div className={styles['bannerText']}>{children}</div>
    </div>
  )
}

/** The rows add up, and what they come to. */
function Sums({ view, isAdjusting }: { readonly view: ImportView; readonly isAdjusting: boolean }) {
  const { t, format } = useText()
  const { counts } = view
  const created = recordWords(t, format.list, view.entities)
  const changed = recordWords(t, format.list, view.updates)
  const effects = [
    ...(created === undefined ? [] : [t('importing.creates', { what: created })]),
    ...(changed === undefined ? [] : [t('importing.changes', { what: changed })]),
  ]
  return (
    <div className={styles['sums']} role="status" aria-busy={isAdjusting}>
      <span>
        {t('importing.sum', {
          count: counts.rows,
          new: counts.new,
          changed: counts.changed,
          unchanged: counts.unchanged,
          notData: counts['not-data'],
          rejected: counts.rejected,
        })}
      </span>
      <b>{effects.length === 0 ? t('importing.writesNothing') : effects.join(' · ')}</b>
      {isAdjusting && <span className={styles['updating']}>{t('importing.preview.updating')}</span>}
    </div>
  )
}
