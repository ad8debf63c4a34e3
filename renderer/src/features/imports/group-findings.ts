import type { ImportView, RowIssue } from '#shared/contract/imports.ts'

export const severities = ['error', 'warning', 'cleaned'] as const

/** Cases of one kind: how many there are in all, and the first of them. */
export interface FindingGroup {
  readonly code: string
  readonly severity: RowIssue['severity']
  readonly count: number
  readonly issues: readonly RowIssue[]
}

/** Findings by kind: the gravest first, then the most frequent. */
export function groupFindings({
  issues,
  issueCodes,
}: Pick<ImportView, 'issues' | 'issueCodes'>): readonly FindingGroup[] {
  const byKind = Map.groupBy(issues, ({ severity, code }) => `${severity} ${code}`)
  return issueCodes
    .map(({ code, severity, count }) => ({
      code,
      severity,
      count,
      issues: byKind.get(`${severity} ${code}`) ?? [],
    }))
    .toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity) || b.count - a.count)
}
