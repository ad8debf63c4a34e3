import { v7 } from 'uuid'
import type { Clock, Ids, Log } from './ports.ts'

export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  today: () => {
    const now = new Date()
    const two = (n: number) => String(n).padStart(2, '0')
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
  },
}

export const uuidIds: Ids = { next: () => v7() }

/** Writes events as JSON lines; hosts choose where to. */
export function createJsonLog(write: (line: string) => void): Log {
  const line = (level: string, event: string, fields: Readonly<Record<string, unknown>>) =>
    write(JSON.stringify({ at: new Date().toISOString(), level, event, ...fields }))
  return {
    info: (event, fields = {}) => line('info', event, fields),
    error: (event, error, fields = {}) =>
      line('error', event, {
        ...fields,
        error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      }),
  }
}
