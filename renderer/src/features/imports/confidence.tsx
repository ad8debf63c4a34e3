import { useText } from '#renderer/ui/text.tsx'
import { confidenceLevel } from './import-words.ts'
import styles from './confidence.module.css'

/** How sure a proposal is: a bar and a word. */
export function Confidence({ confidence }: { readonly confidence: number }) {
  const { t } = useText()
  const level = confidenceLevel(confidence)
  const percent = Math.round(confidence * 100)
  return (
    <span
      className={styles['confidence']}
      data-level={level}
      title={t('importing.confidence.of', { percent })}
    >
      <svg className={styles['bar']} viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden>
        <rect width="100" height="6" rx="3" className={styles['track']} />
        <rect width={percent} height="6" rx="3" className={styles['value']} />
      </svg>
      {t(`importing.confidence.${level}`)}
    </span>
  )
}
