import { join } from 'node:path'
import { app, dialog, type BrowserWindow } from 'electron'
import type { HostText } from '../hosts/host-text.ts'
import { ownPaths } from '../hosts/paths.ts'
import type { CoreProcess } from './core-process.ts'

/** Tells the user what the core cannot tell through the window: a file that does not open, or its own end. */
export function tellOfTheCore(core: CoreProcess, window: BrowserWindow, text: HostText): void {
  core.onMessage((message) => {
    if (message.type === 'refused')
      void dialog.showMessageBox(window, { type: 'warning', message: message.reason })
  })
  core.onLoss(() => {
    void askAfterLoss(core, window, text) // a message box that cannot be shown ends the program
  })
}

async function askAfterLoss(core: CoreProcess, window: BrowserWindow, text: HostText): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: text('hosts.stopped.title'),
    detail: text('hosts.stopped.detail', { folder: join(ownPaths().stateFolder, 'logs') }),
    buttons: [text('hosts.stopped.restart'), text('hosts.stopped.quit')],
    defaultId: 0,
    cancelId: 1,
  })
  if (response === 1) return app.quit()
  core.restart()
  window.reload() // the page connects anew when it starts
}
