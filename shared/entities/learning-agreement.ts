import { defineEntity } from './fields.ts'

/** Reasons for a change of the agreement, as EWP writes them (Learning Agreement API 1.2.0). */
const changeReasons = [
  'not-available',
  'language-mismatch',
  'timetable-conflict',
  'substituting-deleted',
  'extending-mobility',
  'adding-virtual-component',
] as const

/**
 * One course of a learning agreement, as EWP has it: table A is studied at the host, B recognised at home, C virtual.
 * Version 1 is the agreement as it was first signed; each later version holds only what it inserts or deletes.
 */
export const laComponent = defineEntity({
  name: 'laComponent',
  searched: ['title', 'code'],
  fields: {
    mobilityId: { type: 'reference', entity: 'mobility', required: true, group: 'identity' },
    version: { type: 'integer', min: 1, max: 99, required: true, group: 'identity' },
    table: { type: 'choice', choices: ['A', 'B', 'C'], required: true, group: 'identity' },
    title: { type: 'text', required: true, group: 'identity' },
    code: { type: 'text', group: 'identity' },
    term: { type: 'integer', min: 1, max: 8, group: 'studies' },
    ects: { type: 'decimal', min: 0, max: 120, group: 'studies' },
    recognitionConditions: { type: 'text', group: 'studies' },
    status: { type: 'choice', choices: ['inserted', 'deleted'], required: true, group: 'changes' },
    reasonCode: { type: 'choice', choices: changeReasons, group: 'changes' },
    reasonText: { type: 'text', group: 'changes' },
  },
})

/** The signature of one party under one version; the student signs first, then we, then the host. */
export const laSignature = defineEntity({
  name: 'laSignature',
  searched: ['signerName', 'email'],
  fields: {
    mobilityId: { type: 'reference', entity: 'mobility', required: true, group: 'identity' },
    version: { type: 'integer', min: 1, max: 99, required: true, group: 'identity' },
    role: { type: 'choice', choices: ['student', 'sending', 'receiving'], required: true, group: 'identity' },
    signerName: { type: 'text', group: 'contact' },
    position: { type: 'text', group: 'contact' },
    email: { type: 'email', group: 'contact' },
    signedOn: { type: 'date', group: 'dates' },
  },
})

/** One line of the host's transcript of records. */
export const transcriptLine = defineEntity({
  name: 'transcriptLine',
  searched: ['title', 'code'],
  fields: {
    mobilityId: { type: 'reference', entity: 'mobility', required: true, group: 'identity' },
    code: { type: 'text', group: 'identity' },
    title: { type: 'text', required: true, group: 'identity' },
    term: { type: 'integer', min: 1, max: 8, group: 'studies' },
    ects: { type: 'decimal', min: 0, max: 120, group: 'studies' },
    grade: { type: 'text', group: 'studies' },
    convertedGrade: { type: 'text', group: 'studies' },
    result: { type: 'choice', choices: ['passed', 'failed'], required: true, group: 'studies' },
  },
})
