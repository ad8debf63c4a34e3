import { pipelineSteps, stoppedSteps } from '#shared/domain/mobility-steps.ts'
import { nominationChannels } from '#shared/domain/nomination-channels.ts'
import { defineEntity } from './fields.ts'

export const mobilityForms = [
  'exchange-semester',
  'free-mover',
  'double-degree',
  'master',
  'athens-week',
  'internship',
  'end-of-studies-project',
  'gap-period',
  'summer-school',
  'regional-semester',
  'short-term-blended',
] as const

/** The pipeline of a stay, in order, then the ways it can stop. */
export const mobilityStatuses = [...pipelineSteps, ...stoppedSteps] as const

/** One stay of one student. Planned dates come first; the certificates of the host set the actual ones. */
export const mobility = defineEntity({
  name: 'mobility',
  searched: ['title', 'notes'],
  fields: {
    studentId: { type: 'reference', entity: 'student', required: true, group: 'identity' },
    form: { type: 'choice', choices: mobilityForms, required: true, group: 'identity' },
    status: { type: 'choice', choices: mobilityStatuses, required: true, group: 'identity' },
    institutionId: { type: 'reference', entity: 'institution', group: 'host' },
    conditionId: { type: 'reference', entity: 'condition', group: 'host' },
    /** Where the stay is spent when the host is not known, or lies elsewhere. */
    stayCountry: { type: 'country', group: 'host' },
    academicYear: { type: 'academic-year', required: true, group: 'period' },
    semester: { type: 'choice', choices: ['autumn', 'spring', 'year'], group: 'period' },
    plannedStart: { type: 'date', group: 'period' },
    plannedEnd: { type: 'date', group: 'period' },
    actualStart: { type: 'date', group: 'period' },
    actualEnd: { type: 'date', group: 'period' },
    /** Days of the stay that are spent at home, at a distance. */
    virtualStart: { type: 'date', group: 'period' },
    virtualEnd: { type: 'date', group: 'period' },
    iscedCode: { type: 'code', code: 'isced', group: 'studies' },
    language: { type: 'language', group: 'studies' },
    title: { type: 'text', group: 'studies' },
    automaticRecognition: { type: 'boolean', group: 'recognition' },
    recognitionExplanation: { type: 'text', group: 'recognition' },
    ectsAsked: { type: 'decimal', min: 0, max: 360, group: 'recognition' },
    ectsObtained: { type: 'decimal', min: 0, max: 360, group: 'recognition' },
    gradeConversionNote: { type: 'text', long: true, group: 'recognition' },
    recognitionDecision: { type: 'choice', choices: ['full', 'partial', 'none'], group: 'recognition' },
    recognisedOn: { type: 'date', group: 'recognition' },
    degree: { type: 'text', group: 'studies' },
    studySemester: {
      type: 'choice',
      choices: ['S5', 'S6', 'S7', 'S8', 'S9', 'S9*', 'S10'],
      group: 'studies',
    },
    supervisorName: { type: 'text', group: 'work' },
    supervisorEmail: { type: 'email', group: 'work' },
    workAddress: { type: 'text', long: true, group: 'work' },
    agreementSignedOn: { type: 'date', group: 'work' },
    committeeDecision: { type: 'choice', choices: ['granted', 'refused'], group: 'committee' },
    committeeOn: { type: 'date', group: 'committee' },
    committeeMinutes: { type: 'text', long: true, group: 'committee' },
    /** Why the stay may go beyond the places that were agreed: asked for when none is left. */
    overbookingReason: { type: 'text', long: true, group: 'host' },
    notes: { type: 'text', long: true, group: 'notes' },
  },
})

/** A step that a stay has entered: written by the move itself; the day and the remark can be put right later. */
export const mobilityStep = defineEntity({
  name: 'mobilityStep',
  searched: ['remark'],
  fields: {
    mobilityId: { type: 'reference', entity: 'mobility', required: true, readOnly: true, group: 'identity' },
    fromStep: {
      type: 'choice',
      choices: mobilityStatuses,
      required: true,
      readOnly: true,
      group: 'identity',
    },
    step: { type: 'choice', choices: mobilityStatuses, required: true, readOnly: true, group: 'identity' },
    movedOn: { type: 'date', required: true, group: 'identity' },
    remark: { type: 'text', long: true, group: 'notes' },
  },
})

/** What was sent to a host to name a student: kept for good, one row per mobility and sending. */
export const nomination = defineEntity({
  name: 'nomination',
  searched: ['fileName'],
  fields: {
    mobilityId: { type: 'reference', entity: 'mobility', required: true, readOnly: true },
    sentOn: { type: 'date', required: true, readOnly: true },
    channel: { type: 'choice', choices: nominationChannels, required: true, readOnly: true },
    /** To whom: an e-mail address, or the address of a web form. */
    recipient: { type: 'text', readOnly: true },
    format: { type: 'text', required: true, readOnly: true },
    /** Absent where a web form was filled in. */
    fileName: { type: 'text', readOnly: true },
    sha256: { type: 'text', readOnly: true },
    sizeBytes: { type: 'integer', min: 0, readOnly: true },
  },
})
