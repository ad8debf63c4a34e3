import type { ReactNode } from 'react'
import { useText } from '#renderer/ui/text.tsx'
import styles from './bm.module.css'

/** Mobilities with what was found of each; its rows are the children. */
export function FindingsTable({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const { t } = useText()
  return (
    <div className={styles['wide']} tabIndex={0} role="region" aria-label={label}>
      <table className={styles['table']} aria-label={label}>
        <thead>
          <tr>
            <th scope="col" className={styles['who']}>
              {t('bm.check.student')}
            </th>
            <th scope="col">{t('bm.check.findings')}</th>
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}
