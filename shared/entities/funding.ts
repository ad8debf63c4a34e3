import { defineEntity } from './fields.ts'
import { mobilityForms } from '#shared/domain/form-rule.ts'

/**
 * A scheme of aid that a stay may have, and its rules as data: an empty rule asks nothing. `amountKind` says how the
 * amount follows from the stay; that of an Erasmus grant is worked out with the yearly tables of the call.
 */
export const aidScheme = defineEntity({
  name: 'aidScheme',
  searched: ['name', 'funder', 'source', 'notes'],
  fields: {
    name: { type: 'text', required: true, group: 'identity' },
    funder: { type: 'text', group: 'identity' },
    isOpen: { type: 'boolean', required: true, group: 'identity' },
    amountKind: {
      type: 'choice',
      choices: ['once', 'per-month', 'per-week', 'per-day', 'erasmus-grant', 'free'],
      required: true,
      group: 'money',
    },
    rate: { type: 'decimal', min: 0, max: 1_000_000, group: 'money' },
    ceiling: { type: 'decimal', min: 0, max: 1_000_000, group: 'money' },
    forms: { type: 'choices', choices: mobilityForms, group: 'rules' },
    countryGroups: {
      type: 'choices',
      choices: ['group-1', 'group-2', 'group-3', 'region-13', 'region-14', 'elsewhere'],
      group: 'rules',
    },
    hostCountries: { type: 'code', code: 'country-list', group: 'rules' },
    nationalities: { type: 'code', code: 'country-list', group: 'rules' },
    studentStatus: { type: 'choice', choices: ['student', 'apprentice'], group: 'rules' },
    minDays: { type: 'integer', min: 0, max: 2000, group: 'rules' },
    maxDays: { type: 'integer', min: 0, max: 2000, group: 'rules' },
    minScholarshipLevel: { type: 'integer', min: 0, max: 7, group: 'rules' },
    needsPartner: { type: 'boolean', required: true, group: 'rules' },
    excludesOthers: { type: 'boolean', required: true, group: 'rules' },
    firstYear: { type: 'academic-year', group: 'validity' },
    lastYear: { type: 'academic-year', group: 'validity' },
    source: { type: 'text', group: 'source' },
    certainty: { type: 'choice', choices: ['certain', 'inferred', 'unsourced'], group: 'source' },
    notes: { type: 'text', long: true, group: 'notes' },
  },
})

/** One aid asked for a stay. Amounts are in euros. */
export const funding = defineEntity({
  name: 'funding',
  searched: ['reference', 'notes'],
  fields: {
    mobilityId: { type: 'reference', entity: 'mobility', required: true, group: 'identity' },
    schemeId: { type: 'reference', entity: 'aidScheme', required: true, group: 'identity' },
    status: { type: 'choice', choices: ['asked', 'granted', 'refused'], required: true, group: 'identity' },
    amountAsked: { type: 'decimal', min: 0, max: 1_000_000, group: 'money' },
    amountGranted: { type: 'decimal', min: 0, max: 1_000_000, group: 'money' },
    askedOn: { type: 'date', group: 'dates' },
    decidedOn: { type: 'date', group: 'dates' },
    reference: { type: 'text', group: 'identity' },
    notes: { type: 'text', long: true, group: 'notes' },
  },
})

/** One payment of an aid, to come or made, in euros; below zero it is money to be given back. */
export const instalment = defineEntity({
  name: 'instalment',
  searched: ['notes'],
  fields: {
    fundingId: { type: 'reference', entity: 'funding', required: true, group: 'identity' },
    amount: { type: 'decimal', min: -1_000_000, max: 1_000_000, required: true, group: 'money' },
    dueOn: { type: 'date', group: 'dates' },
    paidOn: { type: 'date', group: 'dates' },
    notes: { type: 'text', group: 'notes' },
  },
})
