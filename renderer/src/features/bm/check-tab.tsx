import { Button } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { BmCheck, BmCheckedStay, BmFindingView, BmScope } from '#shared/contract/bm.ts'
import { textKey } from '#shared/entities/labels.ts'
import { bmFindingText } from '#shared/text/bm-text.ts'
import { useRun } from '#renderer/api/actions.ts'
import { client } from '#renderer/api/client.ts'
import { api } from '#renderer/api/queries.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Stat, StatRow } from '#renderer/ui/stat.tsx'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import { useText } from '#renderer/ui/text.tsx'
import styles from './bm.module.css'
import { FindingsTable } from './findings-table.tsx'
import { linkToPlace, type BmLinks } from './place-link.ts'

interface CheckTabProps {
  readonly scope: BmScope
  readonly links: BmLinks
}

/** What the module would refuse, and what somebody should look at, by rule and by mobility. */
export function CheckTab({ scope, links }: CheckTabProps) {
  const { t } = useText()
  const [code, setCode] = useState<BmFindingView['code'] | null>(null)
  const { data } = useQuery(
    api.bm.check.queryOptions({ input: { ...scope, code }, placeholderData: keepPreviousData }),
  )
  if (data === undefined) return <p role="status">{t('ui.loading')}</p>
  if (data.counts.stays === 0)
    return (
      <div className={styles['panel']}>
        <EmptyState title={t('bm.check.none')} />
      </div>
    )
  return (
    <div className={styles['panel']}>
      <Figures check={data} links={links} />
      <Numbering check={data} scope={scope} />
      {data.school.map((finding) => (
        <div key={finding.code} className={styles['box']}>
          <Finding finding={finding} name={t('bm.check.school')} links={links} />
        </div>
      ))}
      {data.byCode.length === 0 ? (
        <p className={styles['note']}>{t('bm.check.fine', { count: data.counts.stays })}</p>
      ) : (
        <>
          <Rules check={data} code={code} onCode={setCode} />
          <Stays check={data} links={links} />
        </>
      )}
    </div>
  )
}

/** Each figure opens the list of its mobilities. */
function Figures({ check, links }: { readonly check: BmCheck; readonly links: BmLinks }) {
  const { t } = useText()
  const { counts, academicYear, callId } = check
  const href = (states: string[]) =>
    links.toList('mobilities', [
      callId === null
        ? { key: 'academicYear', test: 'is', values: [academicYear] }
        : { key: 'bmCall', test: 'is', values: [callId] },
      { key: 'bmState', test: 'is', values: states },
    ])
  return (
    <StatRow>
      <Stat label={t('bm.figure.stays')} value={counts.stays} href={href(['ready', 'look', 'refused'])} />
      <Stat label={t('bm.figure.ready')} value={counts.ready} href={href(['ready'])} />
      <Stat
        label={t('bm.figure.look')}
        value={counts.toLookAt}
        href={href(['look'])}
        tone={counts.toLookAt > 0 ? 'warn' : 'none'}
      />
      <Stat
        label={t('bm.figure.refused')}
        value={counts.refused}
        href={href(['refused'])}
        tone={counts.refused > 0 ? 'bad' : 'none'}
      />
    </StatRow>
  )
}

function Numbering({ check, scope }: { readonly check: BmCheck; readonly scope: BmScope }) {
  const { t } = useText()
  const run = useRun()
  if (check.withoutId === 0) return null
  return (
    <div className={styles['actions']}>
      <Button
        variant="default"
        onClick={() =>
          void run(() => client.bm.number(scope), { done: t('bm.numbered', { count: check.withoutId }) })
        }
      >
        {t('bm.number', { count: check.withoutId })}
      </Button>
    </div>
  )
}

function Rules(props: {
  readonly check: BmCheck
  readonly code: BmFindingView['code'] | null
  readonly onCode: (code: BmFindingView['code'] | null) => void
}) {
  const { t } = useText()
  const chosen = (code: BmFindingView['code'] | null) => (props.code === code ? 'filled' : 'default')
  return (
    <div className={styles['actions']} role="group" aria-label={t('bm.check.rules')}>
      <Button
        size="compact-sm"
        variant={chosen(null)}
        aria-pressed={props.code === null}
        onClick={() => props.onCode(null)}
      >
        {t('bm.check.all')}
      </Button>
      {props.check.byCode
        .filter(({ code }) => code !== 'school-unnamed')
        .map(({ code, count }) => (
          <Button
            key={code}
            size="compact-sm"
            variant={chosen(code)}
            aria-pressed={props.code === code}
            onClick={() => props.onCode(code)}
          >
            {`${t(textKey(`bm.rule.${code}`))} · ${count}`}
          </Button>
        ))}
    </div>
  )
}

function Stays({ check, links }: { readonly check: BmCheck; readonly links: BmLinks }) {
  const { t } = useText()
  return (
    <>
      {check.found > check.stays.length && (
        <p className={styles['note']}>
          {t('bm.check.shown', { shown: check.stays.length, count: check.found })}
        </p>
      )}
      <FindingsTable label={t('bm.check.table')}>
        {check.stays.map((stay) => (
          <StayRow key={stay.id} stay={stay} links={links} />
        ))}
      </FindingsTable>
    </>
  )
}

function StayRow({ stay, links }: { readonly stay: BmCheckedStay; readonly links: BmLinks }) {
  const { format } = useText()
  const days = [stay.start, stay.end].map((day) => (day === null ? '…' : format.date(day))).join(' – ')
  return (
    <tr>
      <th scope="row">
        <a href={links.toRecord('mobility', stay.id)}>{stay.name}</a>
        <div className={styles['note']}>{[stay.host, days].filter((part) => part !== null).join(' · ')}</div>
        {stay.bmId !== null && <span className={styles['code']}>{stay.bmId}</span>}
      </th>
      <td>
        <ul className={styles['findings']}>
          {stay.findings.map((finding) => (
            <li key={`${finding.code} ${finding.at.field}`}>
              <Finding finding={finding} name={stay.name} links={links} />
            </li>
          ))}
        </ul>
      </td>
    </tr>
  )
}

/** What was found, and the way to the field where it is mended. */
function Finding(props: { readonly finding: BmFindingView; readonly name: string; readonly links: BmLinks }) {
  const { finding, name } = props
  const { t, format } = useText()
  const said = bmFindingText({ t, formats: format }, finding)
  return (
    <div className={styles['finding']}>
      <StatusBadge
        tone={finding.level === 'error' ? 'bad' : 'warn'}
        word={t(textKey(`bm.level.${finding.level}`))}
        isPlain
      />
      <span>
        {said}{' '}
        <a
          href={linkToPlace(props.links, finding.at)}
          aria-label={t('bm.check.mend.label', { name, what: said })}
        >
          {t('bm.check.mend')}
        </a>
      </span>
    </div>
  )
}
