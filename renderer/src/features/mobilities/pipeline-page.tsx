import { Button, Select } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Pipeline, PipelineScope } from '#shared/contract/mobilities.ts'
import { isPipelineStep } from '#shared/domain/mobility-steps.ts'
import { choiceLabel, textKey } from '#shared/entities/labels.ts'
import { stepWord } from '#shared/text/step-text.ts'
import { client } from '#renderer/api/client.ts'
import { api } from '#renderer/api/queries.ts'
import { Page } from '#renderer/ui/page.tsx'
import { useText } from '#renderer/ui/text.tsx'
import type { StayLinks } from './issue-links.ts'
import { MoveDialog } from './move-dialog.tsx'
import styles from './pipeline-page.module.css'

type Step = Pipeline['steps'][number]

export interface PipelineLinks extends StayLinks {
  readonly toList: (list: string, filters: Step['filters']) => string
}

interface PipelinePageProps {
  /** What the page is narrowed to; kept in the address. */
  readonly scope: PipelineScope
  readonly onScope: (scope: PipelineScope) => void
  readonly links: PipelineLinks
}

/** Every step with how many stays stand there and what is to be done next. */
export function PipelinePage({ scope, onScope, links }: PipelinePageProps) {
  const { t } = useText()
  const { data } = useQuery(api.mobilities.pipeline.queryOptions({ input: scope }))
  const [moving, setMoving] = useState<Step>()
  const total = data?.steps.reduce((sum, step) => sum + step.count, 0)
  return (
    <Page
      title={t('pipeline.title')}
      {...(total === undefined ? {} : { count: total })}
      toolbar={data === undefined ? null : <Scope data={data} scope={scope} onScope={onScope} />}
      isDocument
    >
      {data !== undefined && <Steps steps={data.steps} links={links} onMove={setMoving} />}
      {moving !== undefined && (
        <MoveDialog
          count={moving.count}
          ids={() => idsAt(moving)}
          links={links}
          onClose={() => setMoving(undefined)}
        />
      )}
    </Page>
  )
}

async function idsAt({ filters }: Step): Promise<string[]> {
  return client.lists.ids({
    list: 'mobilities',
    query: { search: '', sort: [], filters: filters.map((filter) => ({ ...filter, test: 'is' as const })) },
  })
}

function Steps(props: {
  readonly steps: readonly Step[]
  readonly links: PipelineLinks
  readonly onMove: (step: Step) => void
}) {
  const { t, format } = useText()
  const most = Math.max(1, ...props.steps.map((step) => step.count))
  return (
    <table className={styles['table']} aria-label={t('pipeline.title')}>
      <thead>
        <tr>
          <th scope="col">{t('pipeline.step')}</th>
          <th scope="col" className={styles['number']}>
            {t('pipeline.count')}
          </th>
          <td />
          {prospects.map((name) => (
            <th
              key={name}
              scope="col"
              className={styles['number']}
              {...(name === 'lacking' ? { title: t('pipeline.lacking.help') } : {})}
            >
              {t(`pipeline.${name}`)}
            </th>
          ))}
          <th scope="col">{t('pipeline.action')}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {props.steps.map((step) => {
          const href = props.links.toList('mobilities', step.filters)
          return (
            <tr key={step.step} data-stopped={!isPipelineStep(step.step)}>
              <th scope="row">
                <a href={href}>{stepWord(t, step.step)}</a>
              </th>
              <td className={styles['number']}>
                <a href={href} aria-label={t('entity.mobility', { count: step.count })}>
                  {format.number(step.count)}
                </a>
              </td>
              <td className={styles['bar']} aria-hidden>
                <span style={{ width: `${(100 * step.count) / most}%` }} />
              </td>
              {prospects.map((name) => (
                <td key={name} className={styles['number']} data-prospect={name}>
                  <Prospect name={name} step={step} links={props.links} />
                </td>
              ))}
              <td>
                <NextAction step={step} href={href} />
              </td>
              <td className={styles['move']}>
                {step.count > 0 && (
                  <Button
                    size="compact-sm"
                    variant="default"
                    leftSection={<IconArrowRight size={14} />}
                    aria-label={t('pipeline.move', { step: stepWord(t, step.step) })}
                    onClick={() => props.onMove(step)}
                  >
                    {t('moving.open')}
                  </Button>
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

const prospects = ['ready', 'held', 'lacking'] as const

/** How many of the stays at a step could go on, are held back, or lack something: each opens its stays. */
function Prospect(props: {
  readonly name: (typeof prospects)[number]
  readonly step: Step
  readonly links: PipelineLinks
}) {
  const { t, format } = useText()
  const { count, filters } = props.step[props.name]
  if (count === 0) return null
  const label = t(`pipeline.${props.name}.open`, { count, step: stepWord(t, props.step.step) })
  return (
    <a href={props.links.toList('mobilities', filters)} aria-label={label}>
      {format.number(count)}
    </a>
  )
}

function NextAction({ step, href }: { readonly step: Step; readonly href: string }) {
  const { t } = useText()
  const action = t(textKey(`pipeline.next.${step.step}`))
  if (step.count === 0) return <span className={styles['quiet']}>{action}</span>
  return <a href={step.step === 'selected' ? '#/nominations' : href}>{action}</a>
}

const scopes = ['form', 'office', 'academicYear', 'cohort'] as const

function Scope(props: {
  readonly data: Pipeline
  readonly scope: PipelineScope
  readonly onScope: (scope: PipelineScope) => void
}) {
  const { t } = useText()
  const { data, scope, onScope } = props
  const options = {
    form: data.forms.map((form) => ({ value: form, label: t(choiceLabel('mobility', 'form', form)) })),
    office: data.offices.map((office) => ({ value: office, label: office })),
    academicYear: data.years.map((year) => ({ value: year, label: year })),
    cohort: data.cohorts.map((cohort) => ({ value: cohort, label: cohort })),
  }
  return (
    <div className={styles['scope']}>
      {scopes
        .filter((key) => options[key].length > 0)
        .map((key) => (
          <Select
            key={key}
            size="xs"
            aria-label={t(`pipeline.scope.${key}`)}
            placeholder={t(`pipeline.all.${key}`)}
            data={options[key]}
            value={scope[key] ?? null}
            clearable
            clearButtonProps={{ 'aria-label': t(`pipeline.all.${key}`) }}
            onChange={(value) => {
              const { [key]: _before, ...rest } = scope
              onScope(value === null ? rest : { ...rest, [key]: value })
            }}
          />
        ))}
    </div>
  )
}
