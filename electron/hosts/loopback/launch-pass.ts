import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** What proves, for the life of one launch, that a request comes from a window that we or the user opened. */
export interface LaunchPass {
  /** 32 random bytes, base64url. Never logged. */
  readonly token: string
  readonly isToken: (text: string | null | undefined) => boolean
  /**
   * A code that gets the token once, within a minute. The command line of a browser can be read by every user of the
   * computer for as long as the window is open: it carries a code that is already worthless, never the token.
   */
  readonly issueCode: () => string
  readonly redeemCode: (code: string) => boolean
}

const codeLifeMs = 60_000

export function createLaunchPass(nowMs: () => number = Date.now): LaunchPass {
  const token = randomBytes(32).toString('base64url')
  const codes = new Map<string, number>() // code → when it ends
  return {
    token,
    isToken: (text) => typeof text === 'string' && isSameText(text, token),
    issueCode: () => {
      const code = randomBytes(32).toString('base64url')
      codes.set(code, nowMs() + codeLifeMs)
      return code
    },
    redeemCode: (code) => {
      const endsAt = codes.get(code)
      codes.delete(code)
      return endsAt !== undefined && nowMs() <= endsAt
    },
  }
}

/** Takes as long for a wrong text as for the right one, whatever its length. */
function isSameText(a: string, b: string): boolean {
  return timingSafeEqual(digest(a), digest(b))
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
