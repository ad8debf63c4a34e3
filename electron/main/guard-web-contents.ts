import { app, type Event } from 'electron'
import { isOwnPage, type DevServer } from '../hosts/desktop-policy.ts'

/** Every page stays where it is: no navigation elsewhere (a dropped file is one), no new window, no page inside the page. */
export function guardWebContents(devServer: DevServer): void {
  const stay = (event: Event, url: string) => {
    if (!isOwnPage(url, devServer)) event.preventDefault()
  }
  app.on('web-contents-created', (_created, contents) => {
    contents.on('will-navigate', (event) => stay(event, event.url))
    contents.on('will-frame-navigate', (event) => stay(event, event.url))
    contents.on('will-redirect', (event) => stay(event, event.url))
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}
