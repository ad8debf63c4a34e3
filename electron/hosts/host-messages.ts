import type { Language } from '#shared/text/define-texts.ts'

/** The name under which a window hands over its port, from page to preload to main. */
export const portMessage = 'escale:connect'

/** What main gives the core's process when it starts it, as one argument of JSON. */
export interface CoreArguments {
  readonly suggestedLanguage: Language
  /** Absolute; without it, the office used last is opened. */
  readonly officeFile?: string
}

/** From main to the core's process. `connect` carries one port. */
export type ToCore =
  | { readonly type: 'connect' }
  | { readonly type: 'open-office'; readonly path: string }
  | { readonly type: 'end' }

/** From the core's process to main. */
export type FromCore =
  | { readonly type: 'ready' }
  /** An office file could not be opened; `reason` is a sentence. */
  | { readonly type: 'refused'; readonly reason: string }

export function parseCoreArguments(text: string | undefined): CoreArguments {
  const { suggestedLanguage, officeFile } = fieldsOf(JSON.parse(text ?? '{}'))
  return {
    suggestedLanguage: suggestedLanguage === 'fr' ? 'fr' : 'en',
    ...(typeof officeFile === 'string' ? { officeFile } : {}),
  }
}

/** Undefined for what is no message of ours. */
export function parseToCore(message: unknown): ToCore | undefined {
  const { type, path } = fieldsOf(message)
  if (type === 'connect' || type === 'end') return { type }
  if (type === 'open-office' && typeof path === 'string') return { type, path }
  return undefined
}

/** Undefined for what is no message of ours. */
export function parseFromCore(message: unknown): FromCore | undefined {
  const { type, reason } = fieldsOf(message)
  if (type === 'ready') return { type }
  if (type === 'refused' && typeof reason === 'string') return { type, reason }
  return undefined
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
