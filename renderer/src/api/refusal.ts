import { ORPCError } from '@orpc/client'

/** Why a call did not do what was asked: a refusal with its facts, or a bug with the id of its line in the log. */
export interface Refusal {
  /** A `DomainErrorCode`, a `SheetErrorCode`, or `internal`. */
  readonly code: string
  readonly data: Readonly<Record<string, string | number>>
}

/** Reads what a failed call threw. The connection's own errors count as internal ones. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof ORPCError) {
    const data: unknown = error.data
    if (error.code === 'REFUSED' && isRefusalData(data)) return { code: data.code, data: data.data }
    if (error.code === 'INTERNAL' && isInternalData(data)) return { code: 'internal', data: { id: data.id } }
  }
  return { code: 'internal', data: { id: error instanceof Error ? error.message : String(error) } }
}

function isRefusalData(data: unknown): data is { code: string; data: Record<string, string | number> } {
  return (
    typeof data === 'object' &&
    data !== null &&
    'code' in data &&
    'data' in data &&
    typeof data.code === 'string'
  )
}

function isInternalData(data: unknown): data is { id: string } {
  return typeof data === 'object' && data !== null && 'id' in data && typeof data.id === 'string'
}
