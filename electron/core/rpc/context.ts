import type { JobRunner } from '#core/jobs/job-runner.ts'
import type { AppDeps } from '#core/app.ts'
import type { OfficeManager } from '#core/features/office/office-manager.ts'
import type { SharedGazetteer } from '#core/geo/gazetteer.ts'
import type { UserState } from '#core/features/office/user-state.ts'

/** What every procedure works with: a plain object, because oRPC copies it property by property. */
export interface AppContext {
  readonly deps: AppDeps
  readonly office: OfficeManager
  readonly userState: UserState
  readonly jobs: JobRunner
  readonly gazetteer: SharedGazetteer
  readonly language: () => 'en' | 'fr'
}
