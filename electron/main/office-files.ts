import { resolve } from 'node:path'
import { app, type BrowserWindow } from 'electron'
import { officeFileAmong } from '../hosts/arguments.ts'
import type { CoreProcess } from './core-process.ts'

/** Opens the office files that the system hands us while we run: by a second start, or on macOS by its own event. */
export function openOfficeFiles(core: CoreProcess, window: BrowserWindow): void {
  app.on('second-instance', (_event, args, folder) => {
    if (window.isMinimized()) window.restore()
    window.focus()
    const officeFile = officeFileAmong(args.slice(1))
    if (officeFile !== undefined) core.openOffice(resolve(folder, officeFile))
  })
  app.on('open-file', (event, path) => {
    event.preventDefault()
    core.openOffice(path)
  })
}
