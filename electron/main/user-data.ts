import { join } from 'node:path'
import { app } from 'electron'
import { ownPaths } from '../hosts/paths.ts'

/** Keeps Chromium's files in a folder of their own beside our preferences. Decides which starts are the same instance. */
export function useOwnFolder(): void {
  app.setPath('userData', join(ownPaths().stateFolder, 'desktop'))
}
