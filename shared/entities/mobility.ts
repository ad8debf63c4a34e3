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
] as const

/** The pipeline of a stay, in order, then the ways it can stop. */
export const mobilityStatuses = [
  'draft',
  'applied',
  'approved',
  'selected',
  'nominated',
  'accepted',
  'agreed',
  'departed',
  'arrived',
  'returned',
  'recognised',
  'refused',
  'withdrawn',
  'interrupted',
] as const

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
    notes: { type: 'text', long: true, group: 'notes' },
  },
})

/** What was sent to a host to name a student: kept for good, one row per mobility and file. */
export const nomination = defineEntity({
  name: 'nomination',
  searched: ['fileName'],
  fields: {
    mobilityId: { type: 'reference', entity: 'mobility', required: true, readOnly: true },
    sentOn: { type: 'date', required: true, readOnly: true },
    format: { type: 'text', required: true, readOnly: true },
    fileName: { type: 'text', required: true, readOnly: true },
    sha256: { type: 'text', required: true, readOnly: true },
  },
})
