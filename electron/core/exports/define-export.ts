import type { Kysely } from 'kysely'
import type { ExportParam } from '#shared/contract/exports.ts'
import type { JobStart } from '#shared/contract/jobs.ts'
import type { NominationChannel } from '#shared/domain/nomination-channels.ts'
import type { Language } from '#shared/text/define-texts.ts'
import type { Formats } from '#shared/text/formats.ts'
import type { TextKey, Translate } from '#shared/text/text.ts'
import type { Database } from '#core/db/schema.ts'
import type { Gazetteer } from '#core/geo/gazetteer.ts'
import type { ListService } from '#core/features/lists/lists.service.ts'
import type { JobContext } from '#core/jobs/job-runner.ts'

/** Values of a format's parameters, as the user gave them. */
export type ExportParams = Extract<JobStart, { kind: 'export' }>['params']

/** One language, ready to use. */
export interface Words {
  readonly language: Language
  readonly t: Translate
  readonly formats: Formats
}

/** What a format works with: one moment of the office, the user's language, and a folder of its own. */
export interface ExportContext {
  readonly read: Kysely<Database>
  readonly lists: ListService
  /** The user's language. */
  readonly words: Words
  /** Another language: a partner is written to in its own. */
  readonly wordsIn: (language: Language) => Words
  readonly today: string
  readonly academicYear: string
  /** Looked at between batches. */
  readonly signal: AbortSignal
  readonly progress: JobContext['onProgress']
  readonly outFolder: string
  readonly gazetteer: Gazetteer
}

/** One file that a format made in its folder. */
export interface ExportedFile {
  readonly name: string
  readonly path: string
  readonly rows: number
  /** The mobilities that the file nominates. */
  readonly mobilityIds?: readonly string[]
  /** How and to whom the file goes, where that is known. */
  readonly sending?: Sending
  /** What the file says of each mobility, by its id: values by key, as codes. */
  readonly said?: Readonly<Record<string, Readonly<Record<string, string>>>>
}

export interface Sending {
  readonly channel: NominationChannel
  readonly recipient: string | null
}

/** What the user should know of a file that was made all the same; its words are `export.remark.<code>`. */
export interface ExportRemark {
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
}

export interface Exported {
  readonly files: readonly ExportedFile[]
  /** The name of the package, without extension, when there are several files. */
  readonly packageName: string
  /** Records that could be in the files and are not, because something is missing. */
  readonly leftOut: number
  readonly remarks?: readonly ExportRemark[]
}

/** A format that the office can produce; the screen and the command line ask for the parameters that it declares. */
export interface ExportFormat {
  readonly id: string
  readonly titleKey: TextKey
  readonly extension: 'xlsx' | 'xml' | 'ics' | 'pdf' | 'html' | 'svg' | 'eml'
  readonly params: readonly ExportParam[]
  /** @throws DomainError `nothing-to-export`, `job-cancelled`, `disk-full` */
  readonly run: (context: ExportContext, params: ExportParams) => Promise<Exported>
}

export function defineExport(format: ExportFormat): ExportFormat {
  return format
}
