import { defineEntity } from './fields.ts'

/** Days within a stay on which the student was not there; they count for no obligation and no grant. */
export const interruption = defineEntity({
  name: 'interruption',
  searched: ['reason'],
  fields: {
    mobilityId: { type: 'reference', entity: 'mobility', required: true, group: 'identity' },
    start: { type: 'date', required: true, group: 'period' },
    end: { type: 'date', required: true, group: 'period' },
    reason: { type: 'text', group: 'notes' },
  },
})

/** What a file of a stay may hold; which of them a form asks for is the school's own list. */
export const documentKinds = [
  'application-form',
  'cv',
  'motivation-letter',
  'recommendation',
  'transcript-before',
  'language-certificate',
  'identity',
  'committee-decision',
  'host-acceptance',
  'learning-agreement',
  'placement-agreement',
  'gap-agreement',
  'grant-agreement',
  'insurance',
  'health-card',
  'visa',
  'arrival-certificate',
  'learning-agreement-changes',
  'departure-certificate',
  'transcript',
  'participant-report',
  'stay-report',
  'recognition',
  'diploma',
  'other',
] as const

/** One document of a stay, there or awaited, with the file itself. A certificate says the real date of the stay. */
export const document = defineEntity({
  name: 'document',
  searched: ['title', 'fileName', 'notes'],
  fields: {
    mobilityId: { type: 'reference', entity: 'mobility', required: true, group: 'identity' },
    kind: { type: 'choice', choices: documentKinds, required: true, group: 'identity' },
    title: { type: 'text', group: 'identity' },
    status: {
      type: 'choice',
      choices: ['missing', 'received', 'waived'],
      required: true,
      group: 'identity',
    },
    certifiedDate: { type: 'date', group: 'dates' },
    dueOn: { type: 'date', group: 'dates' },
    receivedOn: { type: 'date', group: 'dates' },
    issuedOn: { type: 'date', group: 'dates' },
    expiresOn: { type: 'date', group: 'dates' },
    fileName: { type: 'text', readOnly: true, group: 'file' },
    sha256: { type: 'text', readOnly: true, group: 'file' },
    sizeBytes: { type: 'integer', min: 0, readOnly: true, group: 'file' },
    notes: { type: 'text', long: true, group: 'notes' },
  },
})
