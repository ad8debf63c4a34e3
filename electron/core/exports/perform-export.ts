import { listCountryCodes } from '#shared/domain/country-codes.ts'
import type { Language } from '#shared/text/define-texts.ts'
import { createFormats } from '#shared/text/formats.ts'
import { createTranslate, type TextKey, type Translate } from '#shared/text/text.ts'
import { openForReading, type Connections } from '#core/db/open.ts'
import { createTurns } from '#core/db/turns.ts'
import { createListService } from '#core/features/lists/lists.service.ts'
import type { Gazetteer } from '#core/geo/gazetteer.ts'
import type { JobContext } from '#core/jobs/job-runner.ts'
import type { Log } from '#core/ports/ports.ts'
import { createSearchIndex } from '#core/search/search-index.ts'
import type { ExportContext, ExportParams, Words } from './define-export.ts'
import { exportFormat } from './index.ts'
import { packFiles, type ExportOutcome } from './pack-files.ts'
import { checkParams } from './params.ts'

/** Everything that an export needs, as values that can be sent to another thread. */
export interface ExportRequest {
  readonly path: string
  readonly key?: Uint8Array
  readonly format: string
  readonly params: ExportParams
  readonly language: Language
  readonly today: string
  readonly academicYear: string
  /** An empty folder: the files are made there. */
  readonly outFolder: string
}

/**
 * Runs one export over a connection of its own, on the office as it is at one moment, whatever is written meanwhile.
 * @throws DomainError `export-unknown`, `export-invalid`, `nothing-to-export`, `job-cancelled`, `disk-full`, or as
 *   `openForReading`
 */
export async function performExport(
  request: ExportRequest,
  deps: JobContext & { readonly log: Log; readonly gazetteer: Gazetteer },
): Promise<ExportOutcome> {
  const format = exportFormat(request.format)
  const params = checkParams(format, request.params)
  const connections = openForReading({ path: request.path, log: deps.log, ...keyOf(request) })
  try {
    connections.raw.exec('BEGIN')
    const exported = await format.run(contextOf(request, deps, connections), params)
    deps.onProgress('packing', 0, exported.files.length)
    return await packFiles(exported, request.outFolder, request.today)
  } finally {
    await connections.close()
  }
}

function contextOf(
  { language, today, academicYear, outFolder }: ExportRequest,
  { signal, onProgress, gazetteer }: JobContext & { readonly gazetteer: Gazetteer },
  connections: Connections,
): ExportContext {
  const words = wordsIn(language)
  const { country, compare } = words.formats
  const countriesInOrder = listCountryCodes().toSorted((a, b) => compare(country(a), country(b)))
  const search = createSearchIndex(connections, createTurns())
  const moment = () => ({ academicYear, today, words, countriesInOrder })
  const lists = createListService({ connections, search, moment })
  const progress = onProgress
  const { read } = connections
  return { read, lists, words, wordsIn, today, academicYear, signal, progress, outFolder, gazetteer }
}

function wordsIn(language: Language): Words {
  return { language, t: remembering(createTranslate(language)), formats: createFormats(language) }
}

/** Finds each word once: a list says the same ones a hundred thousand times. */
function remembering(translate: Translate): Translate {
  const known = new Map<TextKey, string>()
  return (key, params) => {
    if (params !== undefined) return translate(key, params)
    const word = known.get(key) ?? translate(key)
    known.set(key, word)
    return word
  }
}

/** The key, present only when there is one. */
export function keyOf({ key }: { readonly key?: Uint8Array }): { readonly key?: Uint8Array } {
  return key === undefined ? {} : { key }
}
