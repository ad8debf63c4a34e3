import type { XmlNode } from '#shared/domain/ewp/xml-tree.ts'
import type { SheetLimits } from './limits.ts'
import type { RowBatch } from './row-batch.ts'
import type { SheetErrorCode, SheetFormat, SheetInfo, SheetWarning } from './types.ts'
import type { SheetSummary } from './workbook-reader.ts'

/** What the parent asks of the reading process, one request at a time. */
export type ReaderRequest =
  | {
      readonly type: 'open'
      readonly file: { readonly path: string } | { readonly bytes: Uint8Array }
      readonly name: string
      readonly limits: SheetLimits
    }
  | { readonly type: 'read'; readonly sheet: string; readonly maxRows: number }
  | { readonly type: 'read-xml'; readonly bytes: Uint8Array }

/** What the reading process says. `rows` and `memory` come any number of times before the answer to a request. */
export type ReaderReply = ReaderNotice | ReaderAnswer

export type ReaderNotice =
  | { readonly type: 'rows'; readonly batch: RowBatch }
  | { readonly type: 'memory'; readonly rssBytes: number }

export type ReaderAnswer =
  | {
      readonly type: 'opened'
      readonly format: SheetFormat
      readonly sheets: readonly SheetInfo[]
      readonly warnings: readonly SheetWarning[]
    }
  | { readonly type: 'read'; readonly summary: SheetSummary; readonly warnings: readonly SheetWarning[] }
  | { readonly type: 'xml'; readonly root: XmlNode }
  | {
      readonly type: 'refused'
      readonly code: SheetErrorCode
      readonly params: Readonly<Record<string, string | number>>
    }
  | { readonly type: 'failed'; readonly message: string }

const replyTypes: ReadonlySet<unknown> = new Set([
  'rows',
  'memory',
  'opened',
  'read',
  'xml',
  'refused',
  'failed',
] satisfies readonly ReaderReply['type'][])

/** Both sides are of one build: the type of a message tells its shape. */
export function isReaderReply(message: unknown): message is ReaderReply {
  return hasType(message) && replyTypes.has(message.type)
}

export function isReaderRequest(message: unknown): message is ReaderRequest {
  return (
    hasType(message) && (message.type === 'open' || message.type === 'read' || message.type === 'read-xml')
  )
}

function hasType(message: unknown): message is { readonly type: unknown } {
  return typeof message === 'object' && message !== null && 'type' in message
}
