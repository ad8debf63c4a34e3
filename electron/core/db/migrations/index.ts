import type { Migration } from '../migrate.ts'
import { createOffice } from './0010-create-office.ts'
import { keepFiles } from './0020-keep-files.ts'
import { oweWeeks } from './0040-owe-weeks.ts'
import { keepSteps } from './0050-keep-steps.ts'
import { keepStayFiles } from './0060-keep-stay-files.ts'
import { nameScholarships } from './0061-name-scholarships.ts'
import { runCampaigns } from './0070-run-campaigns.ts'
import { placesLedger } from './0080-places-ledger.ts'
import { athensSessions } from './0081-athens-sessions.ts'
import { nominateAsPartnersWant } from './0090-nominate-as-partners-want.ts'
import { keepEwp } from './0100-keep-ewp.ts'
import { keepRegisters } from './0101-keep-registers.ts'
import { receiveStudents } from './0120-receive-students.ts'
import { knowIncomingStudents } from './0125-know-incoming-students.ts'
import { sayEachForm } from './0150-say-each-form.ts'
import { journalWhatWasShipped } from './0151-journal-what-was-shipped.ts'
import { payErasmusGrants } from './0130-pay-erasmus-grants.ts'
import { readBackTheModule } from './0140-read-back-the-module.ts'

/** In order; a released migration is never changed. */
export const migrations: readonly Migration[] = [
  createOffice,
  keepFiles,
  oweWeeks,
  keepSteps,
  keepStayFiles,
  nameScholarships,
  runCampaigns,
  placesLedger,
  athensSessions,
  nominateAsPartnersWant,
  keepEwp,
  keepRegisters,
  receiveStudents,
  knowIncomingStudents,
  payErasmusGrants,
  readBackTheModule,
  sayEachForm,
  journalWhatWasShipped,
]
