import { defineEntity } from './fields.ts'

/** One contract with a partner. Its conditions say who may move, and its places how many, year by year. */
export const agreement = defineEntity({
  name: 'agreement',
  searched: ['reference', 'notes'],
  fields: {
    institutionId: { type: 'reference', entity: 'institution', required: true, group: 'identity' },
    kind: {
      type: 'choice',
      choices: ['erasmus', 'exchange', 'double-degree', 'athens', 'other'],
      required: true,
      group: 'identity',
    },
    reference: { type: 'text', group: 'identity' },
    status: { type: 'choice', choices: ['draft', 'active', 'ended'], required: true, group: 'identity' },
    firstYear: { type: 'academic-year', group: 'validity' },
    lastYear: { type: 'academic-year', group: 'validity' },
    signedOn: { type: 'date', group: 'validity' },
    autumnDeadline: { type: 'month-day', group: 'deadlines' },
    springDeadline: { type: 'month-day', group: 'deadlines' },
    signatory: { type: 'text', group: 'ewp' },
    partnerReference: { type: 'text', group: 'ewp' },
    partnerSignatory: { type: 'text', group: 'ewp' },
    partnerSignedOn: { type: 'date', group: 'ewp' },
    iiaId: { type: 'text', group: 'ewp' },
    partnerIiaId: { type: 'text', group: 'ewp' },
    ounitId: { type: 'text', group: 'ewp' },
    partnerOunitId: { type: 'text', group: 'ewp' },
    /** What becomes of the places that a year leaves over, as the agreement says it. */
    carryOver: {
      type: 'choice',
      choices: ['none', 'unused-places', 'balance'],
      required: true,
      group: 'validity',
    },
    notes: { type: 'text', long: true, group: 'notes' },
  },
})

/** One direction and one kind of mobility under an agreement; the words and units are those of EWP IIA v7. */
export const condition = defineEntity({
  name: 'condition',
  searched: ['iscedCodes', 'notes'],
  fields: {
    agreementId: { type: 'reference', entity: 'agreement', required: true, group: 'identity' },
    direction: { type: 'choice', choices: ['outgoing', 'incoming'], required: true, group: 'identity' },
    kind: {
      type: 'choice',
      choices: ['student-studies', 'student-traineeship', 'staff-teaching', 'staff-training'],
      required: true,
      group: 'identity',
    },
    firstYear: { type: 'academic-year', group: 'validity' },
    lastYear: { type: 'academic-year', group: 'validity' },
    peoplePerYear: { type: 'integer', min: 0, max: 10000, group: 'quota' },
    monthsPerYear: { type: 'decimal', min: 0, max: 100000, group: 'quota' },
    daysPerYear: { type: 'decimal', min: 0, max: 100000, group: 'quota' },
    iscedCodes: { type: 'code', code: 'isced-list', group: 'fields' },
    eqfLevels: { type: 'code', code: 'eqf-list', group: 'fields' },
    languages: { type: 'code', code: 'language-skills', group: 'fields' },
    isBlended: { type: 'boolean', required: true, group: 'fields' },
    otherTerms: { type: 'text', long: true, group: 'ewp' },
    sendingOunitId: { type: 'text', group: 'ewp' },
    receivingOunitId: { type: 'text', group: 'ewp' },
    notes: { type: 'text', long: true, group: 'notes' },
  },
})

/** The places of one condition for a year, a semester and a programme; a place is one student for one period. */
export const place = defineEntity({
  name: 'place',
  searched: ['programme', 'notes'],
  fields: {
    conditionId: { type: 'reference', entity: 'condition', required: true, group: 'identity' },
    academicYear: { type: 'academic-year', required: true, group: 'identity' },
    semester: {
      type: 'choice',
      choices: ['any', 'autumn', 'spring', 'year'],
      required: true,
      group: 'identity',
    },
    programme: { type: 'text', group: 'identity' },
    /** Empty is unknown, never unlimited. */
    count: { type: 'integer', min: 0, max: 10000, group: 'quota' },
    notes: { type: 'text', long: true, group: 'notes' },
  },
})
