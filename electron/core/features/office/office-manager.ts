import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { DomainError } from '#shared/domain/errors.ts'
import type { ProfileName } from '#shared/contract/office.ts'
import { createOfficeFile, openOfficeFile, type Connections } from '#core/db/open.ts'
import { migrations } from '#core/db/migrations/index.ts'
import type { ReaderOptions } from '#core/imports/read-file.ts'
import type { Clock, Ids, Log } from '#core/ports/ports.ts'
import { fillOffice } from './fill-office.ts'
import { openServices, type OfficeServices } from './office-services.ts'
import type { UserState } from './user-state.ts'

export interface OfficeDeps {
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  readonly actor: string
  readonly officeFolder: string
  readonly userState: UserState
  readonly language: () => 'en' | 'fr'
  readonly sheets?: ReaderOptions
}

/** Which office file is open, and the way to another one. */
export interface OfficeManager {
  /** @throws DomainError `no-office-open` */
  readonly current: () => OfficeServices
  readonly path: () => string | undefined
  readonly create: (path: string, profile: ProfileName, sample: boolean) => Promise<void>
  readonly open: (path: string) => Promise<void>
  /** Keeps a file given by its contents in the usual folder, under a name that is free, and opens it. */
  readonly openCopy: (name: string, bytes: Uint8Array) => Promise<void>
  readonly close: () => Promise<void>
  /** Office files in the usual folder and those opened lately. */
  readonly known: () => readonly { name: string; path: string; modifiedAt: string; sizeBytes: number }[]
  /** The path in the usual folder for a new office of this name. */
  readonly pathFor: (name: string) => string
  readonly onChange: (listener: () => void) => () => void
}

export function createOfficeManager(deps: OfficeDeps): OfficeManager {
  let current: OfficeServices | undefined
  const listeners = new Set<() => void>()

  const close = async () => {
    await current?.close()
    current = undefined
  }
  const use = async (connections: Connections) => {
    const services = openServices(deps, connections)
    await close()
    current = services
    deps.userState.addRecentFile(connections.path)
    for (const listener of listeners) listener()
  }
  const open = async (path: string) => {
    const absolute = resolve(path)
    if (current?.connections.path === absolute) return
    await use(openOfficeFile({ path: absolute, migrations, log: deps.log }))
  }

  return {
    current: () => {
      if (current === undefined) throw new DomainError('no-office-open')
      return current
    },
    path: () => current?.connections.path,
    async create(path, profile, sample) {
      const connections = createOfficeFile({ path: resolve(path), migrations, log: deps.log })
      await fillOffice(deps, connections, profile, sample)
      await use(connections)
    },
    open,
    async openCopy(name, bytes) {
      mkdirSync(deps.officeFolder, { recursive: true })
      const path = freePath(deps.officeFolder, basename(name).replace(/\.escale$/i, ''))
      writeFileSync(path, bytes, { flag: 'wx' })
      await open(path)
    },
    close,
    known: () => knownFiles(deps),
    pathFor(name) {
      mkdirSync(deps.officeFolder, { recursive: true })
      return freePath(deps.officeFolder, name)
    },
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function freePath(folder: string, name: string): string {
  const clean = name.replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ').trim() || 'Escale'
  for (let number = 1; ; number += 1) {
    const path = join(folder, `${clean}${number === 1 ? '' : ` ${number}`}.escale`)
    if (!existsSync(path)) return path
  }
}

function knownFiles({ officeFolder, userState }: OfficeDeps) {
  const inFolder = existsSync(officeFolder)
    ? readdirSync(officeFolder)
        .filter((name) => name.endsWith('.escale'))
        .map((name) => join(officeFolder, name))
    : []
  const paths = new Set([...userState.recentFiles(), ...inFolder])
  return [...paths].map((path) => {
    const stat = statSync(path)
    return {
      name: basename(path, '.escale'),
      path,
      modifiedAt: stat.mtime.toISOString(),
      sizeBytes: stat.size,
    }
  })
}
