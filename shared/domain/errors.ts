/** Every reason for which the application refuses what it was asked; each has its words in shared/text. */
export type DomainErrorCode =
  | 'no-office-open'
  | 'office-missing'
  | 'office-exists'
  | 'office-not-ours'
  | 'office-newer'
  | 'office-damaged'
  | 'office-locked'
  | 'office-key-wrong'
  | 'folder-read-only'
  | 'folder-missing'
  | 'disk-full'
  | 'record-missing'
  | 'record-invalid'
  | 'record-in-use'
  | 'nothing-to-undo'
  | 'nothing-to-redo'
  | 'undo-before-upgrade'
  | 'list-unknown-column'
  | 'job-missing'
  | 'job-cancelled'
  | 'import-missing'
  | 'import-no-table'
  | 'import-duplicate-headers'
  | 'import-incomplete-mapping'
  | 'import-stale'
  | 'sheet-refused'
  | 'export-unknown'
  | 'export-invalid'
  | 'nothing-to-export'
  | 'athens-impossible'
  | 'athens-not-registered'
  | 'unknown-value'
  | 'partner-unknown'
  | 'campaign-missing'
  | 'campaign-invalid'
  | 'campaign-not-published'
  | 'scenario-missing'
  | 'scenario-stale'
  | 'scenario-not-certified'
  | 'scenario-published'
  | 'instance-invalid'
  | 'file-unreadable'
  | 'file-unwritable'
  | 'file-in-use'
  | 'file-missing'
  | 'file-too-large'
  | 'file-empty'
  | 'rules-invalid'
  | 'mobility-not-moved'
  | 'ewp-unknown-root'
  | 'ewp-unknown-version'
  | 'ewp-other-kind'
  | 'ewp-school-unknown'
  | 'ewp-nothing-valid'
  | 'register-no-table'
  | 'register-same'
  | 'comparison-empty'
  | 'comparison-several'
  | 'template-no-header'
  | 'template-not-workbook'
  | 'template-no-name'
  | 'template-row-taken'
  | 'text-unknown-placeholder'

/** Facts that make the message precise: names, counts, cells. Never sentences. */
export type DomainErrorData = Readonly<Record<string, string | number>>

/** A refusal that the user can understand and act upon. Anything else that is thrown is a bug. */
export class DomainError extends Error {
  readonly code: DomainErrorCode
  readonly data: DomainErrorData
  constructor(code: DomainErrorCode, data: DomainErrorData = {}) {
    super(code)
    this.name = 'DomainError'
    this.code = code
    this.data = data
  }
}
