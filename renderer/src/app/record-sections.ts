import type { EntityName } from '#shared/entities/index.ts'
import { ComparisonSection } from '#renderer/features/comparison/comparison-section.tsx'
import { StepSection } from '#renderer/features/mobilities/step-section.tsx'
import type { RecordSection } from '#renderer/features/records/record-section.ts'

/** What screens add to the pages of records, by kind of record and in the order shown. */
const sections: Readonly<Partial<Record<EntityName, readonly RecordSection[]>>> = {
  agreement: [{ key: 'copy', title: 'comparison.tab', place: 'tab', Content: ComparisonSection }],
  mobility: [{ key: 'steps', title: 'steps.section', place: 'top', Content: StepSection }],
}

export function sectionsOf(entity: EntityName): readonly RecordSection[] {
  return sections[entity] ?? []
}
