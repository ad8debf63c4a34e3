import { IconAlertTriangle, IconCircleX, IconInfoCircle, IconSparkles } from '@tabler/icons-react'
import { useMemo } from 'react'
import type { ImportView, RowIssue } from '#shared/contract/imports.ts'
import { rowIssueText, sayKey } from '#shared/text/import-text.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { useText } from '#renderer/ui/text.tsx'
import { groupFindings, severities } from './group-findings.ts'
import type { FindingGroup } from './group-findings.ts'
import { codeHeading } from './import-words.ts'
import styles from './findings.module.css'

const icons = { error: IconCircleX, warning: IconAlertTriangle, cleaned: IconSparkles } as const

/** Everything that was found in the file, the worst first, by kind; each case opens its row. */
export function Findings({
  view,
  onShow,
}: {
  readonly view: ImportView
  readonly onShow: (issue: RowIssue) => void
}) {
  const { t, format } = useText()
  const groups = useMemo(() => groupFindings(view), [view])
  if (groups.length === 0 && view.warnings.length === 0)
    return <EmptyState title={t('importing.findings.none.title')} text={t('importing.findings.none')} />
  return (
    <div className={styles['findings']}>
      {view.warnings.length > 0 && (
        <section>
          <h2 className={styles['severity']}>
            <IconInfoCircle size={16} aria-hidden />
            {t('importing.findings.note')}
          </h2>
          <ul className={styles['notes']}>
            {view.warnings.map((warning) => {
              const said = sayKey(t, warning.code, warning.params)
              return <li key={said}>{said}</li>
            })}
          </ul>
        </section>
      )}
      {severities.map((severity) => {
        const Icon = icons[severity]
        const own = groups.filter((group) => group.severity === severity)
        if (own.length === 0) return null
        return (
          <section key={severity}>
            <h2 className={styles['severity']} data-severity={severity}>
              <Icon size={16} aria-hidden />
              {t(`importing.findings.${severity}`)}
              <span className={styles['count']}>{format.integer(view.issueCounts[severity])}</span>
            </h2>
            {own.map((group) => (
              <Group key={group.code} group={group} onShow={onShow} />
            ))}
          </section>
        )
      })}
    </div>
  )
}

/** Cases of one kind; those of a rare or grave kind are open from the start. */
function Group({
  group,
  onShow,
}: {
  readonly group: FindingGroup
  readonly onShow: (issue: RowIssue) => void
}) {
  const { t, format } = useText()
  const [first] = group.issues
  const heading = first === undefined ? sayKey(t, group.code) : codeHeading(t, first)
  const hidden = group.count - group.issues.length
  return (
    <details className={styles['group']} open={group.severity === 'error' || group.count <= 3}>
      <summary className={styles['summary']}>
        <span className={styles['heading']}>{heading}</span>
        <span className={styles['count']}>{format.integer(group.count)}</span>
      </summary>
      <ul className={styles['cases']}>
        {group.issues.map((issue) => (
          <li key={`${issue.row} ${issue.column ?? ''}`}>
            <button type="button" className={styles['case']} onClick={() => onShow(issue)}>
              <span className={styles['place']}>
                {issue.column === null
                  ? t('importing.findings.row', { row: issue.row })
                  : t('importing.findings.cell', { column: issue.column, row: String(issue.row) })}
              </span>
              <CaseWords issue={issue} heading={heading} />
            </button>
          </li>
        ))}
      </ul>
      {hidden > 0 && <p className={styles['more']}>{t('importing.findings.more', { count: hidden })}</p>}
    </details>
  )
}

/** What is written in the cell, and what is said of it, unless the heading has said it all. */
function CaseWords({ issue, heading }: { readonly issue: RowIssue; readonly heading: string }) {
  const { t, format } = useText()
  const said = rowIssueText(t, format, issue)
  const value = issue.value ?? ''
  const isQuoted = value === '' || said.includes(value.trim())
  return (
    <span>
      {!isQuoted && <span className={styles['value']}>{value}</span>}
      {(said !== heading || isQuoted) && <span>{said}</span>}
    </span>
  )
}
