import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'

/** What decides where files go; read from the computer by the host, given by hand in tests. */
export interface Computer {
  readonly platform: NodeJS.Platform
  readonly home: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly exists: (folder: string) => boolean
}

export interface HostPaths {
  /** What belongs to this user on this computer: preferences, logs, running instances, the window's profile. */
  readonly stateFolder: string
  /** Where office files are made unless the user says otherwise. */
  readonly officeFolder: string
}

/**
 * Where Escale keeps its files, by the habits of each system.
 * `ESCALE_STATE` and `ESCALE_OFFICES` name other folders: tests and several offices on one account use them.
 */
export function hostPaths(computer: Computer): HostPaths {
  const paths = computer.platform === 'win32' ? path.win32 : path.posix
  const state = given(computer, 'ESCALE_STATE')
  const offices = given(computer, 'ESCALE_OFFICES')
  const documents = paths.join(computer.home, 'Documents')
  return {
    stateFolder: state === undefined ? paths.join(...usualStateFolder(computer)) : paths.resolve(state),
    officeFolder:
      offices === undefined
        ? paths.join(computer.exists(documents) ? documents : computer.home, 'Escale')
        : paths.resolve(offices),
  }
}

function usualStateFolder(computer: Computer): readonly [string, ...string[]] {
  if (computer.platform === 'win32') {
    const roaming = given(computer, 'APPDATA')
    return roaming === undefined ? [computer.home, 'AppData', 'Roaming', 'Escale'] : [roaming, 'Escale']
  }
  if (computer.platform === 'darwin') return [computer.home, 'Library', 'Application Support', 'Escale']
  return [given(computer, 'XDG_CONFIG_HOME') ?? path.posix.join(computer.home, '.config'), 'escale']
}

/** An empty variable counts as absent, as the XDG rules say. */
function given(computer: Computer, name: string): string | undefined {
  const value = computer.env[name]
  return value === undefined || value === '' ? undefined : value
}

/** Where this very computer keeps the files of this very user. */
export function ownPaths(): HostPaths {
  return hostPaths({ platform: process.platform, home: homedir(), env: process.env, exists: existsSync })
}
