import { app } from 'electron'
import type { DevServer } from '../hosts/desktop-policy.ts'

/** The address of `electron-vite dev`, which a packaged application does not look at. */
export function developmentServer(): DevServer {
  return app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL']
}
