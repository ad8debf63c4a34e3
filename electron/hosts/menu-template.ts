import type { HostText } from './host-text.ts'

/** The roles of Electron that the menu uses; each does what its name says in every system. */
type Role =
  | 'about'
  | 'hide'
  | 'quit'
  | 'close'
  | 'cut'
  | 'copy'
  | 'paste'
  | 'selectAll'
  | 'resetZoom'
  | 'zoomIn'
  | 'zoomOut'
  | 'togglefullscreen'
  | 'reload'
  | 'toggleDevTools'

export interface MenuEntry {
  readonly label?: string
  readonly role?: Role
  readonly type?: 'separator'
  readonly submenu?: MenuEntry[]
}

export interface MenuRequest {
  readonly text: HostText
  readonly platform: NodeJS.Platform
  /** Reloading and developer tools are for programming only. */
  readonly isDeveloping: boolean
}

/**
 * The menu: what every system expects and nothing of the application itself, which has its own commands. Undo is not
 * here: Ctrl Z belongs to the window, where it undoes changes of data and not only typing.
 */
export function menuTemplate({ text, platform, isDeveloping }: MenuRequest): MenuEntry[] {
  const separator: MenuEntry = { type: 'separator' }
  const quit: MenuEntry = { role: 'quit', label: text('hosts.menu.quit') }
  const close: MenuEntry = { role: 'close', label: text('hosts.menu.close') }
  const application: MenuEntry = {
    label: 'Escale',
    submenu: [
      { role: 'about', label: text('hosts.menu.about') },
      separator,
      { role: 'hide', label: text('hosts.menu.hide') },
      separator,
      quit,
    ],
  }
  return [
    ...(platform === 'darwin' ? [application] : []),
    { label: text('hosts.menu.file'), submenu: platform === 'darwin' ? [close] : [quit] },
    {
      label: text('hosts.menu.edit'),
      submenu: [
        { role: 'cut', label: text('hosts.menu.cut') },
        { role: 'copy', label: text('hosts.menu.copy') },
        { role: 'paste', label: text('hosts.menu.paste') },
        { role: 'selectAll', label: text('hosts.menu.select-all') },
      ],
    },
    {
      label: text('hosts.menu.view'),
      submenu: [
        { role: 'resetZoom', label: text('hosts.menu.actual-size') },
        { role: 'zoomIn', label: text('hosts.menu.zoom-in') },
        { role: 'zoomOut', label: text('hosts.menu.zoom-out') },
        separator,
        { role: 'togglefullscreen', label: text('hosts.menu.full-screen') },
        ...(isDeveloping ? developerEntries(text) : []),
      ],
    },
  ]
}

function developerEntries(text: HostText): readonly MenuEntry[] {
  return [
    { type: 'separator' },
    { role: 'reload', label: text('hosts.menu.reload') },
    { role: 'toggleDevTools', label: text('hosts.menu.developer-tools') },
  ]
}
