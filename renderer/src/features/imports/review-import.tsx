import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { IconFileSpreadsheet, IconX } from '@tabler/icons-react'
import type { ImportKind, ImportView } from '#shared/contract/imports.ts'
import type { ListName } from '#shared/lists/types.ts'
import { useUndo } from '#renderer/api/actions.ts'
import { dataChanged } from '#renderer/api/changes.ts'
import { api } from '#renderer/api/queries.ts'
import { refusalOf } from '#renderer/api/refusal.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { useNotices } from '#renderer/ui/notice.tsx'
import { Page } from '#renderer/ui/page.tsx'
import type { PageAction } from '#renderer/ui/page.tsx'
import { useText } from '#renderer/ui/text.tsx'
import { useRefusalText } from '#renderer/ui/use-refusal.ts'
import { applyImport, closeImport } from './import-store.ts'
import type { ImportStage } from './import-store.ts'
import { listOfKind, rowsToWrite } from './import-words.ts'
import { ReviewBody } from './review-body.tsx'
import styles from './review-import.module.css'
import { useAdjust } from './use-adjust.ts'
import { useFileDialog } from './use-file-dialog.tsx'
import { WorkProgress } from './work-progress.tsx'

type Reviewing = Extract<ImportStage, { kind: 'reviewing' }>

/** The second step: how the file is read, what each row would do, and the button that writes it. */
export function ReviewImport(props: {
  readonly stage: Reviewing
  readonly onFile: (file: File, as: ImportKind) => void
  readonly onDone: (list: ListName) => void
}) {
  const { stage } = props
  const { t } = useText()
  const refusalText = useRefusalText()
  const { data: view, error } = useQuery(
    api.imports.get.queryOptions({ input: { importId: stage.importId } }),
  )
  if (view !== undefined) return <Review {...props} view={view} />
  return (
    <Page title={t('importing.title')} isDocument>
      {error === null ? (
        <p role="status">{t('ui.loading')}</p>
      ) : (
        <EmptyState title={refusalText(refusalOf(error))}>
          <Button onClick={() => closeImport()}>{t('importing.done.another')}</Button>
        </EmptyState>
      )}
    </Page>
  )
}

function Review({
  stage,
  view,
  onFile,
  onDone,
}: {
  readonly stage: Reviewing
  readonly view: ImportView
  readonly onFile: (file: File, as: ImportKind) => void
  readonly onDone: (list: ListName) => void
}) {
  const { t } = useText()
  const adjusting = useAdjust(view.importId)
  const apply = useApply(view, onDone)
  const dialog = useFileDialog((file) => onFile(file, view.kind))
  const count = rowsToWrite(view)
  const actions: readonly PageAction[] = [
    {
      key: 'another',
      label: t('importing.another'),
      icon: <IconFileSpreadsheet size={16} />,
      to: { run: dialog.open },
      isOff: stage.isApplying,
    },
    {
      key: 'close',
      label: t('importing.close'),
      icon: <IconX size={16} />,
      to: { run: () => closeImport() },
      isOff: stage.isApplying,
    },
  ]
  return (
    <Page
      title={t('importing.title')}
      lead={<span className={styles['fileName']}>{view.fileName}</span>}
      actions={actions}
      mainAction={{
        key: 'apply',
        label: count === 0 ? t('importing.apply.nothing') : t('importing.apply', { count }),
        to: { run: () => void apply() },
        isOff: count === 0 || view.refusal !== null || stage.isApplying || adjusting.isAdjusting,
      }}
    >
      {dialog.input}
      <ReviewBody view={view} adjusting={adjusting} stage={stage} onFile={onFile} />
      {stage.isApplying && (
        <div className={styles['applying']}>
          <WorkProgress kind="import-apply" title={t('importing.applying', { file: view.fileName })} />
        </div>
      )}
    </Page>
  )
}

/** Applies, and says at the foot of the window what was written, with *Undo* and the way to the list. */
function useApply(view: ImportView, onDone: (list: ListName) => void): () => Promise<void> {
  const { t } = useText()
  const notices = useNotices()
  const { undo } = useUndo()
  const cache = useQueryClient()
  return async () => {
    const applied = await applyImport(view, view.fileName)
    if (applied === undefined) {
      // A refusal may come with another preview: the office has changed since this one was made.
      await cache.invalidateQueries({ queryKey: api.imports.key() })
      return
    }
    dataChanged()
    if (!applied.hasChanged) return
    notices.say({
      text: t('importing.done.notice', { count: applied.new + applied.changed, file: applied.fileName }),
      action: {
        label: t(`importing.done.show.${applied.kind}`),
        run: () => onDone(listOfKind[applied.kind]),
      },
      onUndo: () => {
        closeImport()
        void undo()
      },
    })
  }
}
