import { isEntityName, type EntityName } from '#shared/entities/index.ts'

/** Ways from these screens to the others. */
export interface BmLinks {
  readonly toRecord: (entity: EntityName, id: string, field?: string, section?: string) => string
  readonly toList: (
    list: string,
    filters: readonly { readonly key: string; readonly test: string; readonly values: string[] }[],
  ) => string
}

export interface Place {
  readonly entity: string
  readonly id: string | null
  readonly field: string
}

/** Parts of a stay's page that are no fields of its form. */
const sections = ['agreement', 'funding', 'documents']

/** The way to where something is mended. */
export function linkToPlace(links: BmLinks, { entity, id, field }: Place): string {
  if (id === null) return '#/settings'
  if (entity === 'interruption' || entity === 'interruptions')
    return links.toList('interruptions', [{ key: 'mobilityId', test: 'is', values: [id] }])
  if (sections.includes(entity)) return links.toRecord('mobility', id, undefined, entity)
  if (entity === 'mobility' && sections.includes(field))
    return links.toRecord('mobility', id, undefined, field)
  return isEntityName(entity) ? links.toRecord(entity, id, field) : links.toRecord('mobility', id)
}
