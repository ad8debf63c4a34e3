import type { Fields } from './fields.ts'

/** Our own school, as nominations and reports name it: a setting of the office file, not a record. */
export const schoolFields = {
  name: { type: 'text', required: true },
  city: { type: 'text' },
  erasmusCode: { type: 'code', code: 'erasmus' },
  pic: { type: 'code', code: 'pic' },
  oid: { type: 'code', code: 'oid' },
  schac: { type: 'code', code: 'schac' },
  coordinatorName: { type: 'text' },
  coordinatorEmail: { type: 'email' },
  athensCoordinatorName: { type: 'text' },
  athensCoordinatorEmail: { type: 'email' },
} as const satisfies Fields
