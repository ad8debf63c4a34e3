/** What a running host leaves for later starts. */
export interface RunningRecord {
  readonly pid: number
  /** Its address with the token; absent while it starts. */
  readonly url?: string
  /** The browser and profile folder of its window, so that a second window joins it; absent when it opened none. */
  readonly window?: { readonly browser: string; readonly profile: string }
}

/** Undefined when the text is no record: cut short by a full disk, or written by hand. */
export function parseRecord(text: string): RunningRecord | undefined {
  const value = parseJson(text)
  if (typeof value !== 'object' || value === null) return undefined
  const { pid, url, window } = { pid: undefined, url: undefined, window: undefined, ...value }
  if (typeof pid !== 'number' || !Number.isInteger(pid) || pid <= 0) return undefined
  return {
    pid,
    ...(typeof url === 'string' && URL.canParse(url) ? { url } : {}),
    ...windowOf(window),
  }
}

function windowOf(value: unknown): Pick<RunningRecord, 'window'> {
  if (typeof value !== 'object' || value === null) return {}
  const { browser, profile } = { browser: undefined, profile: undefined, ...value }
  return typeof browser === 'string' && typeof profile === 'string' ? { window: { browser, profile } } : {}
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // not JSON is one way of not being a record
  }
}
