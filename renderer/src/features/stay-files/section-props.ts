import type { EntityName } from '#shared/entities/index.ts'

/** What a section of a record's page is given: the record, and the ways to other screens. */
export interface SectionProps {
  readonly id: string
  readonly links: {
    readonly toRecord: (entity: EntityName, id: string, field?: string, section?: string) => string
    readonly toList: (
      list: string,
      filters: readonly { key: string; test: string; values: string[] }[],
    ) => string
  }
}
