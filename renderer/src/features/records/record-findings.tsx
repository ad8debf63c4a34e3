import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { issueText } from '#shared/text/step-text.ts'
import type { Text } from '#renderer/ui/text.tsx'
import styles from './record-view.module.css'

/** Something found wrong with a record: `guard.<code>` says it, at the field where it is mended. */
export interface RecordFinding {
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
  readonly level: 'block' | 'warn'
  readonly field?: string | undefined
}

/** What is said below each field; what lies with the student or the host is said at the field that names them. */
export function findingsByField(
  findings: readonly RecordFinding[],
  { t }: Text,
): Readonly<Record<string, ReactNode>> {
  const fields = new Map<string, RecordFinding[]>()
  for (const finding of findings) {
    const field = fieldOf(finding.field ?? '')
    fields.set(field, [...(fields.get(field) ?? []), finding])
  }
  const said = [...fields].map(([field, found]) => [
    field,
    <span key={field} className={styles['findings']}>
      {found.map((finding) => (
        <span key={finding.code} className={styles['finding']} data-level={finding.level}>
          <IconAlertTriangle size={13} aria-hidden /> {issueText(t, finding)}
        </span>
      ))}
    </span>,
  ])
  return Object.fromEntries(said)
}

function fieldOf(field: string): string {
  if (field.startsWith('student.')) return 'studentId'
  return field.startsWith('host.') ? 'institutionId' : field
}
