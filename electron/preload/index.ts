import { contextBridge, ipcRenderer } from 'electron'
import { portMessage } from '../hosts/host-messages.ts'

/** The part of the page's window that is used here: the programs around the core have no DOM in their types. */
declare const window: EventTarget

contextBridge.exposeInMainWorld('escale', { isDesktop: true, platform: process.platform })

// The page makes a channel and posts one end to itself; it is passed on, and main checks who sent it.
window.addEventListener('message', (event) => {
  if (!(event instanceof MessageEvent) || event.source !== window || event.data !== portMessage) return
  const [port] = event.ports
  if (port !== undefined) ipcRenderer.postMessage(portMessage, null, [port])
})
