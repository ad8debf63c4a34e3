import type { ComparedCopies } from '#shared/contract/comparison.ts'
import { conditionText, countDifferences, differenceText, loneText } from '#shared/text/comparison-text.ts'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import { useText } from '#renderer/ui/text.tsx'
import styles from './comparison.module.css'

/** Both copies condition by condition: what differs, and which side is to change. */
export function DifferenceTable({ compared }: { readonly compared: ComparedCopies }) {
  const { t } = useText()
  const { ours, theirs, pairs } = compared
  const count = countDifferences(pairs)
  return (
    <>
      <p className={styles['line']} role="status">
        <StatusBadge
          tone={count === 0 ? 'good' : 'warn'}
          word={count === 0 ? t('comparison.same') : t('comparison.count', { count })}
          isPlain
        />
        <span className={styles['quiet']}>
          {t('comparison.of', { ours: ours.label, theirs: theirs.label })}
        </span>
      </p>
      <table className={styles['table']} aria-label={t('comparison.differences')}>
        <thead>
          <tr>
            <th scope="col">{t('comparison.condition')}</th>
            <th scope="col">{t('comparison.differences')}</th>
          </tr>
        </thead>
        <tbody>
          {pairs.map((pair) => (
            <tr key={`${pair.ours} ${pair.theirs}`}>
              <th scope="row">
                {conditionText(
                  t,
                  pair.ours === null ? theirs.conditions[pair.theirs ?? 0] : ours.conditions[pair.ours],
                )}
              </th>
              <td>
                <ul className={styles['list']}>
                  {(pair.ours === null || pair.theirs === null) && <li>{loneText(t, pair)}</li>}
                  {pair.differences.map((difference) => (
                    <li key={difference.field}>{differenceText(t, difference)}</li>
                  ))}
                  {pair.ours !== null && pair.theirs !== null && pair.differences.length === 0 && (
                    <li className={styles['quiet']}>{t('comparison.equal')}</li>
                  )}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
