import { mechanisms } from '#shared/domain/allocation/types.ts'
import { defineEntity } from './fields.ts'

/**
 * A result that was kept, with what it was made from: the whole instance (students, scores, wishes, places, criteria
 * and weights of that day) is a file inside the office file, named by its SHA-256.
 */
export const scenario = defineEntity({
  name: 'scenario',
  searched: ['name', 'notes'],
  fields: {
    name: { type: 'text', required: true, group: 'identity' },
    campaignId: { type: 'reference', entity: 'campaign', required: true, readOnly: true, group: 'identity' },
    mechanism: {
      type: 'choice',
      choices: mechanisms,
      required: true,
      readOnly: true,
      group: 'campaign-rules',
    },
    isFair: { type: 'boolean', required: true, readOnly: true, group: 'campaign-rules' },
    keepsPresent: { type: 'boolean', required: true, readOnly: true, group: 'campaign-rules' },
    seed: { type: 'integer', required: true, readOnly: true, group: 'campaign-rules' },
    madeOn: { type: 'date', required: true, readOnly: true, group: 'dates' },
    publishedOn: { type: 'date', readOnly: true, group: 'dates' },
    isCertified: { type: 'boolean', required: true, readOnly: true, group: 'result' },
    students: { type: 'integer', required: true, readOnly: true, group: 'result' },
    placed: { type: 'integer', required: true, readOnly: true, group: 'result' },
    atRisk: { type: 'integer', required: true, readOnly: true, group: 'result' },
    atRiskPlaced: { type: 'integer', required: true, readOnly: true, group: 'result' },
    rankTotal: { type: 'integer', required: true, readOnly: true, group: 'result' },
    sha256: { type: 'text', required: true, readOnly: true, group: 'result' },
    sizeBytes: { type: 'integer', required: true, readOnly: true, group: 'result' },
    notes: { type: 'text', long: true, group: 'notes' },
  },
})

/** What one student obtained in a scenario. */
export const scenarioLine = defineEntity({
  name: 'scenarioLine',
  searched: [],
  fields: {
    scenarioId: { type: 'reference', entity: 'scenario', required: true, readOnly: true },
    studentId: { type: 'reference', entity: 'student', required: true, readOnly: true },
    campaignPlaceId: { type: 'reference', entity: 'campaignPlace', readOnly: true },
    rank: { type: 'integer', readOnly: true },
    score: { type: 'decimal', required: true, readOnly: true },
    isAtRisk: { type: 'boolean', required: true, readOnly: true },
    isByHand: { type: 'boolean', required: true, readOnly: true },
  },
})
