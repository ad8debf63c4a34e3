import { useEffect } from 'react'
import type { ImportKind } from '#shared/contract/imports.ts'
import type { ListName } from '#shared/lists/types.ts'
import { useText } from '#renderer/ui/text.tsx'
import { ChooseFile } from './choose-file.tsx'
import { DropPage } from './drop-page.tsx'
import { ImportDone } from './import-done.tsx'
import { askForKind, leaveImport, readFile, useImportStage } from './import-store.ts'
import { ReadingFile } from './reading-file.tsx'
import { ReviewImport } from './review-import.tsx'

/**
 * A foreign list on its way into the office: chosen, looked at and corrected, applied. `as` is
 * what it is taken to hold; `onDone` shows the list that now holds what was imported.
 */
export function ImportPage({
  as,
  onDone,
}: {
  readonly as: ImportKind | undefined
  readonly onDone: (list: ListName) => void
}) {
  const stage = useImportStage()
  const { t } = useText()
  useEffect(() => leaveImport, [])
  useEffect(() => {
    if (as !== undefined) askForKind(as)
  }, [as])
  return (
    <DropPage
      as={t(`importing.kind.${stage.as}`)}
      isOff={isBusy(stage)}
      onFile={(file) => read(file, stage.as)}
    >
      {stage.kind === 'choosing' && <ChooseFile stage={stage} onFile={read} />}
      {stage.kind === 'reading' && <ReadingFile fileName={stage.fileName} />}
      {stage.kind === 'reviewing' && (
        <ReviewImport key={stage.importId} stage={stage} onFile={read} onDone={onDone} />
      )}
      {stage.kind === 'done' && (
        <ImportDone applied={stage.applied} onFile={(file) => read(file, stage.as)} onDone={onDone} />
      )}
    </DropPage>
  )
}

function isBusy(stage: ReturnType<typeof useImportStage>): boolean {
  return stage.kind === 'reading' || (stage.kind === 'reviewing' && stage.isApplying)
}

/** Reads a file; what comes of it is the next stage. */
function read(file: File, as: ImportKind): void {
  void readFile(file, as, file.name) // a failure becomes a stage too
}
