import { app } from 'electron'
import type { CoreProcess } from './core-process.ts'

/** Quits when the window is closed, on every system, and only once the core has put the office away. */
export function endCleanly(core: CoreProcess): void {
  let hasEnded = false
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', (event) => {
    if (hasEnded) return
    event.preventDefault()
    void core.end().then(() => {
      hasEnded = true
      app.quit()
    })
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit())
}
