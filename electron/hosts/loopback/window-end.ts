/** What tells whether the user still has our window. */
export interface WindowSigns {
  /** Resolves when the browser process ends, with how long it ran. */
  readonly ended: Promise<{ readonly ranMs: number }>
  readonly connections: () => number
  readonly onConnectionsChange: (listener: () => void) => () => void
}

export interface WindowPatience {
  /** Without any connection while the browser runs: a reload, a waking laptop; on macOS, the last window closed. */
  readonly lostMs: number
  /** After the browser has ended: connections of its windows are about to be noticed as closed. */
  readonly endedMs: number
  /** A browser that ends sooner than this did not show the window: it failed, or gave it to one that runs already. */
  readonly shownMs: number
  /** For a window given to another browser process to connect. */
  readonly givenMs: number
}

export const usualPatience: WindowPatience = {
  lostMs: 10_000,
  endedMs: 1_000,
  shownMs: 4_000,
  givenMs: 10_000,
}

/**
 * Resolves when the user has closed the window, or when none ever came. A browser's process is not its window: it may hand
 * the window over and end at once, and on macOS it stays when the last window is closed; so connections are watched too.
 */
export function windowEnd(
  signs: WindowSigns,
  patience: WindowPatience = usualPatience,
): Promise<'closed' | 'never-shown'> {
  return new Promise((resolve, reject) => {
    let wasConnected = false
    let ranMs: number | undefined
    let timer: NodeJS.Timeout | undefined
    const look = () => {
      clearTimeout(timer)
      if (signs.connections() > 0) {
        wasConnected = true
      } else if (wasConnected) {
        finishIn(ranMs === undefined ? patience.lostMs : patience.endedMs, 'closed')
      } else if (ranMs !== undefined) {
        if (ranMs >= patience.shownMs) finishIn(patience.endedMs, 'closed')
        else finishIn(patience.givenMs, 'never-shown')
      }
    }
    const finishIn = (delayMs: number, outcome: 'closed' | 'never-shown') => {
      timer = setTimeout(() => {
        stopListening()
        resolve(outcome)
      }, delayMs)
    }
    const stopListening = signs.onConnectionsChange(look)
    signs.ended.then((end) => {
      ranMs = end.ranMs
      look()
    }, reject)
    look()
  })
}
