import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { app, BrowserWindow, nativeTheme, screen } from 'electron'
import { appOrigin, type DevServer } from '../hosts/desktop-policy.ts'
import { smallestWindow, windowPlace } from '../hosts/window-bounds.ts'

/** The one window, where it was last time. Shown when it has something to show. */
export function createMainWindow(devServer: DevServer): BrowserWindow {
  const window = new BrowserWindow({
    ...windowPlace(
      savedPlace(),
      screen.getAllDisplays().map(({ workArea }) => workArea),
    ),
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    title: 'Escale',
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#16181c' : '#ffffff',
    autoHideMenuBar: true,
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      contextIsolation: true,
      nodeIntegration: false,
      sandbox: true,
      spellcheck: false,
    },
  })
  window.once('ready-to-show', () => window.show())
  window.on('close', () => writeFileSync(placeFile(), JSON.stringify(window.getNormalBounds())))
  // The page keeps nothing that the core does not have: a page that died is shown anew.
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit' && !window.isDestroyed()) window.reload()
  })
  void window.loadURL(devServer ?? `${appOrigin}/`)
  return window
}

function placeFile(): string {
  return join(app.getPath('userData'), 'window.json')
}

/** Where the window was; anything when the file was cut short, which `windowPlace` sorts out. */
function savedPlace(): unknown {
  if (!existsSync(placeFile())) return undefined
  try {
    return JSON.parse(readFileSync(placeFile(), 'utf8'))
  } catch {
    return undefined
  }
}
