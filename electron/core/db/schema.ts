import type { EntityName, EntityValues } from '#shared/entities/index.ts'
import type { FieldValue } from '#shared/entities/fields.ts'

type Stored<V> = V extends boolean ? number : V
type RowOf<T> = { [K in keyof T]: Stored<T[K]> }

/** A record as its table keeps it: booleans are 0 or 1. */
export type RecordRow<N extends EntityName> = RowOf<EntityValues<N>> & { id: string }
export type AnyRecordRow = Record<string, Exclude<FieldValue, boolean>> & { id: string }

export interface SettingTable {
  id: string
  value: string // JSON
}

export interface SavedViewTable {
  id: string
  list: string
  name: string
  view: string // JSON of the grid's view
}

export interface ImportMappingTable {
  id: string
  kind: string
  fingerprint: string
  mapping: string // JSON
  usedAt: string
}

export interface ImportBatchTable {
  id: string
  kind: string
  fileName: string
  sha256: string
  sheet: string
  report: string // JSON: counts, issues, and each value that was normalised with what was written
}

/** One thing a user did: the unit of undo. */
export interface ActionTable {
  seq: number
  at: string
  actor: string
  label: string
  params: string // JSON
  kind: 'do' | 'undo' | 'redo'
  target: number | null
  state: 'done' | 'undone' | 'dropped'
  schemaVersion: number
  firstEntry: number
  lastEntry: number
}

/** What an action did to one row. What the row became is the next entry's `before`, or the row itself. */
export interface JournalTable {
  seq: number
  action: number
  tableName: string
  rowId: string
  operation: 'insert' | 'update' | 'delete'
  before: string | null // JSON
}

export interface SearchDocTable {
  docId: number
  recordId: string
  entity: string
  words: string
}

/** A file kept by its content. Never changed, so not journaled: undo takes away what refers to it. */
export interface FileContentTable {
  sha256: string
  sizeBytes: number
  bytes: Uint8Array
}

/** A part of an EWP document as it was read: what no field of its record holds goes out again as it came in. */
export interface EwpSourceTable {
  id: string
  agreementId: string | null
  conditionId: string | null
  mobilityId: string | null
  part: 'agreement' | 'condition' | 'nomination' | 'learning-agreement'
  position: number
  document: string // JSON of the element
}

/** The workbook that a partner wants filled in, and what its columns are. */
export interface NominationTemplateTable {
  id: string
  institutionId: string
  fileName: string
  sha256: string
  sizeBytes: number
  sheet: string
  headerFirst: number
  headerLast: number
  /** The row of the first student. */
  firstRow: number
  /** The last row that is free for one; null when nothing stands below. */
  lastRow: number | null
  columns: string // JSON
}

/** What a nomination said of the student; its id is the nomination's. */
export interface NominationSentTable {
  id: string
  said: string // JSON: texts by value key
}

/** The whole schema, one line per table. */
export interface Database {
  institution: RecordRow<'institution'>
  agreement: RecordRow<'agreement'>
  condition: RecordRow<'condition'>
  place: RecordRow<'place'>
  student: RecordRow<'student'>
  mobility: RecordRow<'mobility'>
  mobilityStep: RecordRow<'mobilityStep'>
  nomination: RecordRow<'nomination'>
  athensSession: RecordRow<'athensSession'>
  nominationProfile: RecordRow<'nominationProfile'>
  nominationTemplate: NominationTemplateTable
  nominationSent: NominationSentTable
  athensCourse: RecordRow<'athensCourse'>
  athensHostQuota: RecordRow<'athensHostQuota'>
  wish: RecordRow<'wish'>
  interruption: RecordRow<'interruption'>
  document: RecordRow<'document'>
  laComponent: RecordRow<'laComponent'>
  laSignature: RecordRow<'laSignature'>
  transcriptLine: RecordRow<'transcriptLine'>
  aidScheme: RecordRow<'aidScheme'>
  funding: RecordRow<'funding'>
  instalment: RecordRow<'instalment'>
  athensRegistration: RecordRow<'athensRegistration'>
  quotaPool: RecordRow<'quotaPool'>
  quotaPoolMember: RecordRow<'quotaPoolMember'>
  incomingCount: RecordRow<'incomingCount'>
  campaign: RecordRow<'campaign'>
  campaignPool: RecordRow<'campaignPool'>
  campaignPlace: RecordRow<'campaignPlace'>
  campaignWish: RecordRow<'campaignWish'>
  campaignCriterion: RecordRow<'campaignCriterion'>
  campaignScore: RecordRow<'campaignScore'>
  campaignRule: RecordRow<'campaignRule'>
  campaignDecision: RecordRow<'campaignDecision'>
  scenario: RecordRow<'scenario'>
  scenarioLine: RecordRow<'scenarioLine'>
  incomingStay: RecordRow<'incomingStay'>
  register: RecordRow<'register'>
  registerEntry: RecordRow<'registerEntry'>
  erasmusCall: RecordRow<'erasmusCall'>
  grantRate: RecordRow<'grantRate'>
  countryGroup: RecordRow<'countryGroup'>
  bmReading: RecordRow<'bmReading'>
  bmRemark: RecordRow<'bmRemark'>
  setting: SettingTable
  savedView: SavedViewTable
  importMapping: ImportMappingTable
  importBatch: ImportBatchTable
  fileContent: FileContentTable
  ewpSource: EwpSourceTable
  action: ActionTable
  journal: JournalTable
  openChange: { id: number; action: number }
  searchDoc: SearchDocTable
  searchState: { id: number; journalSeq: number }
}

/** Tables whose every change is journaled: all that a user can change. */
export const journaledTables = [
  'institution',
  'agreement',
  'condition',
  'place',
  'student',
  'mobility',
  'mobilityStep',
  'nomination',
  'athensSession',
  'nominationProfile',
  'nominationTemplate',
  'nominationSent',
  'athensCourse',
  'athensHostQuota',
  'wish',
  'interruption',
  'document',
  'laComponent',
  'laSignature',
  'transcriptLine',
  'aidScheme',
  'funding',
  'instalment',
  'athensRegistration',
  'quotaPool',
  'quotaPoolMember',
  'incomingCount',
  'campaign',
  'campaignPool',
  'campaignPlace',
  'campaignWish',
  'campaignCriterion',
  'campaignScore',
  'campaignRule',
  'campaignDecision',
  'scenario',
  'scenarioLine',
  'incomingStay',
  'setting',
  'savedView',
  'importMapping',
  'importBatch',
  'ewpSource',
  'register',
  'registerEntry',
  'erasmusCall',
  'grantRate',
  'countryGroup',
  'bmReading',
  'bmRemark',
] as const satisfies readonly (keyof Database)[]
