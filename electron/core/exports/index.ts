import { DomainError } from '#shared/domain/errors.ts'
import { annualReport } from './annual-report.ts'
import { annualReportDocument } from './annual-report-document.ts'
import { athensNominations } from './athens-nominations.ts'
import { athensRegistrations } from './athens-registrations.ts'
import { committeeReport } from './committee-report.ts'
import { committeeReportDocument } from './committee-report-document.ts'
import type { ExportFormat } from './define-export.ts'
import { deadlinesCalendar } from './deadlines.ts'
import { erasmusNominations } from './erasmus-nominations.ts'
import { mapExports } from './map-exports.ts'
import { learningAgreementsExport, omobilitiesExport } from './ewp-stays.ts'
import { iiaExport } from './iia.ts'
import { nominationEmail } from './nomination-email.ts'
import { partnerNominations } from './partner-nominations.ts'
import { pipelineExport } from './pipeline.ts'
import { listExports } from './list-exports.ts'

/** Every format that the office can produce, in the order in which they are offered. */
export const exportFormats: readonly ExportFormat[] = [
  partnerNominations,
  nominationEmail,
  deadlinesCalendar,
  erasmusNominations,
  athensNominations,
  athensRegistrations,
  ...listExports,
  pipelineExport,
  ...mapExports,
  committeeReport,
  committeeReportDocument,
  annualReport,
  annualReportDocument,
  iiaExport,
  omobilitiesExport,
  learningAgreementsExport,
]

/** @throws DomainError `export-unknown` */
export function exportFormat(id: string): ExportFormat {
  const format = exportFormats.find((known) => known.id === id)
  if (format === undefined)
    throw new DomainError('export-unknown', {
      format: id,
      formats: exportFormats.map((known) => known.id).join(', '),
    })
  return format
}
