import type { Cockpit } from '#shared/contract/athens.ts'
import type { EntityName } from '#shared/entities/index.ts'
import type { Filter } from '#shared/lists/types.ts'

/** Where the lists that a session speaks of are shown. */
const paths = {
  courses: '/courses',
  wishes: '/wishes',
  registrations: '/athens-registrations',
  quotas: '/athens-quotas',
  sessions: '/athens-sessions',
} as const

/** The rows of one session in a list, narrowed further if asked. */
export function sessionList(
  list: Exclude<keyof typeof paths, 'sessions'>,
  session: string,
  more: readonly Filter[] = [],
): string {
  const filters = [{ key: 'session', test: 'is', values: [session] }, ...more]
  return `#${paths[list]}?filters=${encodeURIComponent(JSON.stringify(filters))}`
}

export function statusFilter(...values: readonly string[]): readonly Filter[] {
  return [{ key: 'status', test: 'is', values }]
}

export function sessionRecord(record: NonNullable<Cockpit['record']>): string {
  return `#${paths.sessions}?id=${encodeURIComponent(record.id)}`
}

const recordPaths: Readonly<Partial<Record<EntityName, string>>> = {
  student: '/students',
  athensRegistration: paths.registrations,
}

/** The way to a record, and to the field that is to be filled in. */
export function recordLink(entity: EntityName, id: string, field?: string): string {
  const path = recordPaths[entity] ?? '/students'
  const target = field === undefined ? '' : `&field=${encodeURIComponent(field)}`
  return `#${path}?id=${encodeURIComponent(id)}${target}`
}
