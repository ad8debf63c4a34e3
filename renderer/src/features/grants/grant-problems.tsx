import { IconAlertTriangle, IconCircleX } from '@tabler/icons-react'
import type { GrantProblemView } from '#shared/contract/grants.ts'
import { isEntityName } from '#shared/entities/index.ts'
import { createGrantWords } from '#shared/text/grant-text.ts'
import { useText } from '#renderer/ui/text.tsx'
import styles from './grants.module.css'
import type { GrantLinks } from './section-props.ts'

/** What stands against a grant, or deserves a look; each leads to the field where it is mended. */
export function GrantProblems(props: {
  readonly problems: readonly GrantProblemView[]
  readonly links: GrantLinks
}) {
  const { t, format } = useText()
  if (props.problems.length === 0) return null
  const words = createGrantWords(t, format)
  return (
    <ul className={styles['problems']}>
      {props.problems.map((problem) => {
        const { at, code, level, params } = problem
        const Icon = level === 'refusal' ? IconCircleX : IconAlertTriangle
        return (
          <li key={`${code} ${JSON.stringify(params)}`} data-level={level}>
            <Icon size={16} aria-hidden />
            <span>{words.problem(code, params)}</span>
            {at !== null && <MendLink at={at} links={props.links} />}
          </li>
        )
      })}
    </ul>
  )
}

function MendLink({
  at,
  links,
}: {
  readonly at: NonNullable<GrantProblemView['at']>
  readonly links: GrantLinks
}) {
  const { t } = useText()
  if (at.id !== null && isEntityName(at.entity))
    return <a href={links.toRecord(at.entity, at.id, at.field)}>{t('grant.mend')}</a>
  return at.entity === 'grantRate' ? <a href={links.toList('grantRates', [])}>{t('grants.rates')}</a> : null
}
