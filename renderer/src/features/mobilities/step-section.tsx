import { Button, Menu } from '@mantine/core'
import { IconAlertTriangle, IconArrowRight, IconCheck, IconChevronDown, IconLock } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { Issue, Move, StayOutlook } from '#shared/contract/mobilities.ts'
import { isPipelineStep } from '#shared/domain/mobility-steps.ts'
import { issueText, stepWord } from '#shared/text/step-text.ts'
import { api } from '#renderer/api/queries.ts'
import { useText } from '#renderer/ui/text.tsx'
import { issueHref, type StayLinks } from './issue-links.ts'
import styles from './step-section.module.css'
import { useMove } from './use-move.ts'

/** Where a stay stands, what comes next, and what stands before it: on the page of its record. */
export function StepSection({ id, links }: { readonly id: string; readonly links: StayLinks }) {
  const { t } = useText()
  const { data } = useQuery(api.mobilities.outlook.queryOptions({ input: { id } }))
  const move = useMove()
  if (data === undefined) return null
  const next = data.moves.find((one) => one.to === data.next)
  const others = data.moves.filter((one) => one !== next)
  const isHeld = next?.issues.some((issue) => issue.level === 'block') === true
  const keys = new Set(next?.issues.map(keyOf))
  const lacking = data.lacking.filter((issue) => !keys.has(keyOf(issue)))
  return (
    <section className={styles['section']} aria-label={t('steps.section')}>
      <Steps outlook={data} />
      <div className={styles['actions']}>
        {next !== undefined && (
          <Button
            size="compact-sm"
            disabled={!next.isOpen}
            leftSection={next.isOpen ? <IconArrowRight size={15} /> : <IconLock size={15} />}
            onClick={() => void move([id], next.to)}
          >
            {t('steps.next', { step: stepWord(t, next.to) })}
          </Button>
        )}
        {others.length > 0 && <OtherSteps moves={others} onMove={(to) => void move([id], to)} />}
        <WhoAnswers outlook={data} />
      </div>
      {isPipelineStep(data.status) && !data.steps.some(({ step }) => step === data.status) && (
        <p className={styles['gone']}>{t('steps.no-such-step', { step: stepWord(t, data.status) })}</p>
      )}
      {next !== undefined && next.issues.length > 0 && (
        <Issues
          id={id}
          outlook={data}
          issues={next.issues}
          title={t(isHeld ? 'steps.held' : 'steps.warned', { step: stepWord(t, next.to) })}
          links={links}
        />
      )}
      {lacking.length > 0 && (
        <Lacking id={id} outlook={data} issues={lacking} title={t('steps.lacking')} links={links} />
      )}
    </section>
  )
}

const keyOf = ({ code, field, params }: Issue) => `${code} ${field ?? ''} ${JSON.stringify(params)}`

/** The office in charge of what comes next, and what is to be agreed then. */
function WhoAnswers({ outlook }: { readonly outlook: StayOutlook }) {
  const { t } = useText()
  const next = outlook.steps.find(({ step }) => step === outlook.next)
  const office = next === undefined || next.office === '' ? outlook.office : next.office
  const approval = next?.approval ?? ''
  return (
    <>
      {office !== '' && <span className={styles['office']}>{office}</span>}
      {approval !== '' && <span className={styles['office']}>{t('steps.approval', { approval })}</span>}
    </>
  )
}

/** The steps of the form in a line: those behind, the present one, those to come. */
function Steps({ outlook }: { readonly outlook: StayOutlook }) {
  const { t, format } = useText()
  const place = outlook.steps.findIndex((one) => one.step === outlook.status)
  const isStopped = place === -1
  return (
    <ol className={styles['steps']} aria-label={t('steps.line')}>
      {outlook.steps.map(({ step, enteredOn }, index) => {
        const state = isStopped ? 'stopped' : index < place ? 'behind' : index === place ? 'here' : 'ahead'
        const day = enteredOn === null ? undefined : format.date(enteredOn)
        return (
          <li
            key={step}
            className={styles['step']}
            data-state={state}
            aria-current={state === 'here' ? 'step' : undefined}
            title={day}
          >
            {state === 'behind' && <IconCheck size={12} aria-hidden />}
            {stepWord(t, step)}
          </li>
        )
      })}
      {isStopped && (
        <li className={styles['step']} data-state="out" aria-current="step">
          {stepWord(t, outlook.status)}
        </li>
      )}
    </ol>
  )
}

const kinds = ['forward', 'resume', 'stop', 'back'] as const

/** Every other move: further on, out, in again, back. One that is held back says by how much. */
function OtherSteps(props: { readonly moves: readonly Move[]; readonly onMove: (to: Move['to']) => void }) {
  const { t } = useText()
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button size="compact-sm" variant="default" rightSection={<IconChevronDown size={14} />}>
          {t('steps.other')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {kinds.flatMap((kind) => {
          const moves = props.moves.filter((move) => move.kind === kind)
          if (moves.length === 0) return []
          return [
            <Menu.Label key={kind}>{t(`steps.kind.${kind}`)}</Menu.Label>,
            ...moves.map((move) => (
              <Menu.Item
                key={move.to}
                disabled={!move.isOpen}
                leftSection={move.isOpen ? undefined : <IconLock size={13} />}
                onClick={() => props.onMove(move.to)}
              >
                {stepWord(t, move.to)}
              </Menu.Item>
            )),
          ]
        })}
      </Menu.Dropdown>
    </Menu>
  )
}

interface IssuesProps {
  readonly id: string
  readonly outlook: StayOutlook
  readonly issues: readonly Issue[]
  readonly title: string
  readonly links: StayLinks
}

function Issues(props: IssuesProps) {
  return (
    <div className={styles['issues']} data-held={props.issues.some((issue) => issue.level === 'block')}>
      <p>{props.title}</p>
      <IssueList {...props} />
    </div>
  )
}

/** What the steps behind lack: told at once when it would have held the stay back, else when asked for. */
function Lacking(props: IssuesProps) {
  const isHeld = props.issues.some((issue) => issue.level === 'block')
  return (
    <details className={styles['issues']} data-held={isHeld} open={isHeld}>
      <summary>
        {props.title} {props.issues.length}
      </summary>
      <IssueList {...props} />
    </details>
  )
}

function IssueList({ id, outlook, issues, links }: IssuesProps) {
  const { t } = useText()
  const stay = { id, studentId: outlook.studentId, institutionId: outlook.institutionId }
  return (
    <ul>
      {issues.map((issue) => (
        <li key={keyOf(issue)} data-level={issue.level}>
          {issue.level === 'block' ? (
            <IconLock size={13} aria-label={t('steps.level.block')} />
          ) : (
            <IconAlertTriangle size={13} aria-label={t('steps.level.warn')} />
          )}
          <a href={issueHref(issue, stay, links)}>{issueText(t, issue)}</a>
        </li>
      ))}
    </ul>
  )
}
