/**
 * Reading a foreign file in Electron: the core runs in a utility process, and only main may start another one. So main
 * starts the readers for the core and carries their messages; `id` says which reader, `message` is theirs alone.
 */
export type ToReaders =
  | { readonly type: 'reader-start'; readonly id: number; readonly execArgv: readonly string[] }
  | { readonly type: 'reader-post'; readonly id: number; readonly message: unknown }
  | { readonly type: 'reader-kill'; readonly id: number }

export type FromReaders =
  | { readonly type: 'reader-started'; readonly id: number; readonly pid: number | undefined }
  | { readonly type: 'reader-said'; readonly id: number; readonly message: unknown }
  | {
      readonly type: 'reader-gone'
      readonly id: number
      readonly isOutOfMemory: boolean
      readonly detail: string
    }

/** Undefined for what is no message about readers. */
export function parseToReaders(value: unknown): ToReaders | undefined {
  const { type, id, execArgv, message } = fieldsOf(value)
  if (typeof id !== 'number') return undefined
  if (type === 'reader-start' && isTexts(execArgv)) return { type, id, execArgv }
  if (type === 'reader-post') return { type, id, message }
  if (type === 'reader-kill') return { type, id }
  return undefined
}

/** Undefined for what is no message about readers. */
export function parseFromReaders(value: unknown): FromReaders | undefined {
  const { type, id, pid, message, isOutOfMemory, detail } = fieldsOf(value)
  if (typeof id !== 'number') return undefined
  if (type === 'reader-started') return { type, id, pid: typeof pid === 'number' ? pid : undefined }
  if (type === 'reader-said') return { type, id, message }
  if (type === 'reader-gone') {
    return { type, id, isOutOfMemory: isOutOfMemory === true, detail: String(detail) }
  }
  return undefined
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
