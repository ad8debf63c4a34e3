import { DomainError } from '#shared/domain/errors.ts'
import { createOfficeManager } from '#core/features/office/office-manager.ts'
import { openUserState } from '#core/features/office/user-state.ts'
import { createGazetteer } from '#core/geo/gazetteer.ts'
import { createJobRunner } from '#core/jobs/job-runner.ts'
import type { ReaderOptions } from '#core/imports/read-file.ts'
import type { Clock, Ids, Log } from '#core/ports/ports.ts'
import type { AppContext } from '#core/rpc/context.ts'

export interface AppDeps {
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  /** Who works: the name that the journal keeps. */
  readonly actor: string
  readonly version: string
  /** Preferences and the list of recent files: per user, outside the office file. `null` remembers nothing. */
  readonly stateFolder: string | null
  /** Where office files are made unless the user says otherwise. */
  readonly officeFolder: string
  readonly suggestedLanguage: 'en' | 'fr'
  /** The office file to open at start; otherwise the last one used. `null` opens none. */
  readonly initialFile?: string | null
  /** How to start the process that reads a foreign file, where it cannot be a child of Node. */
  readonly sheets?: ReaderOptions
}

export interface App {
  readonly context: AppContext
  readonly officePath: () => string | undefined
  readonly onOfficeChange: (listener: () => void) => () => void
  close(): Promise<void>
}

/** Builds the application: the only place where its parts are put together. */
export async function createApp(deps: AppDeps): Promise<App> {
  const userState = openUserState(deps.stateFolder)
  const language = () => userState.preferences().language ?? deps.suggestedLanguage
  const office = createOfficeManager({ ...deps, userState, language })
  const jobs = createJobRunner(deps)
  const gazetteer = createGazetteer()
  const context: AppContext = { deps, office, userState, jobs, gazetteer, language }
  await openFirst(context)
  return {
    context,
    officePath: office.path,
    onOfficeChange: office.onChange,
    async close() {
      await jobs.close()
      await office.close()
    },
  }
}

/** A file that was named must open; the last one used may have moved, and then the user chooses again. */
async function openFirst({ deps, office, userState }: AppContext): Promise<void> {
  if (deps.initialFile === null) return
  if (deps.initialFile !== undefined) return await office.open(deps.initialFile)
  const last = userState.recentFiles()[0]
  if (last === undefined) return
  try {
    await office.open(last)
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    deps.log.info('last-office-not-opened', { code: error.code })
  }
}
