import { Button, SegmentedControl } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { choiceLabel, textKey } from '#shared/entities/labels.ts'
import type { Task } from '#shared/contract/office.ts'
import type { client } from '#renderer/api/client.ts'
import { api } from '#renderer/api/queries.ts'
import { useLocalChoice } from '#renderer/ui/local-choice.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { useText } from '#renderer/ui/text.tsx'
import styles from './today-page.module.css'

/** How many of what falls due the page shows; the rest is in the lists. */
const shownDays = 16

/** The way to a list narrowed to certain rows, given by the application: screens do not know each other. */
export type LinkToList = (list: string, filters: Task['filters']) => string

/** What must I do today: steps with counts and the next action beside each, deadlines, what is missing. */
export function TodayPage({
  academicYear,
  linkToList,
  linkToPipeline,
}: {
  readonly academicYear: string
  readonly linkToList: LinkToList
  readonly linkToPipeline: (office: string | undefined) => string
}) {
  const { t, format } = useText()
  const [office, setOffice] = useLocalChoice('office', '')
  const { data } = useQuery(api.office.today.queryOptions({ input: office === '' ? {} : { office } }))
  if (data === undefined)
    return (
      <Page title={t('today.title')} isDocument>
        {null}
      </Page>
    )
  const waiting = data.tasks.filter((task) => task.count > 0)
  const todo = waiting.filter((task) => !task.code.startsWith('missing-'))
  const missing = waiting.filter((task) => task.code.startsWith('missing-'))
  const isEmpty = data.figures.every((figure) => figure.count === 0)
  return (
    <Page
      title={t('today.title')}
      {...(data.offices.length > 1
        ? { toolbar: <OfficeSwitch offices={data.offices} office={data.office} onChoose={setOffice} /> }
        : {})}
      isDocument
    >
      {isEmpty ? (
        <EmptyState title={t('today.empty')}>
          <Button component="a" href="#/import">
            {t('lists.empty.import')}
          </Button>
        </EmptyState>
      ) : (
        <div className={styles['columns']}>
          <div className={styles['stack']}>
            <section aria-labelledby="today-tasks" className={styles['block']}>
              <h2 id="today-tasks">{t('today.tasks')}</h2>
              {todo.length === 0 ? (
                <p className={styles['quiet']}>{t('today.nothing')}</p>
              ) : (
                <ul className={styles['tasks']}>
                  {todo.map((task) => (
                    <TaskLine key={task.code} task={task} linkToList={linkToList} />
                  ))}
                </ul>
              )}
            </section>
            <section aria-labelledby="today-deadlines" className={styles['block']}>
              <h2 id="today-deadlines">{t('today.deadlines')}</h2>
              {data.deadlines.length + data.comingUp.length === 0 ? (
                <p className={styles['quiet']}>{t('today.deadlines.none')}</p>
              ) : (
                <ul className={styles['deadlines']}>
                  {dueDays(data, t).map((due) => (
                    <li key={due.key}>
                      <a href={linkToList(due.list, due.filters)}>
                        <span className={styles['date']}>{format.date(due.date)}</span>
                        <span className={styles['name']} title={due.what}>
                          {due.what}
                        </span>
                        <span className={styles['quiet']}>{due.who}</span>
                      </a>
                    </li>
                  ))}
                </ul>
              )}
            </section>
          </div>
          <div className={styles['stack']}>
            <section aria-labelledby="today-pipeline" className={styles['block']}>
              <h2 id="today-pipeline">{t('today.pipeline', { year: academicYear })}</h2>
              <Pipeline pipeline={data.pipeline} linkToList={linkToList} />
              <p className={styles['all']}>
                <a href={linkToPipeline(data.office ?? undefined)}>{t('today.pipeline.all')}</a>
              </p>
            </section>
            <section aria-labelledby="today-figures" className={styles['block']}>
              <h2 id="today-figures">{t('today.figures')}</h2>
              <ul className={styles['figures']}>
                {data.figures.map((figure) => (
                  <li key={figure.code}>
                    <a href={linkToList(figure.list, figure.filters)}>
                      <span className={styles['figure']}>{format.number(figure.count)}</span>
                      <span className={styles['quiet']}>{t(textKey(`today.figure.${figure.code}`))}</span>
                    </a>
                  </li>
                ))}
              </ul>
            </section>
            {missing.length > 0 && (
              <section aria-labelledby="today-missing" className={styles['block']}>
                <h2 id="today-missing">{t('today.missing')}</h2>
                <ul className={styles['missing']}>
                  {missing.map((task) => (
                    <li key={task.code}>
                      <a href={linkToList(task.list, task.filters)}>
                        {t(textKey(`today.task.${task.code}`), { count: task.count })}
                      </a>
                    </li>
                  ))}
                </ul>
              </section>
            )}
          </div>
        </div>
      )}
    </Page>
  )
}

function TaskLine({ task, linkToList }: { readonly task: Task; readonly linkToList: LinkToList }) {
  const { t } = useText()
  const list = linkToList(task.list, task.filters)
  return (
    <li className={styles['task']}>
      <a href={list} className={styles['what']}>
        {t(textKey(`today.task.${task.code}`), { count: task.count })}
      </a>
      <Button
        component="a"
        href={task.code === 'to-nominate' ? '#/nominations' : list}
        size="compact-sm"
        variant={task.code === 'to-nominate' ? 'filled' : 'default'}
        rightSection={<IconArrowRight size={14} />}
      >
        {t(task.code === 'to-nominate' ? 'today.task.to-nominate.do' : 'today.task.open')}
      </Button>
    </li>
  )
}

type Today = Awaited<ReturnType<typeof client.office.today>>
type Steps = Today['pipeline']

/** What falls due, the nearest day first: documents, departures, returns, and the deadlines of hosts. */
function dueDays({ comingUp, deadlines }: Today, t: ReturnType<typeof useText>['t']) {
  const days = comingUp.map(({ code, date, count, list, filters }) => ({
    key: `${code} ${date}`,
    date,
    list,
    filters,
    what: t(textKey(`today.coming.${code}`), { count }),
    who: '',
  }))
  const hosts = deadlines.map(({ institutionId, institution, semester, date, count }) => ({
    key: `${institutionId} ${date} ${semester}`,
    date,
    list: 'mobilities',
    filters: deadlineFilters(institutionId),
    what: t('today.coming.nomination', { institution }),
    who: t('entity.student', { count }),
  }))
  return [...days, ...hosts].toSorted((a, b) => a.date.localeCompare(b.date)).slice(0, shownDays)
}

/** The steps of the year's stays that hold some, with what comes next for them. */
function Pipeline(props: { readonly pipeline: Steps; readonly linkToList: LinkToList }) {
  const { t, format } = useText()
  const steps = props.pipeline.filter((step) => step.count > 0)
  if (steps.length === 0) return <p className={styles['quiet']}>{t('today.pipeline.none')}</p>
  return (
    <ol className={styles['pipeline']}>
      {steps.map((step) => (
        <li key={step.step}>
          <a href={props.linkToList('mobilities', step.filters)}>
            <span className={styles['step']}>{t(choiceLabel('mobility', 'status', step.step))}</span>
            <span className={styles['count']}>{format.number(step.count)}</span>
            <span className={styles['next']}>{t(textKey(`pipeline.next.${step.step}`))}</span>
          </a>
        </li>
      ))}
    </ol>
  )
}

/** Which of the school's offices looks; kept on this computer. */
function OfficeSwitch(props: {
  readonly offices: readonly string[]
  readonly office: string | null
  readonly onChoose: (office: string) => void
}) {
  const { t } = useText()
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('today.office')}
      value={props.office ?? ''}
      onChange={props.onChoose}
      data={[
        { value: '', label: t('today.office.all') },
        ...props.offices.map((office) => ({ value: office, label: office })),
      ]}
    />
  )
}

function deadlineFilters(institutionId: string): Task['filters'] {
  return [
    { key: 'institutionId', test: 'is', values: [institutionId] },
    { key: 'status', test: 'is', values: ['selected'] },
  ]
}
