import { oc, type ContractRouterClient } from '@orpc/contract'
import * as z from 'zod'
import { ewpContract } from './ewp.ts'
import { athensContract } from './athens.ts'
import { bmContract } from './bm.ts'
import { campaignsContract } from './campaigns.ts'
import { exportsContract } from './exports.ts'
import { filesContract } from './files.ts'
import { grantsContract } from './grants.ts'
import { historyContract } from './history.ts'
import { importsContract } from './imports.ts'
import { jobsContract } from './jobs.ts'
import { listsContract } from './lists.ts'
import { mapContract } from './map.ts'
import { mobilitiesContract } from './mobilities.ts'
import { nominationsContract } from './nominations.ts'
import { obligationsContract } from './obligations.ts'
import { officeContract } from './office.ts'
import { partnerNominationsContract } from './partner-nominations.ts'
import { recordsContract } from './records.ts'
import { reportsContract } from './reports.ts'
import { registerContract } from './register.ts'
import { settingsContract } from './settings.ts'
import { stayFilesContract } from './stay-files.ts'

const data = z.record(z.string(), z.union([z.string(), z.number()]))

/** Errors that any call may meet: a refusal with its reason, or a bug with the id of its line in the log. */
const base = oc.errors({
  REFUSED: { status: 422, data: z.object({ code: z.string(), data }) },
  INTERNAL: { status: 500, data: z.object({ id: z.string() }) },
})

/** Everything that a window or a command can ask of the core. */
export const contract = base.router({
  office: officeContract,
  lists: listsContract,
  records: recordsContract,
  files: filesContract,
  history: historyContract,
  settings: settingsContract,
  jobs: jobsContract,
  imports: importsContract,
  exports: exportsContract,
  bm: bmContract,
  campaigns: campaignsContract,
  ewp: ewpContract,
  register: registerContract,
  nominations: nominationsContract,
  mobilities: mobilitiesContract,
  athens: athensContract,
  obligations: obligationsContract,
  map: mapContract,
  partnerNominations: partnerNominationsContract,
  reports: reportsContract,
  stayFiles: stayFilesContract,
  grants: grantsContract,
})

export type Client = ContractRouterClient<typeof contract>
