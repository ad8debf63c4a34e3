import type { LaunchPass } from './launch-pass.ts'

/** The parts of a request that decide whether it is let in. Header names are in lower case, as Node gives them. */
export interface Asked {
  readonly method?: string | undefined
  /** The request target as sent: path and query. */
  readonly url?: string | undefined
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
}

const rpcPath = '/rpc'
const launchPath = '/launch'
/** One path for every launch: by it the browser remembers where its window was, and how large. */
export const openPath = '/open'

export type Answer =
  | { readonly kind: 'refuse'; readonly status: 400 | 403 | 405 }
  | { readonly kind: 'file'; readonly path: string }
  /** Gives the running host's address for a new window: asked by a second start, which read the token from its record. */
  | { readonly kind: 'launch' }
  /** Exchanges a code for the token. */
  | { readonly kind: 'open'; readonly code: string }

/**
 * Decides about a plain request. Static files need no token: they are the application, which anyone can read, and hold no
 * data. But every request must name exactly our host, so that a page whose name was rebound to 127.0.0.1 gets nothing,
 * and must not come from another site's page.
 */
export function answerTo(asked: Asked, host: string, pass: LaunchPass): Answer {
  if (asked.headers['host'] !== host) return { kind: 'refuse', status: 403 }
  if (asked.method !== 'GET' && asked.method !== 'HEAD') return { kind: 'refuse', status: 405 }
  if (!isFromOurselves(asked)) return { kind: 'refuse', status: 403 }
  const path = pathOf(asked)
  if (path === undefined) return { kind: 'refuse', status: 400 }
  if (path === launchPath) {
    return pass.isToken(bearerOf(asked)) ? { kind: 'launch' } : { kind: 'refuse', status: 403 }
  }
  if (path === openPath) return { kind: 'open', code: queryOf(asked, 'code') ?? '' }
  return { kind: 'file', path }
}

/** Decides about the connection to the core: our host, a page of ours, and the token of this launch. */
export function mayConnect(asked: Asked, host: string, pass: LaunchPass): boolean {
  if (asked.headers['host'] !== host || asked.headers['origin'] !== `http://${host}`) return false
  if (asked.method !== 'GET' || pathOf(asked) !== rpcPath) return false
  return pass.isToken(queryOf(asked, 'token'))
}

/** Browsers say where a request comes from; programs that are not browsers do not, and cannot be fooled by a page. */
function isFromOurselves(asked: Asked): boolean {
  const site = asked.headers['sec-fetch-site']
  return site === undefined || site === 'none' || site === 'same-origin'
}

/** The path as written, nothing decoded or resolved: it is only ever looked up. */
function pathOf(asked: Asked): string | undefined {
  return asked.url?.startsWith('/') ? asked.url.split('?')[0] : undefined
}

function queryOf(asked: Asked, name: string): string | null {
  return new URLSearchParams(asked.url?.split('?')[1] ?? '').get(name)
}

function bearerOf(asked: Asked): string | undefined {
  const header = asked.headers['authorization']
  return typeof header === 'string' && header.startsWith('Bearer ')
    ? header.slice('Bearer '.length)
    : undefined
}
