import { mobilityForms } from '#shared/domain/form-rule.ts'
import { pipelineSteps, stoppedSteps } from '#shared/domain/mobility-steps.ts'
import { distanceBands, erasmusActivities, transports } from '#shared/domain/grant-types.ts'
import { nominationChannels } from '#shared/domain/nomination-channels.ts'
import { defineEntity } from './fields.ts'

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
    /** Where the stay is spent when it is not where the host is, and why. */
    stayCity: { type: 'text', group: 'host' },
    locationNote: { type: 'text', group: 'host' },
    /** The Erasmus+ project that pays; without it, the only one of the year in which the stay begins. */
    callId: { type: 'reference', entity: 'erasmusCall', group: 'grant' },
    /** Without it, the form says: an internship is a traineeship. */
    activityType: { type: 'choice', choices: erasmusActivities, group: 'grant' },
    /** Mobility activity ID of the Beneficiary Module. */
    bmId: { type: 'text', unique: true, group: 'grant' },
    bipId: { type: 'text', group: 'grant' },
    isZeroGrant: { type: 'boolean', group: 'grant' },
    /** Days of the stay that get no grant. */
    nonFundedDays: { type: 'integer', min: 0, max: 2000, group: 'grant' },
    isForceMajeure: { type: 'boolean', group: 'grant' },
    isRecentGraduate: { type: 'boolean', group: 'grant' },
    hasDigitalSkills: { type: 'boolean', group: 'grant' },
    /** Real costs of inclusion, in euros. */
    inclusionSupport: { type: 'decimal', min: 0, max: 1_000_000, group: 'grant' },
    transport: { type: 'choice', choices: transports, group: 'travel' },
    transportNote: { type: 'text', group: 'travel' },
    isGreenTravel: { type: 'boolean', group: 'travel' },
    /** One way, in kilometres; the band follows from it unless it is given. */
    distanceKm: { type: 'integer', min: 0, max: 20_040, group: 'travel' },
    distanceBand: { type: 'choice', choices: distanceBands, group: 'travel' },
    /** Days of travel that are paid besides the days of the stay. */
    travelDays: { type: 'integer', min: 0, max: 30, group: 'travel' },
    /** Expensive travel, in euros: what it cost, and what is given instead of travel support. */
    travelCostReal: { type: 'decimal', min: 0, max: 1_000_000, group: 'travel' },
    travelCostExceptional: { type: 'decimal', min: 0, max: 1_000_000, group: 'travel' },
    travelCostNote: { type: 'text', group: 'travel' },
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
