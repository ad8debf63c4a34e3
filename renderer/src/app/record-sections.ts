import type { EntityName } from '#shared/entities/index.ts'
import { BmRemarksSection } from '#renderer/features/bm/remarks-section.tsx'
import { ComparisonSection } from '#renderer/features/comparison/comparison-section.tsx'
import { GrantSection } from '#renderer/features/grants/grant-section.tsx'
import { StepSection } from '#renderer/features/mobilities/step-section.tsx'
import { LedgerSection } from '#renderer/features/obligations/ledger-section.tsx'
import type { RecordSection } from '#renderer/features/records/record-section.ts'
import { AgreementSection } from '#renderer/features/stay-files/agreement-section.tsx'
import { DocumentTop } from '#renderer/features/stay-files/document-top.tsx'
import { DocumentsSection } from '#renderer/features/stay-files/documents-section.tsx'
import { FundingSection } from '#renderer/features/stay-files/funding-section.tsx'
import { RecognitionSection } from '#renderer/features/stay-files/recognition-section.tsx'

/** What screens add to the pages of records, by kind of record and in the order shown. */
const sections: Readonly<Partial<Record<EntityName, readonly RecordSection[]>>> = {
  agreement: [{ key: 'copy', title: 'comparison.tab', place: 'tab', Content: ComparisonSection }],
  mobility: [
    { key: 'steps', title: 'steps.section', place: 'top', Content: StepSection },
    { key: 'bm', title: 'bm.section', place: 'top', Content: BmRemarksSection },
    { key: 'documents', title: 'stay-file.documents', place: 'tab', Content: DocumentsSection },
    { key: 'agreement', title: 'stay-file.agreement', place: 'tab', Content: AgreementSection },
    { key: 'recognition', title: 'stay-file.recognition', place: 'tab', Content: RecognitionSection },
    { key: 'funding', title: 'stay-file.funding', place: 'tab', Content: FundingSection },
    { key: 'grant', title: 'grant.title', place: 'tab', Content: GrantSection },
  ],
  document: [{ key: 'file', title: 'stay-file.file', place: 'top', Content: DocumentTop }],
  student: [{ key: 'ledger', title: 'obligation.section', place: 'top', Content: LedgerSection }],
}

export function sectionsOf(entity: EntityName): readonly RecordSection[] {
  return sections[entity] ?? []
}
