import { defineEntity } from './fields.ts'

/** A file of the Beneficiary Module that was read back: a feedback file, or an export of the project. */
export const bmReading = defineEntity({
  name: 'bmReading',
  searched: ['fileName'],
  fields: {
    readOn: { type: 'date', required: true, readOnly: true, group: 'identity' },
    fileName: { type: 'text', required: true, readOnly: true, group: 'identity' },
    isFeedback: { type: 'boolean', required: true, readOnly: true, group: 'identity' },
    rows: { type: 'integer', required: true, readOnly: true, group: 'identity' },
    matched: { type: 'integer', required: true, readOnly: true, group: 'identity' },
    errors: { type: 'integer', required: true, readOnly: true, group: 'identity' },
    differences: { type: 'integer', required: true, readOnly: true, group: 'identity' },
    sha256: { type: 'text', required: true, readOnly: true, group: 'identity' },
  },
})

/** What the module said of one mobility: an error at a field, or something that it has otherwise than we. */
export const bmRemark = defineEntity({
  name: 'bmRemark',
  searched: ['label', 'message'],
  fields: {
    readingId: { type: 'reference', entity: 'bmReading', required: true, readOnly: true, group: 'identity' },
    mobilityId: { type: 'reference', entity: 'mobility', required: true, readOnly: true, group: 'identity' },
    kind: {
      type: 'choice',
      choices: ['error', 'difference', 'draft', 'given-up', 'absent'],
      required: true,
      readOnly: true,
      group: 'identity',
    },
    /** Settled by the user, or by a later file that does not repeat it. */
    status: { type: 'choice', choices: ['open', 'settled'], required: true, group: 'identity' },
    /** The column as the file names it, and its field in our catalogue. */
    label: { type: 'text', readOnly: true, group: 'identity' },
    bmField: { type: 'text', readOnly: true, group: 'identity' },
    message: { type: 'text', readOnly: true, group: 'identity' },
    /** As both sides wrote it. */
    ours: { type: 'text', readOnly: true, group: 'identity' },
    theirs: { type: 'text', readOnly: true, group: 'identity' },
    row: { type: 'integer', readOnly: true, group: 'identity' },
  },
})
