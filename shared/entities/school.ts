import type { Fields } from './fields.ts'

/** Our own school, as nominations and reports name it: a setting of the office file, not a record. */
export const schoolFields = {
  name: { type: 'text', required: true, group: 'identity' },
  city: { type: 'text', group: 'identity' },
  erasmusCode: { type: 'code', code: 'erasmus', group: 'identifiers' },
  pic: { type: 'code', code: 'pic', group: 'identifiers' },
  oid: { type: 'code', code: 'oid', group: 'identifiers' },
  schac: { type: 'code', code: 'schac', group: 'identifiers' },
  coordinatorName: { type: 'text', group: 'contact' },
  coordinatorEmail: { type: 'email', group: 'contact' },
  athensCoordinatorName: { type: 'text', group: 'contact' },
  athensCoordinatorEmail: { type: 'email', group: 'contact' },
} as const satisfies Fields
