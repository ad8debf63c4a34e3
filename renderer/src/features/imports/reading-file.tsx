import { Page } from '#renderer/ui/page.tsx'
import { useText } from '#renderer/ui/text.tsx'
import styles from './choose-file.module.css'
import { WorkProgress } from './work-progress.tsx'

/** The file is being read; nothing else can be done with the import but to cancel. */
export function ReadingFile({ fileName }: { readonly fileName: string }) {
  const { t } = useText()
  return (
    <Page title={t('importing.title')} isDocument>
      <div className={styles['column']}>
        <WorkProgress kind="import-read" title={t('importing.reading', { file: fileName })} />
      </div>
    </Page>
  )
}
