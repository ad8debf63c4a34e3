import { userInfo } from 'node:os'
import { createApp, type App } from '#core/app.ts'
import type { Log } from '#core/ports/ports.ts'
import { systemClock, uuidIds } from '#core/ports/system.ts'
import type { ReaderOptions } from '#core/imports/read-file.ts'
import type { Language } from '#shared/text/define-texts.ts'
import packageJson from '../../package.json' with { type: 'json' }
import type { HostPaths } from './paths.ts'

export interface OwnAppOptions {
  readonly log: Log
  readonly paths: HostPaths
  readonly suggestedLanguage: Language
  /** The office file to open; the one used last when undefined, none when null. */
  readonly officeFile?: string | null | undefined
  /** How to start the process that reads a foreign file, where it cannot be a child of Node. */
  readonly sheets?: ReaderOptions
}

/** Builds the application on this computer: its clock, its user, its folders. */
export function createOwnApp({ officeFile, paths, ...given }: OwnAppOptions): Promise<App> {
  return createApp({
    clock: systemClock,
    ids: uuidIds,
    ...given,
    actor: userName(),
    version: packageJson.version,
    ...paths,
    ...(officeFile === undefined ? {} : { initialFile: officeFile }),
  })
}

/** The account's name, or its number where the account has none, as in some containers. */
export function userName(): string {
  try {
    return userInfo().username
  } catch {
    return `#${process.getuid?.() ?? 0}`
  }
}
