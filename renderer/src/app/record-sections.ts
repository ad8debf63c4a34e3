import type { EntityName } from '#shared/entities/index.ts'
import { StepSection } from '#renderer/features/mobilities/step-section.tsx'
import type { RecordSection } from '#renderer/features/records/record-section.ts'

/** What screens add to the pages of records, by kind of record and in the order shown. */
const sections: Readonly<Partial<Record<EntityName, readonly RecordSection[]>>> = {
  mobility: [{ key: 'steps', title: 'steps.section', place: 'top', Content: StepSection }],
}

export function sectionsOf(entity: EntityName): readonly RecordSection[] {
  return sections[entity] ?? []
}
