import { defineEntity } from './fields.ts'

/** A quota that several conditions share; each may have seats reserved in it. */
export const quotaPool = defineEntity({
  name: 'quotaPool',
  searched: ['name', 'notes'],
  fields: {
    name: { type: 'text', required: true, unique: true, group: 'identity' },
    /** The year that the total is for; empty: the same every year. */
    academicYear: { type: 'academic-year', group: 'identity' },
    /** Empty is unknown, never unlimited. */
    total: { type: 'integer', min: 0, max: 10000, group: 'quota' },
    notes: { type: 'text', long: true, group: 'notes' },
  },
})

/** A condition, or its part for one programme, that takes its places from a pool. */
export const quotaPoolMember = defineEntity({
  name: 'quotaPoolMember',
  searched: ['programme', 'notes'],
  fields: {
    poolId: { type: 'reference', entity: 'quotaPool', required: true, group: 'identity' },
    conditionId: { type: 'reference', entity: 'condition', required: true, group: 'identity' },
    programme: { type: 'text', group: 'identity' },
    reserved: { type: 'integer', min: 0, max: 10000, group: 'quota' },
    notes: { type: 'text', long: true, group: 'notes' },
  },
})

/** Students received under an incoming condition in one period: what the balance with a partner is made of. */
export const incomingCount = defineEntity({
  name: 'incomingCount',
  searched: ['notes'],
  fields: {
    conditionId: { type: 'reference', entity: 'condition', required: true, group: 'identity' },
    academicYear: { type: 'academic-year', required: true, group: 'identity' },
    semester: { type: 'choice', choices: ['autumn', 'spring', 'year'], required: true, group: 'identity' },
    people: { type: 'integer', min: 0, max: 10000, required: true, group: 'quota' },
    months: { type: 'decimal', min: 0, max: 100000, group: 'quota' },
    notes: { type: 'text', long: true, group: 'notes' },
  },
})
