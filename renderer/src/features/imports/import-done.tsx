import { Button } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import type { ListName } from '#shared/lists/types.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { useText } from '#renderer/ui/text.tsx'
import { FileButton } from './file-button.tsx'
import styles from './import-done.module.css'
import type { AppliedImport } from './import-store.ts'
import { listOfKind, recordWords } from './import-words.ts'

/** The third step: what was written, and where to see it. */
export function ImportDone(props: {
  readonly applied: AppliedImport
  readonly onFile: (file: File) => void
  readonly onDone: (list: ListName) => void
}) {
  const { applied } = props
  const { t, format } = useText()
  const created = recordWords(t, format.list, applied.entities)
  const count = applied.new + applied.changed
  return (
    <Page title={t('importing.title')} isDocument>
      <EmptyState
        icon={<IconCircleCheck size={28} stroke={1.6} className={styles['good']} />}
        title={t('importing.done.title', { file: applied.fileName })}
        text={
          applied.hasChanged ? (
            <>
              <p className={styles['line']}>
                {t('importing.done.text', { count, new: applied.new, changed: applied.changed })}
              </p>
              {created !== undefined && (
                <p className={styles['line']}>{t('importing.done.created', { what: created })}</p>
              )}
              {applied.rejected > 0 && (
                <p className={styles['line']}>{t('importing.done.left', { count: applied.rejected })}</p>
              )}
              <p className={styles['line']}>{t('importing.done.undo')}</p>
            </>
          ) : (
            t('importing.done.unchanged', { file: applied.fileName })
          )
        }
      >
        <Button onClick={() => props.onDone(listOfKind[applied.kind])}>
          {t(`importing.done.show.${applied.kind}`)}
        </Button>
        <FileButton label={t('importing.done.another')} variant="default" onFile={props.onFile} />
      </EmptyState>
    </Page>
  )
}
