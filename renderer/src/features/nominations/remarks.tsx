import { textKey } from '#shared/entities/labels.ts'
import { useText } from '#renderer/ui/text.tsx'
import styles from './partner.module.css'
import type { Remark } from '#renderer/api/exports.ts'

/** What the user should know of the files that were just made. */
export function Remarks({ remarks }: { readonly remarks: readonly Remark[] }) {
  const { t } = useText()
  if (remarks.length === 0) return null
  return (
    <ul className={styles['remarks']} role="status">
      {remarks.map(({ code, params }) => {
        const sentence = t(textKey(`export.remark.${code}`), params)
        return <li key={sentence}>{sentence}</li>
      })}
    </ul>
  )
}
