import { Button } from '@mantine/core'
import type { ComparedPartner } from '#shared/contract/register.ts'
import { fieldLabel, textKey } from '#shared/entities/labels.ts'
import { StatusBadge, type StatusTone } from '#renderer/ui/status-badge.tsx'
import { useText } from '#renderer/ui/text.tsx'
import styles from './register.module.css'

export type Take = (partner: ComparedPartner, values: Readonly<Record<string, string>>) => void

const tones: Readonly<Record<ComparedPartner['finding']['state'], StatusTone>> = {
  held: 'good',
  lost: 'bad',
  absent: 'warn',
  outside: 'idle',
}

/** One partner: its charter, where it stands in the register, and what can be taken over from there. */
export function PartnerRow(props: {
  readonly partner: ComparedPartner
  readonly href: string
  readonly onTake: Take
}) {
  const { partner, onTake } = props
  const { finding } = partner
  const { t, format } = useText()
  const word =
    finding.state === 'lost'
      ? t('register.state.lost', { date: format.date(finding.lastSeen ?? '') })
      : t(textKey(`register.state.${finding.state}`))
  return (
    <tr>
      <th scope="row">
        <a href={props.href}>{partner.name}</a>
        {partner.erasmusCode !== null && <span className={styles['code']}> {partner.erasmusCode}</span>}
      </th>
      <td>
        <StatusBadge tone={tones[finding.state]} word={word} isPlain />
      </td>
      <td>
        {finding.entry !== null && (
          <>
            {finding.entry.name} <span className={styles['code']}>{finding.entry.erasmusCode ?? ''}</span>
            <span className={styles['quiet']}>
              {finding.by === null ? '' : t(textKey(`register.by.${finding.by}`))}
            </span>
          </>
        )}
        {finding.perhaps !== null && (
          <span className={styles['quiet']}>
            {t('register.perhaps', {
              name: finding.perhaps.name,
              code: finding.perhaps.erasmusCode ?? finding.perhaps.pic ?? '',
            })}
          </span>
        )}
      </td>
      <td>
        <WhatToDo partner={partner} onTake={onTake} />
      </td>
    </tr>
  )
}

function WhatToDo({ partner, onTake }: { readonly partner: ComparedPartner; readonly onTake: Take }) {
  const { t } = useText()
  const { finding } = partner
  const advice =
    finding.state === 'held' ? (finding.changes.includes('gained') ? 'gained' : null) : finding.state
  const { perhaps } = finding
  return (
    <>
      {advice !== null && <span className={styles['quiet']}>{t(textKey(`register.do.${advice}`))}</span>}
      <ul className={styles['suggestions']}>
        {finding.suggestions.map(({ field, from, to }) => (
          <li key={field}>
            <span className={styles['code']}>
              {t('register.suggest', {
                field: t(fieldLabel('institution', field)),
                from: from ?? t('register.suggest.none'),
                to,
              })}
            </span>
            <Button
              size="compact-xs"
              variant="default"
              aria-label={t('register.take.label', {
                field: t(fieldLabel('institution', field)),
                name: partner.name,
                to,
              })}
              onClick={() => onTake(partner, { [field]: to })}
            >
              {t('register.take')}
            </Button>
          </li>
        ))}
        {perhaps !== null && (
          <li>
            <Button
              size="compact-xs"
              variant="default"
              aria-label={`${t('register.take.perhaps')}: ${perhaps.name}`}
              onClick={() => onTake(partner, valuesOf(perhaps))}
            >
              {t('register.take.perhaps')}
            </Button>
          </li>
        )}
      </ul>
    </>
  )
}

function valuesOf(
  entry: NonNullable<ComparedPartner['finding']['perhaps']>,
): Readonly<Record<string, string>> {
  const { name, erasmusCode, pic, oid } = entry
  return Object.fromEntries(
    Object.entries({ name, erasmusCode, pic, oid }).flatMap(([field, value]) =>
      value === null ? [] : [[field, value]],
    ),
  )
}
