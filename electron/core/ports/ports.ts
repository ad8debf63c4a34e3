/** What the core needs from outside. Hosts and tests provide these; nothing else is faked. */

export interface Clock {
  /** The present instant, ISO 8601 in UTC. */
  now(): string
  /** The present day where the office is, `YYYY-MM-DD`. */
  today(): string
}

export interface Ids {
  /** A new id (UUIDv7: unique across files, in order of creation). */
  next(): string
}

/** Events with fields; never personal data. */
export interface Log {
  info(event: string, fields?: Readonly<Record<string, string | number | boolean>>): void
  error(event: string, error: unknown, fields?: Readonly<Record<string, string | number | boolean>>): void
}
