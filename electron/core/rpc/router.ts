import { ewpRouter } from '#core/features/ewp/ewp.router.ts'
import { athensRouter } from '#core/features/athens/athens.router.ts'
import { bmRouter } from '#core/features/bm/bm.router.ts'
import { campaignsRouter } from '#core/features/campaigns/campaigns.router.ts'
import { exportsRouter } from '#core/features/exports/exports.router.ts'
import { filesRouter } from '#core/features/files/files.router.ts'
import { grantsRouter } from '#core/features/grants/grants.router.ts'
import { historyRouter } from '#core/features/history/history.router.ts'
import { importsRouter } from '#core/features/imports/imports.router.ts'
import { jobsRouter } from '#core/features/jobs/jobs.router.ts'
import { listsRouter } from '#core/features/lists/lists.router.ts'
import { mapRouter } from '#core/features/map/map.router.ts'
import { mobilitiesRouter } from '#core/features/mobilities/mobilities.router.ts'
import { nominationsRouter } from '#core/features/nominations/nominations.router.ts'
import { obligationsRouter } from '#core/features/obligations/obligations.router.ts'
import { officeRouter } from '#core/features/office/office.router.ts'
import { partnerNominationsRouter } from '#core/features/partner-nominations/partner-nominations.router.ts'
import { recordsRouter } from '#core/features/records/records.router.ts'
import { reportsRouter } from '#core/features/reports/reports.router.ts'
import { registerRouter } from '#core/features/register/register.router.ts'
import { settingsRouter } from '#core/features/settings/settings.router.ts'
import { stayFilesRouter } from '#core/features/stay-files/stay-files.router.ts'
import { os } from './implement.ts'

/** The features joined: all that a window or a command can ask of the core. */
export const router = os.router({
  office: officeRouter,
  lists: listsRouter,
  records: recordsRouter,
  files: filesRouter,
  history: historyRouter,
  settings: settingsRouter,
  jobs: jobsRouter,
  imports: importsRouter,
  exports: exportsRouter,
  bm: bmRouter,
  campaigns: campaignsRouter,
  ewp: ewpRouter,
  register: registerRouter,
  nominations: nominationsRouter,
  mobilities: mobilitiesRouter,
  athens: athensRouter,
  obligations: obligationsRouter,
  map: mapRouter,
  partnerNominations: partnerNominationsRouter,
  reports: reportsRouter,
  stayFiles: stayFilesRouter,
  grants: grantsRouter,
})
