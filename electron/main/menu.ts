import { app, Menu } from 'electron'
import type { HostText } from '../hosts/host-text.ts'
import { menuTemplate } from '../hosts/menu-template.ts'

export function showMenu(text: HostText): void {
  const request = { text, platform: process.platform, isDeveloping: !app.isPackaged }
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(request)))
}
