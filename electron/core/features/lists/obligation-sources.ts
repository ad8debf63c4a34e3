import type { ListSource } from './list-source.ts'
import { stayCountry } from './report-sources.ts'

const ledgerColumns = [
  'requiredWeeks',
  'acquiredWeeks',
  'plannedWeeks',
  'missingWeeks',
  'status',
  'reason',
  'endOfStudies',
  'monthsLeft',
  'problems',
] as const

/** Lists of what is worked out about the obligation: the ledgers are temporary tables of the reading connection. */
export const obligationSources = {
  obligations: {
    from: 'student r JOIN temp.studentLedger o ON o.studentId = r.id',
    columns: Object.fromEntries(ledgerColumns.map((key) => [key, `o.${key}`])),
    searched: ['r.id'],
    entity: 'student',
  },
  ledgerLines: {
    from: `mobility r JOIN temp.stayLedger o ON o.stayId = r.id JOIN student s ON s.id = r.studentId
      LEFT JOIN institution i ON i.id = r.institutionId`,
    columns: {
      familyName: 's.familyName',
      givenNames: 's.givenNames',
      cohort: 's.cohort',
      studentNumber: 's.studentNumber',
      institution: 'i.name',
      country: stayCountry,
      days: 'o.days',
      acquiredDays: 'o.acquiredDays',
      plannedDays: 'o.plannedDays',
      reason: 'o.reason',
    },
    searched: ['r.id', 'r.studentId', 'r.institutionId'],
    entity: 'mobility',
  },
} as const satisfies Readonly<Record<string, ListSource>>

/** `reasonCode` filters by the reason itself, not by its sentence. */
export const obligationLinks = {
  obligations: { id: 'r.id', reasonCode: 'o.reasonCode', ruleId: 'o.ruleId' },
  ledgerLines: { id: 'r.id', studentId: 'r.studentId', reasonCode: 'o.reasonCode' },
} as const
