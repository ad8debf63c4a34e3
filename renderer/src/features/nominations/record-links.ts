import type { EntityName } from '#shared/entities/index.ts'

/** The list in which each kind of record that a nomination speaks of is opened. */
const paths: Readonly<Partial<Record<EntityName, string>>> = {
  student: '/students',
  mobility: '/mobilities',
  institution: '/institutions',
}

/** The way to a record, and to the field that is to be filled in. */
export function recordLink(entity: EntityName, id: string, field?: string): string {
  const path = paths[entity]
  if (path === undefined) throw new Error(`Nominations open no ${entity}`)
  const target = field === undefined ? '' : `&field=${encodeURIComponent(field)}`
  return `#${path}?id=${encodeURIComponent(id)}${target}`
}
