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

/** The way to the desk of a partner: all that naming students to it takes. */
export function partnerLink(institutionId: string, academicYear: string): string {
  return `#/nominate/${encodeURIComponent(institutionId)}?year=${encodeURIComponent(academicYear)}`
}

/** The way to a partner's own workbook. */
export function workbookLink(institutionId: string): string {
  return `#/nominate/${encodeURIComponent(institutionId)}/workbook`
}

/** The way to how a partner wants its nominations, and to write it down where nobody has. */
export function profileLink(institutionId: string, profileId: string | null): string {
  if (profileId !== null) return `#/nomination-profiles?id=${encodeURIComponent(profileId)}`
  const values = encodeURIComponent(JSON.stringify({ institutionId }))
  return `#/nomination-profiles?new=nominationProfile&values=${values}`
}
