import type { Issue } from '#shared/contract/mobilities.ts'
import type { EntityName } from '#shared/entities/index.ts'

/** The ways to records, given by the application: screens do not know each other. */
export interface StayLinks {
  readonly toRecord: (entity: EntityName, id: string, field?: string, section?: string) => string
}

interface Stay {
  readonly id: string
  readonly studentId: string
  readonly institutionId: string | null
}

/** Where an issue is mended: a field of the stay, of its student, of its host, its documents or its agreement. */
export function issueHref({ field }: Issue, stay: Stay, links: StayLinks): string {
  if (field === undefined) return links.toRecord('mobility', stay.id)
  if (field.startsWith('document:')) return links.toRecord('mobility', stay.id, undefined, 'documents')
  if (field === 'signatures') return links.toRecord('mobility', stay.id, undefined, 'agreement')
  if (field.startsWith('student.'))
    return links.toRecord('student', stay.studentId, field.slice('student.'.length))
  if (field.startsWith('host.') && stay.institutionId !== null)
    return links.toRecord('institution', stay.institutionId, field.slice('host.'.length))
  return links.toRecord('mobility', stay.id, field)
}
