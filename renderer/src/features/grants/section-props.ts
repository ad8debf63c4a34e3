import type { EntityName } from '#shared/entities/index.ts'

export interface GrantLinks {
  readonly toRecord: (entity: EntityName, id: string, field?: string, section?: string) => string
  readonly toList: (
    list: string,
    filters: readonly { key: string; test: string; values: string[] }[],
  ) => string
}
