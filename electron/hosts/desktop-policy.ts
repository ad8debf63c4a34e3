/** What the desktop's main process decides; it imports no Electron, so that each decision is tested. */

/** Our own scheme instead of files or a server: it has an origin, and names nothing but the built window. */
export const appScheme = 'app'
export const appOrigin = 'app://escale'

/** The development server of the window, while programming; nowhere else. */
export type DevServer = string | undefined

/** Whether a page or a message comes from our own window. */
export function isOwnOrigin(origin: string | undefined, devServer: DevServer): boolean {
  return origin === appOrigin || (devServer !== undefined && origin === new URL(devServer).origin)
}

/** Whether the window may show this page. */
export function isOwnPage(url: string, devServer: DevServer): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, host } = new URL(url)
  return isOwnOrigin(`${protocol}//${host}`, devServer)
}

/** Whether the window may load this: our own files and what it made itself. Nothing ever goes to the network. */
export function isAllowedRequest(url: string, devServer: DevServer): boolean {
  const { protocol, origin, host } = new URL(url)
  if (protocol === 'data:') return true
  if (protocol === `${appScheme}:`) return host === 'escale'
  if (protocol === 'blob:') return url.startsWith(`blob:${appOrigin}/`) || isOwnOrigin(origin, devServer)
  if (devServer === undefined) return false
  // Vite's page, its updates over a socket, and the developer tools.
  return origin === new URL(devServer).origin || host === new URL(devServer).host || protocol === 'devtools:'
}

/** The path to look up for an address of our scheme; undefined for any other address. */
export function pathInApp(url: string): string | undefined {
  const { protocol, host, pathname } = new URL(url)
  return protocol === `${appScheme}:` && host === 'escale' ? pathname : undefined
}

/** Copying a list is all that the window may ask the system for: no camera, place, notification or device. */
export function isAllowedPermission(
  permission: string,
  origin: string | undefined,
  devServer: DevServer,
): boolean {
  return permission === 'clipboard-sanitized-write' && isOwnOrigin(origin, devServer)
}
