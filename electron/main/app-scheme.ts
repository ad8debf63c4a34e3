import { join } from 'node:path'
import { protocol } from 'electron'
import { appScheme, pathInApp } from '../hosts/desktop-policy.ts'
import { pageHeaders } from '../hosts/page-policy.ts'
import { loadStaticFiles } from '../hosts/static-files.ts'

/** Gives our scheme an origin and the rights of https. Must be called before Electron is ready. */
export function registerAppScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true }
  protocol.registerSchemesAsPrivileged([{ scheme: appScheme, privileges }])
}

/** Serves the built window, and nothing else of the disk. */
export async function serveAppScheme(): Promise<void> {
  const files = await loadStaticFiles(join(import.meta.dirname, '../renderer'))
  const headers = pageHeaders([])
  protocol.handle(appScheme, (request) => {
    const file = files.get(pathInApp(request.url) ?? '')
    if (request.method !== 'GET' || file === undefined) return new Response(null, { status: 404, headers })
    return new Response(file.bytes, { headers: { ...headers, 'Content-Type': file.type } })
  })
}
