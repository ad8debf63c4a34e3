import type { EntityName } from '#shared/entities/index.ts'
import type { RecordSection } from '#renderer/features/records/record-section.ts'

/** What screens add to the pages of records, by kind of record and in the order shown. */
const sections: Readonly<Partial<Record<EntityName, readonly RecordSection[]>>> = {}

export function sectionsOf(entity: EntityName): readonly RecordSection[] {
  return sections[entity] ?? []
}
