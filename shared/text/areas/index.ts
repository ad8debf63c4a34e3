import { athensTexts } from './athens.ts'
import { campaignDeedTexts } from './campaign-deeds.ts'
import { bmFieldTexts } from './bm-fields.ts'
import { bmFindingTexts } from './bm-findings.ts'
import { bmScreenTexts } from './bm-screen.ts'
import { campaignFieldTexts } from './campaign-fields.ts'
import { campaignProblemTexts } from './campaign-problems.ts'
import { campaignScreenTexts } from './campaign-screen.ts'
import { campaignTexts } from './campaigns.ts'
import { committeeReportTexts } from './committee-report.ts'
import { importWishesTexts } from './import-wishes.ts'
import { choicesTexts } from './choices.ts'
import { cliTexts } from './cli.ts'
import { errorsTexts } from './errors.ts'
import { exportsTexts } from './exports.ts'
import { comparisonTexts } from './comparison.ts'
import { ewpTexts } from './ewp.ts'
import { ewpFieldsTexts } from './ewp-fields.ts'
import { formEditorTexts } from './form-editor.ts'
import { fieldsTexts } from './fields.ts'
import { importMobilitiesTexts } from './import-mobilities.ts'
import { importScreenTexts } from './import-screen.ts'
import { importsTexts } from './imports.ts'
import { incomingTexts } from './incoming.ts'
import { grantFieldTexts } from './grant-fields.ts'
import { grantTexts } from './grants.ts'
import { mapTexts } from './map.ts'
import { nominationScreenTexts } from './nomination-screen.ts'
import { listsTexts } from './lists.ts'
import { obligationFieldsTexts } from './obligation-fields.ts'
import { obligationScreensTexts } from './obligation-screens.ts'
import { obligationsTexts } from './obligations.ts'
import { nominationsTexts } from './nominations.ts'
import { pipelineTexts } from './pipeline.ts'
import { placesTexts } from './places.ts'
import { pipelineProspectTexts } from './pipeline-prospects.ts'
import { pipelineScreenTexts } from './pipeline-screen.ts'
import { partnerDeskTexts } from './partner-desk.ts'
import { partnerNominationsTexts } from './partner-nominations.ts'
import { recordsTexts } from './records.ts'
import { reportsTexts } from './reports.ts'
import { domainTexts } from './domain.ts'
import { registerTexts } from './register.ts'
import { schoolRulesTexts } from './school-rules.ts'
import { screensTexts } from './screens.ts'
import { sheetsTexts } from './sheets.ts'
import { stayFileFieldTexts } from './stay-file-fields.ts'
import { stayFileTexts } from './stay-files.ts'
import { uiTexts } from './ui.ts'

/** One file per area of the application; a key belongs to the area named by its first word. */
export const areas = {
  athens: athensTexts,
  campaignDeeds: campaignDeedTexts,
  bmFields: bmFieldTexts,
  bmFindings: bmFindingTexts,
  bmScreen: bmScreenTexts,
  campaignFields: campaignFieldTexts,
  campaignProblems: campaignProblemTexts,
  campaignScreen: campaignScreenTexts,
  campaigns: campaignTexts,
  committeeReport: committeeReportTexts,
  importWishes: importWishesTexts,
  choices: choicesTexts,
  cli: cliTexts,
  errors: errorsTexts,
  exports: exportsTexts,
  comparison: comparisonTexts,
  ewp: ewpTexts,
  ewpFields: ewpFieldsTexts,
  fields: fieldsTexts,
  formEditor: formEditorTexts,
  importMobilities: importMobilitiesTexts,
  importScreen: importScreenTexts,
  imports: importsTexts,
  nominationScreen: nominationScreenTexts,
  lists: listsTexts,
  obligationFields: obligationFieldsTexts,
  incoming: incomingTexts,
  grantFields: grantFieldTexts,
  grants: grantTexts,
  map: mapTexts,
  obligationScreens: obligationScreensTexts,
  obligations: obligationsTexts,
  reports: reportsTexts,
  nominations: nominationsTexts,
  pipeline: pipelineTexts,
  places: placesTexts,
  pipelineProspects: pipelineProspectTexts,
  pipelineScreen: pipelineScreenTexts,
  partnerDesk: partnerDeskTexts,
  partnerNominations: partnerNominationsTexts,
  records: recordsTexts,
  domain: domainTexts,
  register: registerTexts,
  schoolRules: schoolRulesTexts,
  screens: screensTexts,
  sheets: sheetsTexts,
  stayFileFields: stayFileFieldTexts,
  stayFiles: stayFileTexts,
  ui: uiTexts,
} as const
