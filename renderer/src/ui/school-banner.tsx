import { IconAlertTriangle } from '@tabler/icons-react'
import { isTextKey } from '#shared/text/text.ts'
import { useText } from './text.tsx'
import styles from './school-banner.module.css'

/** Says what our own school has not filled in yet, without which nobody knows who nominates. */
export function SchoolBanner({ fields }: { readonly fields: readonly string[] }) {
  const { t, format } = useText()
  if (fields.length === 0) return null
  const words = fields.map((field) => {
    const key = `settings.school.${field}`
    return isTextKey(key) ? t(key) : field
  })
  return (
    <div role="status" className={styles['banner']}>
      <IconAlertTriangle size={18} aria-hidden />
      <span>{t('nominating.school', { fields: format.list(words) })}</span>
      <a href="#/settings">{t('nominating.school.fill')}</a>
    </div>
  )
}
