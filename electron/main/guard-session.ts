import { session } from 'electron'
import { isAllowedPermission, isAllowedRequest, type DevServer } from '../hosts/desktop-policy.ts'

/** Nothing to the network, and no permission: Electron would grant them all by itself. */
export function guardSession(devServer: DevServer): void {
  const own = session.defaultSession
  own.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !isAllowedRequest(url, devServer) }))
  own.setPermissionRequestHandler((_contents, permission, decide, { requestingUrl }) =>
    decide(isAllowedPermission(permission, originOf(requestingUrl), devServer)),
  )
  own.setPermissionCheckHandler((_contents, permission, origin) =>
    isAllowedPermission(permission, originOf(origin), devServer),
  )
  own.setDevicePermissionHandler(() => false)
  own.setDisplayMediaRequestHandler((_request, decide) => decide({}))
  own.setSpellCheckerEnabled(false) // it would fetch dictionaries
}

/** Electron writes an origin with a slash at its end; the scheme is ours, so URL knows no origin for it. */
function originOf(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined
  const { protocol, host } = new URL(url)
  return `${protocol}//${host}`
}
