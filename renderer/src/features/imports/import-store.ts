import { useSyncExternalStore } from 'react'
import type { ImportKind, ImportView } from '#shared/contract/imports.ts'
import { client } from '#renderer/api/client.ts'
import { runJob } from '#renderer/api/jobs.ts'
import type { JobOutcome } from '#renderer/api/jobs.ts'
import type { Refusal } from '#renderer/api/refusal.ts'

/** What came of an applied import. */
export interface AppliedImport {
  readonly fileName: string
  readonly kind: ImportKind
  readonly new: number
  readonly changed: number
  readonly rejected: number
  /** False when the office already held all of it. */
  readonly hasChanged: boolean
  readonly entities: Readonly<Record<string, number>>
}

/** Where an import stands, from choosing a file to what was written. */
export type ImportStage =
  | { readonly kind: 'choosing'; readonly as: ImportKind; readonly refused?: RefusedFile }
  | { readonly kind: 'reading'; readonly as: ImportKind; readonly fileName: string }
  | {
      readonly kind: 'reviewing'
      readonly as: ImportKind
      /** What the file was said to hold, when it turned out to hold another kind. */
      readonly asked?: ImportKind
      readonly importId: string
      readonly isApplying: boolean
      readonly refusal?: Refusal
    }
  | { readonly kind: 'done'; readonly as: ImportKind; readonly applied: AppliedImport }

/** A file that could not be read, and why; nothing when reading was cancelled. */
export interface RefusedFile {
  readonly file: File
  readonly refusal: Refusal | undefined
}

/* Outside of the screen: leaving it neither stops a reading nor forgets a mapping that was being made. */
let stage: ImportStage = { kind: 'choosing', as: 'partners' }
let lastFile: File | undefined
const listeners = new Set<() => void>()

function setStage(next: ImportStage): void {
  stage = next
  for (const listener of listeners) listener()
}

export function useImportStage(): ImportStage {
  return useSyncExternalStore(subscribe, () => stage)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The file of the open import, to read it again another way. */
export function lastReadFile(): File | undefined {
  return lastFile
}

/** What the next file is taken to hold. */
export function chooseKind(as: ImportKind): void {
  if (stage.kind === 'choosing') setStage({ ...stage, as })
}

/** A kind was asked for from elsewhere: a list of another kind that was only being looked at gives way to it. */
export function askForKind(as: ImportKind): void {
  if (stage.kind === 'reviewing' && (stage.asked ?? stage.as) !== as) closeImport()
  chooseKind(as)
}

/**
 * Reads a file, in place of the import that may be open. A list that holds nothing of what it was said to hold is tried
 * as the others. `label` names the work where works under way are shown.
 */
export async function readFile(file: File, as: ImportKind, label: string): Promise<void> {
  if (isBusy()) return
  giveUp()
  lastFile = file
  setStage({ kind: 'reading', as, fileName: file.name })
  await shown()
  const outcome = await runJob({ kind: 'import-read', as, orElse: true, file }, label)
  if (reviewed(outcome, as)) return
  const refusal = outcome.type === 'failed' ? outcome.refusal : undefined
  setStage({ kind: 'choosing', as, refused: { file, refusal } })
}

const longestWaitMs = 100

/** Lets the window show that it reads before a large file is handed over, which takes it a moment. */
async function shown(): Promise<void> {
  await new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve))
    setTimeout(resolve, longestWaitMs) // a window that is not shown draws nothing
  })
}

/** Goes on to the review when the file was read, and was not cancelled at the last moment. */
function reviewed(outcome: JobOutcome, asked: ImportKind): boolean {
  if (outcome.type !== 'done' || outcome.result.kind !== 'import-read') return false
  const { importId, as } = outcome.result
  if (outcome.isUnwanted) {
    discard(importId)
    return false
  }
  setStage({ kind: 'reviewing', as, importId, isApplying: false, ...(asked === as ? {} : { asked }) })
  return true
}

/** Applies the open import. Answers with what was written, or undefined when it was refused or cancelled. */
export async function applyImport(view: ImportView, label: string): Promise<AppliedImport | undefined> {
  if (stage.kind !== 'reviewing' || isBusy()) return undefined
  const { refusal: _before, ...open } = stage
  setStage({ ...open, isApplying: true })
  const outcome = await runJob({ kind: 'import-apply', importId: view.importId }, label)
  if (outcome.type !== 'done' || outcome.result.kind !== 'import-apply') {
    const refusal = outcome.type === 'failed' ? outcome.refusal : { code: 'job-cancelled', data: {} }
    setStage({ ...open, isApplying: false, refusal })
    return undefined
  }
  const { new: isNew, changed, rejected } = view.counts
  const { changed: hasChanged, entities } = outcome.result
  const { fileName, kind } = view
  const applied = { fileName, kind, new: isNew, changed, rejected, hasChanged, entities }
  setStage({ kind: 'done', as: kind, applied })
  return applied
}

/** Back to choosing a file; what was only looked at is given up. */
export function closeImport(refused?: RefusedFile): void {
  if (isBusy()) return
  giveUp()
  lastFile = undefined
  setStage({ kind: 'choosing', as: stage.as, ...(refused === undefined ? {} : { refused }) })
}

/** The import that was applied is no news any more once the screen was left. */
export function leaveImport(): void {
  if (stage.kind === 'done') setStage({ kind: 'choosing', as: stage.as })
}

/** The refusal of an apply has been read: the mapping was changed since. */
export function forgetRefusal(): void {
  if (stage.kind !== 'reviewing' || stage.refusal === undefined) return
  const { refusal: _read, ...open } = stage
  setStage(open)
}

function isBusy(): boolean {
  return stage.kind === 'reading' || (stage.kind === 'reviewing' && stage.isApplying)
}

function giveUp(): void {
  if (stage.kind === 'reviewing') discard(stage.importId)
}

/** The core drops the oldest imports by itself: one that it has already dropped needs no word. */
function discard(importId: string): void {
  client.imports.discard({ importId }).catch(() => undefined)
}
