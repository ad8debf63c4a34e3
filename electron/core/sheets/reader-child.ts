/** The program of the reading process: started by `openWorkbook`, as a child of Node or a utility process of Electron. */
import { serveReader } from './serve-reader.ts'
import type { ReaderPort } from './serve-reader.ts'

serveReader(findParent())

function findParent(): ReaderPort {
  const port: unknown = 'parentPort' in process ? process.parentPort : undefined
  return isElectronPort(port) ? electronParent(port) : nodeParent()
}

/** What Electron gives a utility process (`process.parentPort`), as far as it is used here. */
interface ElectronPort {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown
}

function isElectronPort(port: unknown): port is ElectronPort {
  return typeof port === 'object' && port !== null && 'postMessage' in port && 'on' in port
}

function electronParent(port: ElectronPort): ReaderPort {
  return {
    post: (reply) => port.postMessage(reply),
    onMessage: (listener) => void port.on('message', (event) => listener(event.data)),
  }
}

function nodeParent(): ReaderPort {
  process.once('disconnect', () => process.exit(0)) // nobody is left to read for
  return {
    post: (reply) => void process.send?.(reply),
    onMessage: (listener) => void process.on('message', listener),
  }
}
