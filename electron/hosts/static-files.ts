import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'

export interface StaticFile {
  readonly type: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** By path in the address: `/index.html`, `/assets/index-1a2b3c.js`. `/` is the document. */
export type StaticFiles = ReadonlyMap<string, StaticFile>

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

/**
 * Reads the built window, a few megabytes, into memory. An address can only name what was found here, so no `..`, encoding
 * or link leads out of the folder; and a window built anew meanwhile does not mix with a core that is older.
 */
export async function loadStaticFiles(folder: string): Promise<StaticFiles> {
  const files = new Map<string, StaticFile>()
  await addFolder(files, folder, '')
  const document = files.get('/index.html')
  if (document === undefined) throw new Error(`There is no index.html in ${folder}`)
  files.set('/', document)
  return files
}

async function addFolder(files: Map<string, StaticFile>, folder: string, prefix: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) {
      await addFolder(files, path, `${prefix}/${entry.name}`)
    } else if (entry.isFile()) {
      // isFile is false for a symbolic link: links are not followed, not even inside the folder.
      const type = types[extname(entry.name).toLowerCase()] ?? 'application/octet-stream'
      files.set(`${prefix}/${entry.name}`, { type, bytes: new Uint8Array(await readFile(path)) })
    }
  }
}
