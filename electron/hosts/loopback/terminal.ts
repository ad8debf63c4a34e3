import { createHostText, computerLanguage, type HostText } from '../host-text.ts'

/** Where a host speaks to the user who started it. */
export interface Terminal {
  readonly text: HostText
  readonly say: (...args: Parameters<HostText>) => void
  readonly complain: (...args: Parameters<HostText>) => void
}

/** Speaks the computer's language, since no office is open yet to have one. */
export function openTerminal(): Terminal {
  const text = createHostText(computerLanguage())
  // A terminal that was closed refuses what is written to it, and that must not end the host before it is done.
  process.stdout.on('error', ignoreClosedTerminal)
  process.stderr.on('error', ignoreClosedTerminal)
  return {
    text,
    say: (...args) => console.log(text(...args)),
    complain: (...args) => console.error(text(...args)),
  }
}

function ignoreClosedTerminal(error: Error & { readonly code?: string }): void {
  if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error
}

/**
 * Resolves when the user or the system asks the program to end: Ctrl C, end of session, terminal closed, or the end of
 * the program that started this one. Asked again a moment later, it ends at once.
 */
export function untilAskedToEnd(): Promise<void> {
  return new Promise((resolve) => {
    let askedAtMs: number | undefined
    const ask = () => {
      const nowMs = performance.now()
      askedAtMs ??= nowMs
      // npm passes on the Ctrl C that the terminal has already sent us: the same wish arrives twice at once.
      if (nowMs - askedAtMs > 1000) process.exit(1)
      resolve()
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK'] as const) process.on(signal, ask)
    process.on('disconnect', () => resolve())
    process.channel?.unref() // listening to it must not by itself keep the program running
  })
}
